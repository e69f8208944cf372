"""Alembic steps from every released schema to today's; loaded only when a file is older than the program."""

from __future__ import annotations

from typing import Protocol


class Step(Protocol):
    """One step: a module with these names. A step that adds or removes rows names their tables in `rewrites`."""

    revision: str
    down_revision: str | None

    def upgrade(self) -> None:
        """Change the schema and its rows through `alembic.op`."""


def all_steps() -> tuple[Step, ...]:
    """Return every step, the oldest first; named one by one, so that a frozen program holds them all."""
    from crm_desktop.store.migrations import step_0001_baseline, step_0002_safe_keeping

    return step_0001_baseline, step_0002_safe_keeping
