"""The planner is told the same in every shop, so that a query takes the road that was measured."""

from sqlalchemy import text

from tests.support.shop import Shop


def plan(shop: Shop, sql: str) -> str:
    with shop.store.read() as connection:
        return " | ".join(row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {sql}")))


def test_who_must_walk_all_customers_walks_them_as_they_lie(shop: Shop) -> None:
    wechat = "(SELECT value FROM contact_point p WHERE p.customer_id = customer.id AND p.kind = 'wechat' LIMIT 1)"
    taken = plan(shop, f"SELECT id FROM customer WHERE deleted_at IS NULL AND {wechat} IS NOT NULL")
    assert "ix_customer_created_at" in taken


def test_a_phone_leads_to_its_holder_and_not_through_all_the_living(shop: Shop) -> None:
    holders = "JOIN contact_point p ON p.customer_id = c.id AND p.normal = '+8613800001234'"
    taken = plan(shop, f"SELECT c.id FROM customer c {holders} WHERE c.deleted_at IS NULL")
    assert taken.startswith("SEARCH p USING")
    assert "SEARCH c USING INTEGER PRIMARY KEY" in taken


def test_a_list_is_read_in_the_order_of_its_index(shop: Shop) -> None:
    for column in ("name_key", "phone", "last_contact_at", "created_at"):
        taken = plan(shop, f"SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY {column} LIMIT 50")
        assert f"ix_customer_{column}" in taken
        assert "TEMP B-TREE" not in taken
