"""The kinds of files that can be brought in; each says what it is called, where its columns go, and its template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import RowsAre
from crm_desktop.exchange.protocol import TemplateColumn
from crm_desktop.services.balance_template import balance_columns
from crm_desktop.services.customer_template import customer_columns
from crm_desktop.services.import_views import TargetView
from crm_desktop.services.import_words import target_views
from crm_desktop.services.sale_template import sale_columns
from crm_desktop.services.workplace import Workplace

CUSTOMERS = RowsAre.CUSTOMERS.value


@dataclass(frozen=True)
class KindView:
    """A kind of file, in the user's words."""

    key: str
    title: str
    description: str


@dataclass(frozen=True)
class ImportKind:
    """What the program knows of a kind; its words are asked for when shown, so that they follow the language."""

    key: str
    title: Callable[[], str]
    description: Callable[[], str]
    targets: Callable[[], tuple[TargetView, ...]]
    template: Callable[[Workplace], tuple[TemplateColumn, ...]]


KINDS = (
    ImportKind(
        CUSTOMERS,
        title=lambda: _T("ImportKind", "Customers"),
        description=lambda: _T("ImportKind", "One row for each customer: name, phone, card, birthday, tags …"),
        targets=target_views,
        template=customer_columns,
    ),
    ImportKind(
        RowsAre.PURCHASES.value,
        title=lambda: _T("ImportKind", "Sales"),
        description=lambda: _T(
            "ImportKind",
            "One row for each thing sold: slip, day, customer, goods, quantity, price … Old sales of a till.",
        ),
        targets=lambda: target_views(RowsAre.PURCHASES),
        template=lambda _workplace: sale_columns(),
    ),
    ImportKind(
        RowsAre.BALANCES.value,
        title=lambda: _T("ImportKind", "Opening balances"),
        description=lambda: _T(
            "ImportKind", "One row for each customer: card or phone, and points, stored value, visits left, tier."
        ),
        targets=lambda: target_views(RowsAre.BALANCES),
        template=lambda _workplace: balance_columns(),
    ),
)
"""Every kind that can really be brought in, in the order it is offered."""


def kinds() -> tuple[KindView, ...]:
    """Return the kinds to choose from."""
    return tuple(KindView(kind.key, kind.title(), kind.description()) for kind in KINDS)


def kind_of(key: str) -> ImportKind:
    """Return a kind by its key; raises Fault NOT_FOUND."""
    found = next((kind for kind in KINDS if kind.key == key), None)
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, what="kind", text=key)
    return found
