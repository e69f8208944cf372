"""Which backups go: by number, so that no clock can cost one; a year of work leaves a few dozen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.backup import ALL_OF_DAYS, DAILY, LONGEST_PAUSE, MONTHLY, MOST_OF_ALL, WEEKLY, Copy, to_thin

TODAY = date(2026, 11, 22)
days = st.dates(date(1990, 1, 1), date(2080, 1, 1))
folders = st.lists(st.tuples(days, st.booleans()), max_size=80).map(
    lambda found: [Copy(number, day, trusted) for number, (day, trusted) in enumerate(found, 1)]
)


def walked(steps):
    """Backups by a clock that is right: each so many days after the one before."""
    day, copies = TODAY, []
    for number, step in enumerate(steps, 1):
        day += timedelta(days=step)
        copies.append(Copy(number, day))
    return copies


steady = st.lists(st.integers(0, 20), min_size=1, max_size=80).map(walked)


def left(copies):
    gone = to_thin(copies)
    return [copy for copy in copies if copy.number not in gone]


def lived(until, every=3):
    """A shop that made some backups each day and thinned after each."""
    copies, number = [], 0
    for day in range(until):
        for _ in range(every):
            number += 1
            copies = left([*copies, Copy(number, TODAY + timedelta(days=day))])
    return copies


def test_two_years_of_work_leave_all_of_two_days_and_one_each_of_days_weeks_and_months():
    copies = lived(730)
    ages = [(TODAY + timedelta(days=729) - copy.day).days for copy in reversed(copies)]
    assert ages[: 2 * 3] == [0, 0, 0, 1, 1, 1]
    assert ages[6 : 6 + DAILY] == list(range(2, 2 + DAILY))
    weeks = ages[6 + DAILY : 6 + DAILY + WEEKLY]
    assert all(4 <= later - earlier <= 10 for earlier, later in pairwise(weeks[1:]))
    assert len(copies) == 6 + DAILY + WEEKLY + MONTHLY
    assert 270 < ages[-1] < 370


@given(folders)
def test_the_newest_that_can_be_trusted_stays(copies):
    trusted = [copy.number for copy in copies if copy.verified]
    assert not trusted or trusted[-1] not in to_thin(copies)


@given(folders)
def test_the_newest_ones_by_number_stay_whatever_the_clock_said(copies):
    newest = [copy for copy in copies if copy.day == copies[-1].day][-2:] if copies else []
    assert not {copy.number for copy in newest} & to_thin(copies)


@given(steady, days)
def test_one_backup_by_a_wrong_clock_costs_no_more_than_a_day_that_passes(copies, wrong):
    number = copies[-1].number + 1
    at_worst = to_thin([*copies, Copy(number, copies[-1].day + timedelta(days=1))])
    right = to_thin([*copies, Copy(number, copies[-1].day)])
    off = (wrong - copies[-1].day).days
    jumped = to_thin([*copies, Copy(number, wrong)])
    if off < 0 or off > LONGEST_PAUSE:
        assert jumped == right
    else:
        assert jumped <= at_worst | right


@given(steady, st.lists(days, max_size=20))
def test_a_clock_that_jumps_about_for_a_day_deletes_nothing_that_thinning_had_kept(copies, wrong):
    kept = left(copies)
    far = [day for day in wrong if abs((day - kept[-1].day).days) > 500]
    jumps = [day for one in far for day in (one, kept[-1].day)]
    numbers = range(copies[-1].number + 1, copies[-1].number + 1 + len(jumps))
    more = [Copy(number, day) for number, day in zip(numbers, jumps, strict=True)]
    assert to_thin([*kept, *more]) == frozenset()


@given(folders)
def test_thinning_twice_in_a_row_by_a_right_clock_takes_nothing_more(copies):
    ordered = sorted(copies, key=lambda copy: copy.day)
    near = [Copy(number, TODAY + timedelta(days=number // 4)) for number, _ in enumerate(ordered, 1)]
    assert to_thin(left(near)) == frozenset()


def test_a_clock_that_stands_still_does_not_fill_the_disk():
    assert len(left([Copy(number, TODAY) for number in range(1, 1000)])) == MOST_OF_ALL


def test_a_pause_of_a_year_costs_nothing():
    copies = [Copy(1, TODAY), Copy(2, TODAY + timedelta(days=1)), Copy(3, TODAY + timedelta(days=400))]
    assert left(copies) == copies
    assert ALL_OF_DAYS == 2
