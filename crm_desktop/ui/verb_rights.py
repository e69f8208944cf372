"""Which right a verb and a page need: what is disabled in the window is what the services would refuse."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.services.right_words import why_not

_PAGES = {
    Right.FOLLOW_UPS_READ: ("today", "calendar"),
    Right.CUSTOMERS_READ: ("customers", "customer", "duplicates"),
    Right.CUSTOMERS_EDIT: ("customer_new", "merge"),
    Right.LOYALTY_READ: ("loyalty",),
    Right.SALES_READ: ("till",),
    Right.REPORTS: ("takings",),
    Right.CATALOGUE: ("catalogue",),
    Right.IMPORT: ("import", "imports"),
    Right.STAFF: ("staff",),
    Right.AUDIT: ("history",),
    Right.BACKUP: ("backup",),
    Right.PRIVACY: ("privacy",),
}
_VERBS = {
    Right.CUSTOMERS_EDIT: ("customer.new", "list.edit", "list.log", "record.log", "list.tidy", "list.phones"),
    Right.CUSTOMERS_BULK_EDIT: ("list.change", "list.tag", "list.replace"),
    Right.CUSTOMERS_DELETE: ("list.delete", "list.restore", "list.merge", "merge.merge", "merge.undo"),
    Right.FOLLOW_UPS_EDIT: (
        *("follow_up.new", "follow_up.hand_over", "list.plan", "calendar.done", "calendar.edit", "calendar.remove"),
        *("calendar.on", "calendar.back"),
    ),
    Right.SELL: ("till.sell",),
    Right.CATALOGUE: ("till.catalogue", "till.methods"),
    Right.SETTINGS: ("fields", "plans", "cadences", "kinds", "holidays", "settings.shop", "help.first"),
    Right.IMPORT: ("import", "import.calendar", "imports"),
    Right.EXPORT: ("export", "calendar.write"),
    Right.BACKUP: ("backup.page", "backup.now", "backup.carry", "backup.place", "backup.try", "backup.readable"),
    Right.RESTORE: ("backup.restore", "backup.bring"),
    Right.KEYS: ("recovery", "recovery.check", "keys"),
    Right.PRIVACY: ("privacy",),
    Right.AUDIT: ("history",),
    Right.STAFF: ("people",),
    Right.UNDO: ("edit.undo", "edit.redo"),
}
_WRITING_PAGES = frozenset({"customer_new", "merge", "import"})
_WRITING_VERBS = frozenset(
    {
        *_VERBS[Right.CUSTOMERS_EDIT],
        *_VERBS[Right.CUSTOMERS_BULK_EDIT],
        *_VERBS[Right.CUSTOMERS_DELETE],
        *_VERBS[Right.FOLLOW_UPS_EDIT],
        *_VERBS[Right.SELL],
        *_VERBS[Right.SETTINGS],
        *_VERBS[Right.UNDO],
        *("import", "import.calendar", "keys", "pin.own", "demo", "duplicates.scan", "different", "household"),
        *("merge", "merge.household", "reopen", "backup.carry", "backup.place", "backup.try", "backup.restore"),
    }
)
_RIGHT_OF_PAGE = {page: right for right, pages in _PAGES.items() for page in pages}
_RIGHT_OF_VERB = {verb: right for right, verbs in _VERBS.items() for verb in verbs}


def reason_for_page(page_id: str, rights: frozenset[Right], *, only_read: bool = False) -> str:
    """Return why a page cannot be opened with these rights, "" where it can; `only_read` where nothing is written."""
    if only_read and page_id in _WRITING_PAGES:
        return _nothing_is_written()
    return _reason(_RIGHT_OF_PAGE.get(page_id), rights)


def reason_for_verb(verb_id: str, rights: frozenset[Right], *, only_read: bool = False) -> str:
    """Return why a verb cannot be done with these rights, "" where it can; `only_read` where nothing is written."""
    if verb_id.startswith("go."):
        return reason_for_page(verb_id.removeprefix("go."), rights, only_read=only_read)
    if only_read and verb_id in _WRITING_VERBS:
        return _nothing_is_written()
    return _reason(_RIGHT_OF_VERB.get(verb_id), rights)


def _nothing_is_written() -> str:
    return _T("OnlyRead", "The customer book is open for looking up only: nothing can be written to its disk.")


def _reason(right: Right | None, rights: frozenset[Right]) -> str:
    return "" if right is None or right in rights else why_not(right)
