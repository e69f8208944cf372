"""Somebody of whom the shop holds everything it can hold, each text with a word that stands nowhere else."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import Channel, ContactKind, DateKind, InteractionKind
from crm_desktop.domain.follow_up import FollowUpDraft, Repeat
from crm_desktop.domain.sales import LineDraft, Payment, SaleDraft
from crm_desktop.services import change_contacts, change_dates, define_fields, keep_files, log_interaction
from crm_desktop.services.adjust_points import Adjustment, adjust_points
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.decide_pairs import not_the_same
from crm_desktop.services.define_fields import FieldDraft
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.programmes import read_programmes
from crm_desktop.services.record_consent import record_consent
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.set_custom_value import set_custom_value
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.services.undo import undo
from tests.support import loyalty_shop
from tests.support.shop import Shop

CANARIES = (
    *("Quuxanthippe", "金丝雀", "jinsique", "13712345678", "12345678", "01065432109", "canary@example.com"),
    *("wechatcanary", "canarystreet", "CANARYCARD", "canarynote", "canarylikes", "canaryjob", "canaryfirm"),
    *("canaryvalue", "canaryfile", "canarycontent", "canaryphoto", "canarytold", "canaryplanned", "canaryseries"),
    *("canaryslip", "canaryreason", "canaryhow", "canarylabel", "canaryonce", "canarytwin", "canaryhome"),
    *("13787654321", "canaryallergy"),
)
"""Each stands in a text of hers, or in what is made of one."""
NAME = "金丝雀 Quuxanthippe"


def somebody(shop: Shop, folder: Path) -> int:
    """Fill a shop with one person and whatever can be kept of her; return her id."""
    place = shop.workplace
    loyalty_shop.begin(place)
    file = folder / "old.csv"
    file.write_text(f"姓名,手机,备注\n{NAME},13712345678,canarynote\n李娜,13911112222,\n", encoding="utf-8")
    import_customers(place, file)
    other, one = sorted((shop.customer(n).name, n) for n in (1, 2))[0][1], 0
    one = next(n for n in (1, 2) if shop.customer(n).name == NAME)
    other = 3 - one
    _describe(shop, one)
    _deal(shop, one)
    not_the_same(place, one, other)
    twin = shop.add("canarytwin", "13787654321", note="canaryonce")
    merge_customers(place, [one, twin])
    lost = shop.add("Quuxanthippe canaryonce", "01065432109", note="canarynote")
    merge_customers(place, [other, lost])
    undo(place)
    merge_customers(place, [one, lost])
    change_customer(place, one, {"note": "canaryonce"})
    change_customer(place, one, {"note": "canarynote"})
    return one


def _describe(shop: Shop, one: int) -> None:
    place = shop.workplace
    texts = {"card_number": "CANARYCARD", "likes": "canarylikes", "job_title": "canaryjob", "company": "canaryfirm"}
    change_customer(place, one, texts | {"household": "canaryhome", "allergies": "canaryallergy"})
    change_contacts.add_contact(place, one, ContactKind.EMAIL, "canary@example.com", label="canarylabel")
    change_contacts.add_contact(place, one, ContactKind.WECHAT, "wechatcanary")
    change_contacts.add_contact(place, one, ContactKind.ADDRESS, "1 canarystreet")
    change_dates.add_date(place, one, change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12"))
    add_tag(place, one, "VIP")
    define_fields.add_field(place, FieldDraft("号码", FieldType.TEXT))
    set_custom_value(place, one, {define_fields.all_fields(place)[0].id: "canaryvalue"})
    keep_files.attach_file(place, one, "canaryfile.txt", b"canarycontent" * 10, b"\x89PNG canaryphoto")
    keep_files.set_photo(place, one, b"photo canaryphoto", b"\x89PNG canaryphoto")
    record_consent(place, one, Channel.PHONE, given=True, how="canaryhow")


def _deal(shop: Shop, one: int) -> None:
    place = shop.workplace
    today = place.now().date()
    log_interaction.log_interaction(place, one, log_interaction.Contact(InteractionKind.CALL, "canarytold"))
    plan_follow_up(place, FollowUpDraft("canaryplanned", today + timedelta(1), customer_id=one))
    weekly = Repeat("FREQ=WEEKLY")
    plan_follow_up(place, FollowUpDraft("canaryseries", date(2026, 11, 30), customer_id=one, repeat=weekly))
    slip = SaleDraft(new_public_id(), (LineDraft("剪发", 18800),), one, (Payment("cash", 18800),), note="canaryslip")
    record_sale(place, slip)
    loyalty_shop.pay_in(place, one, 10_000)
    points = read_programmes(place).points
    assert points is not None
    adjust_points(place, Adjustment(new_public_id(), one, points.programme_id, 50, "canaryreason"))
