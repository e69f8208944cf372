"""What is wrong with one value, in the words that stand beside its field."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T


def problem_text(fault: Fault) -> str | None:
    """Return the sentence beside a field for VALUE_INVALID and VALUE_TAKEN; None for any other fault."""
    if fault.kind is FaultKind.VALUE_TAKEN:
        value = fault.values.get("value", "")
        return _T("Problems", "{value} already belongs to somebody else.").format(value=value)
    if fault.kind is FaultKind.VALUE_INVALID:
        return _reasons().get(str(fault.values.get("reason")), _T("Problems", "This cannot be kept here."))
    return None


def _reasons() -> dict[str, str]:
    return {
        "empty": _T("Problems", "This must not be empty."),
        "too_long": _T("Problems", "This is too long."),
        "not_a_phone": _T("Problems", "This is no phone number: it needs at least three digits."),
        "not_an_email": _T("Problems", "This is no e-mail address: it looks like name@example.com."),
        "not_a_email": _T("Problems", "This is no e-mail address: it looks like name@example.com."),
        "already_there": _T("Problems", "This customer has it already."),
        "not_a_choice": _T("Problems", "This is not one of the choices."),
        "not_a_choices": _T("Problems", "This is not one of the choices."),
        "not_a_number": _T("Problems", "This is no number."),
        "not_a_money": _T("Problems", "This is no amount of money."),
        "not_a_percent": _T("Problems", "This is no number."),
        "not_a_date": _T("Problems", "This is no date: write it as 2026-05-12."),
        "not_a_yes_no": _T("Problems", "Answer yes or no."),
        "other_name": _T("Problems", "This is not her name: type it as it stands in her record."),
        "self": _T("Problems", "A customer cannot introduce herself."),
        "taken": _T("Problems", "Somebody else has it already."),
        "not_understood": _T("Problems", "This is no number of the chosen country."),
        "mobile_or_not": _T("Problems", "The digits do not say whether this is a mobile or a landline."),
        "nothing_to_find": _T("Problems", "Say what to look for."),
        "nothing_chosen": _T("Problems", "Choose what is to be tidied."),
        "longest_too_short": _T("Problems", "The longest gap cannot be shorter than the ideal one."),
        "before_the_start": _T("Problems", "Only plans that start on a known date can do something before it."),
        "same_tag": _T("Problems", "Choose another tag to put in its place."),
        "at_work": _T("Problems", "Whoever is working with the program now cannot have left."),
        "masked": _T("Problems", "This is hidden in part. Show it first, or type the whole of it."),
        "last_owner": _T("Problems", "This is the last owner: somebody has to stay who may do everything."),
        "not_a_pin": _T("Problems", "A PIN has 4 to 12 digits and nothing else."),
        "date_unreadable": _T("Problems", "This is no date: write 1990-05-12, 05-12 or lunar 8-15."),
        "date_too_far": _T("Problems", "This day is too far away."),
        "date_impossible": _T("Problems", "There is no such day."),
        "date_two_readings": _T("Problems", "This can be read in two ways: write the year first, 1990-05-12."),
        "field_in_use": _T("Problems", "Customers have values here, so the type has to stay."),
        "values_double": _T("Problems", "Some customers share a value, so it cannot be unique yet."),
        "no_choices": _T("Problems", "Give at least one choice, each on its own line."),
        "not_a_picture": _T("Problems", "This file is no picture the program can show. Choose a PNG or JPEG."),
        "begun_already": _T("Problems", "The shop has loyalty programmes already: change them sentence by sentence."),
        "not_a_statement": _T("Problems", "A statement is written as .pdf or .xlsx: let the name end in one of these."),
        "too_few": _T("Problems", "Choose at least two different customers."),
        "in_bin": _T("Problems", "This customer is in the recycle bin. Restore her before."),
        "not_for_calendars": _T("Problems", "{value} says nothing of a calendar file. Leave it out."),
        "only_for_calendars": _T("Problems", "{value} is only for a calendar file: let its name end in .ics."),
        "not_a_pdf": _T("Problems", "A single record is written as a PDF: let the name end in .pdf."),
        "not_a_sale": _T("Problems", "Only a sale can be refunded. Void this slip instead."),
        "is_top_up": _T("Problems", "Stored value is paid back with the customer's stored value, not with the slip."),
        "not_on_a_slip": _T("Problems", "This reward is given by itself, not on a slip."),
        "not_a_rule": _T("Problems", "This is no rule of recurrence the program can follow."),
        "not_an_interval": _T(
            "Problems", "After it is done only an interval counts: every so many days, weeks, months."
        ),
        "no_day": _T("Problems", "This falls on no day at all."),
        "rule_says_day": _T(
            "Problems", "The rule of this series cannot be moved like that. Move this one alone, or change the rule."
        ),
        "not_open": _T("Problems", "This follow-up is done or closed already."),
        "same_person": _T("Problems", "They have it already."),
        "ends_before": _T("Problems", "The last day cannot lie before the first."),
        "not_a_code": _T("Problems", "A code needs at least four letters or digits, and nothing else."),
        "is_visit": _T("Problems", "This is a visit taken off a card: void it, and the visit comes back."),
        "used_more_often": _T("Problems", "One of these coupons was used more often already."),
        "goes_with_a_sale": _T("Problems", "This is taken off a bill: choose it with the sale."),
        "one_code_for_one": _T("Problems", "One word is one coupon: choose codes made by chance for several."),
        "unique_default": _T("Problems", "A value that is unique cannot have a default."),
    }
