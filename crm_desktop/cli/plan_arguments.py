"""The arguments of `followups`, `plan` and `done`."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Outcome


def add_followups(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `followups`."""
    day, name = _T("Command", "DATE"), _T("Command", "NAME")
    first = _T("Command", "the first day (today)")
    last = _T("Command", "the last day (a week after the first)")
    parser.add_argument("--from", dest="first", metavar=day, help=first)
    parser.add_argument("--to", dest="last", metavar=day, help=last)
    parser.add_argument("--owner", metavar=name, help=_T("Command", "only those of this member of staff"))
    parser.add_argument("--overdue", action="store_true", help=_T("Command", "only what should have been done before"))
    parser.add_argument("--done", action="store_true", help=_T("Command", "what is done or closed, too"))


def add_span(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export` that are for calendars."""
    day, name = _T("Command", "DATE"), _T("Command", "NAME")
    parser.add_argument("--from", dest="first", metavar=day, help=_T("Command", "the first day; only for an .ics file"))
    parser.add_argument("--to", dest="last", metavar=day, help=_T("Command", "the last day; only for an .ics file"))
    owner = _T("Command", "only those of this member of staff; only for an .ics file")
    parser.add_argument("--owner", metavar=name, help=owner)


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `plan`."""
    name = _T("Command", "NAME")
    parser.add_argument(
        "id", metavar=_T("Command", "ID"), help=_T("Command", "the customer; - for a follow-up of nobody")
    )
    parser.add_argument(
        "--due",
        required=True,
        metavar=_T("Command", "WHEN"),
        help=_T("Command", "the day, and a time if there is one: 2026-11-24, 2026-11-24 15:00, tomorrow 9:30, +7"),
    )
    parser.add_argument("--title", metavar=_T("Command", "TEXT"), help=_T("Command", "what is to be done"))
    kind = _T("Command", "call, visit, message, service, collect, other, or the name of a kind of your own (call)")
    parser.add_argument("--kind", default="call", metavar=_T("Command", "KIND"), help=kind)
    parser.add_argument("--note", default="", metavar=_T("Command", "TEXT"), help=_T("Command", "more about it"))
    every = _T("Command", "again and again: day, week, month, year, 2w, 10d, mon,thu, or a rule as RFC 5545 writes it")
    parser.add_argument("--every", metavar=_T("Command", "RULE"), help=every)
    after = _T("Command", "count the next one from the day the last was done")
    parser.add_argument("--after-done", action="store_true", help=after)
    parser.add_argument("--owner", metavar=name, help=_T("Command", "who does it (whoever plans it)"))


def add_done(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `done`."""
    parser.add_argument("id", metavar=_T("Command", "ID"), help=_T("Command", "the id that followups prints"))
    parser.add_argument(
        "--outcome",
        choices=[outcome.value for outcome in Outcome],
        metavar=_T("Command", "OUTCOME"),
        help=_T("Command", "how it went: reached, no_answer, interested, declined, solved, promised"),
    )
    parser.add_argument(
        "--note", default="", metavar=_T("Command", "TEXT"), help=_T("Command", "what was said or done")
    )
    following = _T("Command", "plan the next one: in so many days, or on a date")
    parser.add_argument("--next", dest="following", metavar=_T("Command", "WHEN"), help=following)
