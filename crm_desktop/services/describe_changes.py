"""Operations as sentences: for the undo menu, the toast, the timeline and the command line."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind, Step
from crm_desktop.services import describe_safety, describe_sales


def operation_name(step: Step) -> str:
    """Return what an operation does, as a menu names it: "Edit 王小明", "Tag 3 customers"."""
    name = _name(step.kind, step.subject_id, step.subject_name, step.subject_count, step.thing)
    return _T("Operations", "Take back: {what}").format(what=name) if step.takes_back else name


def change_sentence(change_set: ChangeSet) -> str:
    """Return what has just been done: "Edited 王小明"; for an undo what was taken back and what had to stay."""
    if not change_set.changed:
        return _T("Changes", "Nothing had to be changed")
    subject = change_set.subject_id, change_set.subject_name, change_set.subject_count
    if change_set.undoes is None:
        if (what := _follow_ups(change_set.kind, *subject)) is not None:
            return _follow_up_sentences()[change_set.kind].format(what=what)
        whom = _whom(change_set.kind, *subject[1:])
        return describe_sales.coupons_done(change_set.kind, whom, change_set.thing) or _done(whom)[change_set.kind]
    reversed_ = _T("Changes", "Taken back: {what}") if change_set.takes_back else _T("Changes", "Done again: {what}")
    if change_set.kind in describe_sales.SLIPS:
        reversed_ = _T("Changes", "Taken back: {what} · the slip is void")
    said = reversed_.format(what=_name(change_set.kind, *subject, change_set.thing))
    kept = len(change_set.conflicts)
    if not kept:
        return said
    left = _T("Changes", "values changed since then stayed as they are: %n", n=kept)
    return _T("Changes", "{said} · {left}").format(said=said, left=left)


def name_of(kind: Kind, whom: str) -> str:
    """Return the name of an operation on a customer (or several, or none)."""
    return _names(whom)[kind].strip()


def whom_text(step: Step) -> str:
    """Return who an operation was about: a name, how many customers or follow-ups; empty for the shop's own things."""
    subject = step.subject_id, step.subject_name, step.subject_count
    if (what := _follow_ups(step.kind, *subject)) is not None:
        return what
    told = step.subject_id is not None or step.subject_name or step.subject_count > 1
    return _whom(step.kind, *subject[1:]) if told else ""


def _name(kind: Kind, subject_id: int | None, name: str | None, count: int, thing: str | None) -> str:
    what = _follow_ups(kind, subject_id, name, count)
    if what is not None:
        return _follow_up_names()[kind].format(what=what)
    whom = _whom(kind, name, count)
    return describe_sales.coupons_name(kind, whom, thing) or name_of(kind, whom)


def _follow_ups(kind: Kind, subject_id: int | None, name: str | None, count: int) -> str | None:
    """Return what an operation on follow-ups speaks of where it is no customer: a title, or how many there were."""
    if kind not in _follow_up_names() or subject_id is not None:
        return None
    if count > 1:
        return _T("Changes", "%n follow-ups", n=count)
    return _T("Changes", "“{title}”").format(title=name) if name else _T("Changes", "a follow-up")


def _follow_up_names() -> dict[Kind, str]:
    return {
        Kind.FOLLOW_UP_ADD: _T("Operations", "Plan {what}"),
        Kind.FOLLOW_UP_EDIT: _T("Operations", "Change {what}"),
        Kind.FOLLOW_UP_MOVE: _T("Operations", "Move {what}"),
        Kind.FOLLOW_UP_DONE: _T("Operations", "Finish {what}"),
        Kind.FOLLOW_UP_CLOSE: _T("Operations", "Close {what}"),
        Kind.FOLLOW_UP_REMOVE: _T("Operations", "Remove {what}"),
        Kind.FOLLOW_UP_HAND_OVER: _T("Operations", "Hand over {what}"),
    }


def _follow_up_sentences() -> dict[Kind, str]:
    return {
        Kind.FOLLOW_UP_ADD: _T("Changes", "Planned {what}"),
        Kind.FOLLOW_UP_EDIT: _T("Changes", "Changed {what}"),
        Kind.FOLLOW_UP_MOVE: _T("Changes", "Moved {what}"),
        Kind.FOLLOW_UP_DONE: _T("Changes", "Finished {what}"),
        Kind.FOLLOW_UP_CLOSE: _T("Changes", "Closed {what}"),
        Kind.FOLLOW_UP_REMOVE: _T("Changes", "Removed {what}"),
        Kind.FOLLOW_UP_HAND_OVER: _T("Changes", "Handed over {what}"),
    }


def _whom(kind: Kind, name: str | None, count: int) -> str:
    if kind is Kind.IMPORT and not count:
        return _T("Changes", "a calendar")
    if name:
        return name
    if kind in (Kind.SALE, Kind.SALE_REFUND, Kind.SALE_VOID) and count <= 1:
        return describe_sales.anonymous()
    if kind in describe_sales.COUPONS and not count:
        return ""
    return _T("Changes", "%n customers", n=count) if count > 1 else _T("Changes", "a customer")


