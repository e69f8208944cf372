"""What must hold for follow-ups and series in a sound database."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from crm_desktop.domain.recurrence import RecurrenceError, parse_rule

_OPEN_ROWS = "(SELECT count(*) FROM follow_up f WHERE f.series_id = s.id AND f.status = 'open')"
_ENDS = "(s.rule LIKE '%COUNT=%' OR s.rule LIKE '%UNTIL=%')"

FOLLOW_UP_RULES = {
    ("half_closed", "follow_up"): (
        "SELECT id FROM follow_up WHERE (status = 'open') <> (closed_at IS NULL) "
        "OR (status = 'open' AND (outcome IS NOT NULL OR close_reason IS NOT NULL))"
    ),
    ("closed_without_reason", "follow_up"): (
        "SELECT id FROM follow_up WHERE status = 'closed' AND trim(coalesce(close_reason, '')) = ''"
    ),
    ("title_empty", "follow_up"): "SELECT id FROM follow_up WHERE trim(title) = ''",
    ("kind_gone", "follow_up"): (
        "SELECT id FROM follow_up WHERE kind LIKE 'own-%' "
        "AND NOT EXISTS (SELECT 1 FROM follow_up_kind k WHERE 'own-' || k.id = follow_up.kind)"
    ),
    ("not_one_open", "follow_up_series"): (
        f"SELECT s.id FROM follow_up_series s WHERE s.anchor = 'after_done' "
        f"AND ({_OPEN_ROWS} > 1 OR ({_OPEN_ROWS} = 0 AND NOT {_ENDS}))"
    ),
    ("left_out_and_there", "series_exception"): (
        "SELECT e.id FROM series_exception e JOIN follow_up f ON f.series_id = e.series_id AND f.original = e.original"
    ),
}


def unreadable_rules(connection: Connection) -> Iterator[int]:
    """Yield the series whose rule cannot be read; one from a file may have days of its own and no rule."""
    rows = connection.execute(text("SELECT id, rule FROM follow_up_series WHERE rule <> '' OR extra IS NULL"))
    for row_id, rule in rows:
        try:
            parse_rule(rule)
        except RecurrenceError:
            yield row_id
