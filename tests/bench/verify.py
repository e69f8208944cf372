"""The whole chain of seals verified, as a multiple of the bare read and HMAC of the same rows."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.store.chain import broken_seals, chain_key
from tests.bench.measure import Context, Result, best_of

NAME = "verify"
CHANGES = 200_000


def run(context: Context) -> list[Result]:
    """Tag many, so that there is a journal, and verify it."""
    shop = context.shop.copy_to(context.scratch / "shop").open()
    ids = full_list(shop.workplace, CustomerQuery()).ids[: CHANGES // 2]
    for tag in ("双十一", "双十二"):
        add_tag(shop.workplace, Selection(frozenset(ids)), tag)
    with shop.store.read() as connection:
        driver: Any = connection.connection.driver_connection
        key = chain_key(connection)
        floor = best_of(3, lambda: _bare(driver, key))
        took = best_of(3, lambda: list(broken_seals(connection)))
    shop.close()
    what = f"verify {2 * len(ids):,} changes"
    return [Result(NAME, what, took, "s", "≤ 3 × bare read + HMAC", took <= 3 * floor, floor)]


def _bare(driver: Any, key: bytes) -> None:
    """Read every operation and every change, and sign the bytes."""
    signed = hmac.new(key, digestmod=hashlib.sha256)
    for (digest,) in driver.execute("SELECT digest FROM change"):
        signed.update(digest)
    for row in driver.execute("SELECT * FROM operation"):
        signed.update(repr(row).encode())
    signed.digest()
