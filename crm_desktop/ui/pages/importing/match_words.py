"""What matching does, in plain words: the rules, the answers to each class, and a sentence for all of it together."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import Conflict, MatchPolicy, OnMatch, Repeats

Words = Sequence[tuple[OnMatch, str]]


def match_words() -> Words:
    """Return what can be done with a row of a customer the shop has."""
    return (
        (OnMatch.UPDATE, _T("ImportPolicy", "Update the customer")),
        (OnMatch.FILL_BLANKS, _T("ImportPolicy", "Fill only what is blank")),
        (OnMatch.SKIP, _T("ImportPolicy", "Leave the customer as before")),
        (OnMatch.CREATE, _T("ImportPolicy", "Keep both: add a new customer")),
        (OnMatch.ASK, _T("ImportPolicy", "Ask me about each")),
    )


def conflict_words() -> Sequence[tuple[Conflict, str]]:
    """Return whose value stays."""
    return (
        (Conflict.FILE, _T("ImportPolicy", "The file's value")),
        (Conflict.OURS, _T("ImportPolicy", "Ours")),
        (Conflict.NEWER, _T("ImportPolicy", "The newer one")),
    )


def repeat_words() -> Sequence[tuple[Repeats, str]]:
    """Return what happens to a person who is in the file twice."""
    return (
        (Repeats.MERGE, _T("ImportPolicy", "Make one customer of them")),
        (Repeats.KEEP_BOTH, _T("ImportPolicy", "A customer for each row")),
        (Repeats.ASK, _T("ImportPolicy", "Ask me about each")),
    )


def example_sentence(policy: MatchPolicy, first_rule: str) -> str:
    """Return what will happen, told by an example."""
    said = [_known(policy).format(rule=first_rule), _possible(policy)]
    if policy.on_match in (OnMatch.UPDATE, OnMatch.FILL_BLANKS):
        said.append(_conflict(policy))
    said.append(
        _T("MatchExample", "Everybody else comes in as a new customer.")
        if policy.create_new
        else _T("MatchExample", "Everybody else is left out.")
    )
    return " ".join(part for part in said if part)


def sales_sentence(policy: MatchPolicy, first_rule: str) -> str:
    """Return whose slips will be, told by an example."""
    known = _T("MatchExample", "A slip whose {rule} is one of a customer you have is hers; she stays as she is.")
    if policy.create_new:
        new = _T("MatchExample", "Whoever else bought comes in as a new customer.")
    else:
        new = _T("MatchExample", "All other slips come in without a customer.")
    alone = _T("MatchExample", "Slips that name nobody belong to nobody.")
    return " ".join((known.format(rule=first_rule), new, alone))


def _known(policy: MatchPolicy) -> str:
    return {
        OnMatch.UPDATE: _T("MatchExample", "A row whose {rule} is one of a customer you have updates that customer."),
        OnMatch.FILL_BLANKS: _T(
            "MatchExample", "A row whose {rule} is one of a customer you have only fills what is blank there."
        ),
        OnMatch.SKIP: _T("MatchExample", "A row whose {rule} is one of a customer you have changes nothing."),
        OnMatch.CREATE: _T(
            "MatchExample", "A row whose {rule} is one of a customer you have still becomes a customer of its own."
        ),
        OnMatch.ASK: _T("MatchExample", "A row whose {rule} is one of a customer you have waits for your decision."),
    }[policy.on_match]


def _possible(policy: MatchPolicy) -> str:
    return {
        OnMatch.UPDATE: _T("MatchExample", "One that is only similar updates that customer too."),
        OnMatch.FILL_BLANKS: _T("MatchExample", "One that is only similar fills what is blank."),
        OnMatch.SKIP: _T("MatchExample", "One that is only similar is left out."),
        OnMatch.CREATE: _T("MatchExample", "One that is only similar comes in as a new customer."),
        OnMatch.ASK: _T("MatchExample", "One that is only similar waits for your decision."),
    }[policy.on_possible]


def _conflict(policy: MatchPolicy) -> str:
    if policy.on_match is OnMatch.FILL_BLANKS:
        return ""
    return {
        Conflict.FILE: _T("MatchExample", "Where both have a value and they differ, the file's stays."),
        Conflict.OURS: _T("MatchExample", "Where both have a value and they differ, ours stays."),
        Conflict.NEWER: _T("MatchExample", "Where both have a value and they differ, the newer one stays."),
    }[policy.conflict]
