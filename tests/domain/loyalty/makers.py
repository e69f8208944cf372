"""Made-up rules, slips and lots for the tests of the loyalty engine."""

from datetime import date, time

from hypothesis import strategies as st

from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.earning import EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.rules import (
    Base,
    BirthdayTime,
    Expiry,
    ExpiryMode,
    Multiplier,
    PointsRules,
    Rounding,
    Stacking,
    Tier,
    TierRules,
)
from crm_desktop.domain.loyalty.words import Lot, LotKind, LotSource

TODAY = date(2026, 11, 22)
NOON = time(12, 0)
VIP = Tier(1, "VIP", TierRules(100_000, factor=150))
GOLD = Tier(2, "Gold", TierRules(500_000, factor=200), position=1)

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
amounts = st.integers(0, 1_000_000)
goods = st.none() | st.integers(1, 3)
sets_of_goods = st.frozensets(st.integers(1, 3), max_size=2)
hours = st.none() | st.tuples(st.integers(0, 1440), st.integers(0, 1440)).filter(lambda span: span[0] != span[1])
times = st.times()
birthdays = st.none() | st.builds(
    PartialDate,
    st.sampled_from(("solar", "lunar")),
    st.none(),
    st.integers(1, 12),
    st.integers(1, 28),
)
members = st.builds(Member, st.sampled_from((None, 1, 2)), birthdays)


def earn_lines():
    sums = st.tuples(amounts, amounts).map(sorted)
    return st.builds(
        lambda pair, **more: EarnLine(pair[1], pair[0], **more),
        sums,
        quantity=st.integers(1, 5000),
        product_id=goods,
        category_id=goods,
        rate=st.none() | st.integers(0, 300),
    )


slips = st.builds(
    EarnSlip,
    st.lists(earn_lines(), min_size=1, max_size=4).map(tuple),
    st.integers(0, 50_000),
    st.integers(0, 50_000),
)
multipliers = st.builds(
    Multiplier,
    st.sampled_from(("Double day", "Happy hour", "Birthday")),
    st.integers(0, 400),
    st.integers(0, 100),
    st.frozensets(st.integers(0, 6), max_size=5),
    hours,
    st.none() | st.sampled_from(BirthdayTime),
    st.frozensets(st.sampled_from((1, 2)), max_size=1),
    first=st.none() | days,
    category_ids=sets_of_goods,
    product_ids=sets_of_goods,
).filter(lambda one: one.factor != 100 or one.plus)
expiries = st.one_of(
    st.just(Expiry()),
    st.builds(Expiry, st.just(ExpiryMode.DAYS), st.integers(1, 800)),
    st.builds(Expiry, st.sampled_from((ExpiryMode.MONTHS, ExpiryMode.INACTIVITY)), st.integers(1, 40), st.booleans()),
    st.builds(Expiry, st.just(ExpiryMode.YEAR_END), st.integers(0, 3)),
)
points_rules = st.builds(
    PointsRules,
    points=st.integers(0, 20),
    money=st.integers(1, 5000),
    per_visit=st.integers(0, 20),
    product_points=st.dictionaries(st.integers(1, 3), st.integers(0, 50), max_size=2),
    product_rates=st.dictionaries(st.integers(1, 3), st.integers(0, 300), max_size=2),
    category_rates=st.dictionaries(st.integers(1, 3), st.integers(0, 300), max_size=2),
    minimum=st.sampled_from((0, 0, 1000, 100_000)),
    base=st.sampled_from(Base),
    earn_on_points_part=st.booleans(),
    earn_on_gift_part=st.booleans(),
    multipliers=st.lists(multipliers, max_size=3).map(tuple),
    stacking=st.sampled_from(Stacking),
    cap=st.sampled_from((0, 0, 200, 350)),
    rounding=st.sampled_from(Rounding),
    expiry=expiries,
)


def lot(number, left, ends=None, kind=LotKind.POINTS, *, source=LotSource.SALE, earned=TODAY, **more):
    return Lot(number, 1, kind, source, max(left, 0), left, earned, ends, **more)


@st.composite
def lots(draw, kinds=(LotKind.POINTS,), debts=True):
    """Draw the lots of an account, numbered from 1."""
    made = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        kind = draw(st.sampled_from(kinds))
        ends, earned = draw(st.none() | days), draw(days)
        made.append(lot(number, draw(st.integers(0, 300)), ends, kind, earned=earned))
    if debts and draw(st.booleans()):
        made.append(lot(len(made) + 1, -draw(st.integers(1, 50)), source=LotSource.DEBT))
    return made
