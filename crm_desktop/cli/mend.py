"""`mend`: get a damaged customer book back, or say how that would be done."""

from __future__ import annotations

import argparse
from datetime import datetime

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import find_places
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.services.mend_words import mended_to_json, plan_sentences, plan_to_json, result_sentences
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.way_back import way_back


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Mend, and say what came back and what did not."""
    if options.now is not None:
        raise Fault(FaultKind.CLOCK_NOT_ALLOWED)
    way = way_back(find_places(options.data_dir))
    locked = way.locked()
    if options.password is not None and locked.has_password():
        locked.open_with_password(options.password())
    if arguments.preview:
        plan = way.mend_plan()
        _tell(arguments, plan_to_json(plan), plan_sentences(plan, _moment))
        return
    mended = way.mend()
    names = _T("Command", "They are: {names}").format(names=", ".join(mended.names))
    _tell(arguments, mended_to_json(mended), [*result_sentences(mended), *([names] if mended.names else [])])


def _tell(arguments: argparse.Namespace, value: object, sentences: list[str]) -> None:
    if arguments.json:
        say_json(value)
    else:
        say(*sentences)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
