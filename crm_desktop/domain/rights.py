"""What a person may do; each service names the one it needs."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """One thing a person may or may not do."""

    CUSTOMERS_READ = "customers.read"
    CUSTOMERS_EDIT = "customers.edit"
    CUSTOMERS_DELETE = "customers.delete"
    CUSTOMERS_BULK_EDIT = "customers.bulk_edit"
    FOLLOW_UPS_READ = "follow_ups.read"
    FOLLOW_UPS_EDIT = "follow_ups.edit"
    SALES_READ = "sales.read"
    SELL = "sell"
    REFUND = "refund"
    VOID = "void"
    LOYALTY_READ = "loyalty.read"
    REDEEM = "redeem"
    TOP_UP = "top_up"
    ADJUST_POINTS = "adjust_points"
    SET_TIER = "set_tier"
    COUPONS = "coupons"
    CATALOGUE = "catalogue"
    PROGRAMMES = "programmes"
    DAY_CLOSE = "day_close"
    REPORTS = "reports"
    IMPORT = "import"
    EXPORT = "export"
    SETTINGS = "settings"
    BACKUP = "backup"
    RESTORE = "restore"
    KEYS = "keys"
    STAFF = "staff"
    REVEAL = "reveal"
    PRIVACY = "privacy"
    AUDIT = "audit"
    UNDO = "undo"
