"""Returns find what they take back, and no line gives back more than was sold."""

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.cancellations import Returned, Sold, match_returns


def _sold(line, at, left, number="", whose="tea"):
    return Sold(line, whose, at, number, left, left * 10)


def _back(line, at, quantity, number="", whose="tea"):
    return Returned(line, whose, at, quantity, quantity * 10, number)


def test_the_latest_sale_before_the_return_is_meant():
    assert match_returns([_back(9, 30, 1)], [_sold(1, 10, 1), _sold(2, 20, 1), _sold(3, 40, 1)]) == {9: 2}


def test_a_sale_of_too_few_or_of_something_else_is_not():
    sold = [_sold(1, 10, 5), _sold(2, 20, 1), _sold(3, 25, 9, whose="cup")]
    assert match_returns([_back(9, 30, 2)], sold) == {9: 1}


def test_the_slip_that_is_named_comes_first():
    assert match_returns([_back(9, 30, 1, "A1")], [_sold(1, 10, 1, "A1"), _sold(2, 20, 1, "A2")]) == {9: 1}


def test_what_was_never_sold_stands_alone():
    assert match_returns([_back(9, 30, 1)], [_sold(1, 31, 1)]) == {}


_LINES = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5), st.sampled_from("ab")), max_size=30)


@given(_LINES, _LINES)
def test_no_line_gives_back_more_than_was_sold_nor_before_it_was(sold, returned):
    there = {n: _sold(n, at, count, whose=whose) for n, (at, count, whose) in enumerate(sold)}
    back = {n: _back(n, at, count, whose=whose) for n, (at, count, whose) in enumerate(returned)}
    found = match_returns(back.values(), [_sold(n, at, count, whose=w) for n, (at, count, w) in enumerate(sold)])
    for n, line in there.items():
        mine = [back[one] for one, meant in found.items() if meant == n]
        assert sum(one.quantity for one in mine) <= line.left
        assert all(one.whose == line.whose and one.at >= line.at for one in mine)
