"""What the rules of loyalty refuse is said in one sentence that shows the way out."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.sentences import sentence_for


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            Fault(FaultKind.RULES_INVALID, field="threshold", why="overlap", tier="金卡", other="银卡"),
            "“金卡” and “银卡” begin at the same value. Change one of the two.",
        ),
        (
            Fault(FaultKind.RULES_INVALID, field="threshold", why="hole", tier="金卡", other="银卡"),
            "“金卡” is easier to reach or to keep than “银卡” below it. Let it ask for more.",
        ),
        (
            Fault(FaultKind.RULES_INVALID, field="keep", why="hole", tier="金卡"),
            "Keeping “金卡” asks more than reaching it. Let it ask for less.",
        ),
        (Fault(FaultKind.RULES_INVALID, field="offers", why="twice"), "Two offers begin at the same amount."),
        (
            Fault(FaultKind.LIMIT_REACHED, least=100, most=0, step=100),
            "Points cannot pay on this bill. Take them off, or choose a reward.",
        ),
        (
            Fault(FaultKind.LIMIT_REACHED, least=100, most=900, step=100),
            "Here from 100 to 900 points can pay, in steps of 100. Choose such a number.",
        ),
        (
            Fault(FaultKind.LIMIT_REACHED, most=1, asked=1),
            "This card is good for 1 a day, and that is reached. Use it another day, or allow it.",
        ),
        (
            Fault(FaultKind.ALREADY_SPENT, what="coupon"),
            "The coupon that was given for it has been used since, so this stays as it is.",
        ),
        (
            Fault(FaultKind.AMOUNT_WRONG, what="top_up", value=0),
            "This cannot be topped up. Give an amount that is more than nothing.",
        ),
        (
            Fault(FaultKind.VALUE_INVALID, field="ends_on", reason="ends_before"),
            "The last day cannot lie before the first.",
        ),
    ],
)
def test_each_refusal_says_what_and_what_now(fault: Fault, said: str) -> None:
    assert sentence_for(fault) == said


def test_a_reason_nobody_knows_is_still_a_sentence() -> None:
    fault = Fault(FaultKind.RULES_INVALID, field="x", why="something new")
    assert sentence_for(fault).startswith("These rules do not fit together.")
