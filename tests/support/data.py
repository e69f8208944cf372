"""Where the real files are that tests read in place: workbooks, vCards, calendars of other programs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def real_data_folder() -> Path | None:
    """Return the folder CRM_TEST_DATA names, else `shared/data` next to the checkout or one above; None if absent."""
    named = os.environ.get("CRM_TEST_DATA")
    places = [Path(named)] if named else [parent / "shared" / "data" for parent in CHECKOUT.parents[:2]]
    return next((place for place in places if place.is_dir()), None)


def real_data(*parts: str) -> Path:
    """Return one real file or folder, e.g. `real_data("chinook", "customers.xlsx")`; skips the test if absent."""
    folder = real_data_folder()
    if folder is None:
        pytest.skip("the folder of real files is not here: name it in CRM_TEST_DATA")
    path = folder.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"this real file is not here: {Path(*parts)}")
    return path
