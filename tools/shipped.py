"""The notices of a built program: whose work it contains, file by file, and under which licences; GPL stops the build.

build.spec gives the list of files; what comes of it lies in the program as `resources/notices.txt` (Help, About) and as
NOTICES.txt beside it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path, PurePath

from packaging.utils import canonicalize_name

from tools import bundle, licences

ROOT = licences.ROOT
TEXTS = ROOT / "packaging" / "licences"
OWN = ROOT / "crm_desktop"
OWN_PACKAGE = "crm-desktop"

_OF_SYSTEM = {
    r"libX11|libXau|libXdmcp|libxcb|libxkbcommon": "MIT",
    r"libbrotli|libexpat|libffi|libcom_err|libkrb5|libk5crypto|libgssapi_krb5|libfontconfig": "MIT",
    r"libbsd|libmd|liblz4|libpcre2|libuuid": "BSD",
    r"libbz2": "bzip2-1.0.6",
    r"libcap": "BSD-3-Clause OR GPL-2.0-only",
    r"libzstd": "BSD-3-Clause OR GPL-2.0-only",
    r"libdbus": "AFL-2.1 OR GPL-2.0-or-later",
    r"libfreetype": "FTL OR GPL-2.0-only",
    r"libgcc_s|libstdc\+\+": "GPL-3.0-or-later WITH GCC-exception-3.1",
    r"libglib|libgthread|libgcrypt|libgpg-error|libkeyutils|libsystemd": "LGPL-2.1-or-later",
    r"liblzma": "0BSD",
    r"libpng": "libpng-2.0",
    r"libz\.|zlib": "Zlib",
    r"libmpdec": "BSD-2-Clause",
    r"libncurses": "X11",
    r"libintl": "LGPL-2.1-or-later",
    r"libcrypto|libssl": "Apache-2.0",
    r"libsqlite3": "Public domain",
    r"libpython|python3?\d*\.dll": "PSF-2.0",
    r"vcruntime|msvcp|ucrtbase|api-ms-win|concrt": "Microsoft Visual C++ Redistributable",
    r"icudt|icuuc|icuin|libicu": "Unicode-3.0",
}
"""Licences of shared libraries that come from the builder's system or Python, by their names; read in their sources."""
_IS_TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|COPYRIGHT)", re.I)
_RULE = "=" * 78


class LicenceError(Exception):
    """The build contains something that may not be handed on; the text names it."""


@dataclass(frozen=True, order=True)
class Part:
    """Something by others in the build: its name, version, licence, and the texts that go along."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()


def notices_of(files: Iterable[tuple[str, str]]) -> str:
    """Return the notices of a build of these files (place in the bundle, source); raise LicenceError for GPL."""
    files = [(place.replace("\\", "/"), source) for place, source in files if source]
    packages, libraries = packages_of(files), libraries_of(files)
    refuse(bundle.gpl_parts([place for place, _ in files]), [*packages, *libraries])
    head = licences.NOTICES.read_text(encoding="utf-8")
    shipped = [licences.Package(part.name, part.licence) for part in packages]
    versions = {part.name: part.version for part in packages}
    said = licences.with_table(head, licences.table(shipped, versions)).replace(f"{licences.BEGIN}\n", "")
    return (
        "\n\n".join(
            [said.replace(f"{licences.END}\n", "").strip(), _libraries(libraries), *_texts([*packages, *libraries])]
        )
        + "\n"
    )


def refuse(gpl_files: Sequence[str], parts: Sequence[Part]) -> None:
    """Raise LicenceError where a file or a part may not be handed on."""
    wrong = [*gpl_files, *(f"{part.name} ({part.licence or 'no licence named'})" for part in parts if not may_go(part))]
    if wrong:
        raise LicenceError(f"This may not be handed on with the program: {', '.join(wrong)}")


def may_go(part: Part) -> bool:
    """Tell whether one of the licences a part is offered under lets us hand it on: not the GPL without exception."""
    offers = part.licence.split(" OR ") if part.licence else []
    return any("GPL" not in offer.replace("LGPL", "") or "GCC-exception" in offer for offer in offers)


def packages_of(files: Iterable[tuple[str, str]]) -> list[Part]:
    """Return the Python packages that files of a build come from; raise LicenceError for a module of nobody's."""
    owners = _owners()
    found = {owner for place, source in files if (owner := owners.get(source) or owners.get(_module(place)))}
    strange = sorted({place for place, _ in files if _is_strange(place, owners)})
    if strange:
        raise LicenceError(f"Nobody knows whose these are: {', '.join(strange)}")
    return sorted(_package(name) for name in found - {OWN_PACKAGE})


