"""What the calendar shows goes out as a file for other programs."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.services.plan_follow_up import plan_follow_up
from tests.ui.pages.calendar.driver import Driver


def test_the_view_in_sight_is_written_for_other_programs(calendar: Driver, tmp_path: Path) -> None:
    place = calendar.page.outward._workplace
    for day in (date(2026, 11, 24), date(2027, 3, 1)):
        plan_follow_up(place, FollowUpDraft(f"{day:%B}", day))
    calendar.window.verbs.run("calendar.export")
    (dialog,) = calendar.window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Follow-ups 2026-10-26 – 2026-12-06.ics"
    dialog.close()
    calendar.page.outward.write(tmp_path / "mine")
    calendar.bot.waitUntil(lambda: bool(calendar.toasts), timeout=20_000)
    text = (tmp_path / "mine.ics").read_text(encoding="utf-8")
    assert ("SUMMARY:November" in text, "SUMMARY:March" in text) == (True, False)
