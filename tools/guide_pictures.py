"""The shop that the pictures of the user guide are drawn from: always the same one, on one and the same day."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "crm_desktop" / "resources" / "guide" / "pictures"
LANGUAGES = ("zh_CN", "en")
DAY = ("--now", "2026-11-20T15:30")
ALIKE = """\
姓名,电话,生日,备注
沈佳慧,139 1234 5678,1990-05-12,喜欢白茶
沈佳惠,139 1234 5679,1990-05-12,
陆志远,136 2233 4455,1982-11-03,老客户
陆志源,136 2233 4456,1982-11-03,常买龙井
顾雅琴,133 1212 3434,1975-02-08,
顾雅芹,133 1212 3435,1975-02-08,生日送茶
"""
"""Invented customers who look alike, for the page of duplicates."""


def draw(program: Sequence[str], folder: Path = FOLDER) -> int:
    """Make the shop and draw the pictures into a folder; return the exit code of the first command that failed."""
    with tempfile.TemporaryDirectory() as place:
        shop = [*program, *DAY, "--data-dir", str(Path(place) / "shop")]
        steps = [
            [*shop, "--lang", "zh_CN", "demo"],
            [*shop, "import", str(_alike(Path(place)))],
            [*shop, "duplicates"],
            [*shop, "sell", "--amount", "188"],
            [*shop, "backup"],
            *([*shop, "--lang", language, "pictures", "--guide", str(folder)] for language in LANGUAGES),
        ]
        return next((code for step in steps if (code := _done(step))), 0)


def _alike(place: Path) -> Path:
    file = place / "alike.csv"
    file.write_text(ALIKE, encoding="utf-8-sig")
    return file


def _done(step: Sequence[str]) -> int:
    return subprocess.run(step, check=False, stdout=subprocess.DEVNULL).returncode
