"""The words that customers agree to have versions, and an answer keeps the one it was given to."""

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.services.notices import change_words, read_notices, usual_words, words_in_use
from crm_desktop.services.record_consent import record_consent, refuse_offers
from crm_desktop.services.undo import undo, undo_steps
from tests.support.shop import Shop


def test_the_usual_words_are_kept_before_the_first_answer(shop: Shop) -> None:
    assert read_notices(shop.workplace) == []
    one = shop.add("王小明")
    record_consent(shop.workplace, one, Channel.PHONE, given=True)
    (notice,) = read_notices(shop.workplace)
    assert (notice.purpose, notice.version, notice.answers) == (Purpose.MARKETING, 1, 1)
    assert notice.text == usual_words(Purpose.MARKETING)


def test_an_answer_keeps_the_words_it_was_given_to(shop: Shop) -> None:
    one = shop.add("王小明")
    record_consent(shop.workplace, one, Channel.PHONE, given=True)
    change_words(shop.workplace, Purpose.MARKETING, "We write once a month.")
    record_consent(shop.workplace, one, Channel.WECHAT, given=True)
    versions = {notice.id: notice.version for notice in read_notices(shop.workplace)}
    assert [versions[c.notice_id or 0] for c in shop.customer(one).consents] == [1, 2]
    assert words_in_use(shop.workplace)[Purpose.MARKETING] == "We write once a month."


def test_the_same_words_are_no_new_version_and_none_at_all_are_refused(shop: Shop) -> None:
    change_words(shop.workplace, Purpose.SERVICE, "About your order.")
    assert not change_words(shop.workplace, Purpose.SERVICE, " About your order. ").changed
    with pytest.raises(Fault) as caught:
        change_words(shop.workplace, Purpose.SERVICE, "  ")
    assert caught.value.kind is FaultKind.VALUE_INVALID


def test_refusing_all_offers_is_one_action_and_the_second_time_none(shop: Shop) -> None:
    one = shop.add("王小明")
    assert refuse_offers(shop.workplace, one).changed
    assert {c.channel for c in shop.customer(one).consents} == set(Channel)
    assert not refuse_offers(shop.workplace, one).changed
    undo(shop.workplace)
    assert shop.customer(one).consents == ()


def test_the_words_that_the_program_kept_are_in_nobodys_undo_list(shop: Shop) -> None:
    one = shop.add("王小明")
    refuse_offers(shop.workplace, one)
    assert [step.kind for step in undo_steps(shop.workplace).undo][-1].value == "consent.record"
    assert "notice.edit" not in [step.kind.value for step in undo_steps(shop.workplace).undo]
