"""The flows of the window that are no pages: import, export, backup, restore, people, fields, recovery code, sample.

    flows = Flows(shop, Ways(restart=…, on_key=…))
    keeper.made.connect(flows.start)          # each new window gets the verbs
    Hooks(drop_files=flows.import_files, …)

Every dialog is imported when it is first opened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crm_desktop.base.records import dataclass
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.file_kinds import is_calendar_file
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.backup_first import BackupFirst
from crm_desktop.ui.backup_flows import BackupFlows
from crm_desktop.ui.duplicate_scan import DuplicateScan
from crm_desktop.ui.key_flows import KeyFlows
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.notices import Level
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.importing.page import IMPORT_PAGE, Files
from crm_desktop.ui.pages.imports.page import IMPORTS_PAGE
from crm_desktop.ui.showing import Showing

if TYPE_CHECKING:
    from crm_desktop.services.list_backups import BackupEntry
    from crm_desktop.services.sign_in import AtWork
    from crm_desktop.ui.dialogs.sample_shop import SampleShop
    from crm_desktop.ui.pages.importing.view import ImportView


@dataclass(frozen=True)
class Ways:
    """What the assembler lends the flows.

    `restart` closes the shop and opens it again. The data under it were replaced, so nothing may read or write on the
    way: no backup at closing, no waiting writes. `on_key` gets the key with its new
    header when the recovery code is on paper or the password was changed. `backed_up` is called after a backup, for the
    status bar; `rekeyed` after a change of the data key: it restarts and then shows the new recovery code.
    """

    restart: Callable[[], object]
    on_key: Callable[[object], object]
    backed_up: Callable[[], object] = lambda: None
    rekeyed: Callable[[], object] = lambda: None


class Flows:
    """Opens each flow over the window of the moment."""

    def __init__(self, shop: OpenShop, ways: Ways) -> None:
        self.shop = shop
        self._ways = ways
        self._window: MainWindow | None = None
        self.duplicate_scan = DuplicateScan(shop.workplace)
        self.backups = BackupFlows(lambda: self.shop, lambda: self.window, ways.backed_up)
        self.keys = KeyFlows(shop, lambda: self.window, ways.on_key, ways.rekeyed)
        self.backup_first = BackupFirst(lambda: self.shop, lambda: self.window)

    def start(self, window: MainWindow) -> None:
        """Take a new window on and give it the verbs."""
        from crm_desktop.ui.flow_verbs import flow_verbs

        self._window = window
        window.verbs.add(*flow_verbs(self))
        self._ask_for_sample()

    def end(self) -> None:
        """Stop what runs beside the window's threads: the program closes."""
        self.duplicate_scan.end()
        self.backup_first.end()
        self.backups.end()

    @property
    def window(self) -> MainWindow:
        """Return the window of the moment."""
        if self._window is None:
            raise RuntimeError("flows have no window yet")
        return self._window

    @property
    def frame(self) -> Frame:
        """Return its frame."""
        return self.window.frame

    # import and export

    def choose_import(self) -> None:
        """Ask for a file and import it; an import under way comes into sight instead."""
        self.frame.navigator.open(IMPORT_PAGE)
        if (view := self._import_view()) is not None:
            view.choose()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files one after the other, each when the one before it is done; calendars have a dialog of theirs."""
        calendars = [path for path in paths if is_calendar_file(path)]
        paths = [path for path in paths if path not in calendars]
        if calendars:
            self.import_calendars(calendars)
        if not paths:
            return
        view, files = self._import_view(), Files(paths)
        if view is not None and self.window.stack.current_id == IMPORT_PAGE:
            view.open(files)  # no second step on the way back
        else:
            self.frame.navigator.open(IMPORT_PAGE, files)

    def import_calendars(self, paths: Sequence[Path] = ()) -> None:
        """Bring calendars in; without any ask for one."""
        from crm_desktop.ui.dialogs.bring_calendar import choose_calendar, show_calendars

        if paths:
            show_calendars(self.window, self.frame, self.shop, paths)
        else:
            choose_calendar(self.window, self.frame, self.shop)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files given to the program: lists and calendars are brought in, a backup is offered to go back to."""
        from crm_desktop.services.file_kinds import sort_files
        from crm_desktop.services.list_backups import backup_at

        files = sort_files(paths)
        for fault in files.refused:
            from crm_desktop.services.sentences import sentence_for

            self.frame.notices.say(sentence_for(fault), Level.WARNING)
        if files.lists or files.calendars:
            refused = self.window.verbs.why_not("import")
            if refused:
                self.frame.notices.say(refused, Level.WARNING)
            else:
                self.import_files((*files.lists, *files.calendars))
        if files.backups:
            self.restore_from(backup_at(files.backups[0]))

    def show_imports(self) -> None:
        """Show the imports of the past."""
        self.frame.navigator.open(IMPORTS_PAGE)

    def export(self) -> None:
        """Export what the page in sight lists."""
        self._export(self._showing())

    def export_selection(self, selection: Selection, columns: tuple[str, ...]) -> None:
        """Export some customers of a list with its columns."""
        listed = self._showing() or Showing(selection.query or CustomerQuery(), columns)
        self._export(replace(listed, columns=columns, selection=selection))

    # the shop

    def fill_sample_shop(self) -> None:
        """Fill the empty shop with invented customers."""
        self._sample().fill()

    def restore(self) -> None:
        """Choose a backup and go back to it."""
        self.restore_from(None)

    def restore_from(self, chosen: BackupEntry | None) -> None:
        """Go back to a backup that is chosen already, or to another."""
        from crm_desktop.services.list_backups import every_backup
        from crm_desktop.ui.dialogs.restore_backup import restore_in_window

        place = self.shop.workplace

        def begin(_allowed: None) -> None:
            entries = every_backup(self.shop.places)
            restore_in_window(self.window, self.shop, self._ways.restart, entries, chosen.path if chosen else None)

        self.frame.work.write(lambda: place.require(Right.RESTORE, fresh=True), begin)

    def restore_instead(self) -> None:
        """Bring a backup of another computer into a shop that was just begun."""
        from crm_desktop.ui.dialogs.restore_backup import restore_in_window

        restore_in_window(self.window, self.shop, self._ways.restart, ())

    def show_first_steps(self) -> None:
        """Ask the questions of the first run again."""
        from crm_desktop.ui.first_run import show_first_steps

        show_first_steps(self)

    def show_people(self) -> None:
        """Show who works in the shop, and what each may do."""
        self.frame.navigator.open("staff")

    def set_own_pin(self) -> None:
        """Let whoever is at work give herself a PIN, or another one."""
        from crm_desktop.services.sign_in import people_at_work
        from crm_desktop.ui.pages.staff.set_pin import show_set_pin

        place = self.shop.workplace

        def show(people: list[AtWork]) -> None:
            for one in people:
                if one.id == place.session.signed_in:
                    show_set_pin(self.window, self.frame, place, one.id, one.name, has_pin=one.has_pin)

        self.frame.work.read(lambda: people_at_work(place), show, group="window.ownPin")

    def show_fields(self) -> None:
        """Show the shop's own fields."""
        from crm_desktop.ui.dialogs.custom_fields import show_fields

        show_fields(self.window, self.frame, self.shop.workplace)

    def show_recovery(self) -> None:
        """Show the recovery code."""
        self.keys.show_recovery()

    # inside

    def _ask_for_sample(self) -> None:
        """Say that the customers are invented, where they are: at once, for the notice moves the page below it."""
        shop = self.shop

        def ask() -> bool:
            from crm_desktop.services.end_sample_shop import is_sample_shop

            return is_sample_shop(shop)

        self.frame.work.read(ask, self._say_sample, group="window.sample")

    def _say_sample(self, is_sample: bool) -> None:
        if is_sample:
            self._sample().say()

    def _sample(self) -> SampleShop:
        from crm_desktop.ui.dialogs.sample_shop import SampleShop

        return SampleShop(self.window, self.shop, self._ways.restart)

    def _import_view(self) -> ImportView | None:
        from crm_desktop.ui.pages.importing.view import ImportView

        view = self.window.stack.made(IMPORT_PAGE)
        return view if isinstance(view, ImportView) else None

    def _showing(self) -> Showing | None:
        page = self.window.stack.currentWidget()
        return page.showing() if isinstance(page, PageView) else None

    def _export(self, showing: Showing | None) -> None:
        from crm_desktop.ui.dialogs.export_flow import show_export
        from crm_desktop.ui.exporter import exporter_for

        workplace = self.shop.workplace
        show_export(self.window, self.frame, workplace, exporter_for(workplace), showing)
