"""An export order becomes a file: the right customers in the order of their list, with word of how far it is."""

from __future__ import annotations

import csv

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.layout import ExportLayout, LayoutColumn
from crm_desktop.domain.query import CustomerQuery, Selection, Sort
from crm_desktop.ui.dialogs.export_flow import ExportOrder
from crm_desktop.ui.exporter import chosen_ids, exporter_for
from crm_desktop.ui.long_job import Progress
from tests.support.shop import open_shop

NAME_AND_PHONE = ExportLayout((LayoutColumn("name"), LayoutColumn("phone")))
BY_NAME = CustomerQuery(sort=Sort("name"))


@pytest.fixture
def shop(tmp_path):
    shop = open_shop(tmp_path)
    yield shop
    shop.store.close()


@pytest.fixture
def ids(shop):
    return {name: shop.add(name) for name in ("Carla", "Anna", "Berta")}


@pytest.fixture
def said():
    return []


@pytest.fixture
def progress(said):
    return Progress(lambda done, total: said.append((done, total)))


def names_in(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [row[0] for row in csv.reader(stream)][1:]


def test_a_list_is_written_in_its_order_and_its_columns(shop, ids, progress, said, tmp_path):
    order = ExportOrder(tmp_path / "all.csv", BY_NAME, None, NAME_AND_PHONE)
    assert exporter_for(shop.workplace)(order, progress) == (3, 0)
    assert names_in(order.path) == ["Anna", "Berta", "Carla"]
    assert said[-1] == (3, 3)


def test_selected_customers_keep_the_order_of_their_list(shop, ids):
    some = Selection(frozenset({ids["Carla"], ids["Anna"]}))
    assert list(chosen_ids(shop.workplace, BY_NAME, some)) == [ids["Anna"], ids["Carla"]]


def test_all_but_some_are_all_but_some(shop, ids):
    most = Selection(query=BY_NAME, excluded=frozenset({ids["Berta"]}))
    assert list(chosen_ids(shop.workplace, CustomerQuery(), most)) == [ids["Anna"], ids["Carla"]]


def test_a_stopped_export_leaves_no_file(shop, ids, progress, tmp_path):
    progress.cancel()
    order = ExportOrder(tmp_path / "all.xlsx", BY_NAME, None, ExportLayout())
    with pytest.raises(Fault, match="cancelled"):
        exporter_for(shop.workplace)(order, progress)
    assert not order.path.exists()
