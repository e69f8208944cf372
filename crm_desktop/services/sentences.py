"""Turns every kind of fault into one sentence in the user's words, with the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services import (
    sentences_of_data,
    sentences_of_files,
    sentences_of_loyalty,
    sentences_of_requests,
    sentences_of_sales,
)

Texts = Mapping[FaultKind, str]


class _Values(dict[str, object]):
    """Values of a fault; one that was not given reads as an ellipsis instead of ending the program."""

    def __missing__(self, name: str) -> str:
        return "…"


def sentence_for(fault: Fault) -> str:
    """Return what happened and the way out, in the language in use."""
    special = _SPECIAL.get(fault.kind)
    template = (special(fault) if special else None) or _texts()[fault.kind]
    return template.format_map(_Values({name: value for name, value in fault.values.items() if value is not None}))


def _texts() -> Texts:
    return {
        **sentences_of_data.folder_texts(),
        **sentences_of_data.database_texts(),
        **sentences_of_data.key_texts(),
        **sentences_of_files.file_texts(),
        **sentences_of_files.sheet_texts(),
        **sentences_of_requests.request_texts(),
        **sentences_of_sales.sale_texts(),
    }


_SPECIAL: dict[FaultKind, Callable[[Fault], str | None]] = {
    FaultKind.FOLDER_IN_USE: sentences_of_data.folder_in_use,
    FaultKind.KEY_MISSING: sentences_of_data.key_missing,
    FaultKind.DATABASE_READ_ONLY: sentences_of_data.disk_refuses,
    FaultKind.TRY_LATER: sentences_of_data.try_later,
    FaultKind.DATABASE_DAMAGED: sentences_of_data.database_damaged,
    FaultKind.FILE_TOO_LARGE: sentences_of_files.file_too_large,
    FaultKind.FILE_MISSING: sentences_of_files.attached_file_lost,
    FaultKind.FILE_DAMAGED: sentences_of_files.attached_file_lost,
    FaultKind.VALUE_INVALID: sentences_of_requests.value_invalid,
    FaultKind.NOT_FOUND: sentences_of_requests.not_found,
    FaultKind.NOT_ALLOWED: sentences_of_requests.not_allowed,
    FaultKind.NOT_UNDOABLE: sentences_of_requests.not_undoable,
    FaultKind.AMOUNT_WRONG: sentences_of_sales.amount_wrong,
    FaultKind.NOT_ENOUGH: sentences_of_sales.not_enough,
    FaultKind.PAYMENTS_DIFFER: sentences_of_sales.payments_differ,
    FaultKind.COUPON_NOT_VALID: sentences_of_sales.coupon_not_valid,
    FaultKind.CARD_NOT_VALID: sentences_of_sales.card_not_valid,
    FaultKind.OUT_OF_STOCK: sentences_of_sales.out_of_stock,
    FaultKind.ALREADY_VOID: sentences_of_sales.already_void,
    FaultKind.RULES_INVALID: sentences_of_loyalty.rules_invalid,
    FaultKind.LIMIT_REACHED: sentences_of_loyalty.limit_reached,
    FaultKind.ALREADY_SPENT: sentences_of_loyalty.already_spent,
}
