"""The shop's own weights for telling duplicates, else those the program comes with."""

from __future__ import annotations

from crm_desktop.base.declared_settings import DUPLICATE_SETTINGS
from crm_desktop.domain.likeness import Weights
from crm_desktop.domain.rights import Right
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.workplace import Workplace


def read_weights(workplace: Workplace) -> Weights:
    """Return the weights and bounds in use."""
    workplace.require(Right.CUSTOMERS_READ)
    stored = read_settings(workplace)
    given = {
        setting.key.removeprefix("duplicates_"): value
        for setting in DUPLICATE_SETTINGS
        if setting.accepts(value := stored.get(setting.key))
    }
    return Weights(**given)  # type: ignore[arg-type]
