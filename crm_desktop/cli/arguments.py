"""The arguments of every command, explained in the language in use."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from crm_desktop import __version__
from crm_desktop.base.text import _T, LANGUAGES
from crm_desktop.cli.import_arguments import KINDS, add_import
from crm_desktop.cli.parser import Parser
from crm_desktop.cli.plan_arguments import add_done, add_followups, add_plan, add_span
from crm_desktop.cli.sale_arguments import add_refund, add_sell, add_void
from crm_desktop.cli.staff_arguments import add_staff
from crm_desktop.domain.audit import KindGroup


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; `verb` is None for the window. Ends the program (2) where they make no sense."""
    parser = _parser()
    return parser.parse_args(_with_open(argv, parser))


OPEN = "open"


def _with_open(argv: Sequence[str], parser: argparse.ArgumentParser) -> list[str]:
    """Return the arguments with the command `open` before a file that stands where a command would."""
    words = list(argv)
    valued = {name for action in parser._actions if action.nargs is None for name in action.option_strings}
    place = 0
    while place < len(words) and words[place].startswith("-"):
        place += 2 if words[place] in valued else 1
    if place < len(words) and words[place] not in _verbs_of(parser) and _looks_like_file(words[place]):
        words.insert(place, OPEN)
    return words


def _verbs_of(parser: argparse.ArgumentParser) -> Collection[str]:
    return next(action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))


def _looks_like_file(word: str) -> bool:
    """Tell a file's name from a mistyped command."""
    path = Path(word)
    return bool(path.suffix) or len(path.parts) > 1 or path.exists()


_ENCODINGS = ("utf-8", "gb18030")


def _parser() -> argparse.ArgumentParser:
    text = _T("Command", "A customer book for small shops. Without a command it opens the window.")
    parser = Parser(prog="crm-desktop", description=text, parents=[_everywhere(first=True)])
    version = _T("Command", "show the version and stop")
    parser.add_argument("--version", action="version", version=f"crm-desktop {__version__}", help=version)
    whole = _T("Command", "try out that this installation is whole, in a folder that is thrown away, and stop")
    parser.add_argument("--self-test", action="store_true", help=whole)
    verbs = parser.add_subparsers(
        dest="verb", title=_T("Command", "commands"), metavar=_T("Command", "COMMAND"), parser_class=Parser
    )
    for add in (
        _open,
        _demo,
        _import,
        _imports,
        _template,
        _export,
        _layouts,
        _find,
        _show,
        _followups,
        _plan,
        _done,
        _sell,
        _refund,
        _void,
        _balance,
        _statement,
        _undo,
        _duplicates,
        _merge,
        _unmerge,
        _backup,
        _backups,
        _restore,
        _mend,
        _check,
        _audit,
        _person,
        _erase,
        _staff,
        _pictures,
    ):
        add(verbs)
    return parser


def _everywhere(*, first: bool = False) -> argparse.ArgumentParser:
    """Return the options that may stand before a command and behind it; there they must not undo what stood before."""
    common = argparse.ArgumentParser(add_help=False, argument_default=None if first else argparse.SUPPRESS)
    folder, language = _T("Command", "FOLDER"), _T("Command", "LANGUAGE")
    common.add_argument(
        "--data-dir",
        type=Path,
        metavar=folder,
        help=_T("Command", "the folder with the data, instead of the usual one"),
    )
    common.add_argument("--lang", choices=LANGUAGES, metavar=language, help=_T("Command", "zh_CN or en"))
    common.add_argument(
        "--now",
        type=moment,
        metavar=_T("Command", "TIME"),
        help=_T("Command", "where the clock starts, as 2026-11-22T09:00; only for folders made by demo"),
    )
    common.add_argument(
        "--password-file",
        type=Path,
        metavar=_T("Command", "FILE"),
        help=_T("Command", "a file whose first line is the password of the customer book; - for standard input"),
    )
    common.add_argument(
        "--as",
        dest="as_person",
        metavar=_T("Command", "NAME"),
        help=_T("Command", "in whose name the command acts (the owner); she may only do what her rights say"),
    )
    common.add_argument(
        "--pin-file",
        type=Path,
        metavar=_T("Command", "FILE"),
        help=_T("Command", "a file whose first line is the PIN of that person; - for standard input"),
    )
    return common


