"""The arguments of `import`: every page of the import wizard in words, or all of them in a plan file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from crm_desktop.base.text import _T

KINDS = ("customers", "purchases", "balances")
MARKS = ("public_id", "file_number", "card_number", "phone", "email", "name_birthday", "name", "similar")
ACTIONS = ("update", "fill_blanks", "skip", "create", "ask")
CLASSES = ("exact", "probable", "possible")


def add_import(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `import`."""
    file, row = _T("Command", "FILE"), _T("Command", "NUMBER")
    parser.add_argument("file", type=Path, metavar=file, help=_T("Command", "the file; - takes a table from the input"))
    _option(parser, "--kind", _T("Command", "what the file holds"), choices=KINDS, default=KINDS[0])
    plans = parser.add_mutually_exclusive_group()
    for name, help_ in (
        ("--plan", _T("Command", "follow the plan in this file")),
        ("--save-plan", _T("Command", "write the program's plan to this file and import nothing")),
    ):
        plans.add_argument(name, type=Path, metavar=file, help=help_)
    _option(parser, "--sheet", _T("Command", "the sheet, instead of the one that looks most like data"))
    _option(parser, "--encoding", _T("Command", "the encoding of a text file, as gb18030"))
    _option(parser, "--delimiter", _T("Command", "what parts the columns of a text file; tab for a tab"))
    parser.add_argument(
        "--heading-row", type=int, metavar=row, help=_T("Command", "the row of the headings; 0 where there are none")
    )
    parser.add_argument(
        "--ask-password",
        action="store_true",
        help=_T("Command", "ask for the workbook's password, or read it from the first line of the input"),
    )
    _policy(parser)
    _openings(parser)
    parser.add_argument("--dry-run", action="store_true", help=_T("Command", "only say what would happen"))
    parser.add_argument(
        "--errors",
        type=Path,
        metavar=file,
        help=_T("Command", "write the rows with errors here, each with the reason and the fix"),
    )
    parser.add_argument("--json", action="store_true", help=_T("Command", "print one JSON value"))


def _openings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--known-only",
        action="store_true",
        default=None,
        help=_T("Command", "add no customers: rows of nobody are left out, their sales belong to nobody"),
    )
    parser.add_argument(
        "--earn",
        action="store_true",
        default=None,
        help=_T("Command", "let old sales earn points by today's rules, not for customers with an opening balance"),
    )
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        metavar=_T("Command", "DAY"),
        help=_T("Command", "the day opening balances stand for, as 2026-01-31; else today"),
    )
    _option(parser, "--reason", _T("Command", "what stands beside opening balances in the ledger"))


def _policy(parser: argparse.ArgumentParser) -> None:
    _option(
        parser,
        "--match",
        _T("Command", "what says that a row is a customer, in this order, with commas: {marks}").format(
            marks=", ".join(MARKS)
        ),
        type=_list_of(MARKS),
        metavar=_T("Command", "MARKS"),
    )
    _option(
        parser,
        "--on-match",
        _T("Command", "what happens to rows of known customers: {actions}; or for each class, as {example}").format(
            actions=", ".join(ACTIONS), example="exact=update,probable=fill_blanks,possible=ask"
        ),
        type=on_match,
        metavar=_T("Command", "ACTION"),
    )
    _option(
        parser,
        "--conflict",
        _T("Command", "whose value stays where both have one: file, ours or newer"),
        choices=("file", "ours", "newer"),
    )
    _option(
        parser,
        "--repeats",
        _T("Command", "what happens to rows of one person in the file: merge, keep_both or ask"),
        choices=("merge", "keep_both", "ask"),
    )


def _option(parser: argparse.ArgumentParser, name: str, help_: str, **how: object) -> None:
    parser.add_argument(name, help=help_, **{"metavar": _T("Command", "TEXT"), **how})  # type: ignore[arg-type]


def _list_of(words: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        found = tuple(word.strip().replace("-", "_") for word in text.split(","))
        if not set(found) <= set(words):
            raise ValueError(text)
        return tuple(dict.fromkeys(found))

    return read


def on_match(text: str) -> dict[str, str]:
    """Read "update", or "exact=update,possible=ask"; a word alone is for every class.

    Raises ValueError.
    """
    if "=" not in text:
        return dict.fromkeys(CLASSES, _action(text))
    pairs = [part.partition("=") for part in text.split(",")]
    if not {name.strip() for name, _, _ in pairs} <= set(CLASSES):
        raise ValueError(text)
    return {name.strip(): _action(action) for name, _, action in pairs}


def _action(text: str) -> str:
    word = text.strip().replace("-", "_")
    if word not in ACTIONS:
        raise ValueError(text)
    return word
