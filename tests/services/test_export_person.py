"""A customer's record on paper: all of it, as text."""

from crm_desktop.domain.customer import Channel, InteractionKind
from crm_desktop.services import log_interaction, record_consent
from crm_desktop.services.export_person import record_html
from crm_desktop.services.read_customers import timeline
from crm_desktop.services.read_record import read_record


def _html(shop, customer_id):
    told, _ = timeline(shop.workplace, customer_id)
    return record_html(read_record(shop.workplace, customer_id), told, "2026-11-22")


def test_everything_on_the_card_is_on_paper(shop):
    one = shop.add("曾参", "13800001234", card_number="V001", company="好公司", likes="绿茶", gender="female")
    log_interaction.log_interaction(shop.workplace, one, log_interaction.Contact(InteractionKind.VISIT, "看了建盏"))
    record_consent.record_consent(shop.workplace, one, Channel.WECHAT, given=True, how="in person")
    html = _html(shop, one)
    for text in ("曾参", "138 0000 1234", "V001", "好公司", "绿茶", "Female", "看了建盏", "agreed", "Owner"):
        assert text in html


def test_what_a_customer_wrote_stands_there_as_text(shop):
    html = _html(shop, shop.add("<b>Bold</b>", note="<img src=x>\nline"))
    assert "<b>" not in html
    assert "&lt;img src=x&gt;<br>line" in html


def test_a_record_without_contacts_has_no_empty_headings(shop):
    assert "Contacts made" not in _html(shop, shop.add("张三"))
