"""What every test stands on: a home of its own, one language, no unexpected warning, nothing left running."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.faults.plan import SEED, first_seed
from tests.support.data import real_data_folder
from tests.support.logs import LogGuard
from tests.support.strays import Strays

settings.register_profile(
    "calm",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),  # an inspection says the same of the same commit
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("calm")


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run a home of its own and no screen, before anything asks for either."""
    config.addinivalue_line("markers", "expects_log(pattern): this test must cause a warning in the log that matches")
    home = tempfile.TemporaryDirectory(prefix="crm-desktop-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    for name, value in _private_environment(Path(home.name)).items():
        os.environ[name] = value
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    first_seed()  # chosen before other processes are started: all try the same


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how to try the same faults again."""
    terminalreporter.write_line(f"Faults were tried with {SEED}={first_seed()}")


def _private_environment(home: Path) -> dict[str, str]:
    """Return variables that keep a test away from the developer's own settings, data and key ring."""
    variables = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    if sys.platform == "darwin":
        variables["HOME"] = str(home)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        variables[name] = str(folder)
    # What platformdirs asks on Windows, where XDG means nothing.
    for name in ("LOCAL_APPDATA", "APPDATA"):
        variables[f"WIN_PD_OVERRIDE_{name}"] = variables["XDG_DATA_HOME"]
    return variables


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """Begin every test in English and with the machine's own dates and numbers, whatever the one before it chose."""
    from crm_desktop.base.text import language_in_use, use_language

    qt = sys.modules.get("PySide6.QtCore")
    customs = qt.QLocale() if qt else None
    yield
    if language_in_use() != "en":
        use_language("en")
    if qt and customs is not None:
        qt.QLocale.setDefault(customs)


@pytest.fixture(autouse=True, scope="session")
def _english() -> None:
    """Read the English catalogue (its plural forms) once."""
    from crm_desktop.base.text import use_language

    use_language("en")


@pytest.fixture(autouse=True)
def _no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test whose code warned in the log without `@pytest.mark.expects_log`, or did not warn with it."""
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    with LogGuard("crm_desktop") as guard:
        yield
    if complaint := guard.complaint(expected):
        pytest.fail(complaint, pytrace=False)


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a window open or a thread running."""
    before = Strays.now()
    yield
    if complaint := Strays.since(before):
        pytest.fail(complaint, pytrace=False)


@pytest.fixture
def real_data() -> Path:
    """Return the folder of real files (CRM_TEST_DATA), or skip the test."""
    folder = real_data_folder()
    if folder is None:
        pytest.skip("the folder of real files is not here: name it in CRM_TEST_DATA")
    return folder


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Run every window under the program's own application class."""
    from crm_desktop.ui.inbox import Application

    return Application
