"""`merge`: make one customer of several, as one step that `unmerge` takes back."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.customer import Customer
from crm_desktop.domain.merge import KEEP_ALL, MergeChoices
from crm_desktop.services.compare_customers import compare_customers
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.merge_customers import MergePreview, merge_customers, preview_merge
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_customers import read_customer, resolve_customer
from crm_desktop.services.say_likeness import total_words
from crm_desktop.services.workplace import Workplace

_BY_AGE = ("oldest", "newest")


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Merge, and say who stays and what changed."""
    with shop_of(options) as shop:
        ids = [resolve_customer(shop.workplace, given) for given in arguments.ids]
        choices = _choices(shop.workplace, ids, arguments.prefer or ())
        preview = preview_merge(shop.workplace, ids, choices)
        if arguments.dry_run:
            survivor, operation, said = preview.survivor_id, None, _T("Command", "Nothing is written yet.")
        else:
            result = merge_customers(shop.workplace, ids, choices)
            survivor, operation, said = result.survivor_id, result.changes.operation_id, change_sentence(result.changes)
        customer = read_customer(shop.workplace, survivor)
    if arguments.json:
        say_json(_as_json(preview, customer, operation))
    else:
        say(said, *_lines(preview, operation))


def _choices(workplace: Workplace, ids: Sequence[int], preferred: Sequence[str]) -> MergeChoices:
    """Read what is preferred: who stays (a customer, the oldest, the newest), or for a field FIELD=ID or FIELD=all."""
    survivor: int | None = None
    fields: dict[str, int] = {}
    known = {line.key for line in compare_customers(workplace, ids).fields}
    for given in preferred:
        key, equals, whose = given.partition("=")
        if not equals:
            survivor = _by_age(workplace, ids, given) if given in _BY_AGE else _one_of(workplace, ids, given)
        elif key not in known:
            raise Fault(FaultKind.VALUE_INVALID, field=key, value=key, reason="unknown_field")
        else:
            fields[key] = KEEP_ALL if whose == "all" else _one_of(workplace, ids, whose)
    return MergeChoices(survivor, fields)


def _one_of(workplace: Workplace, ids: Sequence[int], given: str) -> int:
    found = resolve_customer(workplace, given)
    if found not in ids:
        raise Fault(FaultKind.NOT_FOUND, id=given)
    return found


def _by_age(workplace: Workplace, ids: Sequence[int], word: str) -> int:
    ordered = sorted((read_customer(workplace, row_id) for row_id in ids), key=lambda one: (one.created_at, one.id))
    return ordered[0 if word == "oldest" else -1].id


def _as_json(preview: MergePreview, customer: Customer, operation: int | None) -> dict[str, Any]:
    return {
        "operation": operation,
        "survivor": customer.public_id,
        "name": customer.name,
        "fields": [
            {"field": line.key, "before": line.before, "after": line.after} for line in preview.fields if line.changes
        ],
        "totals": [{"what": line.total.value, "before": line.before, "after": line.after} for line in preview.totals],
    }


def _lines(preview: MergePreview, operation: int | None) -> list[str]:
    change = _T("Command", "{label}: {before} → {after}")
    lines = [
        "  " + change.format(label=line.label, before=line.before or "–", after=line.after or "–")
        for line in preview.fields
        if line.changes
    ]
    words = total_words()
    lines += [
        "  " + change.format(label=words[line.total], before=" + ".join(map(str, line.before)), after=line.after)
        for line in preview.totals
    ]
    if operation:
        lines.append(_T("Command", "To take it back: unmerge {operation}").format(operation=operation))
    return lines
