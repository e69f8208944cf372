"""What the sample shop plans: titles by kind, reasons, its own tasks, and what comes again."""

from __future__ import annotations

from crm_desktop.domain.demo.chance import words
from crm_desktop.domain.follow_up import FollowUpKind

_K = FollowUpKind
DONE_TITLES = {
    _K.CALL: words("电话回访8 问茶叶喝得如何6 通知新茶到店5 约到店试茶4 确认送货时间3 生日问候3"),
    _K.VISIT: words("到店试茶6 上门送样品3 面谈礼盒方案3 来取预订的茶5 品鉴会接待3"),
    _K.MESSAGE: words("发价目表5 微信问候6 发冲泡方法4 通知活动5 发产地照片3"),
}
"""Titles of what was done, by kind."""
OPEN_TITLES = (
    (9, _K.CALL, "电话回访，问上次的茶合不合口味"),
    (7, _K.CALL, "回电：约定时间到店"),
    (5, _K.CALL, "问年底礼盒要多少份"),
    (6, _K.MESSAGE, "发新茶到店通知"),
    (4, _K.MESSAGE, "发团购报价单"),
    (4, _K.MESSAGE, "提醒品茶券快到期"),
    (5, _K.VISIT, "到店取预订的明前龙井"),
    (3, _K.VISIT, "上门送办公室茶样"),
    (3, _K.SERVICE, "补发压坏的茶叶罐"),
    (2, _K.SERVICE, "建盏开片，联系厂家换新"),
    (4, _K.COLLECT, "月结货款，提醒对账"),
    (2, _K.COLLECT, "收礼盒尾款"),
    (2, _K.OTHER, "准备手写贺卡"),
)
"""What is planned: weight, kind, title."""
CLOSE_REASONS = words("客人暂时不需要6 号码打不通4 已在门店谈过5 换人跟进2 活动已结束3")
HAND_OVER_REASONS = words("休假三天5 客人住得近，改由门店跟进3 调去新店2")
SHOP_TASKS = (
    (0, _K.OTHER, "盘点茶柜库存", 600, "FREQ=WEEKLY;BYDAY=MO"),
    (4, _K.MESSAGE, "朋友圈发周末品鉴会", 990, "FREQ=WEEKLY;BYDAY=FR"),
    (0, _K.COLLECT, "核对批发客户月结单", None, "FREQ=MONTHLY;BYMONTHDAY=-1"),
)
"""The shop's own tasks: weekday they begin on (0 is Monday), kind, title, minutes after midnight, rule."""
SERIES = (
    (_K.CALL, "每周问候老客", "FREQ=WEEKLY"),
    (_K.MESSAGE, "每两周发新品", "FREQ=WEEKLY;INTERVAL=2"),
    (_K.CALL, "每月电话回访", "FREQ=MONTHLY"),
    (_K.VISIT, "每月上门补货", "FREQ=MONTHLY;BYDAY=1TU"),
    (_K.COLLECT, "月底对账", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    (_K.CALL, "每季回访", "FREQ=MONTHLY;INTERVAL=3"),
    (_K.MESSAGE, "中秋前问礼盒", "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=8;BYMONTHDAY=1"),
    (_K.SERVICE, "半年一次茶具养护", "FREQ=MONTHLY;INTERVAL=6"),
)
"""How customers are called by rule: kind, title, rule."""
