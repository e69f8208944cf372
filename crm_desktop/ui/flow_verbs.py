"""The verbs of the flows, for menus, palette and the pages that offer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm_desktop.base.text import _T
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.follow_up_flows import follow_up_verbs

if TYPE_CHECKING:
    from crm_desktop.ui.flows import Flows


def flow_verbs(flows: Flows) -> list[Verb]:
    """Return the verbs; the pages know "import", "export" and "demo" by these ids."""
    return [*_file_verbs(flows), *flows.backups.verbs(flows.restore), *_shop_verbs(flows), *follow_up_verbs(flows)]


def _file_verbs(flows: Flows) -> list[Verb]:
    bring = _T("Verbs", "&Import customers …")
    calendar = _T("Verbs", "Import a cale&ndar …")
    take = _T("Verbs", "&Export customers …")
    return [
        Verb("import", bring, flows.choose_import, "Ctrl+I", "upload", Menu.FILE, 3),
        Verb("import.calendar", calendar, flows.import_calendars, None, "calendar-plus", Menu.FILE, 3),
        Verb("imports", _T("Verbs", "Earlier i&mports"), flows.show_imports, None, "history", Menu.FILE, 3),
        Verb("export", take, flows.export, "Ctrl+E", "download", Menu.FILE, 3),
    ]


def _shop_verbs(flows: Flows) -> list[Verb]:
    people = _T("Verbs", "Sta&ff: roles, rights, PINs")
    pin = _T("Verbs", "My P&IN …")
    fields = _T("Verbs", "&Fields of your own …")
    recovery = _T("Verbs", "Recovery &code …")
    check = _T("Verbs", "Is the recovery sheet still there? …")
    keys = _T("Verbs", "Password and ke&y …")
    sample = _T("Verbs", "Try with a sample &shop")
    bring = _T("Verbs", "Bring in a bac&kup …")
    first = _T("Verbs", "&First steps …")
    return [
        Verb("people", people, flows.show_people, None, "users", Menu.TOOLS, 3),
        Verb("pin.own", pin, flows.set_own_pin, None, "key-round", Menu.FILE, 7),
        Verb("fields", fields, flows.show_fields, None, "columns-3", Menu.TOOLS, 3),
        Verb("recovery", recovery, flows.keys.show_recovery, None, "key-round", Menu.TOOLS, 4),
        Verb("recovery.check", check, flows.keys.check_sheet, None, "key-round"),
        Verb("keys", keys, flows.keys.show, None, "lock", Menu.TOOLS, 4),
        Verb("help.first", first, flows.show_first_steps, None, "flag", Menu.HELP, 1),
        # Offered by the empty list alone: both would take the place of customers of the shop's own.
        Verb("demo", sample, flows.fill_sample_shop, None, "store", in_palette=False),
        Verb("backup.bring", bring, flows.restore_instead, None, "archive-restore", in_palette=False),
    ]
