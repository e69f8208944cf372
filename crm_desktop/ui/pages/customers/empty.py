"""What the list says when it is empty: why, and the next thing to do."""

from __future__ import annotations

from collections.abc import Callable

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.ui.actions import VerbBook
from crm_desktop.ui.pages.customers.state import ALL, ListState
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer

NewCustomer = Callable[[str], None]


@dataclass(frozen=True)
class WaysOut:
    """What an empty list can lead to."""

    new_customer: NewCustomer | None
    clear_search: Callable[[], object]
    clear_filter: Callable[[], object]
    search_everybody: Callable[[], object]


def explain(empty: EmptyState, state: ListState, verbs: VerbBook, ways: WaysOut) -> None:
    """Say why there is nothing to see."""
    if state.text:
        _no_match(empty, state, ways)
    elif state.in_bin:
        hint = _T("Empty", "Deleted customers stay here and can be restored with everything they had.")
        empty.say(_T("Empty", "The recycle bin is empty"), hint)
    elif state.filter or state.place != ALL:
        clear = Offer("empty.clear", _T("Empty", "Show all customers"), ways.clear_filter, "users", "primary")
        empty.say(_T("Empty", "No customer fits this view"), "", [clear])
    else:
        _first_start(empty, verbs)


def _no_match(empty: EmptyState, state: ListState, ways: WaysOut) -> None:
    offers = []
    if ways.new_customer is not None and not state.in_bin:
        new, text = ways.new_customer, state.text
        label = _T("Empty", "New customer “{name}”").format(name=_short(text))
        offers.append(Offer("empty.new", label, lambda: new(text), "user-plus", "primary"))
    if state.place != ALL or state.filter:
        offers.append(Offer("empty.all", _T("Empty", "Search all customers"), ways.search_everybody, "search"))
    offers.append(Offer("empty.clear", _T("Empty", "Clear the search"), ways.clear_search, "x"))
    sentence = _T("Empty", "No customer matches “{text}”").format(text=_short(state.text))
    empty.say(
        sentence,
        _T("Empty", "Names, pinyin, initials, phone digits, card numbers, tags and companies were searched."),
        offers,
    )


def _first_start(empty: EmptyState, verbs: VerbBook) -> None:
    wanted = (
        ("import", "empty.import", _T("Empty", "Import a workbook"), "file-spreadsheet", "primary"),
        ("customer.new", "empty.new", _T("Empty", "New customer"), "user-plus", ""),
        ("demo", "empty.demo", _T("Empty", "Try with a sample shop"), "store", ""),
        ("backup.bring", "empty.backup", _T("Empty", "I have a backup …"), "archive-restore", ""),
    )
    offers = [
        Offer(name, text, lambda verb=verb: verbs.run(verb), icon, kind)  # type: ignore[misc]
        for verb, name, text, icon, kind in wanted
        if verbs.is_known(verb)
    ]
    hint = _T(
        "Empty",
        "Bring in the list you have, in Excel, CSV or from a phone: drop the file here. Or begin with the first "
        "customer.",
    )
    empty.say(_T("Empty", "Your customers will stand here"), hint, offers)


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"
