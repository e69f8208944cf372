"""Passwords that cost nothing to try: the real cost is a third of a second each."""

from __future__ import annotations

import pytest

from crm_desktop.store import key_password


@pytest.fixture
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passwords that are set in this test cost next to nothing."""
    monkeypatch.setattr(key_password, "COST", key_password.Cost(memory=64, passes=1))
