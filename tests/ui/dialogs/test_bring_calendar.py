"""A calendar is dropped on the window: looked through, imported, told; and a broken one is named by its lines."""

import pytest

from crm_desktop.services.import_history import imports
from crm_desktop.services.undo import undo
from crm_desktop.ui.dialogs.bring_calendar import show_calendars
from crm_desktop.ui.flows import Flows, Ways
from crm_desktop.ui.widgets.row_list import RowList

EVENT = "BEGIN:VEVENT\nUID:1\nSUMMARY:回访\nDTSTART:20261124T090000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"
BROKEN = "BEGIN:VEVENT\nUID:2\nDTSTART:never\nEND:VEVENT\n"


@pytest.fixture
def calendar(tmp_path):
    def write(*events, name="a.ics"):
        path = tmp_path / name
        path.write_text(f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def flows(counter):
    flows = Flows(counter.shop, Ways(restart=lambda: None, on_key=lambda _key: None))
    flows.start(counter.window)
    return flows


def test_a_dropped_calendar_is_looked_through_imported_and_told(counter, flows, calendar):
    flows.import_files([calendar(EVENT, BROKEN)])
    counter.wait_for("bringCalendar.import")
    assert counter.read("bringCalendar.told") == "1 new, 0 to change, 0 as they are."
    assert counter.read("bringCalendar.more").startswith("1 of them")
    problems = counter.find("bringCalendar.problems", RowList)
    assert problems.texts() == [["10", "“never” is no day or time.", "The entry is left out."]]
    assert imports(counter.shop.workplace) == ()
    counter.press("bringCalendar.import")
    counter.wait(lambda: counter.read("bringCalendar.told").startswith("1 new, 0 changed"))
    assert counter.read("bringCalendar.cancel") == "Close"
    assert imports(counter.shop.workplace)[0].created == 1
    counter.press("bringCalendar.cancel")
    undo(counter.shop.workplace)


def test_the_same_calendar_again_offers_nothing_to_import(counter, calendar):
    for _ in range(2):
        dialog = show_calendars(counter.window, counter.frame, counter.shop, [calendar(EVENT)])
        counter.wait_for("bringCalendar.told")
        if dialog.findChild(type(counter.find("bringCalendar.import")), "bringCalendar.import").isEnabled():
            counter.press("bringCalendar.import")
            counter.wait(lambda: "taken back" in counter.read("bringCalendar.told"))
            dialog.close()
    assert counter.read("bringCalendar.told") == "Everything in it is here already; nothing would change."
    assert not counter.find("bringCalendar.import").isEnabled()


def test_what_is_no_calendar_ends_in_one_sentence(counter, tmp_path):
    path = tmp_path / "a.ics"
    path.write_text("hello", encoding="utf-8")
    show_calendars(counter.window, counter.frame, counter.shop, [path])
    counter.wait_for("bringCalendar.faultText")
    assert "is no calendar" in counter.read("bringCalendar.faultText")
    assert not counter.see("bringCalendar.import")


def test_several_calendars_come_one_after_the_other(counter, calendar):
    first = show_calendars(
        counter.window, counter.frame, counter.shop, [calendar(EVENT), calendar(EVENT, name="b.ics")]
    )
    counter.wait_for("bringCalendar.told")
    first.reject()
    counter.wait(lambda: counter.see("bringCalendar.lead") and counter.read("bringCalendar.lead") == "b.ics")
