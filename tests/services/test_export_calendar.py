"""Follow-ups as a calendar file: whole, for other programs, and back again as they were."""

from datetime import date, time

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.customer import Outcome
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, Priority, Repeat
from crm_desktop.domain.journal import Kind
from crm_desktop.services.change_follow_up import move_follow_up, remove_follow_up
from crm_desktop.services.export_calendar import CalendarChoice, export_calendar
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up
from crm_desktop.services.follow_up_kinds import add_kind
from crm_desktop.services.import_calendar import import_calendar
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_calendar import CalendarFilter, read_days
from crm_desktop.store.dump import business_dump
from tests.support.shop import open_shop

FIRST, LAST = date(2026, 11, 1), date(2027, 12, 31)
LEFT_OUT = {
    "id", "series_id", "customer_id", "origin", "created_at", "closed_by", "interaction_id", "handed_at", "owner_id",
}  # fmt: skip


def plan(shop, title, day, **values):
    return plan_follow_up(shop.workplace, FollowUpDraft(title, day, **values)).key


@pytest.fixture
def full(shop):
    """A shop with every sort of follow-up."""
    wang = shop.add("王小明", "13800001234")
    add_kind(shop.workplace, "量房", "red")
    plan(
        shop,
        "报价; 带, 反斜\\杠",
        date(2026, 11, 24),
        customer_id=wang,
        kind="own-1",
        note="一\n二",
        reminders=(15, 600),
    )
    plan(shop, "上门", date(2026, 11, 25), time=time(9, 30), length=45, priority=Priority.HIGH, promised=True)
    plan(shop, "不提醒", date(2026, 11, 25), time=time(9, 30), reminders=())
    weekly = Repeat("FREQ=WEEKLY;BYDAY=MO;COUNT=30", on_closed="after")
    key = plan(shop, "周会", date(2026, 11, 23), time=time(9), customer_id=wang, repeat=weekly)
    finish_follow_up(shop.workplace, key, Finish(Outcome.REACHED))
    second, third = (FollowUpKey(None, key.series_id, f"{day}T09:00:00") for day in ("2026-11-30", "2026-12-07"))
    move_follow_up(shop.workplace, second, date(2026, 12, 2), time=time(11))
    remove_follow_up(shop.workplace, third)
    plan(
        shop,
        "农历",
        date(2026, 12, 1),
        repeat=Repeat("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;RSCALE=CHINESE;SKIP=BACKWARD"),
    )
    after = plan(shop, "保养", date(2026, 11, 22), repeat=Repeat("FREQ=MONTHLY;INTERVAL=3", anchor="after_done"))
    finish_follow_up(shop.workplace, after, Finish(Outcome.REACHED))
    return shop


def told(shop):
    """Return the shop's follow-ups as its people see them: without ids, and without how they came here."""
    with shop.store.read() as connection:
        found = business_dump(connection)
    names = {row_id: row["public_id"] for row_id, row in found["follow_up_series"].items()}
    rows = [(names.get(row.get("series_id")), _plain(row)) for row in found["follow_up"].values()]
    series = [_plain(row) for row in found["follow_up_series"].values()]
    exceptions = [(names[row["series_id"]], row["original"]) for row in found["series_exception"].values()]
    return sorted(rows, key=str), sorted(series, key=str), sorted(exceptions)


def _plain(row):
    return {name: value for name, value in row.items() if name not in LEFT_OUT}


def test_what_goes_out_comes_back_as_it_was_in_another_shop(full, tmp_path):
    path = tmp_path / "a.ics"
    written = export_calendar(full.workplace, path)
    (tmp_path / "other").mkdir()
    other = open_shop(tmp_path / "other")
    other.add("王小明", "13800001234")
    add_kind(other.workplace, "量房", "red")
    result = import_calendar(other.workplace, path)
    assert (written.rows, result.created, result.errors) == (9, 9, ())
    assert result.counts.with_customer == 4
    assert told(other) == told(full)
    days = [
        [(one.day, one.time, one.title) for one in read_days(shop.workplace, FIRST, LAST)] for shop in (full, other)
    ]
    assert days[0] == days[1]
    other.store.close()


def test_what_goes_out_comes_back_to_its_own_shop_as_nothing_new(full, tmp_path):
    path, before = tmp_path / "a.ics", told(full)
    export_calendar(full.workplace, path)
    result = import_calendar(full.workplace, path)
    assert (result.created, result.updated, result.unchanged, result.operation) == (0, 0, 9, None)
    assert told(full) == before


@pytest.mark.parametrize(
    ("choice", "titles"),
    [
        (CalendarChoice(date(2026, 11, 24), date(2026, 11, 25)), ["上门", "不提醒", "报价"]),
        (CalendarChoice(who=CalendarFilter(kinds=frozenset({"own-1"}))), ["报价"]),
        (CalendarChoice(who=CalendarFilter(owner_ids=frozenset({None}))), []),
        (CalendarChoice(customer_id=1), ["周会", "周会", "周会", "报价"]),
        (
            CalendarChoice(date(2027, 2, 1), date(2027, 2, 10), CalendarFilter(done=False)),
            ["农历", "周会", "周会", "周会"],
        ),
    ],
)
def test_only_what_is_in_sight_goes_out(full, tmp_path, choice, titles):
    path = tmp_path / "a.ics"
    export_calendar(full.workplace, path, choice)
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [line.removeprefix("SUMMARY:").partition("\\")[0] for line in lines if line.startswith("SUMMARY:")]
    assert sorted(found) == sorted(titles)


def test_an_export_is_noted_and_leaves_no_half_file(full, tmp_path):
    path = tmp_path / "a.ics"
    with pytest.raises(Fault):
        export_calendar(full.workplace, path, cancelled=lambda: True)
    assert list(tmp_path.glob("*.ics")) == []
    export_calendar(full.workplace, path)
    with full.store.read() as connection:
        last = connection.exec_driver_sql("SELECT kind, reason FROM operation ORDER BY id DESC LIMIT 1").one()
    assert tuple(last) == (Kind.EXPORT.value, "a.ics")