@cache
def _owners() -> dict[str, str]:
    """Return whose each installed file is, by its path; a module also by its place among modules."""
    owners: dict[str, str] = {}
    for distribution in metadata.distributions():
        name = canonicalize_name(distribution.metadata["Name"])
        for file in distribution.files or ():
            owners[str(distribution.locate_file(file))] = name
            if file.suffix == ".py":
                owners[file.as_posix()] = name
    return owners


def _module(place: str) -> str:
    """Return the place of the source of a module: a build holds it compiled, and made elsewhere."""
    return place.removesuffix("c") if place.endswith(".pyc") else place


def _is_strange(place: str, owners: dict[str, str]) -> bool:
    """Tell whether a module is neither of an installed package nor Python's, ours or PyInstaller's."""
    if not place.endswith(".pyc") or _module(place) in owners:
        return False
    first = place.partition("/")[0].removesuffix(".pyc")
    known = first in sys.stdlib_module_names or first == OWN.name
    return not known and not first.startswith(("_sysconfigdata", "_pyi_rth", "pyi_rth", "pyimod"))


def _package(name: str) -> Part:
    distribution = metadata.distribution(name)
    files = [file for file in distribution.files or () if _is_licence(file)]
    texts = [Path(str(distribution.locate_file(file))).read_text(encoding="utf-8", errors="replace") for file in files]
    return Part(name, distribution.version, licences.licence_of(name), tuple(texts))


def _is_licence(file: PurePath) -> bool:
    inside = any(part.endswith(".dist-info") for part in file.parts)
    return inside and _IS_TEXT.search(file.name) is not None and file.suffix not in (".py", ".pyc")


def libraries_of(files: Iterable[tuple[str, str]]) -> list[Part]:
    """Return the shared libraries of a build that are of no Python package: Python's own and the builder's system's."""
    owners = _owners()
    strangers = {source for place, source in files if "/" not in place and _is_library(place) and source not in owners}
    return sorted(map(_library, strangers))


def _is_library(place: str) -> bool:
    return re.search(r"(\.so(\.|$)|\.dll$|\.dylib$)", place) is not None


def _library(source: str) -> Part:
    name = Path(source).name
    licence = next((licence for pattern, licence in _OF_SYSTEM.items() if re.match(pattern, name, re.I)), "")
    package, version = _debian_package(source)
    copyright_ = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
    texts = (copyright_.read_text(encoding="utf-8", errors="replace"),) if package and copyright_.is_file() else ()
    return Part(name, f"{package} {version}".strip(), licence, texts)


def _debian_package(source: str) -> tuple[str, str]:
    """Return the package of this system that a library came with, and its version; empty where nobody knows."""
    if shutil.which("dpkg-query") is None:
        return "", ""
    real = Path(source).resolve()
    for place in dict.fromkeys((str(real), f"/usr{real}", str(real).removeprefix("/usr"))):
        if package := _said("dpkg-query", "-S", place).partition(": ")[0]:
            return package, _said("dpkg-query", "-W", "-f", "${Version}", package)
    return "", ""


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout.strip()


def _libraries(libraries: Sequence[Part]) -> str:
    """Return the section on shared libraries; of those under the LGPL anybody may put another build in the place."""
    rows = [f"| {part.name} | {part.version} | {part.licence} |" for part in libraries]
    return "\n".join(
        [
            "## Shared libraries of the system it was built on",
            "",
            "They are as that system's packages brought them, unchanged, as files of their own that you may replace;",
            "the sources are with the packages named.",
            "",
            "| library | package and version | licence |",
            "|---|---|---|",
            *rows,
        ]
    )


def _texts(parts: Sequence[Part]) -> Iterator[str]:
    """Return every licence text once, with whose it is."""
    of_text: dict[str, list[str]] = {}
    for part in parts:
        for text in part.texts:
            of_text.setdefault(text.strip(), []).append(part.name)
    for own in sorted(OWN.glob("resources/*/LICENSE*")):
        of_text.setdefault(own.read_text(encoding="utf-8").strip(), []).append(f"{own.parent.name} ({own.name})")
    for common in sorted(TEXTS.glob("*.txt")):
        of_text.setdefault(common.read_text(encoding="utf-8").strip(), []).append(_whose(common.stem))
    yield "# Full texts"
    for text, names in of_text.items():
        yield f"{_RULE}\n{', '.join(dict.fromkeys(names))}\n{_RULE}\n\n{text}"


def _whose(text: str) -> str:
    return {
        "LGPL-3.0": "GNU Lesser General Public License, version 3: Qt, Qt for Python (PySide6, shiboken6)",
        "GPL-3.0": "GNU General Public License, version 3: the Lesser one builds on it; nothing is under it alone",
        "LGPL-2.1": "GNU Lesser General Public License, version 2.1: libraries named with it above",
        "Apache-2.0": "Apache License, version 2.0: OpenSSL, and packages named with it above",
        "Python": "Python",
    }[text]
