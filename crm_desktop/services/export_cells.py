"""What an export's columns are: a customer's fields with their headings, widths and words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.fields import REFUSED, Field, ValueType, all_fields
from crm_desktop.exchange.protocol import Column
from crm_desktop.services.say_dates import lunar_word
from crm_desktop.services.words import channel_words, gender_words, status_words, yes_no
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import custom_values
from crm_desktop.store.queries import export_rows
from crm_desktop.store.queries.export_rows import OTHERS
from crm_desktop.store.store import Store

PUBLIC_ID = "public_id"
_COMPUTED = frozenset(
    {"age", "days_since_contact", "introduced", "last_contact_at", "consent", "completeness", "phone_understood"}
)
_PIXELS_A_CHARACTER = 7.5
_TYPES = {
    ValueType.NUMBER: "number",
    ValueType.DATE: "date",
    ValueType.MOMENT: "moment",
    ValueType.TAGS: "tags",
    ValueType.YEARLY: "birthday",
}


class CustomerCells:
    """Reads customers as rows of cells."""

    def __init__(self, workplace: Workplace, keys: Sequence[str] | None) -> None:
        with workplace.store.read() as connection:
            fields = {field.key: field for field in all_fields(custom_values.all_fields(connection))}
        everything = [key for key in fields if key not in _COMPUTED]
        columns = [_column(fields[key]) for key in (keys or everything) if key in fields]
        others = _others() if keys is None else []
        known_by = Column(PUBLIC_ID, _T("Export", "CRM ID (do not change)"), width=22.0)
        self.columns = (*columns, *others, known_by)
        """The fields, further contacts, and the mark by which a row is known again."""
        self._now = to_stamp(workplace.now())

    def read(self, store: Store, ids: Sequence[int]) -> bytes:
        """Return a page of rows as the writer takes it."""
        with store.read() as connection:
            return export_rows.customer_page(connection, ids, [column.key for column in self.columns], self._now)


def _column(field: Field) -> Column:
    words = _words(field)
    type_ = "choice" if words else _TYPES.get(field.type, "text")
    if field.type is ValueType.YEARLY:
        words = {"lunar": lunar_word()}
    return Column(field.key, field.label, type_, round(field.width / _PIXELS_A_CHARACTER, 1), words)


def _words(field: Field) -> dict[str, str]:
    if field.key == "gender":
        return {gender.value: word for gender, word in gender_words().items()}
    if field.key == "status":
        return {status.value: word for status, word in status_words().items()}
    if field.key == "consent":
        return _channels()
    return {"yes": yes_no(True), "no": yes_no(False)} if field.type is ValueType.YES_NO else {}


def _channels() -> dict[str, str]:
    """Return the words for every set of channels somebody may have agreed to, as the column holds them."""
    words = sorted((channel.value, word) for channel, word in channel_words().items())
    some = chain.from_iterable(combinations(words, many) for many in range(1, len(words) + 1))
    sets = {",".join(key for key, _ in chosen): "; ".join(word for _, word in chosen) for chosen in some}
    return sets | {REFUSED: _T("Words", "Agreed to nothing")}


def _others() -> list[Column]:
    phones, texts = "phones", "texts"
    return [
        Column(OTHERS + ContactKind.PHONE, _T("Export", "Other phones"), phones, 18.0),
        Column(OTHERS + ContactKind.EMAIL, _T("Export", "Other e-mails"), texts, 18.0),
        Column(OTHERS + ContactKind.WECHAT, _T("Export", "Other WeChat"), texts, 18.0),
        Column(OTHERS + ContactKind.ADDRESS, _T("Export", "Other addresses"), texts, 18.0),
    ]
