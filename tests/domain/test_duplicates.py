"""Who may be one person: the usual slips bring two records together, and what a family shares does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crm_desktop.domain.duplicate_keys import email_keys, person_keys, phone_keys
from crm_desktop.domain.duplicates import Traits, address_text, likeness, score
from crm_desktop.domain.likeness import Band, Sign, Weights
from crm_desktop.domain.name_likeness import compare_names

WEIGHTS = Weights()
PHONE, OTHER_PHONE = "+8613800001234", "+8618677778888"
BORN = (1990, 5, 12, False)


def who(name: str, *phones: str, **more: object) -> Traits:
    return Traits(name, phones, **more)  # type: ignore[arg-type]


def band(one: Traits, other: Traits) -> Band | None:
    return WEIGHTS.band(score(one, other, WEIGHTS))


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("王小明", "王小明", Sign.SAME_NAME),
        ("王小明", "王小明先生", Sign.SAME_NAME),
        ("曾晓丽", "增晓丽", Sign.SAME_SOUND),
        ("张伟", "章伟", Sign.SAME_SOUND),
        ("王小明", "王晓明", Sign.SAME_SOUND),
        ("曾国强", "Zeng Guoqiang", Sign.SAME_SOUND),
        ("单雄信", "Xiongxin Shan", Sign.SAME_SOUND),
        ("王小明", "小明", Sign.PART_OF_NAME),
        ("王小明", "明小王", Sign.SWAPPED_NAME),
        ("王小明", "王小红", Sign.NEAR_NAME),
        ("王伟", "王芳", Sign.OTHER_NAME),
        ("Robert Allen", "Allen Robert", Sign.SWAPPED_NAME),
        ("Robert Allen", "Robert Alen", Sign.MISTYPED_NAME),
        ("Robert Allen", "Rob Allen", Sign.SHORT_NAME),
        ("Robert Allen", "Allen", Sign.PART_OF_NAME),
        ("Robert Allen", "Susan Allen", Sign.OTHER_NAME),
        ("Dr. Robert Allen", "Mr Robert Allen", Sign.SAME_NAME),
    ],
)
def test_names_are_compared_as_people_write_them(one: str, other: str, sign: Sign) -> None:
    assert compare_names(one, other)[0] is sign
    assert compare_names(other, one)[0] is sign


def test_the_same_phone_and_name_are_probably_one() -> None:
    assert band(who("王小明", PHONE), who("王小明", PHONE)) is Band.PROBABLE


@pytest.mark.parametrize("other", ["李娜", "王芳", "王大宝"])
def test_a_household_with_one_phone_and_one_address_is_no_duplicate(other: str) -> None:
    home = {"addresses": (address_text("杭州市西湖区文三路1号3幢501室"),)}
    assert band(who("王伟", PHONE, **home), who(other, PHONE, **home)) is None


def test_brothers_with_one_phone_are_never_called_one_for_sure() -> None:
    home = {"addresses": (address_text("杭州市西湖区文三路1号3幢501室"),), "days": (BORN,)}
    assert band(who("王小明", PHONE, **home), who("王小红", PHONE, **home)) is Band.POSSIBLE


def test_two_of_a_common_name_are_not_one() -> None:
    assert band(who("王伟", PHONE), who("王伟", OTHER_PHONE)) is None
    assert band(who("王伟", days=(BORN,)), who("王伟", days=((1985, 3, 2, False),))) is None


@pytest.mark.parametrize("born", [(1990, 12, 5, False), (1990, 5, 13, False), (1991, 5, 12, False)])
def test_a_rare_name_and_a_birthday_with_a_slip_are_possibly_one(born: tuple[int, int, int, bool]) -> None:
    one, other = who("欧阳雪", days=(BORN,), rare=True), who("欧阳雪", days=(born,), rare=True)
    assert band(one, other) is Band.POSSIBLE


@pytest.mark.parametrize("phone", ["+8613800001235", "+8613800002134", "+8513800001234"])
def test_a_phone_with_a_slip_and_the_same_name_are_possibly_one(phone: str) -> None:
    assert band(who("王小明", PHONE), who("王小明", phone)) is Band.POSSIBLE


def test_neighbours_are_no_duplicates() -> None:
    one, other = ("杭州市西湖区文三路1号3幢501室", "杭州市西湖区文三路1号3幢502室")
    first, second = (who("王伟", addresses=(address_text(text),)) for text in (one, other))
    assert band(first, second) is None


def test_a_lunar_and_a_solar_day_say_nothing_against_each_other() -> None:
    one, other = who("王伟", PHONE, days=(BORN,)), who("王伟", PHONE, days=((1990, 4, 18, True),))
    assert score(one, other, WEIGHTS) == score(who("王伟", PHONE), who("王伟", PHONE), WEIGHTS)


def test_the_evidence_comes_to_the_score_and_names_its_values() -> None:
    alike = likeness(who("王小明", PHONE), who("王晓明", PHONE), WEIGHTS)
    assert alike.score == sum(found.points for found in alike.evidence)
    assert [(found.sign, found.value, found.other) for found in alike.evidence] == [
        (Sign.SAME_PHONE, PHONE, ""),
        (Sign.SAME_SOUND, "王小明", "王晓明"),
    ]


_NAMES = st.one_of(
    st.sampled_from(["王小明", "王晓明", "Anna Lee", "Lee", "", "王", "O'Neil 王"]), st.text(max_size=12)
)
_DAYS = st.tuples(st.integers(0, 2030), st.integers(1, 12), st.integers(1, 31), st.booleans())
_TRAITS = st.builds(
    Traits,
    _NAMES,
    st.lists(st.sampled_from([PHONE, OTHER_PHONE, "110", ""]), max_size=2).map(tuple),
    st.lists(st.one_of(st.emails(), st.text(max_size=8)), max_size=2).map(tuple),
    st.just(()),
    st.lists(st.text("0123456789ab", max_size=8), max_size=1).map(tuple),
    st.lists(_DAYS, max_size=2).map(tuple),
    st.lists(st.text(max_size=20).map(address_text), max_size=2).map(tuple),
    st.sampled_from([None, "male", "female"]),
)


@example(Traits("王小明", addresses=("",)), Traits("王小明", addresses=("0" * 20,)))
@given(_TRAITS, _TRAITS)
def test_a_score_lies_between_0_and_100_and_is_the_same_both_ways(one: Traits, other: Traits) -> None:
    points = score(one, other, WEIGHTS)
    assert 0 <= points <= 100
    assert points == score(other, one, WEIGHTS)


@given(_TRAITS)
def test_any_customer_makes_keys_and_the_same_ones_each_time(traits: Traits) -> None:
    twice = [
        [
            *person_keys(one.name, one.phones, one.days, one.addresses),
            *(key for email in one.emails for key in email_keys(email)),
            *(key for phone in one.phones for key in phone_keys(phone)),
        ]
        for one in (traits, replace(traits))
    ]
    assert twice[0] == twice[1]
