"""Correct points, a gift of stored value or visits by hand: more or less, and always why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.adjust_points import Adjustment, adjust_points
from crm_desktop.services.booked import Booked
from crm_desktop.services.programmes import Programme, read_programmes
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.loyalty.customer_job import LARGEST, CustomerJob, Instead, Read
from crm_desktop.ui.loyalty.actions import Desk, set_up
from crm_desktop.ui.loyalty.words import quantity_text
from crm_desktop.ui.widgets.asked import Answers, Ask, Asked


class AdjustDialog(CustomerJob[list[Programme]]):
    """Says before what she has and what she would have."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "adjust", _T("Adjust", "Correct a balance"), _T("Adjust", "Correct"))
        self._kinds: dict[int, ProgrammeKind] = {}

    def read_more(self, place: Workplace, loyalty: Loyalty) -> list[Programme]:
        """Return the programmes in use, and those she holds an account of."""
        held = {balance.programme_id for balance in loyalty.balances}
        return [one for one in read_programmes(place).programmes if one.active or one.programme_id in held]

    def questions(self, read: Read[list[Programme]]) -> Sequence[Asked]:
        """Ask what, more or less, how much, until when and why."""
        self._kinds = {one.programme_id: one.kind for one in read.more}

        def is_money(given: Answers) -> bool:
            return self._kinds.get(given.get("programme_id", 0)) is ProgrammeKind.STORED

        def adds(given: Answers) -> bool:
            return bool(given.get("adds", True))

        more = ((True, _T("Adjust", "more")), (False, _T("Adjust", "less")))
        return (
            Asked(
                "programme_id",
                _T("Adjust", "What"),
                Ask.CHOICE,
                tuple((one.programme_id, one.name) for one in read.more),
            ),
            Asked("adds", _T("Adjust", "More or less"), Ask.CHOICE, more),
            Asked("money", _T("Adjust", "Gift"), Ask.MONEY, least=1, most=LARGEST, shown=is_money),
            Asked(
                "number",
                _T("Adjust", "How many"),
                Ask.NUMBER,
                least=1,
                most=LARGEST,
                shown=lambda given: not is_money(given),
            ),
            Asked("expires_on", _T("Adjust", "Ends on a day of its own"), Ask.DAY, optional=True, shown=adds),
            Asked("reason", _T("Loyalty", "Reason"), Ask.TEXT),
        )

    def instead(self, read: Read[list[Programme]]) -> Instead | None:
        """Without a programme the first one is set up."""
        if read.more:
            return None
        text = _T("Adjust", "The shop has no loyalty programme yet, so there is no balance to correct.")
        return Instead(text, _T("Loyalty", "Set it up"), set_up("points"))

    def begun(self, read: Read[list[Programme]]) -> dict[str, Any]:
        """Begin with the first programme."""
        return {"programme_id": read.more[0].programme_id, "adds": True}

    def preview_of(self, read: Read[list[Programme]], drafts: dict[str, Any]) -> str:
        """Say what she has, and would have."""
        programme_id = drafts.get("programme_id")
        kind = self._kinds.get(programme_id) if isinstance(programme_id, int) else None
        if kind is None:
            return ""
        has = sum(one.available for one in read.loyalty.balances if one.programme_id == programme_id)
        by = drafts.get("money" if kind is ProgrammeKind.STORED else "number") or 0
        would = has + (by if drafts.get("adds", True) else -by)
        return _T("Adjust", "She has {before}; after it {after}.").format(
            before=quantity_text(kind, has, self.amounts), after=quantity_text(kind, would, self.amounts)
        )

    def job(self, read: Read[list[Programme]], answers: dict[str, Any]) -> Callable[[], Booked]:
        """Book it."""
        by = answers["money"] if "money" in answers else answers["number"]
        adjustment = Adjustment(
            self.slip_id,
            read.loyalty.customer_id,
            answers["programme_id"],
            by if answers["adds"] else -by,
            answers["reason"],
            answers.get("expires_on"),
        )
        return lambda: adjust_points(self.desk.workplace, adjustment)
