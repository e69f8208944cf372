"""The rule of consent in SQL says of everybody what the rule in Python says."""

import os
import random
from datetime import timedelta

from sqlalchemy import select

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.consent import may_contact, open_channels
from crm_desktop.domain.customer import Channel, Consent, CustomerDraft, Purpose
from crm_desktop.domain.filters import Condition, Group, Operator
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.register_customer import register_customer
from crm_desktop.store import tables
from crm_desktop.store.queries import contact_sql
from tests.support.shop import NOON, Shop

CASES = int(os.environ.get("CRM_TEST_OPT_OUTS", "1500"))
"""Customers with a random history of answers each."""


def _history(chance: random.Random) -> list[Consent]:
    return [
        Consent(
            chance.choice(list(Channel)), chance.random() < 0.5, NOON - timedelta(days=chance.randrange(4)),
            purpose=chance.choice(list(Purpose)),
        )
        for _ in range(chance.choice((0, 1, 2, 3, 5, 8)))
    ]  # fmt: skip


def _furnish(shop: Shop, chance: random.Random) -> dict[int, list[Consent]]:
    """Fill the shop; return everybody's answers in the order in which they were noted."""
    first = register_customer(shop.workplace, CustomerDraft("1")).subject_id or 0
    with shop.workplace.unit_of_work(Kind.DEMO) as work:
        rows = [{"public_id": f"x{n}", "name": str(n), "created_at": 1} for n in range(CASES - 1)]
        ids = [first, *work.insert(tables.customer, rows)]
        told = {row_id: _history(chance) for row_id in ids}
        noted = [
            {
                "customer_id": row_id, "channel": one.channel.value, "given": int(one.given),
                "at": to_stamp(one.at), "purpose": one.purpose.value,
            }
            for row_id, history in told.items() for one in history
        ]  # fmt: skip
        work.insert(tables.consent, noted)
        work.commit()
    return told


def test_sql_and_python_agree_on_who_may_be_contacted(shop: Shop) -> None:
    seed = random.randrange(2**32)
    told = _furnish(shop, random.Random(seed))
    kept = {row_id: [*_numbered(history)] for row_id, history in told.items()}
    with shop.store.read() as connection:
        for purpose in Purpose:
            for channel in Channel:
                wanted = {row_id for row_id, answers in kept.items() if may_contact(answers, channel, purpose)}
                found = select(tables.customer.c.id).where(contact_sql.may_contact(channel, purpose))
                assert set(connection.execute(found).scalars()) == wanted, (seed, purpose, channel)
            shown = select(tables.customer.c.id, contact_sql.open_channels(purpose))
            for row_id, channels in connection.execute(shown):
                assert channels == (",".join(sorted(open_channels(kept[row_id], purpose))) or None), (seed, row_id)


def _numbered(history: list[Consent]) -> list[Consent]:
    return [Consent(c.channel, c.given, c.at, id=n, purpose=c.purpose) for n, c in enumerate(history)]


def test_lists_are_filtered_by_who_may_be_contacted(shop: Shop) -> None:
    seed = random.randrange(2**32)
    told = _furnish(shop, random.Random(seed))
    for field, purpose in (("offers_by", Purpose.MARKETING), ("service_by", Purpose.SERVICE)):
        reached = {
            row_id
            for row_id, history in told.items()
            if {Channel.PHONE, Channel.WECHAT} & set(open_channels(_numbered(history), purpose))
        }
        for operator, wanted in ((Operator.ANY_OF, reached), (Operator.NONE_OF, set(told) - reached)):
            query = CustomerQuery(filter=Group(parts=(Condition(field, operator, ["phone", "wechat"]),)))
            assert set(full_list(shop.workplace, query).ids) == wanted, (seed, field, operator)


def test_nobody_erased_may_be_contacted(shop: Shop) -> None:
    one = shop.add("王小明")
    with shop.store.writes.begin() as connection:
        connection.execute(tables.customer.update().values(erased_at=1))
        for purpose in Purpose:
            found = select(tables.customer.c.id).where(contact_sql.may_contact(Channel.PHONE, purpose))
            assert one not in connection.execute(found).scalars().all()
