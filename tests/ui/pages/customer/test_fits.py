"""Nothing one has to read is cut off, in either language and at larger text."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.text import use_language
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import Channel, ContactKind, DateKind
from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.services import change_contacts, change_dates, define_fields, record_consent, tag_customer
from crm_desktop.services.define_fields import FieldDraft
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from tests.support.shop import NOON
from tests.ui.pages.customer.conftest import Desk


def furnish(desk: Desk) -> int:
    customer_id = desk.shop.add(
        "王小明", "13800001234", "01088886666", allergies="花生", likes="绿茶", household="王家"
    )
    desk.shop.add("王小朵", household="王家", introducer_id=customer_id)
    tag_customer.add_tag(desk.place, customer_id, "VIP")
    change_contacts.add_contact(desk.place, customer_id, ContactKind.EMAIL, "wang@example.com", label="work")
    change_dates.add_date(desk.place, customer_id, change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12"))
    record_consent.record_consent(desk.place, customer_id, Channel.PHONE, False, how="in person")
    define_fields.add_field(desk.place, FieldDraft("等级", FieldType.CHOICE, choices=("金卡",)))
    for days in range(-2, 3):
        day = NOON.date() + timedelta(days)
        plan_follow_up(desk.place, FollowUpDraft("回访新茶试饮", day, customer_id=customer_id))
    return customer_id


def cut_off(page: QWidget) -> list[str]:
    """Return the texts of shown buttons and labels that have less width than they need or stand beyond the edge."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needed = widget.minimumSizeHint().width() if wraps else widget.sizeHint().width()
        right = widget.mapTo(page, widget.rect().topRight()).x()
        squeezed = widget.width() < needed and "value" not in widget.objectName()
        if text and (squeezed or right > page.width()):
            found.append(f"{widget.objectName()}: {text}")
    return found


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_pane_record_and_form_fit(desk: Desk, language: str, percent: int, qtbot: QtBot) -> None:
    customer_id = furnish(desk)
    old = desk.assembled.window
    use_language(language)
    desk.assembled.theme.use(text_percent=percent)
    desk.assembled.window = desk.assembled.make_window()
    old.close()
    old.deleteLater()
    desk.open_window()
    desk.show(customer_id)
    desk.pane.setMaximumWidth(desk.pane.minimumSizeHint().width())
    for tab in range(5):
        desk.pane.tabs.choose(tab)
        desk.settle()
        assert cut_off(desk.pane) == []
    desk.pane.begin_log()
    desk.settle()
    assert cut_off(desk.pane) == []
    for page, argument in (("customer", customer_id), ("customer_new", None)):
        desk.go(page, argument)
        assert cut_off(desk.assembled.window.stack.view(page)) == []
