"""Follow-ups as an owner types them: planned, listed, done, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from crm_desktop.base.clock import clock_from
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.customer import Channel, CustomerDraft, Purpose
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.services.follow_up_plans import save_plan
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.record_consent import record_consent
from crm_desktop.services.register_customer import register_customer
from tests.cli.conftest import Type
from tests.support.shop import NOON

NOW = ("--now", "2026-11-22T12:00")


@pytest.fixture
def customer(demo: Type) -> str:
    found: str = demo("find", "王", "--json").json[0]["id"]
    return found


def planned(type_: Type, *arguments: object) -> dict[str, object]:
    answer: dict[str, object] = type_("plan", *arguments, *NOW, "--json").json
    return answer


def listed(type_: Type, *arguments: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = type_("followups", *arguments, *NOW, "--json").json
    return found


def test_what_is_planned_is_listed_and_shown(demo: Type, customer: str) -> None:
    answer = demo("plan", customer, "--due", "tomorrow 15:00", "--title", "回访新茶", *NOW)
    assert (answer.code, answer.out.splitlines()[0][:24]) == (0, "Planned a follow-up of 王")
    line = next(one for one in demo("followups", *NOW).out.splitlines() if "回访新茶" in one)
    assert "2026-11-23  15:00" in line
    assert "Owner" in line


def test_done_logs_the_contact_and_plans_the_next_in_one_step(demo: Type, customer: str) -> None:
    key = planned(demo, customer, "--due", "2026-11-22", "--title", "回访新茶")["id"]
    done = demo("done", key, "--outcome", "reached", "--note", "很满意", "--next", 7, *NOW, "--json").json
    coming = {one["id"]: one["title"] for one in listed(demo, "--from", "+7", "--to", "+7")}
    assert coming.get(done["next"]) == "回访新茶"
    timeline = demo("show", customer, "--json").json["timeline"]
    assert next(one["text"] for one in timeline if "text" in one) == "回访新茶 · 很满意"
    assert demo("undo").code == 0
    assert key in [one["id"] for one in listed(demo)]


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("week", ["2026-11-23", "2026-11-30", "2026-12-07"]),
        ("10d", ["2026-11-23", "2026-12-03"]),
        ("mon,thu", ["2026-11-23", "2026-11-26", "2026-11-30", "2026-12-03", "2026-12-07"]),
        ("FREQ=WEEKLY;INTERVAL=2", ["2026-11-23", "2026-12-07"]),
    ],
)
def test_a_series_is_planned_in_words_or_as_a_rule(demo: Type, every: str, days: list[str]) -> None:
    planned(demo, "-", "--due", "2026-11-23", "--title", "交房租", "--every", every)
    mine = [one for one in listed(demo, "--to", "2026-12-09") if one["title"] == "交房租"]
    assert [one["day"] for one in mine] == days
    assert all(str(one["id"]).startswith("s") for one in mine)


def test_after_it_is_done_counts_from_today(demo: Type) -> None:
    key = planned(demo, "-", "--due", "2026-11-20", "--title", "盘点", "--every", "2w", "--after-done")["id"]
    assert key in [one["id"] for one in listed(demo, "--overdue")]
    answer = demo("done", key, *NOW)
    assert "Finished “盘点”" in answer.out
    assert "2026-12-06 盘点" in answer.out


def test_a_follow_up_of_nobody_is_taken_back_by_its_title(demo: Type) -> None:
    planned(demo, "-", "--due", "2026-11-23", "--title", "交房租")
    assert demo("undo").out == "Taken back: Plan “交房租”\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan", "-", "--due", "30 February"),
        ("plan", "-", "--due", "2026-11-23", "--every", "sometimes"),
        ("plan", "-", "--due", "2026-11-23", "--owner", "Nobody"),
        ("plan", "-", "--due", "2026-11-23", "--kind", "dance"),
        ("done", "999999"),
        ("done", "rubbish"),
    ],
)
def test_what_makes_no_sense_is_refused_with_one_sentence(demo: Type, arguments: tuple[str, ...]) -> None:
    for language in ("en", "zh_CN"):
        answer = demo(*arguments, language=language)
        assert (answer.code, answer.out, answer.error.count("\n")) == (1, "", 1)


def test_plans_that_start_by_themselves_have_started_before_the_list_is_read(demo: Type, folder: Path) -> None:
    with shop_of(ShopOptions(data_dir=folder), clock_from(NOON)) as shop:
        save_plan(shop.workplace, Plan("新客关怀", (PlanStep(1, "问候新客"),), PlanEvent.NEW_CUSTOMER))
        register_customer(shop.workplace, CustomerDraft("小李"))
    assert ("问候新客", "小李") in [(one["title"], one["name"]) for one in listed(demo, "--to", "+3")]


def test_who_refused_calls_is_marked_in_the_list(demo: Type, customer: str, folder: Path) -> None:
    planned(demo, customer, "--due", "2026-11-24", "--title", "回访新茶")
    assert [one["refused_calls"] for one in listed(demo) if one["title"] == "回访新茶"] == [False]
    with shop_of(ShopOptions(data_dir=folder)) as shop:
        row_id = resolve_customer(shop.workplace, customer)
        record_consent(shop.workplace, row_id, Channel.PHONE, given=False, purpose=Purpose.SERVICE)
    assert [one["refused_calls"] for one in listed(demo) if one["title"] == "回访新茶"] == [True]
    line = next(one for one in demo("followups", *NOW).out.splitlines() if "回访新茶" in one)
    assert line.endswith("refused calls")