def _names(whom: str) -> dict[Kind, str]:
    return {kind: text.format(whom=whom) for kind, text in _all_names().items()}


def _done(whom: str) -> dict[Kind, str]:
    return {kind: text.format(whom=whom) for kind, text in _all_sentences().items()}


def _all_names() -> dict[Kind, str]:
    sales = describe_sales.sale_names() | describe_sales.till_names()
    return _customer_names() | _shop_names() | sales | describe_safety.safety_names()


def _all_sentences() -> dict[Kind, str]:
    sales = describe_sales.sale_sentences() | describe_sales.till_sentences()
    return _customer_sentences() | _shop_sentences() | sales | describe_safety.safety_sentences()


def _customer_names() -> dict[Kind, str]:
    return {
        Kind.CUSTOMER_ADD: _T("Operations", "Add {whom}"),
        Kind.CUSTOMER_EDIT: _T("Operations", "Edit {whom}"),
        Kind.CUSTOMER_DELETE: _T("Operations", "Delete {whom}"),
        Kind.CUSTOMER_RESTORE: _T("Operations", "Restore {whom}"),
        Kind.CONTACT_EDIT: _T("Operations", "Change contact details of {whom}"),
        Kind.DATE_EDIT: _T("Operations", "Change a date of {whom}"),
        Kind.TAG_ADD: _T("Operations", "Tag {whom}"),
        Kind.TAG_REMOVE: _T("Operations", "Take a tag off {whom}"),
        Kind.CONSENT_RECORD: _T("Operations", "Record consent of {whom}"),
        Kind.FILE_ADD: _T("Operations", "Attach a file to {whom}"),
        Kind.FILE_REMOVE: _T("Operations", "Remove a file of {whom}"),
        Kind.PHOTO_SET: _T("Operations", "Change the photo of {whom}"),
        Kind.INTERACTION_LOG: _T("Operations", "Log a contact with {whom}"),
        Kind.INTERACTION_EDIT: _T("Operations", "Edit a contact with {whom}"),
        Kind.INTERACTION_REMOVE: _T("Operations", "Remove a contact with {whom}"),
        Kind.FOLLOW_UP_ADD: _T("Operations", "Plan a follow-up of {whom}"),
        Kind.FOLLOW_UP_EDIT: _T("Operations", "Change a follow-up of {whom}"),
        Kind.FOLLOW_UP_MOVE: _T("Operations", "Move a follow-up of {whom}"),
        Kind.FOLLOW_UP_DONE: _T("Operations", "Finish a follow-up of {whom}"),
        Kind.FOLLOW_UP_CLOSE: _T("Operations", "Close a follow-up of {whom}"),
        Kind.FOLLOW_UP_REMOVE: _T("Operations", "Remove a follow-up of {whom}"),
        Kind.FOLLOW_UP_HAND_OVER: _T("Operations", "Hand over follow-ups of {whom}"),
        Kind.PLAN_START: _T("Operations", "Start a plan for {whom}"),
        Kind.PLAN_STOP: _T("Operations", "Stop a plan for {whom}"),
        Kind.VALUE_SET: _T("Operations", "Fill in a field of {whom}"),
        Kind.BULK_EDIT: _T("Operations", "Change {whom}"),
        Kind.MERGE: _T("Operations", "Merge customers into {whom}"),
        Kind.PAIR_DIFFERENT: _T("Operations", "Keep {whom} apart"),
        Kind.PAIR_HOUSEHOLD: _T("Operations", "Put {whom} in one household"),
        Kind.PAIR_REOPEN: _T("Operations", "Look at {whom} again"),
    }


def _shop_names() -> dict[Kind, str]:
    return {
        Kind.SETUP: _T("Operations", "Set up the shop"),
        Kind.DEMO: _T("Operations", "Fill with a sample shop"),
        Kind.TAG_EDIT: _T("Operations", "Change a tag"),
        Kind.FIELD_ADD: _T("Operations", "Add a field"),
        Kind.FIELD_EDIT: _T("Operations", "Change a field"),
        Kind.FOLLOW_UP_KIND: _T("Operations", "Change a kind of follow-up"),
        Kind.PLAN_EDIT: _T("Operations", "Change a follow-up plan"),
        Kind.CADENCE_EDIT: _T("Operations", "Change how often to keep in touch"),
        Kind.SHOP_DAY_EDIT: _T("Operations", "Change holidays"),
        Kind.VIEW_SAVE: _T("Operations", "Save a view"),
        Kind.VIEW_REMOVE: _T("Operations", "Remove a view"),
        Kind.LAYOUT_SAVE: _T("Operations", "Save a file layout"),
        Kind.LAYOUT_REMOVE: _T("Operations", "Remove a file layout"),
        Kind.PERSON_EDIT: _T("Operations", "Change a member of staff"),
        Kind.SETTING_SET: _T("Operations", "Change a setting"),
        Kind.TRADE_BEGIN: _T("Operations", "Set up what suits the trade"),
        Kind.IMPORT: _T("Operations", "Import {whom}"),
        Kind.EXPORT: _T("Operations", "Export {whom}"),
    }


