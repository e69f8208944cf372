"""What a stranger with the key could do to a file, behind the program's back."""

from __future__ import annotations

from contextlib import closing

from crm_desktop.store.driver import raw_connection
from tests.support.shop import KEY, Shop


def tamper(shop: Shop, *statements: str) -> None:
    """Change the file, its guards put aside; each statement must have changed something."""
    with closing(raw_connection(shop.store.path, KEY)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0
