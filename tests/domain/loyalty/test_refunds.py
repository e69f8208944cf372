import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.refunds import (
    SoldLine,
    pay_back,
    points_to_give_back,
    return_everything,
    return_goods,
    return_money,
    to_take_back,
)
from crm_desktop.domain.loyalty.shares import apportion, share
from crm_desktop.domain.sales import Payment

sold_lines = st.lists(
    st.builds(SoldLine, st.just(0), st.integers(1, 20), st.integers(0, 1_000), st.integers(0, 300)),
    min_size=1,
    max_size=4,
).map(lambda lines: [SoldLine(place, one.quantity, one.net, one.earned) for place, one in enumerate(lines, 1)])


def with_returned(lines, returned):
    back = {one.line_id: one for one in returned}
    return [add(line, back[line.line_id]) if line.line_id in back else line for line in lines]


def add(line, back):
    sums = (line.back_quantity + back.quantity, line.back_net + back.net, line.back_earned + back.earned)
    return SoldLine(line.line_id, line.quantity, line.net, line.earned, *sums)


def sums(lines):
    return sum(line.back_net for line in lines), sum(line.back_earned for line in lines)


@given(sold_lines, st.data())
def test_any_partition_of_a_return_takes_back_exactly_the_whole(lines, data):
    whole = (sum(line.net for line in lines), sum(line.earned for line in lines))
    while any(line.back_quantity < line.quantity for line in lines):
        left = [line for line in lines if line.back_quantity < line.quantity]
        line = data.draw(st.sampled_from(left))
        quantity = data.draw(st.integers(1, line.quantity - line.back_quantity))
        returned = return_goods(lines, {line.line_id: quantity})
        assert all(one.net >= 0 and one.earned >= 0 for one in returned)
        lines = with_returned(lines, returned)
    assert sums(lines) == whole


@given(sold_lines, st.data())
def test_goods_money_and_the_rest_together_are_exactly_the_whole(lines, data):
    whole = (sum(line.net for line in lines), sum(line.earned for line in lines))
    line = data.draw(st.sampled_from(lines))
    lines = with_returned(lines, return_goods(lines, {line.line_id: data.draw(st.integers(1, line.quantity))}))
    open_ = sum(line.net - line.back_net for line in lines)
    if open_:
        lines = with_returned(lines, return_money(lines, data.draw(st.integers(1, open_))))
    if any(line.quantity > line.back_quantity or line.net > line.back_net for line in lines):
        lines = with_returned(lines, return_everything(lines))
    assert sums(lines) == whole
    assert all(line.back_quantity == line.quantity and line.back_net == line.net for line in lines)


@given(sold_lines, st.data())
def test_a_part_takes_back_its_share_of_the_points_and_never_lags_behind_a_whole_one(lines, data):
    line = data.draw(st.sampled_from([one for one in lines if one.net]) if any(one.net for one in lines) else st.none())
    if line is None:
        return
    for _ in range(data.draw(st.integers(1, line.quantity))):
        (returned,) = return_goods([line], {line.line_id: 1})
        line = add(line, returned)
        due = line.earned * line.back_net
        assert line.back_earned * line.net <= due or line.back_quantity == line.quantity
        assert (line.back_earned + 1) * line.net > due


@given(st.integers(0, 10**9), st.integers(1, 10**6), st.data())
def test_shares_of_any_partition_add_up(amount, whole, data):
    before, given = 0, 0
    while before < whole:
        now = data.draw(st.integers(1, whole - before)) if whole - before > 1 else 1
        given += share(amount, whole, before, now)
        before += now
    assert given == amount


@given(st.integers(0, 10**6), st.lists(st.integers(0, 1000), min_size=1, max_size=8))
def test_what_is_apportioned_lies_within_one_of_its_exact_share(total, weights):
    parts = apportion(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    if whole:
        assert all(abs(part * whole - total * weight) < whole for part, weight in zip(parts, weights, strict=True))


@given(st.lists(st.integers(0, 500), min_size=1, max_size=4), st.data())
def test_money_goes_back_the_way_it_came_and_never_more(amounts, data):
    paid = [Payment(f"own-{place}", amount) for place, amount in enumerate(amounts)]
    returned, left = {}, sum(amounts)
    while left:
        now = data.draw(st.integers(1, left))
        parts = pay_back(paid, returned, now)
        assert sum(part.amount for part in parts) == now
        for part in parts:
            returned[part.method] = returned.get(part.method, 0) + part.amount
        left -= now
    assert returned == {one.method: one.amount for one in paid if one.amount}


def test_a_return_above_the_sale_is_refused_with_what_is_left():
    line = SoldLine(1, 3_000, 900, 9, back_quantity=2_000, back_net=600, back_earned=6)
    with pytest.raises(Fault) as refused:
        return_goods([line], {1: 1_001})
    assert refused.value.values == {"asked": 1_001, "most": 1_000, "line": 1}
    with pytest.raises(Fault) as refused:
        return_money([line], 301)
    assert refused.value.values == {"asked": 301, "most": 300}


@pytest.mark.parametrize("quantities", [{}, {1: 0}, {1: -1_000}])
def test_nothing_and_less_cannot_come_back(quantities):
    with pytest.raises(Fault) as refused:
        return_goods([SoldLine(1, 1_000, 100)], quantities)
    assert refused.value.kind is FaultKind.AMOUNT_WRONG


def test_what_came_back_already_is_said_when_everything_is_asked_again():
    with pytest.raises(Fault) as refused:
        return_everything([SoldLine(1, 1_000, 100, 5, 1_000, 100, 5)])
    assert refused.value.kind is FaultKind.REFUND_TOO_HIGH


def test_points_that_ended_unused_are_not_taken_a_second_time():
    assert to_take_back(due=50, earned=100, taken_before=0, ended=0) == 50
    assert to_take_back(due=50, earned=100, taken_before=0, ended=80) == 20
    assert to_take_back(due=50, earned=100, taken_before=20, ended=80) == 0


def test_spent_points_come_back_in_the_measure_of_what_they_paid():
    assert [points_to_give_back(1_001, 1_000, before, 500) for before in (0, 500)] == [500, 501]


def test_a_free_line_gives_back_its_points_with_its_last_piece():
    line = SoldLine(1, 2_000, 0, 5)
    (first,) = return_goods([line], {1: 1_000})
    (last,) = return_goods([add(line, first)], {1: 1_000})
    assert (first.earned, last.earned) == (0, 5)
