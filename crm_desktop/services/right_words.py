"""Rights and roles in the words of the shop: for refusals, the page of the staff, tool tips and the command line."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role, roles_with


def right_names() -> dict[Right, str]:
    """Return what each right is for, as a tick says it."""
    return {
        Right.CUSTOMERS_READ: _T("Rights", "See customers"),
        Right.CUSTOMERS_EDIT: _T("Rights", "Register and change customers"),
        Right.CUSTOMERS_DELETE: _T("Rights", "Delete, restore and merge customers"),
        Right.CUSTOMERS_BULK_EDIT: _T("Rights", "Change many customers at once"),
        Right.REVEAL: _T("Rights", "See phone numbers and e-mails in full"),
        Right.FOLLOW_UPS_READ: _T("Rights", "See follow-ups"),
        Right.FOLLOW_UPS_EDIT: _T("Rights", "Plan and finish follow-ups"),
        Right.SALES_READ: _T("Rights", "See purchases"),
        Right.SELL: _T("Rights", "Sell"),
        Right.REFUND: _T("Rights", "Take goods back"),
        Right.VOID: _T("Rights", "Void slips"),
        Right.DAY_CLOSE: _T("Rights", "Close the day, move cash"),
        Right.REPORTS: _T("Rights", "See takings"),
        Right.CATALOGUE: _T("Rights", "Change goods, prices and stock"),
        Right.LOYALTY_READ: _T("Rights", "See points and balances"),
        Right.REDEEM: _T("Rights", "Redeem points and cards"),
        Right.TOP_UP: _T("Rights", "Take and pay out stored value"),
        Right.ADJUST_POINTS: _T("Rights", "Correct points and balances"),
        Right.SET_TIER: _T("Rights", "Set a member's tier"),
        Right.COUPONS: _T("Rights", "Issue and cancel coupons"),
        Right.PROGRAMMES: _T("Rights", "Change the rules of loyalty"),
        Right.IMPORT: _T("Rights", "Import files"),
        Right.EXPORT: _T("Rights", "Export and print lists"),
        Right.SETTINGS: _T("Rights", "Change the shop's settings"),
        Right.BACKUP: _T("Rights", "Make backups"),
        Right.RESTORE: _T("Rights", "Restore backups"),
        Right.KEYS: _T("Rights", "Change passwords and keys"),
        Right.STAFF: _T("Rights", "Manage staff"),
        Right.PRIVACY: _T("Rights", "Erase people, manage privacy"),
        Right.AUDIT: _T("Rights", "See who did what"),
        Right.UNDO: _T("Rights", "Undo own actions"),
    }


def right_name(right: Right) -> str:
    """Return what a right is for."""
    return right_names()[right]


def right_groups() -> list[tuple[str, tuple[Right, ...]]]:
    """Return every right once, under the headings of the page of the staff."""
    r = Right
    return [
        (
            _T("Rights", "Customers"),
            (r.CUSTOMERS_READ, r.REVEAL, r.CUSTOMERS_EDIT, r.CUSTOMERS_BULK_EDIT, r.CUSTOMERS_DELETE),
        ),
        (_T("Rights", "Follow-ups"), (r.FOLLOW_UPS_READ, r.FOLLOW_UPS_EDIT)),
        (
            _T("Rights", "Till"),
            (r.SALES_READ, r.SELL, r.REFUND, r.VOID, r.DAY_CLOSE, r.REPORTS, r.CATALOGUE),
        ),
        (
            _T("Rights", "Loyalty"),
            (r.LOYALTY_READ, r.REDEEM, r.TOP_UP, r.ADJUST_POINTS, r.SET_TIER, r.COUPONS, r.PROGRAMMES),
        ),
        (
            _T("Rights", "Shop"),
            (r.UNDO, r.IMPORT, r.EXPORT, r.BACKUP, r.SETTINGS, r.AUDIT, r.RESTORE, r.KEYS, r.PRIVACY, r.STAFF),
        ),
    ]


def role_names() -> dict[Role, str]:
    """Return the roles as people say them."""
    return {
        Role.OWNER: _T("Roles", "Owner"),
        Role.MANAGER: _T("Roles", "Manager"),
        Role.CLERK: _T("Roles", "Clerk"),
        Role.TRAINEE: _T("Roles", "Trainee"),
    }


def role_sentences() -> dict[Role, str]:
    """Return what each role may do, in a sentence."""
    return {
        Role.OWNER: _T("Roles", "May do everything. One owner at least works in the shop."),
        Role.MANAGER: _T(
            "Roles",
            "Runs the shop: sells, takes back, corrects, exports and sets things up. Staff, keys, restoring a backup "
            "and erasing people stay with the owner.",
        ),
        Role.CLERK: _T(
            "Roles",
            "Serves customers: registers and changes them, sells, redeems and tops up. Sees phone numbers masked.",
        ),
        Role.TRAINEE: _T(
            "Roles", "Learns: looks customers up, keeps follow-ups and sells. Changes no customer's data."
        ),
    }


def role_name(role: str) -> str:
    """Return a role as people say it; one this version does not know stands as it is written."""
    return role_names()[Role(role)] if role in set(Role) else role


def who_may(right: Right) -> str:
    """Return the roles that have a right: "Owner, Manager"."""
    return _T("Rights", ", ").join(role_names()[role] for role in roles_with(right))


def why_not(right: Right) -> str:
    """Return what a person lacks, who has it, and the way out: a refusal, or the tool tip of what is disabled."""
    sentence = _T(
        "Rights", "“{what}” is not among your rights ({who} may). Ask the owner to do it, or to give you the right."
    )
    return sentence.format(what=right_name(right), who=who_may(right))
