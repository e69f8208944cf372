"""What the user does with backups: make one, carry it, choose the second place, try it out.

All of it runs beside the thread for writes, so that a sale passes meanwhile; one at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.notices import Choice, Level

if TYPE_CHECKING:
    from crm_desktop.ui.main_window import MainWindow

BACKUP_PAGE = "backup"
TRIAL_NOTICE = "keeping.rehearse"
"""The notice that the next trial which works takes away."""


@dataclass(frozen=True)
class _Errand:
    """One thing to do: what is said meanwhile, the job, and what is said behind it."""

    said: str
    job: Callable[[Callable[[], bool]], object]
    """Asks what it is given whether to leave off: the program closes."""
    done: Callable[[object], None]
    failed: Callable[[Fault], None] | None = None


class BackupFlows(QObject):
    """Runs the errands over the window of the moment."""

    changed = Signal()
    """Something about backups is other than before."""
    busy = Signal(str)
    """What is being done ("" when it is)."""

    def __init__(
        self, shop: Callable[[], OpenShop], window: Callable[[], MainWindow], backed_up: Callable[[], object]
    ) -> None:
        super().__init__()
        self._shop, self._window, self._backed_up = shop, window, backed_up
        self._job: LongJob | None = None

    def verbs(self, restore: Callable[[], object]) -> list[Verb]:
        """Return the verbs of the menu and the palette."""
        now = _T("Verbs", "&Back up now")
        again = _T("Verbs", "&Restore a backup …")
        carry = _T("Verbs", "Back up to the second place")
        place = _T("Verbs", "Choose a second place for backups …")
        page = _T("Verbs", "Bac&kups")
        trial = _T("Verbs", "Try the newest backup out")
        readable = _T("Verbs", "Save the readable copy as …")
        return [
            Verb("backup.page", page, self.show_page, None, "history", Menu.FILE, 4),
            Verb("backup.now", now, self.back_up, None, "save", Menu.FILE, 4),
            Verb("backup.restore", again, restore, None, "archive-restore", Menu.FILE, 4),
            Verb("backup.carry", carry, self.carry, None, "copy-check"),
            Verb("backup.place", place, self.choose_place, None, "copy"),
            Verb("backup.try", trial, self.try_out, None, "circle-check"),
            Verb("backup.readable", readable, self.choose_readable, None, "file-spreadsheet"),
        ]

    def show_page(self) -> None:
        """Show the page of backups."""
        self._window().frame.navigator.open(BACKUP_PAGE)

    def is_busy(self) -> bool:
        """Say whether an errand is under way."""
        return self._job is not None

    def back_up(self) -> None:
        """Make a backup and say where it is; ask for a folder where the book's own cannot be written."""
        if self._shop().store.is_only_read:
            self.choose_folder()
        else:
            self.back_up_to(self._shop().places.data.backups)

    def choose_folder(self) -> None:
        """Ask for a folder and make a backup there."""
        from crm_desktop.ui.dialogs.choose_file import choose_folder

        choose_folder(self._window(), _T("Backup", "Where the backup goes"), self.back_up_to)

    def back_up_to(self, folder: Path) -> None:
        """Make a backup in a folder."""
        shop = self._shop()

        def job(_stop: Callable[[], bool]) -> object:
            from crm_desktop.services.back_up import back_up

            return back_up(shop.workplace, shop.places, shop.key, folder)

        self._run(_Errand(_T("Backup", "Making a backup …"), job, partial(self._made, folder)))

    def carry(self) -> None:
        """Make a backup where anything changed, and copy it to the second place."""
        shop = self._shop()
        place = (shop.workplace, shop.places, shop.key)

        def job(stop: Callable[[], bool]) -> object:
            from crm_desktop.services.back_up import back_up_before
            from crm_desktop.services.second_place import carry_now

            return carry_now(*place, before=lambda: back_up_before(*place, BackupReason.ASKED), stop=stop)

        self._run(_Errand(_T("Backup", "Copying to the second place …"), job, self._carried))

    def choose_place(self) -> None:
        """Ask for the folder of the second place and copy the newest backup there."""
        from crm_desktop.ui.dialogs.choose_file import choose_folder

        choose_folder(self._window(), _T("Backup", "Choose a second place for backups"), self.take_place)

    def take_place(self, folder: Path) -> None:
        """Take a folder as second place and carry a backup there."""
        shop = self._shop()
        place = (shop.workplace, shop.places, shop.key)

        def job(stop: Callable[[], bool]) -> object:
            from crm_desktop.services.back_up import back_up_before
            from crm_desktop.services.second_place import carry_now, choose_second_place

            choose_second_place(*place, folder)
            return carry_now(*place, before=lambda: back_up_before(*place, BackupReason.ASKED), stop=stop)

        self._run(_Errand(_T("Backup", "Copying to the second place …"), job, self._carried))

    def leave_place(self) -> None:
        """Carry nothing more to the second place; what lies there stays."""
        shop = self._shop()

        def job(_stop: Callable[[], bool]) -> object:
            from crm_desktop.services.second_place import leave_second_place

            leave_second_place(shop.workplace, shop.places, shop.key)
            return None

        said = _T("Backup", "Backups are no longer copied there. Those that lie there stay.")
        self._run(_Errand(said, job, lambda _: self._window().frame.notices.toast(said)))

    def told(self, _kept: object) -> None:
        """Say that something was done about backups by itself."""
        self.changed.emit()

    def try_out(self) -> None:
        """Restore the newest backup aside and say whether that works."""
        shop = self._shop()

        def job(_stop: Callable[[], bool]) -> object:
            from crm_desktop.services.rehearse_backup import try_out

            return try_out(shop.workplace, shop.places, shop.key)

        self._run(_Errand(_T("Backup", "Trying the newest backup out …"), job, self._tried, self._not_restorable))

    def choose_readable(self) -> None:
        """Ask where the workbook of everything goes, and write it there for anybody to read."""
        from crm_desktop.ui.dialogs.choose_file import choose_save

        window = self._window()
        day = self._shop().workplace.now().astimezone().date().isoformat()
        choose_save(
            window,
            _T("Backup", "Save the readable copy"),
            _T("Backup", "Excel workbooks (*.xlsx)"),
            proposed=_T("Backup", "Customer book {day}.xlsx").format(day=day),
            on_file=self.save_readable,
            memory=window.frame.memory,
            purpose="readable",
        )

    def save_readable(self, target: Path) -> None:
        """Write the workbook of everything."""
        shop = self._shop()

        def job(_stop: Callable[[], bool]) -> object:
            from crm_desktop.services.readable_copy import save_readable

            return save_readable(shop.workplace, shop.places, shop.key, target)

        self._run(_Errand(_T("Backup", "Writing the readable copy …"), job, partial(self._saved, target)))

    def end(self) -> None:
        """Wait for what is under way; it is told nobody any more: the program closes."""
        if self._job is not None:
            self._job.end()
            self._job = None

    # inside

    def _run(self, errand: _Errand) -> None:
        if self._job is not None:
            self._window().frame.notices.toast(_T("Backup", "One moment: a backup is being worked on."))
            return
        job = LongJob(lambda progress: errand.job(progress.is_cancelled))
        job.done.connect(partial(self._done, errand))
        job.failed.connect(partial(self._failed, errand))
        job.crashed.connect(self._crashed)
        self._job = job
        self.busy.emit(errand.said)
        job.start()

    def _finish(self) -> None:
        self._job = None
        self.busy.emit("")
        self._backed_up()
        self.changed.emit()

    def _done(self, errand: _Errand, result: object) -> None:
        self._finish()
        errand.done(result)

    def _failed(self, errand: _Errand, fault: Fault) -> None:
        self._finish()
        (errand.failed or self._window().frame.notices.tell_fault)(fault)

    def _crashed(self, error: BaseException) -> None:
        self._finish()
        self._window().frame.notices.tell_crash(error)

    def _made(self, folder: Path, _backup: object) -> None:
        self._say_with_folder(_T("Backup", "Backup made and checked."), folder)

    def _carried(self, place: object) -> None:
        folder = _folder_of(place)
        if folder is not None:
            self._say_with_folder(_T("Backup", "Backup copied to the second place and read back."), folder)

    def _saved(self, target: Path, _copy: object) -> None:
        said = _T("Backup", "Saved as {file}. Everybody who has this file can read it: keep it safe, or delete it.")
        self._say_with_folder(said.format(file=target.name), target.parent)

    def _tried(self, rehearsal: object) -> None:
        said = (
            _T("Backup", "There is no backup to try out yet.")
            if rehearsal is None
            else _T("Backup", "Tried out: the newest backup can be restored.")
        )
        self._window().frame.notices.toast(said)

    def _not_restorable(self, fault: Fault) -> None:
        """Say in red that the newest backup is none; any other fault says nothing of it."""
        from crm_desktop.services.backup_words import trial_failed

        notices = self._window().frame.notices
        if fault.kind is not FaultKind.BACKUP_DAMAGED:
            notices.tell_fault(fault)
            return
        choice = Choice(_T("Backup", "Back up now"), self.back_up)
        notices.say(trial_failed(), Level.FAULT, (choice,), key=TRIAL_NOTICE)

    def _say_with_folder(self, said: str, folder: Path) -> None:
        from crm_desktop.ui.file_writing import open_folder

        choice = Choice(_T("Backup", "Open folder"), lambda: open_folder(folder))
        self._window().frame.notices.toast(said, choice=choice)


def _folder_of(place: object) -> Path | None:
    folder: Path | None = getattr(place, "folder", None)
    return folder
