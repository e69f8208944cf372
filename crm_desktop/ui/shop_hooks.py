"""What the window's frame asks of the shop: undo by name, news from other programs, search for the palette, backup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QTime

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import NOT_UNDOABLE, REVERSED, ChangeSet, Kind, Step, UndoList
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.main_window import Hooks, MainWindow, Outcome
from crm_desktop.ui.moments import days_ago
from crm_desktop.ui.notices import Choice, Level
from crm_desktop.ui.said import Said
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.services.safety import Safety

PALETTE_HITS = 8
_BRINGS = (Kind.IMPORT, Kind.CUSTOMER_ADD)
RECOVERY = "recovery"
"""The key of the notice that offers the recovery sheet."""
_OFFERED = "recovery/offered"
"""Remembered once the way to the recovery sheet was shown: the status bar goes on saying where it is missing."""


class ShopHooks:
    """Joins one window to one shop."""

    def __init__(self, shop: OpenShop, work: Work) -> None:
        self._shop = shop
        self._work = work
        self._window: MainWindow | None = None
        self._backed_up = False

    def hooks(self, drop_files: Callable[[Sequence[Path]], None]) -> Hooks:
        """Return the hooks for the frame; `drop_files` gets what was dropped on the window."""
        return Hooks(
            drop_files=drop_files,
            outcome=self._outcome,
            version=self._shop.store.data_version,
            search_customers=self._search,
            open_customer=self._open_customer,
            undo=lambda: self._work.write(self._undo),
            redo=lambda: self._work.write(self._redo),
            before_close=self._may_close,
            log_folder=self._shop.places.data.logs,
        )

    def start(self, window: MainWindow) -> None:
        """Take a new window on, and ask for what its frame shows once the page stands."""
        self._window = window
        window.settled.connect(self._fill_frame)

    def _fill_frame(self) -> None:
        self._name_undo()
        self.say_backup()
        self._remind_of_recovery()

    def _undo(self, operation_id: int | None = None) -> ChangeSet:
        from crm_desktop.services.undo import undo

        return undo(self._shop.workplace, operation_id)

    def _redo(self) -> ChangeSet:
        from crm_desktop.services.undo import redo

        return redo(self._shop.workplace)

    def _outcome(self, result: object) -> Outcome | None:
        said = result if isinstance(result, Said) else None
        if said is not None:
            result = said.changes
        if not isinstance(result, ChangeSet) or not result.changed:
            return None
        self._name_undo()
        self._backed_up = False
        if self._window is not None:
            self._window.status.set_saved(_T("Status", "Saved {time}").format(time=_now()))
        if result.kind is Kind.IMPORT:
            self.say_backup()
        if result.kind in _BRINGS and not result.takes_back:
            self._offer_recovery()
        from crm_desktop.services.describe_changes import change_sentence

        outcome = self._offer(result, said.sentence if said is not None else change_sentence(result))
        return outcome if said is None or said.choice is None else replace(outcome, choice=said.choice)

    def _offer(self, result: ChangeSet, sentence: str) -> Outcome:
        """Offer to take an action back, and after that to do it again."""
        if result.kind in NOT_UNDOABLE or (result.takes_back and result.kind in REVERSED):
            return Outcome(result, sentence)
        if result.takes_back:
            return Outcome(result, sentence, choice=Choice(_T("Verbs", "Redo"), lambda: self._take_back(result)))
        return Outcome(result, sentence, lambda: self._take_back(result))

    def _take_back(self, changes: ChangeSet) -> None:
        self._work.write(lambda: self._undo(changes.operation_id))

    def _name_undo(self) -> None:
        def read() -> UndoList:
            from crm_desktop.services.undo import undo_steps

            return undo_steps(self._shop.workplace)

        self._work.read(read, self._show_steps, group="window.undo")

    def _show_steps(self, steps: UndoList) -> None:
        """Name what comes next in the menu: "Undo: edit 王小明"."""
        self._name("edit.undo", _T("Verbs", "&Undo"), _T("Verbs", "&Undo: {step}"), steps.undo)
        self._name("edit.redo", _T("Verbs", "&Redo"), _T("Verbs", "&Redo: {step}"), steps.redo)

    def _name(self, verb_id: str, plain: str, named: str, steps: Sequence[Step]) -> None:
        if self._window is None:
            return
        from crm_desktop.services.describe_changes import operation_name

        step = steps[-1] if steps else None
        if step is not None and step.final:  # pressing it says why, and what to do instead
            named = _T("Verbs", "Cannot be undone: {step}")
        self._window.verbs.set_text(verb_id, named.format(step=operation_name(step)) if step else plain)
        self._window.verbs.set_enabled(verb_id, step is not None)

    def _may_close(self) -> bool:
        """Let the window close once the newest backup holds everything; the first request makes that backup."""
        if self._backed_up or self._window is None or self._shop.store.is_only_read:
            return True
        from crm_desktop.services.backup_schedule import Safe, close_safely

        shop, window = self._shop, self._window
        safe = Safe(shop.workplace, shop.places, shop.key)

        def back_up() -> None:
            try:
                close_safely(safe)
            except Exception:  # a mistake of ours is told as such, and must not keep anybody from closing again
                self._backed_up = True
                raise

        window.frame.notices.say(_T("Status", "Making a backup before closing …"), key="closing")
        self._work.write(back_up, self._close_now, self._close_unsaved)
        return False

    def _close_now(self, _backup: object) -> None:
        self._backed_up = True
        if self._window is not None:
            self._window.frame.notices.withdraw("closing")
            self._window.close()

    def _close_unsaved(self, fault: Fault) -> None:
        """Where no backup can be made, say why; closing again leaves without one."""
        self._backed_up = True
        if self._window is not None:
            notices = self._window.frame.notices
            notices.withdraw("closing")
            notices.tell_fault(fault)
            leave = Choice(_T("Status", "Close without a backup"), self._window.close)
            notices.say(_T("Status", "No backup could be made."), Level.WARNING, (leave,), key="no-backup")

    def leave_without_backup(self) -> None:
        """Let the window close at once: what it showed is already in a backup."""
        self._backed_up = True

    def kept(self, _kept: object) -> None:
        """Say anew how safe the shop is: something was done about it."""
        self.say_backup()

    def say_backup(self) -> None:
        """Say in the status bar when the last backup was made."""
        shop = self._shop

        def read() -> Safety:
            from crm_desktop.services.safety import how_safe

            return how_safe(shop.workplace, shop.places, shop.key)

        self._work.read(read, self._show_backup, group="window.backup", patient=True)

    def _show_backup(self, safety: Safety) -> None:
        if self._window is None:
            return
        when = _moment(safety.made_at) if safety.made_at else _T("Status", "none yet")
        said = _T("Status", "Last backup: {when}").format(when=when)
        if (trial := safety.rehearsal) is not None:
            tried = _T("Status", "tried out {when} ✓") if trial.worked else _T("Status", "a trial {when} failed")
            said = f"{said} · {tried.format(when=days_ago(trial.at, self._shop.workplace.now()))}"
        if safety.place_behind:
            said = f"{said} · {_T('Status', 'not yet in the second place')}"
        self._window.status.set_backup(said, self._verb("backup.page"))

    def _remind_of_recovery(self) -> None:
        from crm_desktop.services.recovery_sheet import is_confirmed, recovery_reminder

        if self._window is not None:
            said = recovery_reminder(self._shop.key, self._shop.workplace.now())
            verb = "recovery.check" if is_confirmed(self._shop.key) else "recovery"
            self._window.status.set_recovery(said, self._verb(verb))

    def _verb(self, verb_id: str) -> Callable[[], None]:
        """Return a click that does what the menu's entry does."""

        def run() -> None:
            if self._window is not None:
                self._window.verbs.run(verb_id)

        return run

    def recovery_confirmed(self, _key: object) -> None:
        """Say anew where the sheet is: the key has another header."""
        self._remind_of_recovery()
        if self._window is not None:
            self._window.frame.notices.withdraw(RECOVERY)

    def _offer_recovery(self) -> None:
        """With the first customers there is something to lose: offer the recovery sheet, once and without a dialog."""
        from crm_desktop.services.recovery_sheet import is_confirmed
        from crm_desktop.ui.dialogs.sample_shop import SAMPLE

        if self._window is None or is_confirmed(self._shop.key) or self._window.frame.memory.value(_OFFERED):
            return
        if any(notice.key == SAMPLE for notice in self._window.frame.notices.standing):
            return
        self._window.frame.memory.setValue(_OFFERED, "1")
        text = _T(
            "Recovery",
            "Your first customers are in. Put the recovery code on paper: if this computer breaks, only the code and a "
            "backup bring them back.",
        )
        show = Choice(_T("Recovery", "Show the recovery code …"), self._verb("recovery"))
        self._window.frame.notices.say(text, choices=(show,), key=RECOVERY)

    def _search(self, text: str, answer: Callable[[Sequence[tuple[int, str, str]]], None]) -> None:
        workplace = self._shop.workplace

        def find() -> list[tuple[int, str, str]]:
            ids = read_customers.first_screen(workplace, CustomerQuery(text))[:PALETTE_HITS]
            rows = read_customers.rows(workplace, ids, ("name", "phone", "company"))
            return [(row.id, str(row.values["name"]), _subtitle(row.values)) for row in rows]

        self._work.read(find, answer, group="palette")

    def _open_customer(self, customer_id: int) -> None:
        if self._window is not None:
            self._window.frame.navigator.open("customer", customer_id)


def _now() -> str:
    return QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)


def _moment(moment: datetime) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat)


def _subtitle(values: dict[str, object]) -> str:
    return "  ".join(str(values[key]) for key in ("phone", "company") if values[key])
