"""Numbers stay hidden from whoever may not see them: what a service returns is masked here, not in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace

P = ParamSpec("P")
R = TypeVar("R")


def sees_numbers(workplace: Workplace) -> bool:
    """Tell whether phone numbers and e-mails are shown in full here."""
    return workplace.may(Right.REVEAL)


def numbers_hidden(service: Callable[P, R]) -> Callable[P, R]:
    """Mask the numbers in what a service returns, where the acting person may not see them.

    The service's first argument must be the workplace.
    """

    @wraps(service)
    def hiding(*arguments: P.args, **named: P.kwargs) -> R:
        result = service(*arguments, **named)
        workplace = arguments[0]
        if isinstance(workplace, Workplace) and sees_numbers(workplace):
            return result
        from crm_desktop.domain.mask import masked  # whoever sees everything needs none of it

        return masked(result)

    return hiding
