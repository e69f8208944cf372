"""An import of 100,000 rows, from the command to the commit, against the bare libraries doing the same work."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from crm_desktop.services.back_up import back_up_if_changed
from crm_desktop.store.driver import raw_connection
from tests.bench.measure import Context, Result, seconds
from tests.bench.shop import BenchShop
from tests.bench.workbook import ROWS, write_workbook

NAME = "import"
_MARK = "8f"  # public ids of the floor's rows begin so; no two are alike


def run(context: Context) -> list[Result]:
    """Import into one copy of the shop, and let the bare libraries fill another."""
    rows = min(ROWS, context.shop.customers)
    file = context.scratch / "customers.xlsx"
    write_workbook(file, rows)
    floor = _floor(context.shop.copy_to(context.scratch / "bare"), file)
    shutil.rmtree(context.scratch / "bare")
    shop = context.shop.copy_to(context.scratch / "shop")
    first, created = _import(shop, file)
    again, unchanged = _import(shop, file)
    return [
        Result(
            NAME,
            f"{created:,} new or asked of {rows:,} rows",
            first,
            "s",
            "≤ 2 ×",
            first <= 2 * floor and created > 0.99 * rows,
            floor,
        ),
        Result(
            NAME,
            f"the same again, {unchanged:,} unchanged or asked",
            again,
            "s",
            "≤ 3 ×",
            again <= 3 * floor and unchanged > 0.99 * rows,
            floor,
        ),
    ]


def _import(shop: BenchShop, file: Path) -> tuple[float, int]:
    """Run the command on a shop that is backed up already; return seconds, and rows created or found unchanged.

    A row whose phone belongs to somebody of another name waits for a decision: it was read, matched and answered, too.
    """
    opened = shop.open()
    back_up_if_changed(opened.workplace, opened.places, opened.key)
    opened.close()
    answers: list[dict[str, Any]] = []
    took = seconds(lambda: answers.append(_command(shop, file)))
    return took, (answers[0]["created"] or answers[0]["unchanged"]) + len(answers[0]["asked"])


def _command(shop: BenchShop, file: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "crm_desktop", "--data-dir", str(shop.folder), "import", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _floor(shop: BenchShop, file: Path) -> float:
    opened = shop.open()
    path, key = opened.store.path, opened.key.key
    opened.close()

    def fill() -> None:
        with closing(raw_connection(path, key)) as connection:  # closing it empties the log, as the command does
            _bare(connection, file)

    return seconds(fill)


def _bare(connection: Any, file: Path) -> None:
    """Read, spell, normalise, and insert set by set, with nothing checked, matched or journaled."""
    rows = [_cells(number, row) for number, row in enumerate(read_rows(file))]
    marks = ", ".join("?" * len(_BARE))
    connection.execute(f"CREATE TEMP TABLE bare ({', '.join(_BARE)})")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO bare VALUES ({marks})", rows)
    for statement in _INSERTS:
        connection.execute(statement)
    connection.execute("COMMIT")


_BARE = (
    "id INTEGER PRIMARY KEY", "name", "key", "apart", "words", "phone", "normal", "digits", "wechat", "email",
    "address", "gender", "card", "source", "likes", "note",
)  # fmt: skip
_CONTACTS = (("phone", "normal"), ("wechat", "NULL"), ("email", "lower(email)"), ("address", "NULL"))
_INSERTS = (
    "CREATE TEMP TABLE last AS SELECT max(id) + 1 AS id FROM customer",
    "INSERT INTO customer(id, public_id, name, name_key, phone, email, gender, card_number, source, likes, note, "
    f"created_at) SELECT bare.id + last.id, printf('{_MARK}%014d', bare.id), name, key, phone, email, gender, card, "
    "source, likes, note, 0 FROM bare, last",
    *(
        "INSERT INTO contact_point(customer_id, kind, value, normal, is_primary) "
        f"SELECT bare.id + last.id, '{kind}', {kind}, {normal}, 1 FROM bare, last WHERE {kind} <> ''"
        for kind, normal in _CONTACTS
    ),
    "INSERT INTO customer_search(rowid, name, spelling, numbers) "
    "SELECT bare.id + last.id, apart, words, digits FROM bare, last",
)


def read_rows(file: Path) -> list[list[Any]]:
    """Return the cells of every row, read by the bare library."""
    from python_calamine import CalamineWorkbook

    rows: list[list[Any]] = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    return rows[1:]


def _cells(number: int, row: list[Any]) -> tuple[Any, ...]:
    import phonenumbers
    from pypinyin import lazy_pinyin

    name, phone, wechat, email, address, gender, _, card, source, _, likes, note = row
    normal = None
    if phone:
        normal = phonenumbers.format_number(phonenumbers.parse(phone, "CN"), phonenumbers.PhoneNumberFormat.E164)
    spelt = lazy_pinyin(name)
    words = f"{''.join(spelt)} {''.join(word[:1] for word in spelt)} {wechat} {email}"
    found = (f"{normal or ''} {phone[-4:]} {card}", wechat, email, address, gender, card, source, likes, note)
    return number, name, " ".join(spelt), " ".join(name), words, phone, normal, *found
