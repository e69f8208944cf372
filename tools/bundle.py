"""What goes into a built program and what stays out, decided file by file; build.spec asks here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""One file of a bundle: its place in it, where it comes from, and its kind, as PyInstaller lists them."""

EXCLUDED_MODULES = (
    *("tkinter", "unittest", "test", "doctest", "pydoc", "pdb", "lib2to3", "distutils", "ensurepip", "turtle"),
    *("readline", "rlcompleter", "curses", "code", "cmd"),
    *("sqlite3", "ssl", "multiprocessing", "xmlrpc", "ftplib", "http.server", "http.cookiejar"),
    *("tests", "tools"),
    *("setuptools", "pkg_resources", "pip", "wheel", "_pytest", "pytest", "hypothesis", "IPython", "packaging"),
    *("numpy", "PIL", "lxml", "pandas", "pycparser", "pygments", "babel", "colorama", "yaml", "black"),
    *("alembic.testing", "alembic.command", "alembic.config", "mako.cmd", "mako.ext", "defusedxml.xmlrpc"),
    *(f"PySide6.Qt{name}" for name in ("Qml", "Quick", "Sql", "Test", "UiTools", "Xml", "OpenGL", "Designer", "Help")),
    *("sqlalchemy.ext.asyncio", "sqlalchemy.testing", "PySide6.support", "shibokensupport.feature"),
)
"""Modules that others mention and this program never needs."""

HIDDEN_MODULES = (
    *("sqlalchemy.dialects.sqlite", "logging.config", "tzdata"),
    *("keyring.backends.SecretService", "keyring.backends.kwallet"),
    *("keyring.backends.Windows", "keyring.backends.macOS"),
)
"""Modules that are imported by a name made at run time, or on one system only."""

_PLUGINS = {
    "platforms": r"q(xcb|wayland|offscreen|windows|cocoa|minimal)",
    "imageformats": r"q(svg|jpeg|gif|ico|icns)",
    "iconengines": r"qsvgicon",
    "platforminputcontexts": r"(compose|ibus)platforminputcontextplugin",
    "platformthemes": r"qxdgdesktopportal",
    "printsupport": r".*printersupport",
    "styles": r".*",
    "wayland-shell-integration": r"(xdg-shell|qt-shell)",
    "wayland-decoration-client": r"(adwaita|bradient)",
    "xcbglintegrations": r"qxcb-(glx|egl)-integration",
}
"""Qt plugins that stay, by their folder; all else (databases, QML, TLS, embedded devices …) goes."""
_UNUSED = re.compile(r"pytz/zoneinfo/|.*/(tests?|testing)/")
"""Zone files of a package that is imported along and never asked for a zone; other people's tests."""
_TRANSLATIONS = re.compile(r"qtbase_(zh_CN|en)\.qm")
_GPL = re.compile(r"VirtualKeyboard|Qt6?(Charts|Graphs|DataVisualization|Quick3D|Lottie|NetworkAuth)", re.I)
_UNUSED_QT = re.compile(
    r"Qt6?(Qml|Quick|Labs|Sql|Test|Designer|Help|UiTools|Xml|WaylandCompositor|EglFS)\w*|opengl32sw|d3dcompiler", re.I
)
LEFT_TO_SYSTEM = re.compile(r"libcups\.so")
"""Libraries that stay out though a part of Qt loads them: without printing in the system there is no printer either."""


def is_wanted(place: str) -> bool:
    """Tell whether the file at this place of the bundle is of use to the program."""
    path = PurePosixPath(place.replace("\\", "/"))
    if _UNUSED.match(path.as_posix()):
        return False
    if "plugins" in path.parts:
        folder, name = path.parts[-2], path.stem.removeprefix("lib")
        return re.fullmatch(_PLUGINS.get(folder, "(?!)"), name) is not None
    if path.suffix == ".qm":
        return _TRANSLATIONS.fullmatch(path.name) is not None
    return not any(_UNUSED_QT.match(part.removeprefix("lib")) for part in path.parts)


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files of a bundle that stay in it."""
    return [entry for entry in entries if is_wanted(entry[0])]


def gpl_parts(places: Sequence[str]) -> list[str]:
    """Return the files of a bundle that come from a part of Qt under the GPL; there may be none."""
    return [place for place in places if _GPL.search(PurePosixPath(place.replace("\\", "/")).name)]


def needed(entries: Sequence[Entry], loads: Callable[[str], set[str]], own: str) -> list[Entry]:
    """Return the entries without those libraries of this computer's system that nothing left in the bundle needs.

    `loads` names every file that is loaded along with one, `own` is the folder whose files stay whatever needs them.
    What `LEFT_TO_SYSTEM` names stays out, with what only it needs.
    """
    of_system = {source for place, source, kind in entries if kind != "SYMLINK" and _is_of_system(place, source, own)}
    kept: set[str] = set()
    for _, source, _ in entries:
        if source not in of_system:
            loaded = loads(source)
            left = {file for file in loaded if LEFT_TO_SYSTEM.match(PurePosixPath(file).name)}
            kept |= loaded - left - {file for one in left for file in loads(one)}
    return [entry for entry in entries if entry[1] not in of_system - kept]


def _is_of_system(place: str, source: str, own: str) -> bool:
    """Tell whether a file is a library of the system: those lie at the top, where also Python's own does."""
    return "/" not in place and not source.startswith(own) and not place.startswith("libpython")