def moment(text: str) -> datetime:
    """Read an ISO time; one without a zone is this computer's."""
    return datetime.fromisoformat(text).astimezone()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _verb(verbs: Any, name: str, help_: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=help_, description=help_, parents=[_everywhere()])
    return parser


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_T("Command", "print one JSON value"))


def _open(verbs: Any) -> None:
    said = _T("Command", "open the window and bring files in; a file without a command does the same")
    parser = _verb(verbs, OPEN, said)
    parser.add_argument("files", type=_absolute, nargs="+", metavar=_T("Command", "FILE"))


def _absolute(name: str) -> Path:
    """Return a file for whoever opens it: a window that stands already may be at home in another folder."""
    return Path(name).absolute()


def _demo(verbs: Any) -> None:
    parser = _verb(verbs, "demo", _T("Command", "fill an empty folder with a sample shop"))
    number = _T("Command", "NUMBER")
    parser.add_argument("--customers", type=_positive, metavar=number, help=_T("Command", "how many (182)"))
    parser.add_argument("--seed", type=int, metavar=number, help=_T("Command", "another number makes other people (7)"))
    _json(parser)


def _export(verbs: Any) -> None:
    parser = _verb(
        verbs,
        "export",
        _T("Command", "write customers to an .xlsx, .csv, .vcf or .pdf file, or follow-ups to an .ics file"),
    )
    parser.add_argument("file", type=Path, metavar=_T("Command", "FILE"))
    parser.add_argument(
        "--view", metavar=_T("Command", "NAME"), help=_T("Command", "the customers and columns of a view")
    )
    parser.add_argument("--query", metavar=_T("Command", "TEXT"), help=_T("Command", "the customers a search finds"))
    parser.add_argument(
        "--layout",
        metavar=_T("Command", "NAME"),
        help=_T("Command", "the columns, names and sheets of a saved layout; see the command layouts"),
    )
    parser.add_argument(
        "--customer",
        metavar=_T("Command", "ID"),
        help=_T("Command", "the whole record of this one customer, a .pdf file; or her follow-ups, an .ics file"),
    )
    add_span(parser)
    parser.add_argument(
        "--encoding", choices=_ENCODINGS, help=_T("Command", "how letters are written into a .csv file (utf-8)")
    )
    parser.add_argument(
        "--contact-by",
        choices=("phone", "message", "wechat", "email", "post"),
        help=_T("Command", "the file is to send offers this way: who refused or never agreed is left out"),
    )
    parser.add_argument(
        "--service",
        action="store_true",
        help=_T("Command", "with --contact-by: to contact about service; only who refused is left out"),
    )
    _json(parser)


def _layouts(verbs: Any) -> None:
    parser = _verb(verbs, "layouts", _T("Command", "list the saved layouts of export files"))
    _json(parser)


def _find(verbs: Any) -> None:
    parser = _verb(
        verbs, "find", _T("Command", "find customers by name, pinyin, initials, phone, card, tag or company")
    )
    parser.add_argument("text", metavar=_T("Command", "TEXT"))
    parser.add_argument(
        "--limit",
        type=_positive,
        default=20,
        metavar=_T("Command", "NUMBER"),
        help=_T("Command", "at most so many (20)"),
    )
    _json(parser)


def _show(verbs: Any) -> None:
    parser = _verb(verbs, "show", _T("Command", "show everything about one customer"))
    parser.add_argument(
        "id", metavar=_T("Command", "ID"), help=_T("Command", "the id that find prints, or a card number")
    )
    _json(parser)


def _import(verbs: Any) -> None:
    add_import(
        _verb(
            verbs,
            "import",
            _T("Command", "bring in customers from a workbook, a CSV file or address cards, or a calendar (.ics)"),
        )
    )


def _imports(verbs: Any) -> None:
    parser = _verb(verbs, "imports", _T("Command", "list the imports of the past"))
    parser.add_argument(
        "--limit",
        type=_positive,
        default=50,
        metavar=_T("Command", "NUMBER"),
        help=_T("Command", "at most so many (50)"),
    )
    _json(parser)


def _template(verbs: Any) -> None:
    parser = _verb(verbs, "template", _T("Command", "write a blank workbook to fill in and import"))
    parser.add_argument("kind", choices=KINDS, metavar=_T("Command", "KIND"), help=_T("Command", "customers"))
    parser.add_argument("file", type=Path, metavar=_T("Command", "FILE"))
    _json(parser)


