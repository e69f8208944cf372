"""What a file of sales, or of opening balances, comes to: figures to be compared with the file and with the shop."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import LotKind
from crm_desktop.services.say_money import money_text
from crm_desktop.store.prepare_balances import BalanceTotals, KindTotals, RefusedOpening
from crm_desktop.store.prepare_sales import SaleCounts

_MONEY = frozenset({LotKind.PRINCIPAL.value, LotKind.GIFT.value})


@dataclass(frozen=True)
class Figure:
    """One figure with its title, ready to be shown."""

    title: str
    text: str


@dataclass(frozen=True)
class BalanceRow:
    """One kind of opening balance as the check and the result show it: the file's sum and the shop's."""

    title: str
    file: str
    taken: str
    left: str
    """What of the file's sum stays out, and why; empty where nothing does."""
    before: str
    after: str


def balance_titles() -> dict[str, str]:
    """Return what kinds of opening balances are called."""
    return {
        LotKind.POINTS.value: _T("ImportBalances", "Points"),
        LotKind.PRINCIPAL.value: _T("ImportBalances", "Stored value, paid for"),
        LotKind.GIFT.value: _T("ImportBalances", "Stored value, given"),
        LotKind.VISITS.value: _T("ImportBalances", "Visits left"),
        "tier": _T("ImportBalances", "Tier"),
    }


def balance_text(kind: str, value: object, currency: str) -> str:
    """Return a balance for reading: money with its sign, points and visits as numbers, a tier by its name."""
    if not isinstance(value, int):
        return str(value)
    return money_text(value, currency) if kind in _MONEY else f"{value:,}"


def sale_figures(found: SaleCounts, currency: str, created: int = 0) -> tuple[Figure, ...]:
    """Return what a file of sales brings, figure by figure; those that would say nothing are left out.

    `created` is how many customers are new.
    """
    figures = [
        (_T("ImportSales", "Slips"), f"{found.slips:,}", True),
        (_T("ImportSales", "Lines"), f"{found.lines:,}", bool(found.lines)),
        (_T("ImportSales", "Total"), money_text(found.net, currency), bool(found.slips)),
        (_T("ImportSales", "From – to"), _span(found), bool(found.first_day)),
        (_T("ImportSales", "Customers"), f"{found.customers:,}", bool(found.customers)),
        (_T("ImportSales", "New customers"), f"{created:,}", bool(created)),
        (_T("ImportSales", "Returns"), _returns(found), bool(found.refunds)),
        (_T("ImportSales", "Without a customer"), _alone(found, currency), bool(found.without_customer)),
        (_T("ImportSales", "New goods in the catalogue"), f"{found.products:,}", bool(found.products)),
        (_T("ImportSales", "Points earned"), _points(found), bool(found.points or found.not_earning)),
        (_T("ImportSales", "There already"), f"{found.known:,}", bool(found.known)),
        (_T("ImportSales", "There with another total"), f"{found.different:,}", bool(found.different)),
    ]
    return tuple(Figure(title, text) for title, text, says_something in figures if says_something)


def _span(found: SaleCounts) -> str:
    return found.first_day if found.first_day == found.last_day else f"{found.first_day} – {found.last_day}"


def _returns(found: SaleCounts) -> str:
    text = _T("ImportSales", "{count}, {matched} matched to what they take back")
    return text.format(count=f"{found.refunds:,}", matched=f"{found.matched:,}")


def _points(found: SaleCounts) -> str:
    text = _T("ImportSales", "{points} with {slips} slips")
    said = text.format(points=f"{found.points:,}", slips=f"{found.earning_slips:,}")
    if not found.not_earning:
        return said
    without = _T("ImportSales", "{said}; none for {count} customers with an opening balance")
    return without.format(said=said, count=f"{found.not_earning:,}")


def _alone(found: SaleCounts, currency: str) -> str:
    return f"{found.without_customer:,} · {money_text(found.net_without_customer, currency)}"


def balance_rows(totals: BalanceTotals, currency: str) -> tuple[BalanceRow, ...]:
    """Return the sums of opening balances by kind: in the file, taken, and in the shop before and after."""
    titles = balance_titles()
    return tuple(
        BalanceRow(
            titles[kind],
            balance_text(kind, of.file, currency),
            balance_text(kind, of.taken, currency),
            _left(kind, of, currency),
            balance_text(kind, of.before, currency),
            balance_text(kind, of.after, currency),
        )
        for kind, of in totals.kinds.items()
    )


def balance_sentence(row: BalanceRow) -> str:
    """Return the sums of one kind of opening balance in a line."""
    text = _T(
        "ImportBalances", "{title}: {file} in the file, {taken} taken; the shop has {before} before, {after} after."
    )
    said = text.format(title=row.title, file=row.file, taken=row.taken, before=row.before, after=row.after)
    return f"{said} {row.left}" if row.left else said


def _left(kind: str, of: KindTotals, currency: str) -> str:
    parts = (
        (of.known, _T("ImportBalances", "{sum} there already")),
        (of.refused, _T("ImportBalances", "{sum} refused: the customer has an opening balance")),
        (of.waiting, _T("ImportBalances", "{sum} waits for your word")),
        (of.left_out, _T("ImportBalances", "{sum} left out")),
    )
    return "; ".join(text.format(sum=balance_text(kind, part, currency)) for part, text in parts if part)


def refused_text(refused: RefusedOpening, currency: str) -> str:
    """Return why an opening balance stays out."""
    text = _T("ImportBalances", "{name}: {title} {quantity} stays out, because {has} was brought in before.")
    return text.format(
        name=refused.name,
        title=balance_titles()[refused.kind],
        quantity=balance_text(refused.kind, refused.quantity, currency),
        has=balance_text(refused.kind, refused.has, currency),
    )


def more_balances(totals: BalanceTotals) -> tuple[Figure, ...]:
    """Return what else opening balances bring: tiers, new programmes."""
    figures = [
        (_T("ImportBalances", "Customers with a tier"), f"{totals.tiers:,}", totals.tiers),
        (_T("ImportBalances", "Tier kept as it is"), f"{totals.tiers_refused:,}", totals.tiers_refused),
        (_T("ImportBalances", "New tiers"), ", ".join(totals.new_tiers), totals.new_tiers),
        (_T("ImportBalances", "New programmes"), ", ".join(totals.new_programmes), totals.new_programmes),
    ]
    return tuple(Figure(title, text) for title, text, says_something in figures if says_something)
