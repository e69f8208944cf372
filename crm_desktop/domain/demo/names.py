"""Names as a Chinese shop meets them: surnames by how common they are, given names of several generations."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.domain.customer import Gender
from crm_desktop.domain.demo.chance import Chance, Draw, plain_words, words

SURNAMES = words(
    "王715 李703 张678 刘538 陈452 杨308 黄223 赵214 吴205 周190 徐147 孙142 马129 朱126 胡122 郭115 何114 林113 "
    "高102 罗98 郑95 梁92 谢81 宋79 唐70 许66 韩65 邓64 冯63 曹62 彭60 曾58 肖57 田52 董51 潘49 袁48 蔡47 蒋46 余45 "
    "于44 杜44 叶43 程42 魏41 苏40 吕40 丁39 任38 卢37 姚36 沈36 钟35 姜34 崔33 谭33 陆32 范32 汪31 廖31 石30 金29 "
    "韦28 贾27 夏27 付26 方26 邹25 熊25 白24 孟24 秦24 邱23 侯23 江22 尹22 薛22 闫21 段20 雷20 龙20 黎20 史19 陶19 "
    "贺19 毛18 郝18 顾18 龚18 邵17 万17 覃16 武16 钱16 戴15 严15 莫15 孔15 向14 常14 汤13 康12 易12 乔12 赖11 文11 "
    "施10 洪10 欧阳8 单4 仇3 解4 查3 区3 朴3 盖2 上官2 司马2 诸葛1 夏侯1 尉迟1 令狐1"
)

_WOMEN_WHOLE = words(
    "芳16 娜15 敏16 静18 丽17 艳14 娟11 霞12 婷14 雪9 玲12 燕12 萍10 红11 梅8 琳8 颖7 洁7 莉8 倩6 蕾4 薇4 慧6 秀英10 "
    "桂英9 秀兰8 玉兰6 桂兰6 玉梅6 春梅4 丽华6 丽娟6 秀珍5 淑珍4 婷婷9 丽丽6 娜娜4 小红5 小燕5 晓燕6 海燕6 雪梅5 "
    "玉婷4 诗涵5 欣怡6 梓涵5 雨涵4 佳怡5 思雨4 可欣4 一诺3 子涵5 雨桐4 梦瑶4 梦婷4 文静5 晓梅3 小丽5 佳佳4"
)
_MEN_WHOLE = words(
    "伟18 强16 磊14 军13 洋12 勇13 杰13 涛13 明12 超11 刚10 平9 辉10 鹏11 波9 斌9 飞8 浩9 宇7 凯7 亮7 健6 峰7 俊6 "
    "建国10 建华9 国强7 志强9 建军8 志刚5 海涛5 文斌4 建平6 小明4 小军4 志伟6 志勇5 俊杰7 浩然6 子轩6 宇轩5 浩宇6 "
    "子豪4 嘉豪4 宇航4 天佑3 一鸣4 晓东5 晓峰5 文杰5 国栋4 永强4 少华3 振华4 家豪3 明轩3 德胜2 金龙2 春生2 大伟3"
)
_WOMEN_FIRST = "雨欣思梦诗佳子晓文婉紫嘉慧心语若芷静秋春美玉淑秀桂丽海小依晨可乐书云"
_WOMEN_SECOND = "涵怡琪瑶萱妍彤悦婷雯洁颖琳娜蕾薇莹玲芳敏燕霞梅兰英珍华娟红萍月云宁然菲"
_MEN_FIRST = "子浩宇俊志建国文明晓嘉天一泽博睿家永德海金春少振立新光学伟鸿思景承"
_MEN_SECOND = "轩宇然杰豪涛伟强军华明辉峰鹏飞平东林斌凯瑞航博阳晨楠磊超龙生良民成毅"

_ELSEWHERE = words("阿依古丽·买买提1 迪丽娜尔2 买买提·艾力1 扎西顿珠1 次仁卓玛1 巴特尔2 乌云其其格1 金善姬1 罗布旺堆1")
_FIRST_ABROAD = plain_words(
    "Sarah James Emily David Anna Michael Laura Thomas Julia Daniel Sophie Robert Maria Peter Olivia Kevin Zoë José "
    "François Björn Chloé Mark Linda Kenji Yuki Minh Priya Ahmed Elena Hannah Lucas Nina Oscar Paul Rachel Simon"
)
_LAST_ABROAD = plain_words(
    "Thompson Smith Müller Johnson Brown García Martin Rossi Dubois Novák Kim Tanaka Suzuki Nguyen Patel Khan "
    "Ivanova Andersson O'Connor Wilson Taylor Lee Walker Schneider Costa Silva López Hansen Jensen Kowalski Weber "
    "Álvarez"
)

_COMPANY_START = plain_words(
    "云水 禾田 翼龙 明德 瑞丰 天泽 金桂 远山 和信 锦程 同心 清源 百川 启航 新叶 汇通 嘉禾 东篱 松风 静雅 博远 宏泰 "
    "一品 江南 西溪 钱塘 湖畔 良渚 半山 紫金"
)
_COMPANY_TRADE = words(
    "商贸18 科技16 文化传媒8 餐饮管理10 酒店管理6 咖啡8 茶业8 食品6 广告6 装饰工程5 物业服务4 教育咨询6 电子商务8 "
    "贸易10 健康管理3 律师事务所2 设计3"
)
_CITIES = words(
    "杭州30 上海12 北京6 宁波6 绍兴5 苏州5 广州4 深圳4 嘉兴3 湖州3 南京3 武汉2 成都2 厦门2 福州2 温州3 金华2 义乌2"
)
_FOLDED = "律师事务所"


@dataclass(frozen=True)
class DemoName:
    """A name and who goes by it."""

    text: str
    gender: Gender | None = None
    abroad: bool = False
    company: bool = False


class Names:
    """Draws names of people and companies."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self.surname: Draw[str] = chance.weighted(SURNAMES)
        self._given = {
            Gender.FEMALE: _given(chance, _WOMEN_WHOLE, _WOMEN_FIRST, _WOMEN_SECOND),
            Gender.MALE: _given(chance, _MEN_WHOLE, _MEN_FIRST, _MEN_SECOND),
        }
        self._elsewhere = chance.weighted(_ELSEWHERE)
        self._first_abroad = chance.one_of(_FIRST_ABROAD)
        self._last_abroad = chance.one_of(_LAST_ABROAD)
        self._company_start = chance.one_of(_COMPANY_START)
        self._company_trade = chance.weighted(_COMPANY_TRADE)
        self.city: Draw[str] = chance.weighted(_CITIES)

    def draw(self) -> DemoName:
        """Return the name of a customer: of a person, now and then of a company or of someone from abroad."""
        what = self._chance.random()
        if what < 0.03:
            return DemoName(self.company(), company=True)
        if what < 0.052:
            return DemoName(f"{self._first_abroad()} {self._last_abroad()}", abroad=True)
        if what < 0.055:
            return DemoName(self._elsewhere())
        return self.person(self.surname())

    def person(self, surname: str) -> DemoName:
        """Return a person of this surname; of a tea shop's customers a few more are women."""
        gender = Gender.FEMALE if self._chance.random() < 0.56 else Gender.MALE
        return DemoName(surname + self._given[gender](), gender)

    def company(self) -> str:
        """Return the name of a company."""
        trade = self._company_trade()
        ending = "" if trade in (_FOLDED, "咖啡") else "有限公司"
        return f"{self.city()}{self._company_start()}{trade}{ending}"


def _given(chance: Chance, whole: list[tuple[str, int]], first: str, second: str) -> Draw[str]:
    common, start, end = chance.weighted(whole), chance.one_of(first), chance.one_of(second)
    return lambda: common() if chance.random() < 0.6 else start() + end()
