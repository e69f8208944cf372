"""The calendar on paper: what stands on it, and that a file comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.services.calendar_paper import agenda_paper, call_list_paper, save_paper, week_paper
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_calendar import EVERYBODY
from tests.support.shop import Shop, open_shop

TODAY = date(2026, 11, 22)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path)
    wang = opened.add("王小明 <VIP>", "13800001234")
    for draft in (
        FollowUpDraft("new tea", TODAY, time(9, 30), wang),
        FollowUpDraft("quote", TODAY - timedelta(days=3), None, wang),
        FollowUpDraft("tidy up", TODAY, None),
        FollowUpDraft("send samples", TODAY + timedelta(days=20), None, wang),
    ):
        plan_follow_up(opened.workplace, draft)
    yield opened
    opened.store.close()


def test_a_week_holds_all_its_days(shop: Shop) -> None:
    paper = week_paper(shop.workplace, TODAY - timedelta(days=6), TODAY, EVERYBODY)
    assert paper.html.count("<h3>") == 7
    assert "new tea" in paper.html
    assert "send samples" not in paper.html


def test_an_agenda_holds_the_days_that_have_something(shop: Shop) -> None:
    paper = agenda_paper(shop.workplace, TODAY, EVERYBODY)
    assert paper.html.count("<h3>") == 2
    assert "send samples" in paper.html


def test_names_stand_on_paper_as_they_are(shop: Shop) -> None:
    assert "王小明 &lt;VIP&gt;" in week_paper(shop.workplace, TODAY, TODAY, EVERYBODY).html


def test_a_call_list_holds_phones_and_what_is_late_and_nothing_without_a_customer(shop: Shop) -> None:
    html = call_list_paper(shop.workplace, TODAY, EVERYBODY).html
    assert "138 0000 1234" in html or "13800001234" in html
    assert "late: 19 November 2026" in html
    assert "tidy up" not in html


def test_a_day_without_calls_says_so(shop: Shop) -> None:
    assert "nothing planned" in call_list_paper(shop.workplace, TODAY + timedelta(days=2), EVERYBODY).html


def test_a_pdf_is_written_and_noted(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "week.pdf"
    save_paper(shop.workplace, week_paper(shop.workplace, TODAY, TODAY, EVERYBODY), path)
    assert path.read_bytes().startswith(b"%PDF")
