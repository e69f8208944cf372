"""The world's faults as kinds with values; `services.sentences` turns them into words.

A fault is what the user can do something about (disk full, file locked, a bad cell). Our own mistakes are ordinary
exceptions and end in a report.
"""

from __future__ import annotations

from enum import StrEnum


class FaultKind(StrEnum):
    """Every fault the program tells calmly; the value is its stable name in `--json` output and logs."""

    # the data folder and its files
    FOLDER_SYNCED = "folder_synced"
    FOLDER_ON_NETWORK = "folder_on_network"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    FOLDER_IN_USE = "folder_in_use"
    DISK_FULL = "disk_full"
    DISK_ERROR = "disk_error"
    FILE_MISSING = "file_missing"
    FILE_NOT_READABLE = "file_not_readable"
    FILE_IN_USE = "file_in_use"
    SECOND_PLACE_MISSING = "second_place_missing"
    SECOND_PLACE_INSIDE = "second_place_inside"
    # the database
    DATABASE_NEWER = "database_newer"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_BUSY = "database_busy"
    DATABASE_READ_ONLY = "database_read_only"
    DATABASE_NOT_OURS = "database_not_ours"
    DATABASE_NOT_EMPTY = "database_not_empty"
    DATABASE_GONE = "database_gone"
    MIGRATION_FAILED = "migration_failed"
    KEY_MISSING = "key_missing"
    KEY_WRONG = "key_wrong"
    CODE_WRONG = "code_wrong"
    PASSWORD_NEEDED = "password_needed"
    BOOK_PASSWORD_WRONG = "book_password_wrong"
    PASSWORD_WEAK = "password_weak"
    TRY_LATER = "try_later"
    KEY_STILL_KEPT = "key_still_kept"
    BACKUP_DAMAGED = "backup_damaged"
    DATABASE_MOVED = "database_moved"
    # workbooks and other files of the user
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_HOSTILE = "file_hostile"
    FILE_ENCRYPTED = "file_encrypted"
    PASSWORD_WRONG = "password_wrong"
    FILE_KIND_UNKNOWN = "file_kind_unknown"
    FILE_MISNAMED = "file_misnamed"
    FILE_DAMAGED = "file_damaged"
    SHEET_UNREADABLE = "sheet_unreadable"
    NO_HEADINGS = "no_headings"
    PLAN_INVALID = "plan_invalid"
    ENCODING_UNKNOWN = "encoding_unknown"
    NO_CALENDAR = "no_calendar"
    IS_CALENDAR = "is_calendar"
    CALENDAR_HOSTILE = "calendar_hostile"
    NO_PAPER = "no_paper"
    CANCELLED = "cancelled"
    # what a user asks for
    VALUE_INVALID = "value_invalid"
    VALUE_TAKEN = "value_taken"
    NOT_FOUND = "not_found"
    # the till and the ledger
    AMOUNT_WRONG = "amount_wrong"
    NOT_ENOUGH = "not_enough"
    REFUND_TOO_HIGH = "refund_too_high"
    ALREADY_SPENT = "already_spent"
    ALREADY_VOID = "already_void"
    PAYMENTS_DIFFER = "payments_differ"
    COUPON_NOT_VALID = "coupon_not_valid"
    CARD_NOT_VALID = "card_not_valid"
    OUT_OF_STOCK = "out_of_stock"
    RULES_INVALID = "rules_invalid"
    LIMIT_REACHED = "limit_reached"
    DAY_CLOSED = "day_closed"
    TIME_BEHIND = "time_behind"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOT_UNDOABLE = "not_undoable"
    NOT_ALLOWED = "not_allowed"
    CLOCK_NOT_ALLOWED = "clock_not_allowed"
    PIN_NEEDED = "pin_needed"
    PIN_WRONG = "pin_wrong"
    PIN_BLOCKED = "pin_blocked"
    CONTACT_REFUSED = "contact_refused"
    CLOCK_BEHIND = "clock_behind"


class Fault(Exception):
    """A fault of the world: its kind, and the values its sentence needs (never customer data in a log)."""

    def __init__(self, kind: FaultKind, **values: object) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.values = values


class StoppedError(Exception):
    """Long work was asked to stop, and has; nothing has happened."""


class OvertakenError(Exception):
    """Somebody changed meanwhile what the work was prepared from; it has to be prepared anew."""
