"""`undo`: take back the last action, or one by its number; taking back an undo does it again.

Of an import it names what was changed or used since, and leaves that unless it is told otherwise.
"""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.import_history import import_of, preview_undo_import, undo_import
from crm_desktop.services.import_views import ImportEntry, KeptValue, UndoPreview
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.undo import undo
from crm_desktop.services.workplace import Workplace

_SHOWN = 20


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Take back, and say what was and what had to stay."""
    with shop_of(options) as shop:
        found = import_of(shop.workplace, arguments.operation) if arguments.operation else None
        if found is not None and found.operation is not None and not found.undone:
            seen, changes = _undo_import(shop.workplace, found, arguments)
        else:
            seen, changes = None, undo(shop.workplace, arguments.operation)
    if arguments.json:
        say_json(_as_json(changes, seen))
    else:
        say(change_sentence(changes), *(_lines(seen, arguments) if seen else ()))


def _undo_import(
    workplace: Workplace, found: ImportEntry, arguments: argparse.Namespace
) -> tuple[UndoPreview, ChangeSet]:
    seen = preview_undo_import(workplace, found.id)
    put_back = {kept.change_id for kept in seen.kept_values} if arguments.changed_too else set()
    to_bin = {kept.customer_id for kept in seen.kept_customers} if arguments.used_too else set()
    return seen, undo_import(workplace, found.id, frozenset(put_back), frozenset(to_bin))


def _as_json(changes: ChangeSet, seen: UndoPreview | None) -> dict[str, object]:
    answer: dict[str, object] = {
        "operation": changes.operation_id,
        "undoes": changes.undoes,
        "kind": changes.kind.value,
        "kept": [{"table": c.entity, "row": c.row_id, "field": c.field} for c in changes.conflicts],
    }
    if seen is None:
        return answer
    values = [
        {"id": kept.customer_id, "customer": kept.customer, "field": kept.title, "imported": kept.imported,
         "now": kept.now, "person": kept.person}
        for kept in seen.kept_values
    ]  # fmt: skip
    customers = [{"id": kept.customer_id, "customer": kept.customer, "why": kept.why} for kept in seen.kept_customers]
    return answer | {
        "removed": seen.removed + seen.going,
        "restored": seen.restored,
        "changed_since": values,
        "used_since": customers,
    }


def _lines(seen: UndoPreview, arguments: argparse.Namespace) -> list[str]:
    lines = []
    if seen.kept_values:
        lines.append(
            _T("Command", "Put back although they were changed since:")
            if arguments.changed_too
            else _T("Command", "Changed since, and left as they are (--changed-too puts them back):")
        )
        lines += map(_value_line, seen.kept_values[:_SHOWN])
        lines += _more(len(seen.kept_values))
    if seen.kept_customers:
        lines.append(
            _T("Command", "Moved to the recycle bin although they were edited or used since:")
            if arguments.used_too
            else _T("Command", "New customers who were edited or used since stay (--used-too moves them to the bin):")
        )
        lines += [f"  {kept.customer}: {'; '.join(kept.why)}" for kept in seen.kept_customers[:_SHOWN]]
        lines += _more(seen.kept_customer_count)
    return lines


def _value_line(kept: KeptValue) -> str:
    who = f" ({kept.person})" if kept.person else ""
    return f"  {kept.customer}: {kept.title} {kept.imported} → {kept.now}{who}"


def _more(count: int) -> list[str]:
    return [_T("Command", "… and %n more", n=count - _SHOWN)] if count > _SHOWN else []
