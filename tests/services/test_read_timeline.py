"""The timeline: contacts and every change in one order, in the user's words."""

from __future__ import annotations

from datetime import timedelta

from crm_desktop.base.text import use_language
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import Channel, ContactKind, DateKind, InteractionKind, Outcome, Phase
from crm_desktop.services import define_fields, tag_customer
from crm_desktop.services.change_contacts import add_contact, change_contact
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.change_dates import add_date, change_date, read_date
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.log_interaction import Contact, change_interaction, log_interaction, remove_interaction
from crm_desktop.services.read_timeline import Entry, read_timeline
from crm_desktop.services.record_consent import record_consent
from crm_desktop.services.set_custom_value import set_custom_value
from crm_desktop.services.undo import redo, undo
from tests.support.shop import Shop


def newest(shop: Shop, customer_id: int) -> tuple[str, list[str]]:
    """Return title and lines of the newest change."""
    timeline = read_timeline(shop.workplace, customer_id)
    event = max((e.event for e in timeline.entries if e.event), key=lambda e: e.operation_id)
    return event_title(event, timeline.names), event_lines(event, timeline.names)


def contacts(shop: Shop, customer_id: int) -> list[Entry]:
    return [entry for entry in read_timeline(shop.workplace, customer_id).entries if entry.interaction]


def test_a_logged_contact_stands_once_and_can_be_taken_back(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    changes = log_interaction(shop.workplace, customer_id, Contact(InteractionKind.CALL, "喜欢新茶"))
    entries = read_timeline(shop.workplace, customer_id).entries
    assert [entry.interaction is not None for entry in entries] == [True, False]
    assert (entries[0].operation_id, entries[0].can_take_back) == (changes.operation_id, True)
    assert entries[0].person == "Owner"


def test_a_contact_of_the_past_finds_its_place(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    long_ago = shop.workplace.now() - timedelta(days=9)
    log_interaction(shop.workplace, customer_id, Contact(InteractionKind.VISIT, at=long_ago))
    assert read_timeline(shop.workplace, customer_id).entries[-1].interaction is not None


def test_a_contact_taken_back_stays_as_undone(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    log_interaction(shop.workplace, customer_id, Contact(InteractionKind.CALL, "喜欢新茶"))
    undo(shop.workplace)
    timeline = read_timeline(shop.workplace, customer_id)
    assert contacts(shop, customer_id) == []
    marks = [(event_title(e.event, timeline.names), e.undone) for e in timeline.entries if e.event]
    assert marks[:2] == [("Taken back: Log a contact with this customer", False), ("Contact logged", True)]


def test_what_was_done_again_is_not_undone(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    change_customer(shop.workplace, customer_id, {"note": "one"})
    undo(shop.workplace)
    redo(shop.workplace)
    timeline = read_timeline(shop.workplace, customer_id)
    titles = [event_title(e.event, timeline.names) for e in timeline.entries if e.event]
    assert titles[0] == "Done again: Edit this customer"
    assert [e.undone for e in timeline.entries if e.event] == [False, True, False, False]


def test_fields_are_told_before_and_after_in_words(shop: Shop) -> None:
    customer_id, introducer = shop.add("王小明", company="甲公司", gender="male"), shop.add("李娜")
    values = {"company": "乙公司", "gender": "female", "introducer_id": introducer, "status": "frozen", "owner_id": 1}
    change_customer(shop.workplace, customer_id, values)
    title, lines = newest(shop, customer_id)
    assert title == "Edited"
    assert set(lines) == {
        "Company: 甲公司 → 乙公司",
        "Gender: Male → Female",
        "Introduced by: 李娜",
        "Status: Active → Frozen",
        "Looked after by: Owner",
    }


def test_an_emptied_field_is_told(shop: Shop) -> None:
    customer_id = shop.add("王小明", likes="绿茶")
    change_customer(shop.workplace, customer_id, {"likes": ""})
    assert newest(shop, customer_id)[1] == ["Likes: 绿茶 → nothing"]


def test_a_corrected_phone_is_told_before_and_after(shop: Shop) -> None:
    customer_id = shop.add("王小明", "13800001234")
    change_contact(shop.workplace, shop.customer(customer_id).contacts[0].id or 0, "13900001234")
    assert newest(shop, customer_id) == ("Contact details changed", ["Phone: 13800001234 → 13900001234"])
    add_contact(shop.workplace, customer_id, ContactKind.EMAIL, "w@example.com")
    assert newest(shop, customer_id)[1] == ["E-mail: w@example.com"]


def test_days_and_values_and_consent_are_told(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    add_date(shop.workplace, customer_id, read_date(DateKind.BIRTHDAY, "1990-05-12"))
    date_id = shop.customer(customer_id).dates[0].id or 0
    change_date(shop.workplace, date_id, read_date(DateKind.BIRTHDAY, "1991-05-12"))
    assert newest(shop, customer_id)[1] == ["Birthday: 12 May 1990 → 12 May 1991"]
    define_fields.add_field(shop.workplace, define_fields.FieldDraft("会员", FieldType.YES_NO))
    field_id = define_fields.all_fields(shop.workplace)[0].id
    for answer in ("是", "否"):
        set_custom_value(shop.workplace, customer_id, {field_id: answer})
    assert newest(shop, customer_id)[1] == ["会员: Yes → No"]
    record_consent(shop.workplace, customer_id, Channel.PHONE, False, how="on the phone")
    assert newest(shop, customer_id)[1] == ["Offers · Calls: refused · on the phone"]


def test_a_tag_and_a_corrected_contact_are_told(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    tag_customer.add_tag(shop.workplace, customer_id, "VIP")
    assert newest(shop, customer_id) == ("Tagged", ["VIP"])
    log_interaction(shop.workplace, customer_id, Contact(InteractionKind.CALL, "a", Phase.BEFORE))
    change_interaction(shop.workplace, 1, Contact(InteractionKind.VISIT, "a", Phase.BEFORE, Outcome.SOLVED))
    assert newest(shop, customer_id)[1] == ["Kind: Call → Visit", "Outcome: Solved"]
    remove_interaction(shop.workplace, 1)
    assert newest(shop, customer_id) == ("Contact removed", ["Visit: a"])


def test_a_name_that_is_gone_is_still_told(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    change_customer(shop.workplace, customer_id, {"company": "甲公司"})
    undo(shop.workplace)
    assert newest(shop, customer_id)[1] == ["Company: 甲公司 → nothing"]


def test_a_lunar_day_reads_as_chinese_write_it() -> None:
    from crm_desktop.services.say_dates import date_text, date_to_type

    use_language("zh_CN")
    date = read_date(DateKind.OTHER, "农历闰四月廿三")
    assert date_text(date) == "农历闰四月廿三"
    assert read_date(DateKind.OTHER, date_to_type(date)) == date
