"""The command line: the same services without a window, for owners' scripts and for tests."""

from crm_desktop.cli.main import run

__all__ = ["run"]
