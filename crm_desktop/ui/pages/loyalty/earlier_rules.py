"""The rules a programme had: since when, by whom, and what they said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.programmes import VersionShown, rules_history
from crm_desktop.services.say_rules import say_rules
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.loyalty.actions import opened
from crm_desktop.ui.moments import long_moment
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.wrapped import wrapped_label


class EarlierRules(Sheet):
    """One card for each version, the newest first."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace, programme_id: int, shelf: Shelf) -> None:
        super().__init__(parent, frame.theme, "earlierRules", _T("EarlierRules", "Earlier rules"), ems=60)
        self._shelf = shelf
        lead = _T("EarlierRules", "Each change made a version of its own; what was given under it keeps its terms.")
        self.say_lead(lead)
        self.add_verb("earlierRules.close", _T("Loyalty", "Close"), self.reject)
        frame.work.read(lambda: rules_history(workplace, programme_id), self._show, self._refuse, "earlierRules.read")

    def _show(self, versions: list[VersionShown]) -> None:
        for number, version in enumerate(versions):
            since = _T("EarlierRules", "since {moment}").format(moment=long_moment(version.since))
            heading = " · ".join(part for part in (since, version.person_name) if part)
            card = CardPanel(heading, f"earlierRules.{number}")
            said = say_rules(version.rules, self._shelf.words(), self._shelf.engine_tiers())
            text = "\n".join(one.text for one in said)
            card.body.addWidget(wrapped_label(f"earlierRules.{number}.said", text=text))
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.fit()

    def _refuse(self, fault: Fault) -> None:
        self.say_fault(sentence_for(fault))


def show_earlier_rules(parent: QWidget, frame: Frame, workplace: Workplace, programme_id: int, shelf: Shelf) -> QWidget:
    """Open it."""
    return opened(EarlierRules(parent, frame, workplace, programme_id, shelf))
