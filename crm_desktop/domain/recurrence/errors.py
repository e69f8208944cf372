"""Why a text is no rule, or a rule cannot be worked out."""

from __future__ import annotations

from enum import StrEnum


class RecurrenceFault(StrEnum):
    """What is wrong with a rule."""

    EMPTY = "empty"
    NO_FREQUENCY = "no_frequency"
    UNKNOWN_PART = "unknown_part"
    REPEATED_PART = "repeated_part"
    BAD_VALUE = "bad_value"
    SKIP_WITHOUT_SCALE = "skip_without_scale"
    SCALE_UNKNOWN = "scale_unknown"
    UNSUPPORTED = "unsupported"
    """A combination that is allowed by the standard, and that no follow-up of a shop needs."""
    TOO_MANY = "too_many"
    """More occurrences than a calendar can show."""
    ZONE_UNKNOWN = "zone_unknown"


class RecurrenceError(ValueError):
    """A rule that cannot be taken, why, and the part of its text that is to blame."""

    def __init__(self, fault: RecurrenceFault, text: str = "") -> None:
        super().__init__(f"{fault.value}: {text}" if text else fault.value)
        self.fault = fault
        self.text = text
