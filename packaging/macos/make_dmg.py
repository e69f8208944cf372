"""Makes the disk image for macOS of the built bundle, signs it and has Apple check it; run on a Mac after the build.

    python3 packaging/macos/make_dmg.py "dist/Customer book.app" dist/crm-desktop-1.2.3-macos.dmg

Signing happens where the environment says with what:

    MACOS_IDENTITY        the name of the "Developer ID Application" certificate in the key chain
    MACOS_NOTARY_PROFILE  the profile that `xcrun notarytool store-credentials` keeps (on one's own Mac), or
    MACOS_NOTARY_KEY      a file with an App Store Connect key, with MACOS_NOTARY_KEY_ID and MACOS_NOTARY_ISSUER (in CI)

Without an identity the image is made all the same; macOS then asks the user to allow the program by hand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

ENTITLEMENTS = Path(__file__).resolve().parent / "entitlements.plist"
VOLUME = "Customer book"

Run = Callable[[list[str]], object]
"""Runs a command; raises CalledProcessError where it fails."""


class DmgError(Exception):
    """What keeps the image from being made, in one sentence."""


def make_dmg(app: Path, image: Path, environment: Mapping[str, str], run: Run) -> None:
    """Make the image of a bundle; sign and notarise both where the environment says how. Raises DmgError."""
    if not (app / "Contents" / "Info.plist").is_file():
        raise DmgError(f"{app} is no application bundle: build it first.")
    identity = environment.get("MACOS_IDENTITY", "")
    credentials = notary_credentials(environment)
    if credentials and not identity:
        raise DmgError("MACOS_IDENTITY is missing: Apple checks only what is signed.")
    if identity:
        sign_app(app, identity, run)
    pack(app, image, run)
    if identity:
        run(["codesign", "--force", "--timestamp", "--sign", identity, str(image)])
    if credentials:
        run(["xcrun", "notarytool", "submit", str(image), *credentials, "--wait"])
        run(["xcrun", "stapler", "staple", str(image)])
        run(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", str(image)])


def sign_app(app: Path, identity: str, run: Run) -> None:
    """Sign a bundle whose parts PyInstaller has signed already; it leaves the bundle itself to us."""
    options = ["--force", "--options", "runtime", "--timestamp", "--entitlements", str(ENTITLEMENTS)]
    run(["codesign", *options, "--sign", identity, str(app)])
    run(["codesign", "--verify", "--deep", "--strict", str(app)])


def pack(app: Path, image: Path, run: Run) -> None:
    """Put a bundle and a link to the Applications folder into a compressed image."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        content.mkdir()
        # Hard links and copies by Python would follow the links inside the frameworks; `ditto` keeps them.
        run(["ditto", str(app), str(content / app.name)])
        (content / "Applications").symlink_to("/Applications")
        image.parent.mkdir(parents=True, exist_ok=True)
        made = ["-volname", VOLUME, "-srcfolder", str(content), "-fs", "HFS+", "-format", "UDZO", "-ov"]
        run(["hdiutil", "create", *made, str(image)])


def notary_credentials(environment: Mapping[str, str]) -> list[str]:
    """Return how notarytool learns who asks; empty where the environment does not say. Raises DmgError for a half."""
    if profile := environment.get("MACOS_NOTARY_PROFILE"):
        return ["--keychain-profile", profile]
    names = ("MACOS_NOTARY_KEY", "MACOS_NOTARY_KEY_ID", "MACOS_NOTARY_ISSUER")
    given = [name for name in names if environment.get(name)]
    if given and len(given) < len(names):
        raise DmgError(f"{', '.join(name for name in names if name not in given)} is missing.")
    options = ("--key", "--key-id", "--issuer")
    return [part for option, name in zip(options, given, strict=False) for part in (option, environment[name])]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True)


def main(arguments: list[str]) -> int:
    """Make the image and return the exit code."""
    if len(arguments) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    if shutil.which("hdiutil") is None:
        sys.stderr.write("Disk images are made on macOS only: there is no hdiutil here.\n")
        return 1
    try:
        make_dmg(Path(arguments[0]), Path(arguments[1]), os.environ, _run)
    except (DmgError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
