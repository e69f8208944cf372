"""What holds for every dialog of the flows: names for scripts and screen readers, and room on a small screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import use_language
from crm_desktop.domain.follow_up import FollowUpDraft, Repeat
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.domain.sales import ONE, LineDraft, Product, SaleDraft
from crm_desktop.services.back_up import back_up
from crm_desktop.services.change_people import add_person
from crm_desktop.services.define_fields import FieldDraft, add_field
from crm_desktop.services.follow_up_kinds import add_kind
from crm_desktop.services.list_backups import backups_in
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_sales import read_slip
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.suggested_plans import take_suggestion
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.services.way_back import WayBack
from crm_desktop.ui.dialogs.about import LICENCES, AboutDialog
from crm_desktop.ui.dialogs.ask_pin import AskPin
from crm_desktop.ui.dialogs.bring_calendar import show_calendars
from crm_desktop.ui.dialogs.cadences import show_cadences
from crm_desktop.ui.dialogs.custom_fields import show_fields
from crm_desktop.ui.dialogs.export_flow import show_export
from crm_desktop.ui.dialogs.first_run import FirstPlace, FirstRun
from crm_desktop.ui.dialogs.forgotten_pin import show_forgotten_pin
from crm_desktop.ui.dialogs.hand_over import show_hand_over
from crm_desktop.ui.dialogs.holidays import show_holidays
from crm_desktop.ui.dialogs.keys import show_keys
from crm_desktop.ui.dialogs.locked import LockedDialog
from crm_desktop.ui.dialogs.open_fault import OpenFaultDialog
from crm_desktop.ui.dialogs.own_kinds import show_own_kinds
from crm_desktop.ui.dialogs.password import PasswordJob, show_password
from crm_desktop.ui.dialogs.plans import show_plans
from crm_desktop.ui.dialogs.recovery_sheet import show_recovery_sheet
from crm_desktop.ui.dialogs.rekey import show_rekey
from crm_desktop.ui.dialogs.restore_backup import restore_in_window
from crm_desktop.ui.dialogs.start_plan import show_start_plan
from crm_desktop.ui.key_flows import KeyFlows
from crm_desktop.ui.pages.calendar.editor import plan
from crm_desktop.ui.pages.calendar.scope_dialog import ask_scope
from crm_desktop.ui.pages.catalogue.stock_dialog import StockDialog
from crm_desktop.ui.pages.staff.set_pin import show_set_pin
from crm_desktop.ui.pages.till.jobs import TillJobs
from crm_desktop.ui.pages.till.methods_dialog import show_methods
from crm_desktop.ui.pages.till.refund_dialog import RefundDialog
from crm_desktop.ui.pages.till.sale_dialog import sell
from crm_desktop.ui.pages.till.slip_dialog import show_slip
from crm_desktop.ui.pages.till.void_dialog import VoidDialog
from crm_desktop.ui.pages.today.bulk import CloseDialog, SpreadDialog
from crm_desktop.ui.showing import Showing

INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit)


def recovery(counter):
    return show_recovery_sheet(counter.window, counter.frame, counter.shop, lambda _key: None)


def restore(counter):
    back_up(counter.shop.workplace, counter.shop.places, counter.shop.key)
    entries = backups_in(counter.shop.places.data.backups)
    return restore_in_window(counter.window, counter.shop, lambda: None, entries)


def keys_flows(counter):
    return KeyFlows(counter.shop, lambda: counter.window, lambda _key: None, lambda: None)


def keys(counter):
    dialog = show_keys(counter.window, counter.frame, keys_flows(counter))
    counter.wait(lambda: bool(counter.read("keysMode")))
    return dialog


def new_password(counter):
    return show_password(counter.window, counter.frame, counter.shop, PasswordJob.CHANGE, lambda _key: None)


def rekey(counter):
    return show_rekey(counter.window, counter.shop, lambda: None)


def locked(counter):
    dialog = LockedDialog(counter.theme, LockedShop(counter.shop.places, counter.shop.vault))
    dialog.show()
    return dialog


def export(counter):
    showing = Showing(CustomerQuery("王"), ("name",), Selection(frozenset({1})))
    return show_export(counter.window, counter.frame, counter.shop.workplace, lambda _o, _p: 0, showing)


def own_pin(counter):
    return show_set_pin(counter.window, counter.frame, counter.shop.workplace, 1, "Owner", has_pin=True)


def ask_pin(counter):
    dialog = AskPin(counter.window, counter.theme, "Owner", "This is not the PIN of Owner.")
    dialog.open()
    return dialog


def forgotten_pin(counter):
    return show_forgotten_pin(counter.window, counter.theme, counter.work, counter.shop, 1)


def fields(counter):
    add_field(counter.shop.workplace, FieldDraft("积分"))
    dialog = show_fields(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: bool(dialog.list.texts()))
    return dialog


def first_run(counter):
    place = FirstPlace(counter.shop.places.data.path, speak=use_language)
    dialog = FirstRun(counter.window, counter.theme, counter.settings, place)
    dialog.open()
    return dialog


def first_customers(counter):
    dialog = first_run(counter)
    dialog.show_step(1)
    return dialog


def open_fault(counter):
    fault = Fault(FaultKind.KEY_MISSING, folder="/shop", header=True)
    counter.kept = OpenFaultDialog(
        counter.theme, fault, ShopOptions(), WayBack(counter.shop.places, counter.shop.vault)
    )
    counter.kept.show()
    return counter.kept


def about(counter):
    counter.window.open_about()
    counter.wait_for("aboutDialog")
    dialog = counter.window.findChild(AboutDialog)
    dialog.tabs.choose(LICENCES)
    return dialog


def plans(counter):
    take_suggestion(counter.shop.workplace, "birthday")
    dialog = show_plans(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: bool(dialog.list.texts()) and counter.frame.work.is_idle())
    return dialog


def start(counter):
    take_suggestion(counter.shop.workplace, "birthday")
    dialog = show_start_plan(counter.window, counter.frame, counter.shop.workplace, Selection(query=CustomerQuery()))
    counter.wait(lambda: dialog.plan.count() == 1)
    return dialog


def holidays(counter):
    dialog = show_holidays(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: bool(dialog.list.texts()))
    return dialog


def editor(counter):
    draft = FollowUpDraft("Call", date(2026, 11, 23), repeat=Repeat("FREQ=WEEKLY;BYDAY=MO"), reminders=(15,))
    dialog = plan(counter.window, counter.frame, counter.shop.workplace, draft)
    counter.wait(lambda: not dialog.repeat.sentence.isHidden())
    return dialog


def handing_over(counter):
    add_person(counter.shop.workplace, "Anna")
    dialog = show_hand_over(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: dialog.taker.count() > 0)
    return dialog


def scope(counter):
    return ask_scope(counter.window, counter.theme, "Change a follow-up that repeats", lambda _scope: None)


def spreading(counter):
    dialog = SpreadDialog(counter.window, counter.theme, 40, lambda _quota: None)
    dialog.open()
    return dialog


def closing(counter):
    dialog = CloseDialog(counter.window, counter.theme, 40, lambda _reason: None)
    dialog.open()
    return dialog


def cadences(counter):
    add_tag(counter.shop.workplace, counter.shelf.add("王小明"), "VIP")
    dialog = show_cadences(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: dialog.form.tag.count() == 1)
    return dialog


def own_kinds(counter):
    add_kind(counter.shop.workplace, "送货", "blue")
    dialog = show_own_kinds(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: bool(dialog.list.texts()))
    return dialog


def bringing(counter):
    path = counter.shop.places.data.path / "calendar.ics"
    event = "BEGIN:VEVENT\nUID:1\nSUMMARY:a\nDTSTART:20261124T090000\nEND:VEVENT\n"
    path.write_text(f"BEGIN:VCALENDAR\n{event}BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", encoding="utf-8")
    dialog = show_calendars(counter.window, counter.frame, counter.shop, [path])
    counter.wait(lambda: bool(dialog.problems.texts()))
    return dialog


def selling(counter):
    dialog = sell(counter.window, counter.frame, counter.shop.workplace, counter.shelf.add("王小明"))
    counter.wait(lambda: bool(dialog.pay.ways.buttons()))
    dialog.entry.field.setText("188+")
    dialog.entry.enter()
    dialog.more.click()
    dialog.pay.more.click()
    counter.wait(lambda: dialog.sum.total.text() == "¥188.00" and counter.frame.work.is_idle())
    counter.qtbot.wait(50)  # the parts that came into sight take their room
    return dialog


def sold(counter):
    draft = SaleDraft("one", (LineDraft("明前龙井 250g", 38800), LineDraft("Tea caddy", 4500, 2 * ONE)))
    return record_sale(counter.shop.workplace, draft).sale_id


def slip(counter):
    dialog = show_slip(counter.window, counter.frame, counter.shop.workplace, sold(counter))
    counter.wait(lambda: dialog.slip is not None)
    return dialog


def refunding(counter):
    dialog = RefundDialog(counter.window, counter.frame, TillJobs(counter.shop.workplace), sold(counter))
    dialog.open()
    counter.wait(lambda: hasattr(dialog, "reason"))
    dialog.how.button("lines").click()
    counter.wait(counter.frame.work.is_idle)
    return dialog


def voiding(counter):
    slip = read_slip(counter.shop.workplace, sold(counter))
    dialog = VoidDialog(counter.window, counter.frame, TillJobs(counter.shop.workplace), slip)
    dialog.open()
    return dialog


def ways_to_pay(counter):
    dialog = show_methods(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: bool(dialog.list.texts()))
    return dialog


def moving_stock(counter):
    dialog = StockDialog(counter.window, counter.theme, Product("茶叶罐", stock=3 * ONE), lambda _delta, _reason: None)
    dialog.open()
    return dialog


DIALOGS = [
    bringing,
    recovery,
    restore,
    export,
    own_pin,
    ask_pin,
    forgotten_pin,
    fields,
    first_run,
    first_customers,
    open_fault,
    plans,
    start,
    holidays,
    cadences,
    own_kinds,
]
DIALOGS += [editor, handing_over, scope, spreading, closing]
DIALOGS += [selling, slip, refunding, voiding, ways_to_pay, moving_stock]
DIALOGS += [keys, new_password, rekey, locked, about]


def in_sight(dialog: QWidget) -> list[QWidget]:
    found = [widget for kind in INTERACTIVE for widget in dialog.findChildren(kind) if widget.isVisible()]
    return [w for w in found if not w.objectName().startswith("qt_") and not isinstance(w.parent(), QComboBox)]


@pytest.mark.parametrize("open_dialog", DIALOGS)
def test_every_widget_has_a_name_and_a_word_for_it(counter, open_dialog):
    for widget in in_sight(open_dialog(counter)):
        said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        assert widget.objectName(), f"{widget} has no name"
        assert said, f"{widget.objectName()} says nothing to a screen reader"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("open_dialog", DIALOGS)
def test_at_twice_the_text_size_everything_fits_a_small_screen(counter, open_dialog, language):
    use_language(language)
    counter.theme.use(text_percent=200)
    dialog = open_dialog(counter)
    counter.wait(dialog.isVisible)
    ground = dialog.screen().availableGeometry()
    assert ground.contains(dialog.geometry())
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.minimumSizeHint().width(), f"{button.objectName()} is cut off"
    for area in dialog.findChildren(QAbstractScrollArea, f"{dialog.objectName()}.scroll"):
        inner = area.widget()
        assert inner.minimumSizeHint().width() <= area.viewport().width(), "the text runs out of sight"
