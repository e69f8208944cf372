"""Writes the baseline step from today's tables: `python -m tests.support.write_baseline`, until the first release.

From the first release on the baseline is history: a change of the tables is a step of its own.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Table, UniqueConstraint
from sqlalchemy.schema import Index

import crm_desktop.store.migrations as steps
from crm_desktop.store.schema import APPLICATION_ID, GUARDS, SEARCH_TABLE, STATISTICS
from crm_desktop.store.tables import METADATA

HEADING = '''"""The baseline: every table, index and guard of the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Make everything in an empty file."""
    for make in _TABLES:
        make()
    for statement in _BY_HAND:
        op.execute(statement)
'''


def column_code(column: Column) -> str:
    parts = [repr(column.name), f"sa.{type(column.type).__name__}()"]
    parts += [f"sa.ForeignKey({key.target_fullname!r})" for key in column.foreign_keys]
    if column.server_default is not None:
        parts.append(f"server_default=sa.text({column.server_default.arg.text!r})")
    parts += [name + "=True" for name in ("primary_key", "unique") if getattr(column, name)]
    if not column.nullable and not column.primary_key:
        parts.append("nullable=False")
    return f"sa.Column({', '.join(parts)})"


def table_code(table: Table) -> Iterator[str]:
    yield f"def _{table.name}() -> None:"
    yield f"    op.create_table({table.name!r},"
    yield from (f"        {column_code(column)}," for column in table.columns)
    several = [c for c in table.constraints if isinstance(c, UniqueConstraint) and len(c.columns) > 1]
    yield from (f"        sa.UniqueConstraint({', '.join(repr(c.name) for c in found.columns)})," for found in several)
    yield f"        sqlite_autoincrement={table.dialect_options['sqlite']['autoincrement']},"
    yield "    )"
    yield from (index_code(index) for index in sorted(table.indexes, key=lambda index: index.name))


def index_code(index: Index) -> str:
    columns = ", ".join(map(part_code, index.expressions))
    where = index.dialect_options["sqlite"]["where"]
    condition = "" if where is None else f", sqlite_where=sa.text({where.text!r})"
    unique = ", unique=True" if index.unique else ""
    return f"    op.create_index({index.name!r}, {index.table.name!r}, [{columns}]{unique}{condition})"


def part_code(part: object) -> str:
    """A column goes by its name; one in descending order is words of SQL."""
    return repr(part.name) if isinstance(part, Column) else f"sa.text({str(part).rpartition('.')[2]!r})"


def statement_code(statement: str) -> str:
    """A long statement goes over several lines; blanks stay at their ends."""
    pieces = re.findall(r".{1,90}(?: |$)", statement)
    assert "".join(pieces) == statement
    return "    (" + "\n     ".join(map(repr, pieces)) + "),"


def baseline_code() -> str:
    lines = [HEADING]
    for table in METADATA.sorted_tables:
        lines += ["", "", *table_code(table)]
    names = ", ".join(f"_{table.name}" for table in METADATA.sorted_tables)
    by_hand = [SEARCH_TABLE, *GUARDS, *STATISTICS, f"PRAGMA application_id={APPLICATION_ID}"]
    lines += ["", f"_TABLES = ({names},)", "_BY_HAND = (", *map(statement_code, by_hand), ")"]
    return "\n".join(lines) + "\n"


def main() -> None:
    path = Path(steps.__file__).with_name("step_0001_baseline.py")
    path.write_text(baseline_code(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)


if __name__ == "__main__":
    main()
