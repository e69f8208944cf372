"""What a search could not compare, in words."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.likeness import Skipped
from crm_desktop.services.say_likeness import key_words


def skipped_text(skipped: Skipped) -> str:
    """Return what too many customers share: the kind of value, how many values, and how many customers have them."""
    values = _T("Duplicates", "%n value(s)", n=skipped.blocks).replace(str(skipped.blocks), f"{skipped.blocks:,}")
    count = skipped.customers
    whom = _T("Duplicates", "%n customer(s)", n=count).replace(str(count), f"{count:,}")
    kind = key_words().get(skipped.kind, skipped.kind)
    return _T("Duplicates", "{kind} ({values}, {customers})").format(kind=kind, values=values, customers=whom)