def _followups(verbs: Any) -> None:
    parser = _verb(verbs, "followups", _T("Command", "list what is planned, day by day"))
    add_followups(parser)
    _json(parser)


def _plan(verbs: Any) -> None:
    parser = _verb(verbs, "plan", _T("Command", "plan a follow-up, once or again and again"))
    add_plan(parser)
    _json(parser)


def _done(verbs: Any) -> None:
    parser = _verb(verbs, "done", _T("Command", "finish a follow-up with its outcome"))
    add_done(parser)
    _json(parser)


def _sell(verbs: Any) -> None:
    parser = _verb(verbs, "sell", _T("Command", "record a sale, to a customer or to nobody known"))
    add_sell(parser)
    _json(parser)


def _refund(verbs: Any) -> None:
    parser = _verb(verbs, "refund", _T("Command", "take back what was sold on a slip, in part or whole"))
    add_refund(parser)
    _json(parser)


def _void(verbs: Any) -> None:
    parser = _verb(verbs, "void", _T("Command", "void a slip: its inverse is written, nothing is deleted"))
    add_void(parser)
    _json(parser)


def _balance(verbs: Any) -> None:
    parser = _verb(verbs, "balance", _T("Command", "show a customer's points, stored value and visit cards"))
    parser.add_argument(
        "id", metavar=_T("Command", "ID"), help=_T("Command", "the id that find prints, or a card number")
    )
    _json(parser)


def _person(verbs: Any) -> None:
    parser = _verb(verbs, "person", _T("Command", "write a copy of everything that is held of a person"))
    parser.add_argument("id", metavar=_T("Command", "ID"), help=_T("Command", "the id that find prints"))
    parser.add_argument("--out", type=Path, required=True, metavar=_T("Command", "FOLDER"))
    parser.add_argument(
        "--checked", metavar=_T("Command", "TEXT"), help=_T("Command", "how it was made sure who the person is")
    )
    _json(parser)


def _erase(verbs: Any) -> None:
    parser = _verb(verbs, "erase", _T("Command", "erase a person for good; what was sold stays without a name"))
    parser.add_argument("id", metavar=_T("Command", "ID"), help=_T("Command", "the id that find prints"))
    parser.add_argument(
        "--name", metavar=_T("Command", "NAME"), help=_T("Command", "the name, to confirm; else it is asked for")
    )
    parser.add_argument("--no-backup", action="store_true", help=_T("Command", "make no backup before"))
    parser.add_argument(
        "--may-contact-again",
        action="store_true",
        help=_T("Command", "do not put the numbers on the do-not-contact list"),
    )
    parser.add_argument(
        "--receipt", type=Path, metavar=_T("Command", "FILE"), help=_T("Command", "a .pdf for the person")
    )
    _json(parser)


def _statement(verbs: Any) -> None:
    parser = _verb(verbs, "statement", _T("Command", "write what a customer earned and spent to a .pdf or .xlsx file"))
    parser.add_argument(
        "id", metavar=_T("Command", "ID"), help=_T("Command", "the id that find prints, or a card number")
    )
    parser.add_argument("file", type=Path, metavar=_T("Command", "FILE"))
    day = _T("Command", "DATE")
    first, last = _T("Command", "the first day (a year ago)"), _T("Command", "the last day (today)")
    parser.add_argument("--from", dest="first", metavar=day, type=date.fromisoformat, help=first)
    parser.add_argument("--to", dest="last", metavar=day, type=date.fromisoformat, help=last)
    _json(parser)


def _undo(verbs: Any) -> None:
    parser = _verb(verbs, "undo", _T("Command", "take back the last action, or the one with a number"))
    parser.add_argument("operation", type=_positive, nargs="?", metavar=_T("Command", "OPERATION"))
    parser.add_argument(
        "--changed-too",
        action="store_true",
        help=_T("Command", "of an import: put back values that were changed since, too"),
    )
    parser.add_argument(
        "--used-too",
        action="store_true",
        help=_T("Command", "of an import: move new customers who were used since to the recycle bin, too"),
    )
    _json(parser)


def _duplicates(verbs: Any) -> None:
    parser = _verb(verbs, "duplicates", _T("Command", "search for customers who may be the same"))
    parser.add_argument(
        "--limit",
        type=_positive,
        default=100,
        metavar=_T("Command", "NUMBER"),
        help=_T("Command", "at most so many pairs (100)"),
    )
    parser.add_argument(
        "--last", action="store_true", help=_T("Command", "do not search anew; print what was found last")
    )
    _json(parser)


