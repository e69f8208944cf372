"""The shop cannot be opened: one window with the reason and the ways out; it needs no main window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from crm_desktop.base.declared_settings import DENSITY, TEXT_SIZE, THEME
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.folders import refuse_unsafe_folder
from crm_desktop.base.paths import DataFolder, Places, find_places, remember_data_dir
from crm_desktop.base.settings import FileStore, Settings
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.services.way_back import WayBack, way_back
from crm_desktop.ui.dialogs.choose_file import choose_folder
from crm_desktop.ui.dialogs.code_field import code_field
from crm_desktop.ui.dialogs.crash import show_crash
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.help.asking import answer_help
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.theme.theme import Density, Mode, Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

OWN_FOLDER = "crm-desktop"
"""The folder made inside a chosen one that holds other things."""


@dataclass(frozen=True)
class Way:
    """A button: its name, its verb, what it does."""

    name: str
    text: str
    run: Callable[[], object]


class OpenFaultDialog(Sheet):
    """Says why the shop does not open; `way_out` holds the options to try next, None to give up."""

    def __init__(self, theme: Theme, fault: Fault, options: ShopOptions, way: WayBack) -> None:
        title = _T("OpenFault", "The customer book cannot be opened")
        super().__init__(None, theme, "openFault", title, ems=54)
        self.way_out: ShopOptions | None = None
        self._fault_met = fault
        self._options = options
        self._way = way
        self._job: LongJob | None = None
        self._code = code_field("openFaultCode", _T("OpenFault", "Recovery code"))
        self.body.addWidget(self._sentence())
        if _needs_code(fault):
            self.body.addWidget(self._code_row())
        self.body.addStretch(1)
        self.add_verb("openFaultClose", _T("OpenFault", "Close the program"), self.reject, at_left=True)
        ways = self._ways()
        for number, offer in enumerate(reversed(ways), start=1):
            self.add_verb(offer.name, offer.text, offer.run, "primary" if number == len(ways) else "")
        if _needs_code(self._fault_met):
            self._code.setFocus()

    def _ways(self) -> list[Way]:
        """Return the ways out of this fault, the likeliest first."""
        again = Way("openFaultAgain", _T("OpenFault", "Try again"), self._try_again)
        elsewhere = Way("openFaultFolder", _T("OpenFault", "Choose another folder …"), self._choose_folder)
        restore = Way("openFaultRestore", _T("OpenFault", "Restore a backup …"), self._restore)
        unlock = Way("openFaultUnlock", _T("OpenFault", "Open with this code"), self._unlock)
        kind = self._fault_met.kind
        if _needs_code(self._fault_met):
            return [unlock, restore, again]
        if kind in _WANT_BACKUP:
            mend = Way("openFaultMend", _T("OpenFault", "Get the shop back …"), self._mend)
            others = [restore, again if kind is FaultKind.DATABASE_MOVED else elsewhere]
            return [mend, *others] if kind is FaultKind.DATABASE_DAMAGED else others
        if kind in _WANT_FOLDER:
            return [elsewhere, again]
        if kind is FaultKind.CLOCK_NOT_ALLOWED:
            return [Way("openFaultRealTime", _T("OpenFault", "Open with the real time"), self._use_real_time)]
        return [again, elsewhere]

    # ways out

    def _leave_with(self, options: ShopOptions) -> None:
        self.way_out = options
        self.accept()

    def _try_again(self) -> None:
        self._leave_with(self._options)

    def _use_real_time(self) -> None:
        self._leave_with(replace(self._options, now=None))

    def _unlock(self) -> None:
        typed = self._code.text()
        self.say_fault("")
        self.setEnabled(False)
        self._job = LongJob(lambda _: self._way.unlock(typed))
        self._job.done.connect(self._try_again)
        self._job.failed.connect(self._refused)
        self._job.crashed.connect(self._crashed)
        self._job.start()

    def _refused(self, fault: Fault) -> None:
        self.setEnabled(True)
        self.say_fault(sentence_for(fault))
        if _needs_code(self._fault_met):
            self._code.setFocus()

    def _crashed(self, error: BaseException) -> None:
        self.setEnabled(True)
        show_crash(self, error, self._way.places.data.logs)

    def _restore(self) -> None:
        from crm_desktop.ui.dialogs.restore_backup import restore_before_start

        restore_before_start(self, self.theme, self._way, self._try_again)

    def _mend(self) -> None:
        from crm_desktop.ui.dialogs.mend import mend_before_start

        mend_before_start(self, self.theme, self._way, self._try_again)

    def _choose_folder(self) -> None:
        choose_folder(self, _T("OpenFault", "Where the customer book should live"), self._use_folder)

    def _use_folder(self, chosen: Path) -> None:
        folder = own_folder_in(chosen)
        try:
            refuse_unsafe_folder(folder)
            if self._options.data_dir is None:
                remember_data_dir(self._way.places.config, folder)
                self._leave_with(self._options)
            else:
                self._leave_with(replace(self._options, data_dir=folder))
        except Fault as fault:
            self.say_fault(sentence_for(fault))

    # parts

    def _sentence(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(14)
        row.addWidget(Sign(self.theme, "circle-alert", "warning", 2.0), 0, Qt.AlignmentFlag.AlignTop)
        sentence = text_label(sentence_for(self._fault_met), "openFaultSentence")
        sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row.addWidget(sentence, 1)
        return whole

    def _code_row(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        label = named(QLabel(_T("OpenFault", "Recovery code")), "openFaultCode.label", role="muted")
        label.setBuddy(self._code)
        row.addWidget(label)
        row.addWidget(self._code, 1)
        return whole


_WANT_BACKUP = frozenset(
    {
        *(FaultKind.DATABASE_DAMAGED, FaultKind.DATABASE_GONE, FaultKind.DATABASE_MOVED),
        *(FaultKind.BACKUP_DAMAGED, FaultKind.KEY_MISSING),
    }
)
_WANT_FOLDER = frozenset(
    {
        FaultKind.FOLDER_SYNCED,
        FaultKind.FOLDER_ON_NETWORK,
        FaultKind.FOLDER_NOT_WRITABLE,
        FaultKind.DATABASE_NOT_OURS,
        FaultKind.DATABASE_NEWER,
        FaultKind.DATABASE_READ_ONLY,
    }
)


def _needs_code(fault: Fault) -> bool:
    return fault.kind is FaultKind.KEY_WRONG or (
        fault.kind is FaultKind.KEY_MISSING and bool(fault.values.get("header", True))
    )


def own_folder_in(chosen: Path) -> Path:
    """Return the chosen folder itself where it is empty or holds a customer book, else one of our own inside it."""
    if DataFolder(chosen).has_database() or not chosen.is_dir() or not any(chosen.iterdir()):
        return chosen
    return chosen / OWN_FOLDER


def ask_way_out(fault: Fault, options: ShopOptions, way: WayBack | None = None) -> ShopOptions | None:
    """Show why the shop does not open and wait; return the options to try next, or None when the user gives up."""
    way = way or way_back(find_places(options.data_dir))
    with start_theme(way.places) as theme:
        dialog = OpenFaultDialog(theme, fault, options, way)
        answer_help(dialog, theme)
        dialog.exec()
        return dialog.way_out


def ask_password(locked: LockedShop) -> bool:
    """Ask for the password of a book and wait; tell whether it can be opened now."""
    from crm_desktop.ui.dialogs.locked import LockedDialog
    from crm_desktop.ui.inbox import inbox
    from crm_desktop.ui.single_window import RaiseListener

    with start_theme(locked.places) as theme:
        dialog = LockedDialog(theme, locked)
        answer_help(dialog, theme)

        def come_forward(files: Sequence[Path]) -> None:
            inbox().put(files)
            dialog.raise_()
            dialog.activateWindow()

        listener = RaiseListener(locked.places.data.path, come_forward)
        try:
            return dialog.exec() == dialog.DialogCode.Accepted
        finally:
            listener.close()


@contextmanager
def start_theme(places: Places) -> Iterator[Theme]:
    """Lend a dialog the look of the window that is not there yet, and leave no trace of it."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a dialog needs the application")
    before = application.palette()
    theme = Theme(application, places.config.of_data_folder(places.data) / "images")
    settings = Settings(FileStore(places.config.of_data_folder(places.data) / "settings.json"))
    theme.use(Mode(settings.get(THEME)), settings.get(TEXT_SIZE), Density(settings.get(DENSITY)))
    try:
        yield theme
    finally:
        # The next theme asks the application what the system looks like: leave it as it was found.
        application.setStyleSheet("")
        application.setPalette(before)
        theme.deleteLater()
