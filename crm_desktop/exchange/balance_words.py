"""Words that head columns of what customers have: points, stored value, visits, tier."""

from __future__ import annotations

from crm_desktop.exchange.plan import Target

WORDS: dict[Target, tuple[str, ...]] = {
    Target.POINTS: (
        "积分", "可用积分", "当前积分", "剩余积分", "积分余额", "积分数", "会员积分", "现有积分", "points", "point",
        "points balance", "loyalty points", "reward points", "available points", "current points", "point balance",
    ),
    Target.PRINCIPAL: (
        "余额", "储值", "储值余额", "储值金", "储值金额", "账户余额", "本金", "本金余额", "储值本金", "卡余额",
        "卡内余额",
        "会员余额", "可用余额", "余额(可提现)", "预存款", "预存余额", "预付款余额", "现金余额", "balance",
        "stored value", "account balance", "card balance", "principal", "credit balance", "store credit", "wallet",
        "wallet balance", "prepaid balance",
    ),
    Target.GIFT: (
        "赠送", "赠金", "赠送金", "赠送金额", "赠送余额", "赠款", "赠送账户", "储值赠送", "余额(不可提现)",
        "赠送金余额",
        "gift", "gift balance", "bonus", "bonus balance", "gift value", "bonus credit",
    ),
    Target.VISITS: (
        "剩余次数", "次数", "可用次数", "次卡次数", "剩余次", "次卡剩余", "次卡剩余次数", "余次", "剩余课时",
        "剩余课次",
        "visits left", "uses left", "remaining visits", "remaining uses", "sessions left", "remaining sessions",
        "visits remaining", "punches left", "classes left",
    ),
    Target.VISIT_SERVICE: (
        "次卡项目", "次卡名称", "次卡", "项目", "服务项目", "项目名称", "套餐", "套餐名称", "课程", "课程名称",
        "service", "service name", "visit card", "package", "package name", "course",
    ),
    Target.EXPIRES_ON: (
        "次卡到期", "次卡到期日", "次卡有效期", "有效期", "有效期至", "到期日", "到期日期", "到期时间", "截止日期",
        "valid until", "expires", "expires on", "expiry", "expiry date", "expiration date", "valid to",
    ),
    Target.TIER: (
        "等级", "会员等级", "客户等级", "顾客等级", "会员级别", "级别", "会员卡等级", "vip等级", "卡等级", "会员卡级别",
        "tier", "membership level", "member level", "loyalty tier", "membership tier", "member tier",
    ),
}  # fmt: skip
"""Headings by place, as files of members have them."""
