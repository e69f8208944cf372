"""The ways to pay: those every shop has, and its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import PayBy
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables
from crm_desktop.store.payment_methods import OWN, own_methods
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 40
_method = tables.payment_method


@dataclass(frozen=True)
class PaymentMethod:
    """One way to pay: `key` is what a payment names, `method_id` the row of one of the shop's own."""

    key: str
    name: str
    is_cash: bool = False
    method_id: int | None = None
    active: bool = True


def method_words() -> dict[str, str]:
    """Return the words for the ways every shop has, points and stored value too."""
    return {
        PayBy.CASH.value: _T("PaymentMethods", "Cash"),
        PayBy.WECHAT.value: _T("PaymentMethods", "WeChat Pay"),
        PayBy.ALIPAY.value: _T("PaymentMethods", "Alipay"),
        PayBy.BANK_CARD.value: _T("PaymentMethods", "Bank card"),
        PayBy.TRANSFER.value: _T("PaymentMethods", "Bank transfer"),
        PayBy.OTHER.value: _T("PaymentMethods", "Something else"),
        PayBy.STORED_VALUE.value: _T("PaymentMethods", "Stored value"),
        PayBy.POINTS.value: _T("PaymentMethods", "Points"),
    }


def payment_methods(workplace: Workplace, *, aside_too: bool = False) -> list[PaymentMethod]:
    """Return the ways to pay, the shop's own ones last; points and stored value are not among them."""
    workplace.require(Right.SALES_READ)
    loyal = (PayBy.STORED_VALUE.value, PayBy.POINTS.value)
    usual = [PaymentMethod(key, name, key == PayBy.CASH) for key, name in method_words().items() if key not in loyal]
    with workplace.store.read() as connection:
        own = [_own(row) for row in own_methods(connection)]
    return usual + [one for one in own if one.active or aside_too]


def _own(row: Any) -> PaymentMethod:
    return PaymentMethod(OWN + str(row.id), row.name, bool(row.is_cash), row.id, bool(row.active))


def method_names(workplace: Workplace) -> dict[str, tuple[str, bool]]:
    """Return every way to pay that slips may name: what it is called, and whether it goes into the drawer."""
    usual = {key: (name, key == PayBy.CASH) for key, name in method_words().items()}
    own = (one for one in payment_methods(workplace, aside_too=True) if one.method_id is not None)
    return usual | {one.key: (one.name, one.is_cash) for one in own}


def method_name(workplace: Workplace, key: str) -> str:
    """Return what a way to pay is called, one put aside too."""
    if key in method_words():
        return method_words()[key]
    return next((one.name for one in payment_methods(workplace, aside_too=True) if one.key == key), key)


def save_method(workplace: Workplace, name: str, *, is_cash: bool = False, method_id: int | None = None) -> ChangeSet:
    """Add one of the shop's own ways, or change it; raise Fault VALUE_INVALID, VALUE_TAKEN, NOT_FOUND."""
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        free = _free_name(work, name, method_id)
        values: dict[str, object] = {"name": free, "is_cash": int(is_cash)}
        work.about(name=free)
        if method_id is None:
            last = max((row.position for row in own_methods(work.connection)), default=0)
            work.insert_one(_method, public_id=new_public_id(), position=last + 1, active=1, **values)
        else:
            parts.get_part(work.connection, _method, method_id)
            work.update(_method, method_id, **values)
        return work.commit()


def put_aside_method(workplace: Workplace, method_id: int, *, active: bool = False) -> ChangeSet:
    """Offer one of the shop's own ways no longer, or again; raise Fault NOT_FOUND."""
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        work.about(name=parts.get_part(work.connection, _method, method_id).name)
        work.update(_method, method_id, active=int(active))
        return work.commit()


def _free_name(work: UnitOfWork, given: str, method_id: int | None) -> str:
    name = checked_line(given, NAME_LENGTH)
    taken = {row.name.casefold() for row in own_methods(work.connection) if row.id != method_id}
    taken |= {word.casefold() for word in method_words().values()}
    if name.casefold() in taken:
        raise Fault(FaultKind.VALUE_TAKEN, field="name", value=name)
    return name
