"""Prepares a process for the window as the program's own start does; to be imported first."""

from __future__ import annotations

from crm_desktop.__main__ import prepare_window

prepare_window()
