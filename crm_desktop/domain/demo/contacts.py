"""Ways to reach the sample shop's customers: numbers with real prefixes, mail, WeChat, addresses around Hangzhou."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.domain.customer import ContactKind, ContactPoint
from crm_desktop.domain.demo.chance import Chance, plain_words, words
from crm_desktop.domain.demo.names import DemoName
from crm_desktop.domain.names import plain, spell

MOBILE_PREFIXES = plain_words(
    "130 131 132 133 135 136 137 138 139 147 150 151 152 153 155 156 157 158 159 166 172 173 175 176 177 178 180 181 "
    "182 183 184 185 186 187 188 189 190 191 193 195 197 198 199"
)
"""The first three digits of mobile numbers in China; the old ones of each carrier are the most common by far."""
_OLD_PREFIXES = plain_words("135 136 137 138 139 130 131 133 150 151 152 158 159 186 187 188 189")
_AREA_CODES = (("0571", 30), ("021", 8), ("010", 6), ("0574", 4), ("0575", 3), ("0512", 3), ("020", 3), ("0755", 3))
_ABROAD = ("+44 20 7946 0", "+1 212 555 0", "+81 3 5550 0", "+65 6123 4", "+852 6123 4", "+886 912 345 ")
_MAIL_HOSTS = (
    ("@qq.com", 40), ("@163.com", 26), ("@126.com", 8), ("@outlook.com", 7), ("@gmail.com", 5), ("@foxmail.com", 4),
    ("@sina.com", 4), ("@139.com", 3),
)  # fmt: skip
_DISTRICTS = words("西湖区24 拱墅区16 上城区16 滨江区14 余杭区14 萧山区12 钱塘区5 临平区6 富阳区3 临安区2")
_ROADS = plain_words(
    "文三路 文二西路 莫干山路 古墩路 延安路 解放路 庆春路 凤起路 体育场路 曙光路 天目山路 丰潭路 教工路 学院路 "
    "杭大路 江南大道 滨盛路 网商路 长河路 市心中路 金城路 良渚路 文一西路 龙井路 虎跑路 南山路 湖墅南路 登云路 "
    "东新路 建国北路 秋涛路 钱江路 新业路"
)
_ESTATES = plain_words(
    "绿城桂花园 金色家园 翡翠城 西溪花园 九溪玫瑰园 春江花月 阳光郡 嘉绿苑 南都花园 紫桂花园 星洲花园 世纪新城 "
    "钱江湾 和家园 兰庭国际 耀江广厦"
)


class Contacts:
    """Draws the contact points of a customer."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._old_prefix = chance.one_of(_OLD_PREFIXES)
        self._any_prefix = chance.one_of(MOBILE_PREFIXES)
        self._area_code = chance.weighted(_AREA_CODES)
        self._abroad = chance.one_of(_ABROAD)
        self._mail_host = chance.weighted(_MAIL_HOSTS)
        self._district = chance.weighted(_DISTRICTS)
        self._road = chance.one_of(_ROADS)
        self._estate = chance.one_of(_ESTATES)

    def draw(self, name: DemoName) -> list[ContactPoint]:
        """Return a customer's contact points, the first of each kind primary."""
        random = self._chance.random
        if name.abroad:
            return [self._phone_abroad(), self._email(name)] if random() < 0.7 else [self._phone_abroad()]
        if name.company:
            buyer = [self._mobile("采购")] if random() < 0.5 else []
            return _one_primary_each([self._landline(), *buyer, self.address()])
        found = [self._mobile()] if random() < 0.97 else []
        if random() < 0.05:
            found.append(self._landline("家") if random() < 0.6 else self._mobile("家人"))
        if random() < 0.3:
            found.append(self._wechat(name, found))
        if random() < 0.2:
            found.append(self._email(name))
        if random() < 0.16:
            found.append(self.address())
        return _one_primary_each(found)

    def address(self) -> ContactPoint:
        """Return an address in town."""
        between, random = self._chance.between, self._chance.random
        place = f"浙江省杭州市{self._district()}{self._road()} {between(1, 680)} 号"
        if random() < 0.5:
            place = f"杭州市{self._district()}{self._estate()} {between(1, 32)} 幢 {between(1, 4)} 单元"
        return ContactPoint(ContactKind.ADDRESS, f"{place} {between(1, 24)}0{between(1, 4)} 室", is_primary=True)

    def _mobile(self, label: str | None = None) -> ContactPoint:
        prefix = self._old_prefix() if self._chance.random() < 0.7 else self._any_prefix()
        middle, end = self._chance.digits(4), self._chance.digits(4)
        typed = f"{prefix}{middle}{end}"
        how = self._chance.random()
        if how < 0.25:
            typed = f"{prefix} {middle} {end}"
        elif how < 0.35:
            typed = f"{prefix}-{middle}-{end}"
        return ContactPoint(ContactKind.PHONE, typed, f"+86{prefix}{middle}{end}", label, True)

    def _landline(self, label: str | None = None) -> ContactPoint:
        area = self._area_code()
        number = f"{self._chance.between(2, 8)}{self._chance.digits(7)}"
        return ContactPoint(ContactKind.PHONE, f"{area}-{number}", f"+86{area[1:]}{number}", label, True)

    def _phone_abroad(self) -> ContactPoint:
        typed = self._abroad() + self._chance.digits(3)
        return ContactPoint(ContactKind.PHONE, typed, typed.replace(" ", ""), None, True)

    def _email(self, name: DemoName) -> ContactPoint:
        host = self._mail_host()
        number = self._chance.between(100_000_000, 999_999_999) if host == "@qq.com" else None
        user = number or f"{_latin(name)}{self._chance.between(1, 999)}"
        return ContactPoint(ContactKind.EMAIL, f"{user}{host}", is_primary=True)

    def _wechat(self, name: DemoName, phones: list[ContactPoint]) -> ContactPoint:
        how = self._chance.random()
        if phones and how < 0.35:
            user = phones[0].value.replace(" ", "").replace("-", "")
        else:
            user = (
                f"{_latin(name)}_{self._chance.between(1, 9999)}"
                if how < 0.8
                else f"wxid_{self._chance.public_id()[:10]}"
            )
        return ContactPoint(ContactKind.WECHAT, user, is_primary=True)


def _latin(name: DemoName) -> str:
    key = plain(name.text) if name.abroad else spell(name.text).key
    return "".join(c for c in key if c.isascii() and c.isalnum())


def _one_primary_each(contacts: list[ContactPoint]) -> list[ContactPoint]:
    """Take the mark from a second phone: only phones come twice."""
    phones = [contact for contact in contacts if contact.kind is ContactKind.PHONE]
    return [replace(c, is_primary=False) if c in phones[1:] else c for c in contacts] if len(phones) > 1 else contacts
