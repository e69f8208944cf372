"""The page of duplicates: the queue, the customers at hand side by side, and the decision on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.decide_pairs import reopen_pair, same_household
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.tell_apart import tell_apart
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Verb
from crm_desktop.ui.duplicate_scan import DuplicateScan
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.duplicates.decision_bar import BarVerb, DecisionBar
from crm_desktop.ui.pages.duplicates.page import PAGE_ID
from crm_desktop.ui.pages.duplicates.queue import Decision, Overview, Page, Queue, Show, overview, read_page
from crm_desktop.ui.pages.duplicates.queue_list import QueueList
from crm_desktop.ui.pages.duplicates.scan_strip import ScanStrip
from crm_desktop.ui.pages.duplicates.side_view import SideView
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.split_pane import SplitPane

_QUEUE, _MORE, _COUNTS = "duplicates.queue", "duplicates.more", "duplicates.counts"
_SIDE_MS = 60
"""How long the keyboard may rest on a line of the queue before its customers are read."""


class DuplicatesView(PageView):
    """J and K go from pair to pair, numbers choose who stays, M, N and H decide, Z takes back."""

    def __init__(self, frame: Frame, workplace: Workplace, scan: DuplicateScan) -> None:
        super().__init__(frame)
        self._place = workplace
        self._scan = scan
        self._overview: Overview | None = None
        self._loaded = False
        self._go_first = True
        self._wanted: tuple[int, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._decided: dict[int, Decision] = {}
        self._settled: int | None = None
        self.queue = Queue()
        self.list = QueueList(frame.theme, self.queue)
        self.side = SideView(frame, workplace, "duplicates.side")
        self.strip = ScanStrip(frame, workplace, scan)
        self.chips = ChipRow(_chips(), "duplicates.show", _T("Duplicates", "What the queue lists"))
        self.count = named(QLabel(), "duplicates.count", role="muted")
        self.bar = DecisionBar(frame.theme, "duplicates.bar", self._bar_verbs())
        self._timer = QTimer(self, singleShot=True, interval=_SIDE_MS)
        self._lay_out()
        self._listen()
        self._show_entry()
        self._read_counts()
        self._read_queue()

    # what the frame asks

    def verbs(self) -> Sequence[Verb]:
        """Return the verbs of this page."""

        def verb(name: str, text: str, run: Callable[[], object], key: str, icon: str) -> Verb:
            return Verb(f"duplicates.{name}", text, run, key, icon, page=PAGE_ID)

        undo = _T("Verbs", "Take back the last decision")
        return (
            verb("next", _T("Verbs", "Next pair"), lambda: self.step(1), "J", "chevron-down"),
            verb("previous", _T("Verbs", "Previous pair"), lambda: self.step(-1), "K", "chevron-up"),
            verb("merge", _T("Verbs", "Merge"), self.merge, "M", "git-merge"),
            verb("different", _T("Verbs", "Not the same person"), self.different, "N", "user-x"),
            verb("household", _T("Verbs", "Same household"), self.household, "H", "house"),
            verb("reopen", _T("Verbs", "Decide again"), self.reopen, "R", "history"),
            verb("undo", undo, lambda: self.frame.verbs.run("edit.undo"), "Z", "undo-2"),
        )

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the queue again; what was taken back is at hand again."""
        is_known = changes is not None and self._is_known(changes)
        ids = self.side.state.ids
        if changes is None or any(map(changes.concerns, ids)):
            self.side.refresh()
        self._read_counts()
        if not is_known:
            self._read_queue()

    def _is_known(self, changes: ChangeSet) -> bool:
        """Tell whether the list shows already what a change means for it: a decision of its own, made or taken back."""
        decision = self._decided.pop(changes.undoes or 0, None) if changes.takes_back else None
        if decision is None:
            return changes.operation_id is not None and changes.operation_id == self._settled
        if not self.queue.put_back(decision):
            self._wanted = decision.entry.ids
            return False
        self.list.show_queue()
        self._show_entry()
        return True

    def focus_first(self) -> None:
        """Put the keyboard where numbers choose who stays, or on the button that begins a search."""
        if self.queue.entry() is not None:
            self.side.table.setFocus()
        elif self._loaded and not self._scan.is_running():
            self.strip.begin.setFocus()
        else:
            self.list.setFocus()

    def save_state(self) -> dict[str, object]:
        """Return what the queue lists and who is at hand."""
        entry = self.queue.entry()
        return {"show": self.queue.show.value, "ids": entry.ids if entry else ()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back."""
        ids, show = state.get("ids"), state.get("show")
        self._wanted = ids if isinstance(ids, tuple) else ()
        if isinstance(show, str):
            self.chips.choose([Show(show)])
            self._list(Show(show))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose who stays by number."""
        if event.text().isdigit() and event.text().isascii():
            self.side.choose_survivor(int(event.text()))
        else:
            super().keyPressEvent(event)

    # what the user does

    def step(self, by: int) -> None:
        """Go to the next or the previous line."""
        if self.queue.step(by):
            self.list.show_queue()
            self._show_entry()
            self.side.table.setFocus()

    def merge(self) -> None:
        """Merge the customers at hand as they are chosen."""
        if self._can_decide():
            ids, choices, place = self.side.state.taking_part(), self.side.state.choices(), self._place
            self._decide(lambda: merge_customers(place, ids, choices).changes)

    def different(self) -> None:
        """Say that they are not the same; in a group with some left out, that these are others than the rest."""
        if self._can_decide():
            ids, out, place = self.side.state.ids, frozenset(self.side.state.left_out), self._place
            self._decide(lambda: tell_apart(place, ids, out))

    def household(self) -> None:
        """Say that they live together: they are linked, and no duplicates."""
        if self._can_decide():
            ids, place = self.side.state.taking_part(), self._place
            self._decide(lambda: same_household(place, ids))

    def reopen(self) -> None:
        """Take a decision away, so that the pair is open again."""
        entry = self.queue.entry()
        if entry is not None and entry.decided is not None:
            decided, place = entry.decided.id, self._place
            self._decide(lambda: reopen_pair(place, decided))

    def _can_decide(self) -> bool:
        entry = self.queue.entry()
        if entry is None or entry.decided is not None:
            return False
        return self.side.is_ready() and self._shown == entry.ids  # the side may lag behind the list for a moment

    def _decide(self, job: Callable[[], ChangeSet]) -> None:
        """Write a decision; the next line comes at once. All lines are read anew only where others follow from it."""
        is_whole = not self.side.state.left_out
        decision = self.queue.decide()
        if decision is None:
            return
        decision = replace(decision, is_alone=decision.is_alone and is_whole)
        self.list.show_queue()
        self._show_entry()

        def written(changes: ChangeSet) -> None:
            self.queue.settle(decision.entry)
            if changes.operation_id is not None:
                self._decided[changes.operation_id] = decision
                self._settled = changes.operation_id if decision.is_alone else None
            else:
                self._read_queue()

        def refused(fault: Fault) -> None:
            self.queue.settle(decision.entry)
            self._wanted = decision.entry.ids
            self.frame.notices.tell_fault(fault)
            self._read_queue()

        self.frame.work.write(job, written, refused)

    # reading

    def _read_counts(self) -> None:
        place = self._place
        self.frame.work.read(lambda: overview(place), self._take_counts, group=_COUNTS, patient=True)

    def _read_queue(self) -> None:
        place, show, limit = self._place, self.queue.show, self.queue.limit_again()
        self.frame.work.forget(_MORE)
        self.frame.work.read(lambda: read_page(place, show, 0, limit), self._take_page, group=_QUEUE, patient=True)

    def _read_more(self) -> None:
        place, show, offset = self._place, self.queue.show, self.queue.read
        self.frame.work.read(lambda: read_page(place, show, offset), self._take_more, group=_MORE, patient=True)

    def _take_counts(self, seen: Overview) -> None:
        self._overview = seen
        counts, scan = seen.counts, seen.scan
        self.strip.show_last(scan)
        numbers = {
            Show.ALL: counts.probable + counts.possible,
            Show.PROBABLE: counts.probable,
            Show.POSSIBLE: counts.possible,
            Show.DECIDED: counts.different + counts.household,
        }
        for show, word in _chips():
            self.chips.set_text(show, f"{word}  {numbers[show]:,}")
        self.chips.updateGeometry()
        waiting = numbers[Show.ALL]
        said = _T("Duplicates", "%n pair(s)", n=waiting).replace(str(waiting), f"{waiting:,}")
        self.count.setText(said if scan is not None else "")
        if self._loaded:
            self._show_nothing()

    def _take_page(self, page: Page) -> None:
        before = self.queue.entry()
        self._loaded = True
        self.queue.take(page)
        if self._wanted:
            self.queue.current = self.queue.place_of(self._wanted) or 0 if self.queue.entries else -1
            self._wanted = ()
        self.list.show_queue()
        now = self.queue.entry()
        if (before.ids if before else None) != (now.ids if now else None) or now is None:
            self._show_entry()
        if self._go_first and now is not None:
            self._go_first = False
            self._lead_focus()

    def _lead_focus(self) -> None:
        """Put the keyboard on the customers when they are there, if it is where one waits for them."""
        waits = (self.list, self.strip.begin, self.strip.stop, None)
        if self.isVisible() and QApplication.focusWidget() in waits:
            self.side.table.setFocus()

    def _take_more(self, page: Page) -> None:
        self.queue.extend(page)
        self.list.show_queue()

    # showing

    def _list(self, show: Show) -> None:
        self.queue.show, self.queue.read, self.queue.current = show, 0, -1
        self._read_queue()
        self._show_bar()

    def _chosen(self, keys: object) -> None:
        if isinstance(keys, tuple) and keys:
            self._list(keys[0])

    def _moved(self, place: int) -> None:
        self.queue.current = place
        self._timer.start()

    def _show_entry(self) -> None:
        self._timer.stop()
        entry = self.queue.entry()
        if entry is None:
            self._show_nothing()
        elif self._shown != entry.ids:
            self._shown = entry.ids
            self.side.show_customers(entry.ids, entry.pairs)
        self._show_bar()

    def _show_nothing(self) -> None:
        if self.queue.entry() is not None:
            return
        self._shown = ()
        self.side.say_nothing(*self._nothing_words())
        self._show_bar()

    def _nothing_words(self) -> tuple[str, str]:
        if not self._loaded or self._overview is None:
            return "", ""
        if self.queue.show is Show.DECIDED:
            hint = _T("Duplicates", "“Not the same” and “same household” stand here, and can be decided again.")
            return _T("Duplicates", "Nothing has been decided yet"), hint
        if self._overview.scan is None:
            hint = _T("Duplicates", "The search runs beside your work and changes nothing; you decide on each pair.")
            return _T("Duplicates", "Nobody has looked for duplicates yet"), hint
        return _T("Duplicates", "No duplicates are left here"), _T("Duplicates", "Every pair has been decided.")

    def _show_bar(self) -> None:
        ready, entry = self.side.is_ready(), self.queue.entry()
        decided = self.queue.show is Show.DECIDED
        for widget in (self.list, self.bar):
            widget.setVisible(bool(self.queue.entries))
        for name in ("merge", "different", "household"):
            self.bar.button(name).setVisible(not decided)
            self.bar.set_able(name, ready and entry is not None)
        self.bar.button("reopen").setVisible(decided)
        self.bar.set_able("reopen", entry is not None)
        self.bar.set_able("previous", self.queue.current > 0)
        self.bar.set_able("next", self.queue.current + 1 < len(self.queue.entries))

    def _gone(self) -> None:
        """Read the queue again: the customers at hand are not two any more."""
        self.side.say_nothing(_T("Duplicates", "These customers have changed meanwhile"))
        self._read_queue()

    def _scan_over(self) -> None:
        self._go_first = True
        self._read_counts()
        self._read_queue()

    def _scan_failed(self, fault: Fault) -> None:
        if fault.kind is not FaultKind.CANCELLED:
            self.frame.notices.tell_fault(fault)

    # building

    def _bar_verbs(self) -> list[BarVerb]:
        return [
            BarVerb("merge", _T("Verbs", "Merge"), "M", "git-merge", self.merge, "primary"),
            BarVerb("different", _T("Verbs", "Not the same person"), "N", "user-x", self.different),
            BarVerb("household", _T("Verbs", "Same household"), "H", "house", self.household),
            BarVerb("reopen", _T("Verbs", "Decide again"), "R", "history", self.reopen, "primary"),
            BarVerb("previous", _T("Duplicates", "Previous"), "K", "chevron-up", lambda: self.step(-1), "quiet"),
            BarVerb("next", _T("Duplicates", "Next"), "J", "chevron-down", lambda: self.step(1), "quiet"),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(named(QLabel(_T("Pages", "Duplicates")), "duplicates.title", role="title"))
        head.addWidget(self.count)
        head.addWidget(self.strip, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.side, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(self.chips)
        whole.addWidget(self.strip.skipped)
        whole.addWidget(SplitPane(self.list, right, self.frame.memory, "duplicates.split", 0.27), 1)

    def _listen(self) -> None:
        self.chips.chosen.connect(self._chosen)
        self.list.moved.connect(self._moved)
        self.list.more_wanted.connect(self._read_more)
        self._timer.timeout.connect(self._show_entry)
        self.side.shown.connect(self._show_bar)
        self.side.gone.connect(self._gone)
        self._scan.done.connect(self._scan_over)
        self._scan.failed.connect(self._scan_failed)
        self._scan.crashed.connect(self._tell_crash)

    def _tell_crash(self, error: BaseException) -> None:
        self.frame.notices.tell_crash(error)


def _chips() -> list[tuple[Show, str]]:
    return [
        (Show.ALL, _T("Duplicates", "All")),
        (Show.PROBABLE, _T("Duplicates", "Probable")),
        (Show.POSSIBLE, _T("Duplicates", "Possible")),
        (Show.DECIDED, _T("Duplicates", "Decided")),
    ]
