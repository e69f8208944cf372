"""The import plan: which column goes where, how rows are matched, what happens to each; the wizard shows and edits it.

It is plain data that crosses to the child process and to plan files as JSON.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.dates import DateOrder

PLAN_VERSION = 1


class Target(StrEnum):
    """Every place a column can go; several columns may share one where it takes several values."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    MIDDLE_NAME = "middle_name"
    NICKNAME = "nickname"
    COMPANY = "company"
    JOB_TITLE = "job_title"
    PHONE = "phone"
    PHONE_LABEL = "phone_label"
    EMAIL = "email"
    EMAIL_LABEL = "email_label"
    WECHAT = "wechat"
    ADDRESS = "address"
    ADDRESS_LABEL = "address_label"
    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    STREET = "street"
    POSTCODE = "postcode"
    GENDER = "gender"
    BIRTHDAY = "birthday"
    LUNAR_BIRTHDAY = "lunar_birthday"
    OTHER_DATE = "other_date"
    SOURCE = "source"
    INTRODUCER = "introducer"
    HOUSEHOLD = "household"
    OWNER = "owner"
    CARD_NUMBER = "card_number"
    STATUS = "status"
    TAGS = "tags"
    NOTE = "note"
    LIKES = "likes"
    DISLIKES = "dislikes"
    SIZES = "sizes"
    ALLERGIES = "allergies"
    CREATED_AT = "created_at"
    FILE_NUMBER = "file_number"
    PUBLIC_ID = "public_id"
    CUSTOM = "custom"
    SKIP = "skip"


ADDRESS_PARTS = (
    Target.COUNTRY,
    Target.PROVINCE,
    Target.CITY,
    Target.DISTRICT,
    Target.STREET,
    Target.POSTCODE,
)


class MatchBy(StrEnum):
    """What says that a row is a customer the shop already has."""

    PUBLIC_ID = "public_id"
    FILE_NUMBER = "file_number"
    CARD_NUMBER = "card_number"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


class OnMatch(StrEnum):
    """What happens to a row whose customer exists."""

    UPDATE = "update"
    FILL_BLANKS = "fill_blanks"
    SKIP = "skip"
    CREATE = "create"


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """One column of the file and its place in the program."""

    index: int
    heading: str
    target: Target = Target.SKIP
    label: str = ""
    """Phone or address label ("mobile", "work" …), name of another date, or name of the custom field."""
    group: int = 0
    """Columns of one target and group belong together: a phone and its type, the parts of one address."""
    custom_type: FieldType | None = None
    date_order: DateOrder | None = None
    """Set where the column has dates with two readings."""
    guessed_by: str = ""
    """"heading", "values" or "user"; empty for a column nothing was known about."""


@dataclass(frozen=True, slots=True)
class MatchPolicy:
    """How rows find their customers, in this order, and what an update may change."""

    order: tuple[MatchBy, ...] = tuple(MatchBy)
    on_match: OnMatch = OnMatch.UPDATE
    create_new: bool = True


class RowDecision(StrEnum):
    """What the user decided for one row, over the policy."""

    CREATE = "create"
    UPDATE = "update"
    SKIP = "skip"


@dataclass(frozen=True)
class ImportPlan:
    """All decisions of one import; equal plans on equal files do the same."""

    file: str
    kind: str = "customers"
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    heading_row: int | None = None
    """Row number of the headings as the user's program shows it; None where the file has none."""
    columns: tuple[ColumnPlan, ...] = ()
    policy: MatchPolicy = field(default_factory=MatchPolicy)
    decisions: dict[int, RowDecision] = field(default_factory=dict)
    """By row number of the file."""
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    """Cells mended in the dry run: row number → column index → text."""

    def column(self, target: Target) -> ColumnPlan | None:
        """Return the first column of a target."""
        return next((column for column in self.columns if column.target is target), None)

    def with_column(self, changed: ColumnPlan) -> ImportPlan:
        """Return the plan with one column put elsewhere."""
        columns = tuple(changed if column.index == changed.index else column for column in self.columns)
        return replace(self, columns=columns)

    def to_json(self) -> str:
        """Return the plan as JSON, as plan files hold it."""
        return json.dumps({"version": PLAN_VERSION, **asdict(self)}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ImportPlan:
        """Read a plan from JSON; raises ValueError or KeyError for anything else."""
        data: dict[str, Any] = json.loads(text)
        if not isinstance(data, dict) or data.pop("version", None) != PLAN_VERSION:
            raise ValueError("not a plan of this version")
        return cls(
            file=data["file"],
            kind=data["kind"],
            sheet=data["sheet"],
            encoding=data["encoding"],
            delimiter=data["delimiter"],
            heading_row=data["heading_row"],
            columns=tuple(_column(item) for item in data["columns"]),
            policy=_policy(data["policy"]),
            decisions={int(row): RowDecision(word) for row, word in data["decisions"].items()},
            cells={int(r): {int(c): str(v) for c, v in cells.items()} for r, cells in data["cells"].items()},
        )


def _column(data: dict[str, Any]) -> ColumnPlan:
    return ColumnPlan(
        index=int(data["index"]),
        heading=data["heading"],
        target=Target(data["target"]),
        label=data["label"],
        group=int(data["group"]),
        custom_type=FieldType(data["custom_type"]) if data["custom_type"] else None,
        date_order=DateOrder(data["date_order"]) if data["date_order"] else None,
        guessed_by=data["guessed_by"],
    )


def _policy(data: dict[str, Any]) -> MatchPolicy:
    order = tuple(MatchBy(word) for word in data["order"])
    return MatchPolicy(order, OnMatch(data["on_match"]), bool(data["create_new"]))
