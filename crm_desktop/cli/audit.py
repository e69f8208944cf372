"""`audit`: who did what and when, the newest first; with --verify, whether all of it is as it was written."""

from __future__ import annotations

import argparse

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.cli.output import progress_shown, say, say_json, table
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.audit import HistoryFilter, KindGroup
from crm_desktop.services.audit import AuditResult, moment_text, result_to_json, seal_text, verify_history
from crm_desktop.services.open_shop import OpenShop, ShopOptions
from crm_desktop.services.read_history import HistoryEntry, people_of, read_history, read_lines


def run(options: ShopOptions, arguments: argparse.Namespace) -> int:
    """List entries, or verify; 1 where something is not as it was written."""
    with shop_of(options) as shop:
        if arguments.verify:
            return _verify(shop, as_json=arguments.json)
        _list(shop, arguments)
    return 0


def _verify(shop: OpenShop, *, as_json: bool) -> int:
    told = progress_shown(lambda done, total: _T("Command", "Entries verified: {done} of {total}").format(
        done=f"{done:,}", total=f"{total:,}"))  # fmt: skip
    result = verify_history(shop.workplace, shop.places, told or (lambda _done, _total: None))
    if as_json:
        say_json(result_to_json(result))
    else:
        say(*_lines(result))
    return 0 if result.is_whole else 1


def _lines(result: AuditResult) -> list[str]:
    ends = _T("Audit", "It ends with entry {number}; the seal begins with {seal}.")
    found = [f"  {one.sentence}" for one in result.found]
    return [
        result.sentence,
        *found,
        *(f"  {text}" for text in result.erased),
        ends.format(number=result.last, seal=seal_text(result.seal)),
    ]


def _list(shop: OpenShop, arguments: argparse.Namespace) -> None:
    wanted = HistoryFilter(
        person_id=_person(shop, arguments.person),
        group=KindGroup(arguments.kind) if arguments.kind else None,
        since=arguments.since,
        text=arguments.customer or "",
    )
    entries = read_history(shop.workplace, wanted, limit=arguments.limit).entries
    if arguments.json:
        lines = read_lines(shop.workplace, [entry.operation_id for entry in entries])
        say_json([_as_json(entry, lines.get(entry.operation_id, ())) for entry in entries])
    elif entries:
        say(*table(_row(entry) for entry in entries))
    else:
        say(_T("History", "Nothing was done that fits what is asked for."))


def _person(shop: OpenShop, name: str | None) -> int | None:
    if name is None:
        return None
    found = next((one.id for one in people_of(shop.workplace) if one.name.casefold() == name.casefold()), None)
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, what="person", name=name)
    return found


def _row(entry: HistoryEntry) -> list[str]:
    undone = _T("History", "{what} · taken back").format(what=entry.title) if entry.is_undone else entry.title
    return [
        str(entry.operation_id), moment_text(entry.at), entry.person or "–", undone, entry.whom, entry.where_from,
    ]  # fmt: skip


def _as_json(entry: HistoryEntry, lines: tuple[str, ...]) -> dict[str, object]:
    return {
        "entry": entry.operation_id,
        "at": entry.at.isoformat(),
        "person": entry.person or None,
        "kind": entry.kind.value,
        "what": entry.title,
        "about": entry.whom or None,
        "customer": entry.subject_id,
        "from": entry.source.value,
        "reason": entry.reason or None,
        "undoes": entry.undoes,
        "taken_back": entry.is_undone,
        "changes": list(lines),
    }
