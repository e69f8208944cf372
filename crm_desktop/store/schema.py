"""Making a new database: tables, search index, journal guards, stamp of the schema's revision."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection

REVISION = "0002"
"""The newest migration step; a file with another revision is migrated, a newer one refused."""

APPLICATION_ID = 0x43524D44  # "CRMD"

SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE customer_search USING fts5("
    "name, spelling, numbers, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4', "
    "content='', contentless_delete=1)"
)
"""Full text over prepared text; it holds no copy of the text itself (see `domain.search_text`)."""

PAYLOADS_MAY_GO = "payloads_may_go"
_SEALED = (
    *("id", "public_id", "at", "person_id", "kind", "source", "undoes", "subject_id", "subject_count"),
    *("reason_digest", "seal"),
)
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
GUARDS = (
    f"CREATE TRIGGER operation_is_kept BEFORE DELETE ON operation {_REFUSE}",
    f"CREATE TRIGGER change_is_kept BEFORE DELETE ON change {_REFUSE}",
    f"CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change {_REFUSE}",
    f"CREATE TRIGGER operation_is_fixed BEFORE UPDATE OF {', '.join(_SEALED)} ON operation "
    f"WHEN OLD.seal IS NOT NULL {_REFUSE}",
    f"CREATE TRIGGER payload_is_fixed BEFORE UPDATE ON change_payload {_REFUSE}",
    f"CREATE TRIGGER payload_is_kept BEFORE DELETE ON change_payload "
    f"WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = '{PAYLOADS_MAY_GO}') {_REFUSE}",
)
"""The journal is append-only. Payloads and typed reasons alone may go, when a person is erased or entries have aged;
who takes payloads away says so in `meta` for the length of the transaction."""

_LIVE_BY_INDEX = {
    "name_key": 1_000_000,
    "name": 1_000_000,
    "phone": 1_000_000,
    "last_contact_at": 1_000_000,
    "next_follow_up": 1_000_000,
    "last_sale_on": 1_000_000,
    "spent": 1_000_000,
    "points": 1_000_000,
    "created_at": 400_000,
}
STATISTICS = (
    "ANALYZE",
    *(
        f"INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_{column}', '1000000 {live} 2')"
        for column, live in _LIVE_BY_INDEX.items()
    ),
    "ANALYZE sqlite_schema",
)
"""What the planner is told, the same in every shop: nearly every customer is live. Left to guess, it takes
`deleted_at IS NULL` for a condition that few rows meet, and walks a million of them in the middle of a join.
Where it has to walk all the live, it is to go by `created_at`: customers lie on the disk in that order, and so do their
contacts and dates; in the order of names each look-up would read another page."""


def create_schema(connection: Connection) -> None:
    """Create everything in an empty database and stamp it with today's revision."""
    from crm_desktop.store import tables

    tables.METADATA.create_all(connection)
    connection.exec_driver_sql(SEARCH_TABLE)
    for statement in (*GUARDS, *STATISTICS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def first_meta(database_id: str) -> list[dict[str, str]]:
    """Return the rows of `meta` that a new database starts with."""
    return [{"key": "database_id", "value": database_id}, {"key": "chain_key", "value": secrets.token_hex(32)}]
