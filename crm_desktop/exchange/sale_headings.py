"""Places of the columns of a file of sales, by its headings; where it has none, by the shape of its values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from crm_desktop.exchange.clean import ValueProblem, to_text
from crm_desktop.exchange.headings import meaning, normalise
from crm_desktop.exchange.plan import ColumnPlan, Target
from crm_desktop.exchange.sale_words import CUSTOMER_IS, HEADINGS, WHOLE_SLIP
from crm_desktop.exchange.table import Cell, is_empty

OF_CUSTOMERS = frozenset(
    {Target.NAME, Target.FAMILY_NAME, Target.GIVEN_NAME, Target.NICKNAME, Target.PHONE, Target.PHONE_LABEL,
     Target.EMAIL, Target.WECHAT, Target.CARD_NUMBER, Target.FILE_NUMBER, Target.PUBLIC_ID}
)  # fmt: skip
"""Places of a file of sales that say whose a slip is."""
_TIMES = ("创建时间", "created at")
_NUMBERS = (Target.FILE_NUMBER, Target.CARD_NUMBER)
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
_DAY = re.compile(r"(?:19|20)\d\d[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
_MONEY = re.compile(r"-?\d+\.\d{1,2}")
_COUNT = re.compile(r"-?\d{1,3}")
_MARK = re.compile(r"\d{2,}|[A-Za-z]{1,4}\d+")
_MOSTLY = 0.9


@cache
def _places() -> dict[str, tuple[Target, int]]:
    """Return the place of each word, and how much it is worth beside others of that place."""
    found: dict[str, tuple[Target, int]] = {}
    for target, words in HEADINGS.items():
        for place, word in enumerate(words):
            found.setdefault(normalise(word), (target, len(words) - place))
    return found


def sale_meaning(heading: str) -> tuple[Target, int] | None:
    """Return the place a heading means, and how sure that is beside others of the place; None for no place."""
    text = normalise(heading)
    bare = normalise(_BRACKETS.sub("", heading))
    for form in dict.fromkeys((text, bare)):
        if form in _places():
            return _places()[form]
        if form in CUSTOMER_IS:
            return Target.NAME, 0
    what = meaning(heading)
    if what is None or what.target not in OF_CUSTOMERS or text in ("name", "名称", "编号", "id", "号码"):
        return None
    return what.target, 1


def score_sale_headings(cells: Iterable[str]) -> int:
    """Return how many of a row's cells are headings of sales."""
    return sum(1 for cell in cells if 0 < len(cell) <= 60 and sale_meaning(cell) is not None)


def speaks_of_sales(cells: Iterable[str]) -> bool:
    """Tell whether headings are those of sales: what something came to, and on which slip, or when and what."""
    found = {what[0] for cell in cells if len(cell) <= 60 and (what := sale_meaning(cell))}
    goods = found & {Target.PRODUCT, Target.PRODUCT_CODE, Target.QUANTITY}
    paid = found & {Target.AMOUNT, Target.UNIT_PRICE}
    return bool(paid and (Target.SLIP_NUMBER in found or (goods and Target.SOLD_AT in found)))


def map_sale_headings(headings: Sequence[str]) -> list[ColumnPlan]:
    """Return a plan for each heading, in order; what a slip has no place for is left out."""
    found = [sale_meaning(heading) for heading in headings]
    found = _with_times(headings, found)
    best: dict[Target, int] = {}
    for index, what in enumerate(found):
        if what and (what[0] not in best or what[1] > (found[best[what[0]]] or what)[1]):
            best[what[0]] = index
    columns = []
    for index, heading in enumerate(headings):
        what = found[index]
        kept = what is not None and (best[what[0]] == index or what[0] is Target.PHONE)
        target = what[0] if what is not None and kept else Target.SKIP
        guessed_by = "" if target is Target.SKIP else "heading"
        columns.append(ColumnPlan(index, heading.strip(), target, guessed_by=guessed_by))
    return _without_whole_slips(columns)


def _with_times(headings: Sequence[str], found: list[tuple[Target, int] | None]) -> list[tuple[Target, int] | None]:
    """Take "时间" beside "日期" for the time of day; and "time" alone for the moment."""
    texts = [normalise(heading) for heading in headings]
    dates = [what for what in found if what and what[0] is Target.SOLD_AT]
    settled = list(found)
    for index, text in enumerate(texts):
        if text == "时间" and len(dates) > 1:
            settled[index] = (Target.SOLD_TIME, 1)
        if text in ("time", "时刻") and not dates:
            settled[index] = (Target.SOLD_AT, 1)
    return settled


def _without_whole_slips(columns: list[ColumnPlan]) -> list[ColumnPlan]:
    """Leave out an amount of the whole slip where each line has its price and quantity."""
    targets = {column.target for column in columns}
    if not {Target.QUANTITY, Target.UNIT_PRICE, Target.SLIP_NUMBER} <= targets:
        return columns
    return [
        replace(column, target=Target.SKIP, guessed_by="")
        if column.target is Target.AMOUNT and normalise(_BRACKETS.sub("", column.heading)) in WHOLE_SLIP
        else column
        for column in columns
    ]


def place_sales_by_values(columns: Sequence[ColumnPlan], values: dict[int, list[Cell]]) -> list[ColumnPlan]:
    """Place the columns of a file without headings: whose, when, how many, how much."""
    placed = list(columns)
    taken = {column.target for column in columns}
    for place, column in enumerate(placed):
        if column.guessed_by or column.heading or column.target not in (Target.SKIP, Target.CUSTOM):
            continue
        target = _by_shape(values.get(column.index, []), taken)
        placed[place] = replace(column, target=target, label="", guessed_by="" if target is Target.SKIP else "values")
        taken.add(target)
    return placed


def _by_shape(cells: Sequence[Cell], taken: set[Target]) -> Target:
    for target, shape in (
        (Target.SOLD_AT, _DAY),
        (Target.AMOUNT, _MONEY),
        (Target.QUANTITY, _COUNT),
        (Target.FILE_NUMBER, _MARK),
    ):
        if target not in taken and _share(cells, shape) >= _MOSTLY:
            return target
    return Target.SKIP


def _share(cells: Sequence[Cell], shape: re.Pattern[str]) -> float:
    texts = [_text(cell) for cell in cells if not is_empty(cell)]
    return sum(1 for text in texts if shape.fullmatch(text)) / len(texts) if texts else 0.0


def _text(cell: Cell) -> str:
    try:
        return to_text(cell)
    except ValueProblem:
        return ""
