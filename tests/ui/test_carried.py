"""What is dragged from page to page arrives as it left."""

from PySide6.QtCore import QMimeData

from crm_desktop.domain.follow_up import FollowUpKey
from crm_desktop.ui.carried import (
    CUSTOMERS,
    MOST,
    carry_customers,
    carry_follow_ups,
    customers_of,
    follow_ups_of,
    is_ours,
)


def test_customers_arrive_in_their_order() -> None:
    assert customers_of(carry_customers([7, 3, 5])) == (7, 3, 5)
    assert follow_ups_of(carry_customers([7])) == ()


def test_follow_ups_arrive_by_id_and_by_day_of_their_series() -> None:
    keys = (FollowUpKey(4), FollowUpKey(None, 2, "2026-11-23T10:00"))
    assert follow_ups_of(carry_follow_ups(keys)) == keys


def test_no_more_than_a_handful_is_dragged() -> None:
    assert len(customers_of(carry_customers(list(range(1000))))) == MOST


def test_what_another_program_writes_under_the_name_is_nothing() -> None:
    data = QMimeData()
    data.setData(CUSTOMERS, b"\xff{")
    assert is_ours(data)
    assert customers_of(data) == ()