def _customer_sentences() -> dict[Kind, str]:
    return {
        Kind.CUSTOMER_ADD: _T("Changes", "Added {whom}"),
        Kind.CUSTOMER_EDIT: _T("Changes", "Edited {whom}"),
        Kind.CUSTOMER_DELETE: _T("Changes", "Moved {whom} to the recycle bin"),
        Kind.CUSTOMER_RESTORE: _T("Changes", "Restored {whom}"),
        Kind.CONTACT_EDIT: _T("Changes", "Changed contact details of {whom}"),
        Kind.DATE_EDIT: _T("Changes", "Changed a date of {whom}"),
        Kind.TAG_ADD: _T("Changes", "Tagged {whom}"),
        Kind.TAG_REMOVE: _T("Changes", "Took a tag off {whom}"),
        Kind.CONSENT_RECORD: _T("Changes", "Recorded consent of {whom}"),
        Kind.FILE_ADD: _T("Changes", "Attached a file to {whom}"),
        Kind.FILE_REMOVE: _T("Changes", "Removed a file of {whom}"),
        Kind.PHOTO_SET: _T("Changes", "Changed the photo of {whom}"),
        Kind.INTERACTION_LOG: _T("Changes", "Logged a contact with {whom}"),
        Kind.INTERACTION_EDIT: _T("Changes", "Edited a contact with {whom}"),
        Kind.INTERACTION_REMOVE: _T("Changes", "Removed a contact with {whom}"),
        Kind.FOLLOW_UP_ADD: _T("Changes", "Planned a follow-up of {whom}"),
        Kind.FOLLOW_UP_EDIT: _T("Changes", "Changed a follow-up of {whom}"),
        Kind.FOLLOW_UP_MOVE: _T("Changes", "Moved a follow-up of {whom}"),
        Kind.FOLLOW_UP_DONE: _T("Changes", "Finished a follow-up of {whom}"),
        Kind.FOLLOW_UP_CLOSE: _T("Changes", "Closed a follow-up of {whom}"),
        Kind.FOLLOW_UP_REMOVE: _T("Changes", "Removed a follow-up of {whom}"),
        Kind.FOLLOW_UP_HAND_OVER: _T("Changes", "Handed over follow-ups of {whom}"),
        Kind.PLAN_START: _T("Changes", "Started a plan for {whom}"),
        Kind.PLAN_STOP: _T("Changes", "Stopped a plan for {whom}"),
        Kind.VALUE_SET: _T("Changes", "Filled in a field of {whom}"),
        Kind.BULK_EDIT: _T("Changes", "Changed {whom}"),
        Kind.MERGE: _T("Changes", "Merged customers into {whom}"),
        Kind.PAIR_DIFFERENT: _T("Changes", "{whom}: not the same as the other"),
        Kind.PAIR_HOUSEHOLD: _T("Changes", "{whom}: now one household"),
        Kind.PAIR_REOPEN: _T("Changes", "{whom}: will be asked about again"),
    }


def _shop_sentences() -> dict[Kind, str]:
    return {
        Kind.SETUP: _T("Changes", "The shop is set up"),
        Kind.DEMO: _T("Changes", "The sample shop is ready"),
        Kind.TAG_EDIT: _T("Changes", "Changed a tag"),
        Kind.FIELD_ADD: _T("Changes", "Added a field"),
        Kind.FIELD_EDIT: _T("Changes", "Changed a field"),
        Kind.FOLLOW_UP_KIND: _T("Changes", "Changed a kind of follow-up"),
        Kind.PLAN_EDIT: _T("Changes", "Changed a follow-up plan"),
        Kind.CADENCE_EDIT: _T("Changes", "Changed how often to keep in touch"),
        Kind.SHOP_DAY_EDIT: _T("Changes", "Changed holidays"),
        Kind.VIEW_SAVE: _T("Changes", "Saved the view"),
        Kind.VIEW_REMOVE: _T("Changes", "Removed the view"),
        Kind.LAYOUT_SAVE: _T("Changes", "Saved the file layout"),
        Kind.LAYOUT_REMOVE: _T("Changes", "Removed the file layout"),
        Kind.PERSON_EDIT: _T("Changes", "Changed a member of staff"),
        Kind.SETTING_SET: _T("Changes", "Changed a setting"),
        Kind.TRADE_BEGIN: _T("Changes", "Set up what suits your trade"),
        Kind.IMPORT: _T("Changes", "Imported {whom}"),
        Kind.EXPORT: _T("Changes", "Exported {whom}"),
    }
