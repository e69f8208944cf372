"""An import taken back: whoever holds something stays with all of it, and is named; who came by the file alone goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from crm_desktop.domain.loyalty.words import CouponKind, ProgrammeKind
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.coupons import BatchDraft, issue_coupons, read_batches, save_batch
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.import_history import imports, preview_undo_import, undo_import
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.top_up import TopUpDraft, top_up
from tests.support.loyalty import give, held, programme, slip, sums_hold
from tests.support.shop import Shop

ROWS = "姓名,手机\n陈静,13800001234\n李娜,13900002345\n王芳,13700003456\n赵敏,13600004567\n"


@pytest.fixture
def brought(shop: Shop, tmp_path: Path) -> dict[str, int]:
    """Bring four customers in by a file; return them by name."""
    path = tmp_path / "会员.csv"
    path.write_text(ROWS, encoding="utf-8")
    import_customers(shop.workplace, path)
    with shop.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT name, id FROM customer").all()
    return {row.name: row.id for row in rows}


def _live(shop: Shop) -> set[str]:
    with shop.store.read() as connection:
        return set(connection.exec_driver_sql("SELECT name FROM customer WHERE deleted_at IS NULL").scalars())


def test_whoever_holds_points_money_or_a_coupon_stays_with_it(shop: Shop, brought: dict[str, int]) -> None:
    points, _stored = programme(shop), programme(shop, ProgrammeKind.STORED)
    give(shop, brought["陈静"], points, 100)
    top_up(shop.workplace, TopUpDraft(slip(1), brought["李娜"], 10_000))
    save_batch(shop.workplace, BatchDraft("十元券", CouponKind.MONEY, 1_000))
    issue_coupons(shop.workplace, read_batches(shop.workplace)[0].batch_id, customer_ids=[brought["王芳"]])
    seen = preview_undo_import(shop.workplace, imports(shop.workplace)[0].id)
    assert {one.customer for one in seen.kept_customers} == {"陈静", "李娜", "王芳"}
    undo_import(shop.workplace, imports(shop.workplace)[0].id)
    assert _live(shop) == {"陈静", "李娜", "王芳"}
    assert (held(shop, brought["陈静"])[0], held(shop, brought["李娜"])[1]) == (100, 11_000)
    assert sums_hold(shop)


def test_put_into_the_bin_on_purpose_she_keeps_her_accounts(shop: Shop, brought: dict[str, int]) -> None:
    give(shop, brought["陈静"], programme(shop), 100)
    undo_import(shop.workplace, imports(shop.workplace)[0].id, (), {brought["陈静"]})
    assert _live(shop) == set()
    assert held(shop, brought["陈静"])[0] == 100


def test_a_slip_written_since_keeps_its_customer(shop: Shop, brought: dict[str, int]) -> None:
    programme(shop)
    record_sale(shop.workplace, SaleDraft(slip(1), (LineDraft("茶", 5_000),), brought["赵敏"]))
    undo_import(shop.workplace, imports(shop.workplace)[0].id)
    assert _live(shop) == {"赵敏"}
    assert sums_hold(shop)


def test_merged_into_somebody_who_was_there_her_lots_stay_there(shop: Shop, brought: dict[str, int]) -> None:
    points, old = programme(shop), shop.add("陈静")
    give(shop, old, points, 7)
    give(shop, brought["陈静"], points, 100)
    survivor = merge_customers(shop.workplace, [old, brought["陈静"]]).survivor_id
    undo_import(shop.workplace, imports(shop.workplace)[0].id)
    assert held(shop, survivor)[0] == 107
    assert sums_hold(shop)
