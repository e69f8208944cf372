"""Words of files of sales, in both languages: headings, ways to pay, and what says that something came back."""

from __future__ import annotations

from crm_desktop.exchange.plan import Target

HEADINGS: dict[Target, tuple[str, ...]] = {
    Target.SLIP_NUMBER: (
        "单号", "订单号", "订单编号", "订单id", "流水号", "交易流水号", "交易单号", "小票号", "小票编号", "销售单号",
        "消费单号", "单据号", "单据编号", "票据号", "发票号", "收据号", "账单号", "结账单号", "开单号", "出库单号",
        "invoice", "invoice no", "invoice number", "invoiceno", "invoice id", "receipt", "receipt no",
        "receipt number", "receipt id", "order", "order no", "order number", "order id", "slip", "slip no",
        "slip number", "bill no", "bill number", "transaction id", "transaction no", "transaction number",
        "ticket no",
        "basket id",
    ),
    Target.SOLD_AT: (
        "时间", "日期", "销售时间", "销售日期", "消费时间", "消费日期", "交易时间", "交易日期", "下单时间",
        "下单日期",
        "订单时间", "订单日期", "结账时间", "结账日期", "付款时间", "支付时间", "购买时间", "购买日期", "开单时间",
        "开单日期", "单据日期", "营业日期", "创建时间", "订单创建时间", "成交时间",
        "date", "time of sale", "datetime", "date time", "invoice date", "invoicedate", "sale date", "sales date",
        "order date", "transaction date", "purchase date", "receipt date", "sold at", "sold on", "date of sale",
        "purchased at", "purchased on", "day and time", "日期时间", "日期和时间", "timestamp", "created at",
        "order time", "transaction time", "invoice time",
    ),
    Target.SOLD_TIME: ("时刻", "时分", "具体时间", "time", "time of day", "hour"),
    Target.SLIP_KIND: (
        "单据类型", "交易类型", "业务类型", "订单类型", "类型", "消费类型", "销售类型", "transaction type", "type",
        "document type", "order type", "sale type", "slip kind",
    ),
    Target.PRODUCT_CODE: (
        "商品编码", "商品编号", "商品代码", "商品条码", "条码", "条形码", "货号", "款号", "产品编码", "产品编号",
        "产品代码", "项目编码", "项目编号", "规格编码", "商家编码", "sku", "sku编码", "sku code", "stock code",
        "stockcode", "product code", "code of the goods", "product id", "product no", "product number",
        "item code", "item no",
        "item number", "item id", "article number", "article no", "barcode", "ean", "upc", "plu",
    ),
    Target.PRODUCT: (
        "商品", "商品名称", "商品名", "产品", "产品名称", "产品名", "项目", "项目名称", "服务", "服务项目", "品名",
        "货品", "货品名称", "菜品", "菜品名称", "消费项目", "消费内容", "商品标题", "宝贝标题", "课程", "课程名称",
        "product", "name of the goods", "product name", "item", "item name", "description", "product description",
        "item description",
        "service", "service name", "title", "article", "goods", "lineitem name",
    ),
    Target.PRODUCT_CATEGORY: (
        "商品分类", "商品类别", "分类", "类别", "品类", "产品分类", "项目分类", "菜品分类", "category",
        "product category", "item category", "product type", "department",
    ),
    Target.QUANTITY: (
        "数量", "销售数量", "件数", "商品数量", "购买数量", "消费数量", "数目", "个数", "quantity", "qty", "units",
        "quantity sold", "count", "number of items", "lineitem quantity", "pieces",
    ),
    Target.UNIT_PRICE: (
        "单价", "价格", "售价", "销售单价", "商品单价", "成交单价", "实际单价", "商品价格", "unit price", "unitprice",
        "price", "item price", "price each", "lineitem price", "sales price",
    ),
    Target.LINE_DISCOUNT: (
        "优惠", "优惠金额", "折扣金额", "折扣额", "让利", "减免", "减免金额", "discount", "discount amount",
        "line discount", "reduction",
    ),
    Target.AMOUNT: (
        "实收金额", "实收", "实付金额", "实付", "实付款", "金额", "销售金额", "消费金额", "成交金额", "小计", "合计",
        "应收金额", "应收", "交易金额", "订单金额", "总金额", "总价", "金额小计", "支付金额", "买家实际支付金额",
        "amount paid", "paid", "net amount", "amount", "line total", "line amount", "total", "subtotal", "net",
        "sales amount", "total amount", "order total", "grand total", "total price", "sales value", "value",
        "revenue",
        "dollar value",
    ),
    Target.PAID_BY: (
        "支付方式", "付款方式", "结算方式", "收款方式", "支付渠道", "支付类型", "付款类型", "payment",
        "payment method",
        "payment type", "paid by", "paid with", "tender", "tender type", "method of payment",
    ),
    Target.CLERK: (
        "收银员", "营业员", "销售员", "导购", "导购员", "服务员", "操作员", "店员", "员工", "技师", "美容师",
        "发型师",
        "服务人员", "业务员", "经手人", "开单人", "制单人", "cashier", "clerk", "staff", "salesperson",
        "sales person",
        "seller", "employee", "served by", "sold by", "sales rep", "operator", "associate",
    ),
    Target.SLIP_NOTE: (
        "备注", "订单备注", "说明", "附注", "备注信息", "整单备注", "留言", "note", "notes", "remark", "remarks",
        "comment", "comments", "memo",
    ),
}  # fmt: skip
"""Headings by place; where a file has several of one place, the earlier word wins."""

WHOLE_SLIP = frozenset(
    {"订单金额", "总金额", "合计", "总价", "order total", "grand total", "total", "total amount", "total price"}
)
"""Amounts that may be those of the whole slip, said again in each of its rows."""

CUSTOMER_IS = (
    "会员", "客户", "顾客", "买家", "customer", "member", "client", "buyer", "shopper", "household key",
)  # fmt: skip
"""Headings that say no more than whose a row is."""

CAME_BACK = (
    "退货", "退款", "退单", "退菜", "退回", "退换", "冲红", "红冲", "红字", "反结", "撤销", "作废", "取消", "refund",
    "return", "cancel", "credit", "void", "reversal", "storno",
)  # fmt: skip
"""Parts of a word that say that a slip takes something back."""
CAME_BACK_ALONE = frozenset({"退", "红", "负", "r", "c"})
"""Whole words that say the same."""

_PAY: dict[str, tuple[str, ...]] = {
    "cash": ("现金", "cash", "人民币", "纸币"),
    "wechat": ("微信", "wechat", "weixin", "财付通"),
    "alipay": ("支付宝", "alipay", "花呗"),
    "bank_card": (
        "银行卡", "刷卡", "信用卡", "借记卡", "银联", "pos", "card", "credit", "debit", "visa", "mastercard",
        "bank card", "云闪付",
    ),
    "transfer": ("转账", "汇款", "对公", "transfer", "wire", "bank transfer"),
}  # fmt: skip


def pay_by(word: str) -> str:
    """Return the way to pay that a word names, a value of `PayBy`; "other" for what the program has no word for.

    Stored value and points of another program are "other", too: no account of the shop was touched by them.
    """
    text = word.casefold()
    if any(part in text for part in ("会员卡", "储值", "余额", "积分", "预存", "gift card", "points")):
        return "other"
    return next((way for way, parts in _PAY.items() if any(part in text for part in parts)), "other")


def takes_back(word: str) -> bool:
    """Tell whether a word of the kind of a slip says that something came back."""
    text = word.strip().casefold()
    return text in CAME_BACK_ALONE or any(part in text for part in CAME_BACK)
