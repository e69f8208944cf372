"""The plan of `import`: from a plan file, or the program's proposal, with what the arguments say over it."""

from __future__ import annotations

import argparse
import getpass
import sys
from dataclasses import replace
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import write_whole
from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import Conflict, ImportPlan, MatchBy, MatchPolicy, OnMatch, Repeats
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_wizard import FileChoices, look
from crm_desktop.services.workplace import Workplace

_INPUT = Path("-")


def source_of(arguments: argparse.Namespace) -> ImportSource:
    """Return the file, or the table on standard input; asks for a password where that is wished."""
    password = ask_password() if arguments.ask_password else None
    if arguments.file == _INPUT:
        return ImportSource(text=sys.stdin.read())
    return ImportSource(arguments.file.expanduser().resolve(), password=password)


def ask_password() -> str:
    """Ask on a screen without showing it; from a pipe take the first line."""
    if sys.stdin.isatty():
        return getpass.getpass(_T("Command", "Password of the workbook: "))
    return sys.stdin.readline().rstrip("\r\n")


def plan_of(workplace: Workplace, source: ImportSource, arguments: argparse.Namespace) -> ImportPlan:
    """Return the plan to follow; raises Fault, also PLAN_INVALID for a file that is no plan."""
    if arguments.plan:
        plan = read_plan(arguments.plan.expanduser())
        plan = replace(plan, sheet=arguments.sheet or plan.sheet, encoding=arguments.encoding or plan.encoding)
        return _with_openings(replace(plan, policy=_policy(plan.policy, arguments)), arguments)
    choices = FileChoices(arguments.sheet, arguments.encoding, _delimiter(arguments.delimiter), arguments.heading_row)
    plan = look(workplace, source, choices, kind=arguments.kind).plan
    policy = replace(plan.policy, order=MatchPolicy().order)  # nobody looks at rows that wait
    return _with_openings(replace(plan, policy=_policy(policy, arguments)), arguments)


def _with_openings(plan: ImportPlan, arguments: argparse.Namespace) -> ImportPlan:
    as_of = arguments.as_of.isoformat() if arguments.as_of else plan.as_of
    return replace(plan, as_of=as_of, reason=arguments.reason or plan.reason, earn=arguments.earn or plan.earn)


def _delimiter(text: str | None) -> str | None:
    return "\t" if text in ("tab", "\\t") else text


def read_plan(path: Path) -> ImportPlan:
    """Read a plan file; raises Fault FILE_MISSING or PLAN_INVALID."""
    try:
        return ImportPlan.from_json(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise Fault(FaultKind.FILE_MISSING, file=path.name) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Fault(FaultKind.PLAN_INVALID, file=path.name, why=str(error)[:200]) from None


def save_plan(plan: ImportPlan, path: Path) -> Path:
    """Write a plan file, readable by people; return where it is."""
    import json

    target = path.expanduser().resolve()
    text = json.dumps(json.loads(plan.to_json()), ensure_ascii=False, indent=2)
    write_whole(target, f"{text}\n".encode())
    return target


def _policy(policy: MatchPolicy, arguments: argparse.Namespace) -> MatchPolicy:
    if arguments.match:
        policy = replace(policy, order=tuple(map(MatchBy, arguments.match)))
    for name, field in (("exact", "on_match"), ("probable", "on_probable"), ("possible", "on_possible")):
        if arguments.on_match and name in arguments.on_match:
            policy = replace(policy, **{field: OnMatch(arguments.on_match[name])})  # type: ignore[arg-type]
    if arguments.known_only:
        policy = replace(policy, create_new=False)
    if arguments.conflict:
        policy = replace(policy, conflict=Conflict(arguments.conflict))
    return replace(policy, repeats=Repeats(arguments.repeats)) if arguments.repeats else policy
