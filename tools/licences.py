"""Licences of everything the program brings along: none may be GPL, and docs/notices.md lists them all."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "docs" / "notices.md"
BEGIN, END = "<!-- packages: written by dev.py notices -->", "<!-- end of packages -->"

ACCEPTED = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|Zlib|LGPL|Lesser General Public|MPL|Unlicense|CC0)\b", re.I)
SHORT = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Names in classifiers, by the shorter one that licence expressions use."""
UNNAMED = {"sqlcipher3": "Zlib"}
"""Packages whose metadata names no licence; read in the licence file they carry."""
ELSEWHERE = {
    "backports-tarfile": "MIT",
    "importlib-metadata": "Apache-2.0",
    "jeepney": "MIT",
    "lazy-importer": "Apache-2.0",
    "pywin32-ctypes": "BSD-3-Clause",
    "secretstorage": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "zipp": "MIT",
}
"""Packages that only some system or Python version needs, so that this machine may not have them to ask."""

SYSTEMS = [
    {
        "sys_platform": name,
        "platform_system": system,
        "os_name": os_name,
        "python_full_version": "3.11.0",
        "python_version": "3.11",
        "extra": "",
    }
    for name, system, os_name in (
        ("linux", "Linux", "posix"),
        ("win32", "Windows", "nt"),
        ("darwin", "Darwin", "posix"),
    )
]


@dataclass(frozen=True, order=True)
class Package:
    """One package the program brings along: its name and the licence it names."""

    name: str
    licence: str


def runtime_packages() -> list[Package]:
    """Return every package that an installed program needs, on any system, by following the requirements."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    seen: dict[str, Package] = {}
    waiting = [*project["dependencies"], *ELSEWHERE]
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        if name not in seen and _needed(requirement):
            seen[name] = Package(name, licence_of(name))
            waiting += _requirements(name)
    return sorted(seen.values())


def _needed(requirement: Requirement) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate(dict(system)) for system in SYSTEMS)


def _requirements(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []


def licence_of(name: str) -> str:
    """Return the licence a package names: its expression, its classifiers or its licence line; empty where none."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ELSEWHERE.get(name, "")
    classifiers = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License")]
    named = [
        *about.get_all("License-Expression", []),
        " OR ".join(SHORT.get(c, c) for c in classifiers),
        *about.get_all("License", []),
    ]
    return next((" ".join(licence.split())[:80] for licence in named if licence), UNNAMED.get(name, ""))


def is_accepted(licence: str) -> bool:
    """Tell whether one of the offered licences lets us ship; of GPL only the Lesser one does."""
    offers = re.split(r"\s+OR\s+|;", licence)
    return any(all(ACCEPTED.search(part) for part in re.split(r"\s+AND\s+", offer)) for offer in offers)


def pins() -> dict[str, str]:
    """Return the exact version of every package in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("#")[0].split(";")[0].strip().split("==") for line in lines]
    return {canonicalize_name(pair[0]): pair[1] for pair in pairs if len(pair) == 2}


def table(packages: list[Package], versions: dict[str, str]) -> str:
    """Return the list of packages as a Markdown table."""
    rows = [f"| {p.name} | {versions.get(p.name, '')} | {p.licence} |" for p in packages]
    return "\n".join(["| package | version | licence |", "|---|---|---|", *rows])


def with_table(text: str, new: str) -> str:
    """Return the notices with the table between the two marks replaced."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{new}\n{END}{rest.partition(END)[2]}"


def check() -> list[str]:
    """Return a line for each package that is GPL, without licence or not pinned, and one for outdated notices."""
    packages, versions = runtime_packages(), pins()
    lines = list(_faults(packages, versions))
    text = NOTICES.read_text(encoding="utf-8")
    if with_table(text, table(packages, versions)) != text:
        lines.append("docs/notices.md is out of date: python3 dev.py notices")
    return lines


def _faults(packages: list[Package], versions: dict[str, str]) -> Iterator[str]:
    for package in packages:
        if not is_accepted(package.licence):
            yield f"{package.name} may not be shipped: its licence is {package.licence or 'not named'}"
        if package.name not in versions:
            yield f"{package.name} is not pinned in constraints.txt"


def main() -> int:
    """Write the list of packages into docs/notices.md."""
    text = NOTICES.read_text(encoding="utf-8")
    NOTICES.write_text(with_table(text, table(runtime_packages(), pins())), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
