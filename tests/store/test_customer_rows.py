"""The rows in sight: everything a row shows, and how little is asked for it."""

from typing import Any

from sqlalchemy import event

from crm_desktop.domain.customer import CustomerDraft, DateKind, ImportantDate
from crm_desktop.services import read_customers
from crm_desktop.services.register_customer import register_customer
from tests.support.shop import Shop

COLUMNS = ("phone", "tags", "birthday", "owner", "next_follow_up", "due_days")


def _statements(shop: Shop, ids: list[int]) -> list[str]:
    """Return what is asked of the driver for a page of rows."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(shop.store.reads, "before_cursor_execute", note)
    read_customers.rows(shop.workplace, ids, COLUMNS)
    event.remove(shop.store.reads, "before_cursor_execute", note)
    # Who asks, and what she may, is known for a second or asked for; it is no part of the rows.
    return [one for one in asked if one.startswith("SELECT") and not one.startswith("SELECT person.id")]


def test_rows_come_in_the_order_asked_for_with_all_their_tags_and_birthdays(shop: Shop) -> None:
    birthday = ImportantDate(DateKind.BIRTHDAY, 5, 20, 1990)
    draft = CustomerDraft("李娜", {}, (), (birthday,), ("VIP", "茶叶"))
    li, wang = register_customer(shop.workplace, draft).subject_id, shop.add("王小明", "138 0000 1234")
    assert li is not None
    first, second = read_customers.rows(shop.workplace, [wang, li], COLUMNS)
    assert (first.values["name"], first.values["tags"], first.values["birthday"]) == ("王小明", (), None)
    assert [tag.name for tag in second.values["tags"]] == ["VIP", "茶叶"]
    assert second.values["birthday"] == ("solar", 1990, 5, 20, 0)


def test_a_page_of_rows_is_one_statement_beside_the_settings(shop: Shop) -> None:
    ids = [shop.add(name) for name in ("王小明", "李娜", "曾丽")]
    assert len(_statements(shop, ids)) == 2
