"""What a customer's accounts hold on a day; what has expired by then does not count, booked or not."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from crm_desktop.domain.loyalty.lots import available, usable
from crm_desktop.domain.loyalty.words import Balance, Lot, LotKind
from crm_desktop.store.ledger import AccountRow, accounts_of, household_accounts, lots_of
from crm_desktop.store.programme_rows import ProgrammeRow, programme_row


def balances_of(connection: Connection, customer_id: int, day: date, *, shared: bool = True) -> tuple[Balance, ...]:
    """Return the balances of a customer's accounts, the oldest first; `shared` with the cards of her household."""
    accounts = accounts_of(connection, customer_id)
    if shared:
        accounts += household_accounts(connection, customer_id)
    lots: dict[int, list[Lot]] = {account.account_id: [] for account in accounts}
    for lot in lots_of(connection, lots):
        lots[lot.account_id].append(lot)
    programmes = {account.programme_id: programme_row(connection, account.programme_id) for account in accounts}
    return tuple(_balance(one, programmes[one.programme_id], lots[one.account_id], day) for one in accounts)


def _balance(account: AccountRow, programme: ProgrammeRow | None, lots: list[Lot], day: date) -> Balance:
    ends = [lot for lot in lots if lot.expires_on is not None and usable(lot, day)]
    first = min((lot.expires_on for lot in ends if lot.expires_on), default=None)
    return Balance(
        account.account_id,
        account.programme_id,
        account.kind,
        programme.name if programme else "",
        available(lots, day),
        available((lot for lot in lots if lot.kind is LotKind.PRINCIPAL), day),
        available((lot for lot in lots if lot.kind is LotKind.GIFT), day),
        first,
        sum(lot.left for lot in ends if lot.expires_on == first),
        account.for_household,
        account.customer_id,
    )
