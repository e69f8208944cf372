"""Whatever is done to a workbook, the reader comes to an end in time, and the program lives: rows, or one sentence."""

from __future__ import annotations

import io
import random
import time
import zipfile

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.sentences import sentence_for
from tests.faults.plan import trials
from tests.support.data import real_data

PATIENCE = 30
"""Seconds within which a file is read or refused."""


def good_files():
    """Return whole files of several kinds."""
    folder = real_data("xlsx").parent
    found = sorted(path for ending in ("xlsx", "xls", "ods", "csv", "vcf") for path in folder.rglob(f"*.{ending}"))
    return [path for path in found if 0 < path.stat().st_size < 200_000]


def flip_bytes(content, chance):
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return content


def cut(content, chance):
    return content[: chance.randrange(len(content))]


def repeat_a_piece(content, chance):
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 400)]
    return content[:start] + piece * chance.randint(2, 50) + content[start:]


def mutate_inside(content, chance):
    """Change one part of a zipped workbook, and zip it again: the reader gets past the archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts = {name: bytearray(old.read(name)) for name in old.namelist()}
    except zipfile.BadZipFile:  # no archive, or one of the real files that came broken
        return flip_bytes(content, chance)
    name = chance.choice([name for name, part in parts.items() if part])
    parts[name] = chance.choice((flip_bytes, cut, repeat_a_piece))(parts[name], chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for each, part in parts.items():
            new.writestr(each, bytes(part))
    return bytearray(target.getvalue())


MUTATIONS = (flip_bytes, cut, repeat_a_piece, mutate_inside, mutate_inside, mutate_inside)


def outcome(request):
    """Return what the user reads: how many rows there are, or why there are none."""
    try:
        return f"{worker.read_file(request, bytes(32)).customers} rows"
    except Fault as fault:
        return sentence_for(fault)


@pytest.mark.trial("fuzz")
@pytest.mark.parametrize("seed", trials("fuzz"))
def test_a_mutated_workbook_gives_rows_or_one_sentence(tmp_path, seed):
    chance = random.Random(seed)
    good = chance.choice(good_files())
    mutated = tmp_path / f"mutated{good.suffix}"
    mutated.write_bytes(chance.choice(MUTATIONS)(bytearray(good.read_bytes()), chance))
    started = time.monotonic()
    said = outcome(protocol.ReadRequest(str(mutated), str(tmp_path / "import-x.db")))
    assert said
    assert time.monotonic() - started < PATIENCE
