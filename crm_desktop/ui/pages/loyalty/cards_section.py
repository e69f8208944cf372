"""The sorts of visit cards, each a card of sentences with its name on top."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.rules import VisitRules
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.problems import problem_text
from crm_desktop.services.programmes import Programme, put_aside_programme, rename_programme, save_rules
from crm_desktop.services.say_rules import say_rules
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.ask_name import AskName
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.notices import Level
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.loyalty.other_editors import VISITS, visit_editors
from crm_desktop.ui.pages.loyalty.page_state import PageState
from crm_desktop.ui.pages.loyalty.sections import Section
from crm_desktop.ui.pages.loyalty.sentence_card import Say, SentenceCard
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.pages.loyalty.state import RulesState, Sentence, sentences_of
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

FIRST_USES = 10


class CardsSection(Section):
    """Begins, renames, puts aside and changes sorts of visit cards."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        named(self, "loyalty.cards")
        self._frame, self._workplace = frame, workplace
        self._shelf: Shelf | None = None
        self._cards: dict[int, _SortCard] = {}
        none = _T("LoyaltyPage", "The shop sells no visit cards yet.")
        self.empty = wrapped_label("loyalty.cards.empty", "muted", none)
        self.new = make_button("loyalty.cards.new", _T("LoyaltyPage", "New sort of card …"), self.begin)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def begin(self) -> None:
        """Ask for the name of a new sort."""
        self._ask_name(_T("LoyaltyPage", "New sort of visit card"), _T("LoyaltyPage", "Begin"), "", self._begun)

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:
        """Show a card for each sort, those put aside last."""
        self._shelf = shelf
        sorts = sorted(shelf.programmes.cards, key=lambda one: not one.active)
        for programme_id in set(self._cards) - {one.programme_id for one in sorts}:
            gone = self._cards.pop(programme_id)
            gone.hide()
            gone.deleteLater()
        for place, programme in enumerate(sorts):
            card = self._cards.get(programme.programme_id) or self._made(programme.programme_id)
            self._column.insertWidget(1 + place, card)
            card.show_sort(programme, state.cards[programme.programme_id], shelf, places)
        self.empty.setVisible(not sorts)

    def refresh(self) -> None:
        """Say the rules anew."""
        for card in self._cards.values():
            card.refresh()

    def _made(self, programme_id: int) -> _SortCard:
        card = _SortCard(self._frame, programme_id, self._say)
        card.changed.connect(self.changed)
        card.rename.clicked.connect(partial(self._rename, programme_id))
        card.aside.clicked.connect(partial(self._put_aside, programme_id))
        self._cards[programme_id] = card
        return card

    def _say(self, state: RulesState) -> list[Sentence]:
        if self._shelf is None or state.draft is None:
            return []
        return sentences_of(say_rules(state.draft, self._shelf.words()), VISITS)

    def _sort(self, programme_id: int) -> Programme | None:
        sorts = self._shelf.programmes.cards if self._shelf else ()
        return next((one for one in sorts if one.programme_id == programme_id), None)

    # doing

    def _begun(self, name: str) -> None:
        place = self._workplace
        self._write(lambda: save_rules(place, ProgrammeKind.VISITS, VisitRules(FIRST_USES), name))

    def _rename(self, programme_id: int, _checked: bool = False) -> None:
        found, place = self._sort(programme_id), self._workplace
        if found is not None:
            title, verb = _T("LoyaltyPage", "Rename “{name}”").format(name=found.name), _T("LoyaltyPage", "Rename")
            self._ask_name(
                title, verb, found.name, lambda name: self._write(lambda: rename_programme(place, programme_id, name))
            )

    def _put_aside(self, programme_id: int, _checked: bool = False) -> None:
        found, place = self._sort(programme_id), self._workplace
        if found is not None:
            self._write(lambda: put_aside_programme(place, programme_id, not found.active))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        def refuse(fault: Fault) -> None:
            sentence = problem_text(fault)
            if sentence is None:
                self._frame.notices.tell_fault(fault)
            else:
                self._frame.notices.say(sentence, Level.WARNING, key="loyalty.cards")

        self._frame.notices.withdraw("loyalty.cards")
        self._frame.work.write(job, None, refuse)

    def _ask_name(self, title: str, verb: str, name: str, on_name: Callable[[str], object]) -> None:
        dialog = AskName(self.window(), title, _T("LoyaltyPage", "Name of the card"), verb)
        dialog.field.setText(name)
        dialog.accepted.connect(lambda: on_name(dialog.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _SortCard(SentenceCard):
    """One sort: its name, whether it is still sold, how many are out, its rules."""

    def __init__(self, frame: Frame, programme_id: int, say: Say) -> None:
        name = f"loyalty.card.{programme_id}"
        super().__init__(frame.theme, name, " ", visit_editors(), say)
        self.members = wrapped_label(f"{name}.members", "muted")
        self.add_tool(self.members)
        self.rename = IconButton(frame.theme, f"{name}.rename", "pencil", _T("LoyaltyPage", "Rename"))
        self.aside = IconButton(frame.theme, f"{name}.aside", "eye-off", _T("LoyaltyPage", "Sell it no longer"))
        self.add_tool(self.rename)
        self.add_tool(self.aside)
        self._theme_of = frame.theme

    def show_sort(self, programme: Programme, state: RulesState, shelf: Shelf, places: int) -> None:
        """Show a sort."""
        self.heading.setText(programme.name)
        self.setAccessibleName(programme.name)
        held = _T("LoyaltyPage", "%n card(s) out", n=programme.members)
        stopped = "" if programme.active else _T("LoyaltyPage", "not sold any more")
        self.members.setText(" · ".join(part for part in (held, stopped) if part))
        self.aside.setIcon(self._theme_of.icon("eye-off" if programme.active else "eye", "muted"))
        no_more, again = _T("LoyaltyPage", "Sell it no longer"), _T("LoyaltyPage", "Sell it again")
        self.aside.say(no_more if programme.active else again)
        self.use(state, shelf, places)
