"""Rules being changed: what is kept, what stands on the page, and its sentences; no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from crm_desktop.base.errors import Fault
from crm_desktop.domain.loyalty.rule_checks import check_rules
from crm_desktop.domain.loyalty.rules import Rules
from crm_desktop.services.say_rule_words import Said
from crm_desktop.ui.pages.loyalty.editors import Editor

_INDEXED = re.compile(r"(\w+)\[(\d+)\]")


@dataclass(frozen=True)
class Sentence:
    """One rule as it stands on the page: the editor that changes it, and which of several it is."""

    key: str
    place: int
    text: str


class RulesState:
    """The rules of one programme; nothing is kept before it is saved."""

    def __init__(self) -> None:
        self.kept: Rules | None = None
        self.draft: Rules | None = None

    def is_changed(self) -> bool:
        """Say whether something is not saved yet."""
        return self.draft != self.kept

    def take(self, kept: Rules | None) -> None:
        """Take what the shop keeps now; the fields that are being changed stay as they stand here."""
        if not self.is_changed():
            self.draft = kept
        elif kept is not None and self.kept is not None and self.draft is not None:
            self.draft = _brought_up(self.draft, self.kept, kept)
        self.kept = kept

    def discard(self) -> None:
        """Go back to what is kept."""
        self.draft = self.kept

    def saved(self) -> None:
        """Note that the draft is what is kept."""
        self.kept = self.draft

    def change(self, editor: Editor, place: int, given: dict[str, Any]) -> Fault | None:
        """Write answers into the draft; return the fault of rules that make no sense, and leave the draft as it was."""
        return self._put(editor.write(self.draft, place, given))

    def add(self, editor: Editor) -> None:
        """Add one of a sort."""
        if editor.add is not None:
            self.draft = editor.add(self.draft)

    def remove(self, editor: Editor, place: int) -> None:
        """Take a rule away."""
        if editor.remove is not None:
            self.draft = editor.remove(self.draft, place)

    def _put(self, rules: Rules) -> Fault | None:
        try:
            check_rules(rules)
        except Fault as fault:
            return fault
        self.draft = rules
        return None


def _brought_up(draft: Rules, before: Rules, now: Rules) -> Rules:
    """Return a draft with what somebody else changed meanwhile in the fields it left alone."""
    names = [one.name for one in fields(draft)]
    alone = {name for name in names if getattr(draft, name) == getattr(before, name)}
    values: dict[str, Any] = {name: getattr(now, name) for name in alone}
    return replace(draft, **values)


def sentences_of(said: Iterable[Said], keys: Sequence[str]) -> list[Sentence]:
    """Return the sentences of some rules, in the order they are said, each with its place among those of its sort."""
    seen: dict[str, int] = {}
    found = []
    for one in said:
        indexed = _INDEXED.fullmatch(one.field)
        key = indexed[1] if indexed else one.field.partition(".")[0]
        if key not in keys:
            continue
        place = int(indexed[2]) if indexed else seen.get(key, 0)
        seen[key] = place + 1
        found.append(Sentence(key, place, one.text))
    return found