def _merge(verbs: Any) -> None:
    parser = _verb(verbs, "merge", _T("Command", "make one customer of several"))
    parser.add_argument("ids", nargs="+", metavar=_T("Command", "ID"), help=_T("Command", "ids or card numbers"))
    parser.add_argument(
        "--prefer",
        action="append",
        metavar=_T("Command", "WHAT"),
        help=_T("Command", "who stays: an ID, oldest or newest; for one field FIELD=ID or FIELD=all; may be repeated"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_T("Command", "only say what would happen"))
    _json(parser)


def _unmerge(verbs: Any) -> None:
    parser = _verb(verbs, "unmerge", _T("Command", "take a merge back, by the number that merge printed"))
    parser.add_argument("operation", type=_positive, metavar=_T("Command", "OPERATION"))
    _json(parser)


def _backup(verbs: Any) -> None:
    parser = _verb(verbs, "backup", _T("Command", "make a verified backup"))
    parser.add_argument(
        "folder", type=Path, nargs="?", metavar=_T("Command", "FOLDER"), help=_T("Command", "another place for it")
    )
    _json(parser)


def _backups(verbs: Any) -> None:
    _json(_verb(verbs, "backups", _T("Command", "list the backups, here and in the second place")))


def _restore(verbs: Any) -> None:
    parser = _verb(
        verbs, "restore", _T("Command", "put a backup in the place of the present data, which is kept aside")
    )
    parser.add_argument("file", type=Path, metavar=_T("Command", "FILE"))
    parser.add_argument(
        "--code-file",
        type=Path,
        metavar=_T("Command", "FILE"),
        help=_T("Command", "a text file with the recovery code, for a backup of another computer"),
    )
    parser.add_argument(
        "--preview", action="store_true", help=_T("Command", "say what would change, and change nothing")
    )
    _json(parser)


def _mend(verbs: Any) -> None:
    said = _T(
        "Command", "get a damaged customer book back: the newest good backup, and what is newer in the damaged file"
    )
    parser = _verb(verbs, "mend", said)
    parser.add_argument("--preview", action="store_true", help=_T("Command", "say what would be done, and do nothing"))
    _json(parser)


def _check(verbs: Any) -> None:
    parser = _verb(verbs, "check", _T("Command", "check the whole customer book"))
    quick = _T("Command", "only the seals since the last backup, and every sum of slips, points and balances")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quick", action="store_true", help=quick)
    how.add_argument("--full", action="store_true", help=_T("Command", "every check, as without either of the two"))
    _json(parser)


def _audit(verbs: Any) -> None:
    parser = _verb(verbs, "audit", _T("Command", "show who did what and when, or verify that nothing was changed"))
    verify = _T("Command", "verify every entry, and the end of the history by what backups and closings noted of it")
    parser.add_argument("--verify", action="store_true", help=verify)
    day = _T("Command", "DAY")
    since = _T("Command", "only entries from this day on, as 2026-11-22")
    parser.add_argument("--since", type=date.fromisoformat, metavar=day, help=since)
    name = _T("Command", "NAME")
    parser.add_argument("--person", metavar=name, help=_T("Command", "only what this member of staff did"))
    parser.add_argument("--customer", metavar=name, help=_T("Command", "only what is about this customer"))
    sort = _T("Command", "only one sort of thing")
    parser.add_argument("--kind", choices=[group.value for group in KindGroup], help=sort)
    most = _T("Command", "how many entries at most (100)")
    parser.add_argument("--limit", type=_positive, default=100, metavar=_T("Command", "NUMBER"), help=most)
    _json(parser)


def _staff(verbs: Any) -> None:
    parser = _verb(verbs, "staff", _T("Command", "list the people of the shop, or change roles, rights and PINs"))
    add_staff(parser, Parser, _everywhere)


def _pictures(verbs: Any) -> None:
    parser = _verb(verbs, "pictures", _T("Command", "draw every page, in both languages, light and dark"))
    parser.add_argument("folder", type=Path, metavar=_T("Command", "FOLDER"))
    parser.add_argument("--page", metavar=_T("Command", "NAME"), help=_T("Command", "only this page"))
    parser.add_argument("--guide", action="store_true", help=_T("Command", "those of the user guide instead"))
