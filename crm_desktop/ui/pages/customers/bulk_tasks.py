"""Changes of many customers as the dialog knows them, free of Qt: a preview first, then what it came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.query import Selection
from crm_desktop.domain.text_changes import LabelPhones, ReadPhones, TextChange
from crm_desktop.services import change_customers, change_texts, tag_customers
from crm_desktop.services.preview import Preview
from crm_desktop.services.problems import problem_text
from crm_desktop.services.tag_customers import TagChange
from crm_desktop.services.workplace import Workplace

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class Ready:
    """What a preview came to, and how to do it."""

    preview: Preview
    do: Callable[[], ChangeSet]


@dataclass(frozen=True)
class Task:
    """One change as it is asked for; `prepare` runs on a thread of its own, `Ready.do` on the one for writes."""

    prepare: Callable[[Selection, Report, IsCancelled], Ready]
    words: Mapping[str, str] = field(default_factory=dict)
    """What stored values are called, for the examples."""


def set_task(workplace: Workplace, key: str, value: str, words: Mapping[str, str], *, only_blank: bool) -> Task:
    """Return the task that sets a field, of everybody or only where it is empty."""

    def prepare(selection: Selection, _report: Report, is_cancelled: IsCancelled) -> Ready:
        preview = change_customers.preview_change(
            workplace, selection, key, value, only_blank=only_blank, is_cancelled=is_cancelled
        )
        return Ready(
            preview,
            lambda: change_customers.change_customers(workplace, selection, key, value, only_blank=only_blank),
        )

    return Task(prepare, words)


def tag_task(workplace: Workplace, change: TagChange) -> Task:
    """Return the task that adds a tag, takes one away, or puts one in the place of another."""

    def prepare(selection: Selection, _report: Report, is_cancelled: IsCancelled) -> Ready:
        preview = tag_customers.preview_tags(workplace, selection, change, is_cancelled)
        return Ready(preview, lambda: tag_customers.change_tags(workplace, selection, change))

    return Task(prepare)


def text_task(workplace: Workplace, change: TextChange, region: str) -> Task:
    """Return the task that changes texts by a rule."""

    def prepare(selection: Selection, report: Report, is_cancelled: IsCancelled) -> Ready:
        prepared = change_texts.prepare_texts(
            workplace, selection, change, region=region, report=report, is_cancelled=is_cancelled
        )
        return Ready(prepared.preview, lambda: change_texts.write_texts(workplace, prepared))

    return Task(prepare, _PhoneWords() if isinstance(change, ReadPhones | LabelPhones) else {})


class _PhoneWords(dict[str, str]):
    """Shows numbers as people read them."""

    def get(self, key: str, default: Any = None) -> Any:
        from crm_desktop.domain.phone import show_phone

        return show_phone(key) if key.startswith("+") else default


def preview_sentence(preview: Preview) -> str:
    """Return the counts: "12,304 will change · 88 unchanged · 3 cannot change"."""
    parts = [
        (_T("Bulk", "{count} will change"), preview.changing),
        (_T("Bulk", "{count} unchanged"), preview.same),
        (_T("Bulk", "{count} cannot change"), preview.cannot),
    ]
    return " · ".join(text.format(count=f"{number:,}") for text, number in parts if number or text is parts[0][0])


def refusal_sentences(preview: Preview) -> list[str]:
    """Return why some cannot change, a sentence for each reason."""
    found = []
    for reason, count in preview.refused:
        why = problem_text(Fault(FaultKind.VALUE_INVALID, reason=reason)) or ""
        found.append(_T("Bulk", "{count}: {why}").format(count=f"{count:,}", why=why))
    return found


def shown_value(value: object, words: Mapping[str, str]) -> str:
    """Return a value before or after as the examples show it."""
    if value in (None, "", ()):
        return _T("Cells", "(empty)")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return words.get(str(value), str(value))
