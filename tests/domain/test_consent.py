"""Who may be contacted: the newest answer counts, and without one offers are not sent."""

from datetime import UTC, datetime

import pytest

from crm_desktop.domain.consent import Standing, may_contact, open_channels, standing
from crm_desktop.domain.customer import Channel, Consent, Purpose

MAY = [datetime(2026, 5, day, tzinfo=UTC) for day in range(1, 4)]


def said(given: bool, day: int = 0, row: int = 1, purpose: Purpose = Purpose.MARKETING) -> Consent:
    return Consent(Channel.PHONE, given, MAY[day], id=row, purpose=purpose)


@pytest.mark.parametrize(("purpose", "without"), [(Purpose.SERVICE, True), (Purpose.MARKETING, False)])
def test_without_an_answer_service_is_allowed_and_offers_are_not(purpose: Purpose, without: bool) -> None:
    assert may_contact((), Channel.PHONE, purpose) is without


def test_the_newest_answer_counts_in_whatever_order_they_come() -> None:
    answers = (said(False, day=2, row=1), said(True, day=1, row=9))
    assert not may_contact(answers, Channel.PHONE, Purpose.MARKETING)
    assert not may_contact(answers[::-1], Channel.PHONE, Purpose.MARKETING)


def test_of_two_answers_at_once_the_one_noted_last_counts() -> None:
    assert may_contact((said(True, row=2), said(False, row=1)), Channel.PHONE, Purpose.MARKETING)


def test_an_answer_for_one_purpose_says_nothing_of_another() -> None:
    answers = (said(False, purpose=Purpose.SERVICE),)
    assert not may_contact(answers, Channel.PHONE, Purpose.SERVICE)
    assert open_channels(answers, Purpose.SERVICE) == tuple(Channel)[1:]
    assert standing(answers, Purpose.MARKETING) is Standing.NOT_ASKED


def test_who_was_asked_and_left_nothing_open_has_refused() -> None:
    assert standing((said(True), said(False, day=1)), Purpose.MARKETING) is Standing.REFUSED
    assert standing((said(True),), Purpose.MARKETING) is Standing.OPEN
