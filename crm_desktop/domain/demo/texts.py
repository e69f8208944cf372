"""What the sample shop writes down: tags, sources, preferences, notes, and what was talked about."""

from __future__ import annotations

from crm_desktop.domain.customer import InteractionKind, Outcome, Phase
from crm_desktop.domain.demo.chance import words

TAGS = (
    ("VIP", "amber"), ("复购", "green"), ("新客", "blue"), ("批发", "violet"), ("茶叶", "teal"), ("咖啡", "slate"),
    ("茶具", "pink"), ("礼品", "red"), ("转介绍", "green"), ("海外", "blue"), ("沉睡", "slate"), ("品鉴会", "violet"),
)  # fmt: skip
"""The shop's tags with their colours."""

TASTE_TAGS = {"茶叶": 0.26, "咖啡": 0.1, "茶具": 0.08, "礼品": 0.05, "品鉴会": 0.03}
"""Tags by what a customer buys, and how many of all carry each."""

SOURCES = words("到店38 朋友介绍18 微信14 大众点评8 抖音8 小红书6 美团5 展会2 官网1")
JOBS = words("采购经理10 行政主管12 总经理8 店长6 财务5 人事经理5 经理10 老板9 设计师4 办公室主任4 助理5")
LIKES = words(
    "明前龙井14 正山小种10 陈皮白茶8 老白茶9 凤凰单丛7 大红袍7 铁观音6 普洱熟茶8 茉莉花茶6 九曲红梅5 安吉白茶6 "
    "耶加雪菲手冲4 冷萃咖啡3 桂花乌龙5 碧螺春4 靠窗的位子3 建盏3 小罐装4"
)
DISLIKES = words("太浓的茶9 加糖6 烟熏味5 电话推销7 香精味4 等位3 苦味4 一次性杯子2")
SIZES = (("茶服 S", 2), ("茶服 M", 5), ("茶服 L", 5), ("茶服 XL", 3), ("茶服 165/88A", 2), ("茶服 175/96A", 2))
ALLERGIES = words("花生5 乳制品5 坚果4 芒果3 花粉3 麸质2 海鲜2")
NOTES = words(
    "每年清明前预订龙井，先留两斤。8 周末下午常带朋友来坐。7 负责公司年会礼盒，要开专票。5 喜欢先试泡再买。9 "
    "送货上门，放门卫即可。6 孩子刚上小学，接送时间不方便接电话。4 对价格敏感，活动时提前通知。7 "
    "懂茶，推荐新品要说清产地和年份。6 上次的建盏有磕碰，已换新。3 爱聊天，别催。4 生日月送一次品茶券。6 "
    "住得远，优先快递。5 只收微信，不接陌生来电。5 退休教师，上午来得多。5 给父母买茶，要温和不刺激的。6 "
    "办公室每月固定补货。6 拍照好看的礼盒更合心意。3 想学泡茶，有茶艺课先通知。4 先记账，月底统一结。2 "
    "车停地下二层，提前给停车券。2"
)
CARD_TROUBLES = (("lost_card", "卡丢了，已挂失"), ("frozen", "地址多次退件，待核实"), ("cancelled", "搬离本市，已退卡"))
HOW_ASKED = words("到店口头同意20 会员表签字10 微信回复8 电话里同意3")
WORDING = "同意接收新茶到店和会员活动通知"
FLAVOURS = words("清香32 浓香20 花香18 陈香16 果香8 蜜香6")

_I, _P, _O = InteractionKind, Phase, Outcome
TALKS = (
    (6, _I.VISIT, _P.DURING, _O.SOLVED, "到店试了三款龙井，买了明前特级 250 克。"),
    (6, _I.VISIT, _P.BEFORE, _O.INTERESTED, "路过进来看看，对老白茶感兴趣，送了一小泡试喝。"),
    (4, _I.VISIT, _P.DURING, _O.SOLVED, "带两位朋友来喝茶，走时各带了一盒茉莉花茶。"),
    (3, _I.VISIT, _P.AFTER, _O.SOLVED, "来换上次磕碰的茶杯，已换新，很满意。"),
    (3, _I.VISIT, _P.DURING, None, "参加周六品鉴会，坐到散场。"),
    (6, _I.CALL, _P.AFTER, _O.REACHED, "电话回访：茶收到了，说香气好，下次还要这款。"),
    (4, _I.CALL, _P.BEFORE, _O.NO_ANSWER, "没有接通，傍晚再打。"),
    (4, _I.CALL, _P.BEFORE, _O.PROMISED, "说好周五到店取预订的新茶。"),
    (2, _I.CALL, _P.BEFORE, _O.DECLINED, "最近不需要，年底再联系。"),
    (2, _I.CALL, _P.AFTER, _O.SOLVED, "反映快递盒子压扁了，补发一份小样。"),
    (8, _I.WECHAT, _P.BEFORE, _O.INTERESTED, "问今年龙井价格，发了价目表和产地照片。"),
    (6, _I.WECHAT, _P.DURING, _O.SOLVED, "微信下单两盒礼盒，要求写贺卡。"),
    (5, _I.WECHAT, _P.AFTER, _O.REACHED, "发了冲泡方法，回复说口感比上次更柔。"),
    (4, _I.WECHAT, _P.BEFORE, _O.PROMISED, "答应月底带同事来订中秋礼盒。"),
    (3, _I.WECHAT, None, None, "朋友圈点赞新到的建盏。"),
    (3, _I.MESSAGE, _P.AFTER, None, "发送生日祝福和品茶券。"),
    (2, _I.MESSAGE, _P.BEFORE, None, "通知春茶到店，可提前预订。"),
    (1, _I.EMAIL, _P.BEFORE, _O.REACHED, "发去企业团购报价单，含开票说明。"),
    (2, _I.MEETING, _P.BEFORE, _O.INTERESTED, "上门谈办公室茶水间月供，约定下周给样品。"),
    (2, _I.NOTE, None, None, "家里老人喜欢喝普洱，节前提醒。"),
    (2, _I.NOTE, None, None, "礼盒要素色包装，不要大红。"),
)  # fmt: skip
"""What was talked about: weight, kind, phase, outcome, text."""
