"""A folder is there, is not, or does not say."""

from __future__ import annotations

import threading

from crm_desktop.base import reachable
from crm_desktop.base.reachable import is_reachable


class Silent:
    """A folder on a network that is gone."""

    def __init__(self) -> None:
        self.given_up = threading.Event()

    def is_dir(self) -> bool:
        self.given_up.wait(20)
        return True


def test_a_folder_is_there_or_not(tmp_path):
    assert is_reachable(tmp_path)
    assert not is_reachable(tmp_path / "gone")


def test_one_that_does_not_answer_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(reachable, "PATIENCE", 0.01)
    folder = Silent()
    assert not is_reachable(folder)
    folder.given_up.set()
