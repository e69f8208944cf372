"""Every rule in the calendars of other programs, against dateutil; the count says that none was passed over."""

import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from crm_desktop.domain.recurrence import Moment, RecurrenceError, RecurrenceFault, occurrences, parse_rule
from tests.support.data import real_data

SHOWN = 300


@dataclass(frozen=True)
class Series:
    """A rule as it stands in a file, with the start of its component."""

    file: str
    rule: str
    start: datetime
    zone: str | None
    whole_day: bool


def unfolded(path):
    text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n[ \t]", "", text).split("\n")


def series_of(path):
    """Yield each rule with the start that stands in the same component, also where a broken file never ends it."""
    begun = [{}]
    for line in unfolded(path):
        name, _, value = line.partition(":")
        head = name.split(";")[0].upper()
        if head == "BEGIN":
            begun.append({"rules": []})
        elif head == "END" and len(begun) > 1:
            yield from rules_in(path.name, begun.pop())
        elif head == "DTSTART":
            begun[-1].setdefault("start", (name, value))
        elif head == "RRULE" and len(begun) > 1:
            begun[-1]["rules"].append(value.strip())
    for component in begun[1:]:
        yield from rules_in(path.name, component)


def rules_in(file, component):
    return [made(file, rule, *component.get("start", ("", ""))) for rule in component["rules"]]


def made(file, rule, name, value):
    zone = re.search(r'TZID="?([^":;]+)', name)
    found = re.match(r"(\d{8})(?:T(\d{6}))?(Z?)", value)
    start = datetime.fromisoformat(f"{found[1]}T{found[2] or '000000'}" if found else "2026-01-01")
    return Series(file, rule, start, known(zone[1] if zone else "", found), not (found and found[2]))


def known(name, found):
    if found and found[3]:
        return "UTC"
    try:
        return ZoneInfo(name).key if name else None
    except (OSError, ValueError, LookupError):
        return None


def of_dateutil(one):
    """Return the first wall times that dateutil says; None where it does not accept the rule."""
    zone = ZoneInfo(one.zone) if one.zone else None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = list(islice(rrulestr(one.rule, dtstart=one.start.replace(tzinfo=zone)), SHOWN))
    except (ValueError, TypeError, DeprecationWarning):
        return None
    return [wall.replace(tzinfo=None) for wall in found]


def all_series():
    files = sorted(real_data("ical", "collective-icalendar").glob("*.ics"))
    return [one for path in files for one in series_of(path)]


def test_every_rule_that_dateutil_accepts_gives_the_same_days():
    accepted, series = 0, all_series()
    for one in series:
        expected = of_dateutil(one)
        if expected is None:
            continue
        accepted += 1
        first, last = one.start.date(), max([wall.date() for wall in expected], default=date(2040, 1, 1))
        start = Moment.of(one.start, timed=not one.whole_day)
        found = occurrences(parse_rule(one.rule), start, first, last, zone=one.zone)
        times = [Moment(shown.day, shown.time).wall for shown in found]
        assert times == expected, one
    assert (accepted, len(series)) == (289, 307)


def test_a_rule_that_cannot_be_read_is_named_and_no_other():
    refused = {}
    for one in all_series():
        try:
            parse_rule(one.rule)
        except RecurrenceError as error:
            refused[one.rule.partition(";")[0]] = error.fault
    assert refused == {
        "FREQ=INVALID_TYPE_CAUSES_ERROR": RecurrenceFault.BAD_VALUE,
        "%n": RecurrenceFault.UNKNOWN_PART,
        "RSCALE=ETHIOPIC": RecurrenceFault.SCALE_UNKNOWN,
        "RSCALE=HEBREW": RecurrenceFault.SCALE_UNKNOWN,
    }
