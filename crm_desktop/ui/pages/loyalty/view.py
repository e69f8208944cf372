"""The Loyalty page: its parts at the left, sentences at the right, and below what is not saved yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.presets import Trade
from crm_desktop.services.begin_programmes import start_with_preset
from crm_desktop.services.coupons import Batch
from crm_desktop.services.programmes import Programme, save_rules
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.moments import short_moment
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.loyalty.batch_sort import BatchSort
from crm_desktop.ui.pages.loyalty.cards_section import CardsSection
from crm_desktop.ui.pages.loyalty.items import ItemsCard, Words
from crm_desktop.ui.pages.loyalty.owed_section import OwedSection
from crm_desktop.ui.pages.loyalty.page import SECTIONS
from crm_desktop.ui.pages.loyalty.page_state import PageState, ToSave
from crm_desktop.ui.pages.loyalty.presets_view import PresetsView
from crm_desktop.ui.pages.loyalty.reward_sort import RewardSort
from crm_desktop.ui.pages.loyalty.sections import (
    OccasionsSection,
    PointsSection,
    Section,
    StoredSection,
    TiersSection,
)
from crm_desktop.ui.pages.loyalty.shelf import Shelf, read_shelf
from crm_desktop.ui.pages.loyalty.try_section import TrySection
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

_ICONS = {
    "points": "star",
    "tiers": "award",
    "stored": "wallet",
    "cards": "ticket",
    "rewards": "gift",
    "coupons": "percent",
    "occasions": "cake",
    "try": "flask-conical",
    "owed": "scale",
}


class LoyaltyView(PageView):
    """Shows the presets of trades first, and the programmes from then on."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._workplace = workplace
        self.state = PageState()
        self.shelf: Shelf | None = None
        self._kept_drafts: dict[str, str] = {}
        self._ready = False
        self.presets = PresetsView(frame.theme)
        self.presets.chosen.connect(self._begin)
        self.sections = self._made_sections()
        self.since = named(ElidedLabel(), "loyalty.since", role="muted")
        self.since.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.earlier = make_button("loyalty.earlier", _T("EarlierRules", "Earlier rules"), self._show_earlier, "link")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._first_state())
        self._stack.addWidget(self._main())
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addLayout(self._stack, 1)
        self._ask()

    # the page's side of the frame

    def open(self, argument: object) -> None:
        """Show a part by its name."""
        if argument in SECTIONS:
            self._choose(SECTIONS.index(str(argument)))

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002
        """Read everything again: nearly every change shows here somewhere."""
        self._ask()

    def is_ready(self) -> bool:
        """Say whether the programmes have been read."""
        return self._ready

    def focus_first(self) -> None:
        """Put the keyboard on the parts."""
        if self._stack.currentIndex() == 0:
            self.presets.focus_first()
        else:
            self.list.setFocus()

    def end(self) -> None:
        """Stop the replay of sales: the window goes."""
        section = self.sections["try"]
        if isinstance(section, TrySection):
            section.end()

    def save_state(self) -> dict[str, object]:
        """Return the part in sight and the drafts."""
        return {"section": self.list.currentRow(), "drafts": self.state.drafts()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back; drafts wait for the shop's own rules."""
        place, drafts = state.get("section"), state.get("drafts")
        self._choose(place if isinstance(place, int) else 0)
        if isinstance(drafts, dict):
            self._kept_drafts = drafts
            self._use_drafts()

    # building

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(named(QLabel(_T("Pages", "Loyalty")), "loyalty.title", role="title"))
        row.addWidget(self.since, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.frame.verbs.button("loyalty.check"))
        return row

    def _first_state(self) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        heading = _T("LoyaltyPage", "How will you thank your customers?")
        column.addWidget(named(QLabel(heading), "loyalty.presets.heading", role="heading"))
        column.addWidget(self.presets, 1)
        return place

    def _main(self) -> QWidget:
        self.list = named(QListWidget(), "loyalty.sections", _T("LoyaltyPage", "Parts of the page"))
        self.list.setIconSize(QSize(self.frame.theme.icon_side(), self.frame.theme.icon_side()))
        self._places = QStackedWidget()
        words = section_words()
        for key in SECTIONS:
            item = QListWidgetItem(self.frame.theme.icon(_ICONS[key], "muted"), words[key])
            item.setSizeHint(QSize(0, self.frame.theme.row_height()))
            self.list.addItem(item)
            place = ScrolledColumn(f"loyalty.place.{key}", margin=2)
            place.column.addWidget(self.sections[key], 1)
            self._places.addWidget(place)
        self.list.setFixedWidth(round(self.frame.theme.base_points * 17))
        self.list.currentRowChanged.connect(self._chosen)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._places, 1)
        right.addWidget(self._foot())
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.list.setCurrentRow(0)
        return whole

    def _foot(self) -> QFrame:
        self.foot = named(QFrame(), "loyalty.unsaved", panel="raised")
        self.unsaved = wrapped_label("loyalty.unsaved.text")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        row.addWidget(self.unsaved, 1)
        leave = _T("LoyaltyPage", "Leave everything as it was")
        row.addWidget(make_button("loyalty.discard", leave, self.discard, "quiet"))
        row.addWidget(
            make_button("loyalty.tryDraft", _T("LoyaltyPage", "Try on past sales"), partial(self.open, "try"))
        )
        row.addWidget(make_button("loyalty.save", _T("LoyaltyPage", "Save"), self.save, "primary"))
        self.foot.hide()
        return self.foot

    def _made_sections(self) -> dict[str, Section]:
        frame, place = self.frame, self._workplace
        rewards = Words(
            _T("LoyaltyPage", "Rewards"),
            _T("LoyaltyPage", "New reward"),
            _T("LoyaltyPage", "Nothing is given for points yet."),
            "gift",
        )
        coupons = Words(
            _T("LoyaltyPage", "Coupons"),
            _T("LoyaltyPage", "New batch"),
            _T("LoyaltyPage", "No coupons yet. A batch says what they are worth; then they are given out and printed."),
            "percent",
        )
        sections: dict[str, Section] = {
            "points": PointsSection(frame),
            "tiers": TiersSection(frame, place),
            "stored": StoredSection(frame),
            "cards": CardsSection(frame, place),
            "rewards": _Listed(ItemsCard(frame, place, "loyalty.rewardList", rewards, RewardSort())),
            "coupons": _Listed(ItemsCard(frame, place, "loyalty.batchList", coupons, BatchSort(self._give_out))),
            "occasions": OccasionsSection(frame),
            "try": TrySection(frame, place),
            "owed": OwedSection(frame, place),
        }
        for section in sections.values():
            section.changed.connect(self._draft_changed)
        return sections

    # reading and showing

    def _ask(self) -> None:
        place = self._workplace
        self.frame.work.read(lambda: read_shelf(place), self._show, self._refuse, "loyalty.shelf")

    def _show(self, shelf: Shelf) -> None:
        first, self.shelf, self._ready = not self._ready, shelf, True
        self.state.take(shelf)
        self._use_drafts()
        begun = bool(shelf.programmes.programmes) or bool(self._changed())
        self._stack.setCurrentIndex(1 if begun else 0)
        if not begun:
            self.presets.show_presets(shelf.currency)
            focused = self.window().focusWidget()
            if first and self.isVisible() and (focused is None or self.isAncestorOf(focused)):
                self.presets.focus_first()
        self._show_sections()

    def _show_sections(self) -> None:
        if self.shelf is None:
            return
        places = Amounts(self.shelf.currency).places
        for section in self.sections.values():
            section.show_shelf(self.shelf, self.state, places)
        self._show_unsaved()
        self._show_since()

    def _show_since(self) -> None:
        """Say since when the rules in sight count, with the way to those before."""
        programme = self._programme_in_sight()
        self.earlier.setVisible(programme is not None)
        self.since.setText("")
        if programme is not None:
            moment = short_moment(programme.since, self._workplace.now())
            self.since.setText(_T("LoyaltyPage", "These rules count since {moment}").format(moment=moment))

    def _programme_in_sight(self) -> Programme | None:
        if self.shelf is None or self._stack.currentIndex() == 0:
            return None
        section, found = SECTIONS[max(0, self.list.currentRow())], self.shelf.programmes
        return {"points": found.points, "occasions": found.points, "tiers": found.points, "stored": found.stored}.get(
            section
        )

    def _show_earlier(self) -> None:
        from crm_desktop.ui.pages.loyalty.earlier_rules import show_earlier_rules

        programme = self._programme_in_sight()
        if programme is not None and self.shelf is not None:
            show_earlier_rules(self.window(), self.frame, self._workplace, programme.programme_id, self.shelf)

    def _use_drafts(self) -> None:
        if self._kept_drafts and self.shelf is not None:
            drafts, self._kept_drafts = self._kept_drafts, {}
            self.state.restore(drafts)
            self._show_sections()

    def _draft_changed(self) -> None:
        for section in self.sections.values():
            section.refresh()
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        names = [one.name for one in self._changed()]
        self.foot.setVisible(bool(names))
        comma = _T("Filters", ", ", "between the values of a list")
        text = _T("LoyaltyPage", "Not saved yet: {names}. What was given so far keeps the rules it was given under.")
        self.unsaved.setText(text.format(names=comma.join(names)))

    def _changed(self) -> list[ToSave]:
        words = section_words()
        return self.state.to_save(words["points"], words["stored"])

    def _refuse(self, fault: Fault) -> None:
        self._ready = True
        self.frame.notices.tell_fault(fault)

    def _choose(self, place: int) -> None:
        self.list.setCurrentRow(place)

    def _chosen(self, place: int) -> None:
        self._places.setCurrentIndex(place)
        self._show_since()
        section = self.sections[SECTIONS[place]] if 0 <= place < len(SECTIONS) else None
        if isinstance(section, OwedSection) and self._ready:
            section.read()

    # doing

    def save(self) -> None:
        """Keep every draft, each as a new version of its programme."""
        place = self._workplace
        for one in self._changed():
            self.frame.work.write(
                partial(save_rules, place, one.which, one.rules),
                partial(self._saved, one),
                self.frame.notices.tell_fault,
            )

    def discard(self) -> None:
        """Forget every draft."""
        self.state.discard()
        self._show_sections()

    def _saved(self, one: ToSave, _changes: ChangeSet) -> None:
        one.state.kept = one.rules
        self._show_unsaved()

    def _begin(self, trade: Trade | None) -> None:
        place = self._workplace
        if trade is not None:
            self.frame.work.write(lambda: start_with_preset(place, trade), None, self._refuse)
            return
        self._stack.setCurrentIndex(1)
        points = self.sections["points"]
        if isinstance(points, PointsSection):
            points.begin()

    def _give_out(self, batch: Batch) -> None:
        from crm_desktop.ui.pages.loyalty.give_coupons import show_give_coupons

        if self.shelf is not None:
            show_give_coupons(self.window(), self.frame, self._workplace, batch, self.shelf.today)


class _Listed(Section):
    """A part that is one list."""

    def __init__(self, card: ItemsCard) -> None:
        super().__init__()
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:  # noqa: ARG002
        """Show the list."""
        self._card.show_shelf(shelf)


def section_words() -> dict[str, str]:
    """Return what the parts of the page are called."""
    return {
        "points": _T("LoyaltyPage", "Points"),
        "tiers": _T("LoyaltyPage", "Tiers"),
        "stored": _T("LoyaltyPage", "Stored value"),
        "cards": _T("LoyaltyPage", "Visit cards"),
        "rewards": _T("LoyaltyPage", "Rewards"),
        "coupons": _T("LoyaltyPage", "Coupons"),
        "occasions": _T("LoyaltyPage", "Birthdays, friends"),
        "try": _T("LoyaltyPage", "Try rules"),
        "owed": _T("LoyaltyPage", "What we owe"),
    }
