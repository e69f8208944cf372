"""A record rebuilt from the journal is the record that was there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.base.clock import clock_from
from crm_desktop.base.errors import Fault
from crm_desktop.domain.as_it_was import PastChange, owned_by, rewound
from crm_desktop.domain.customer import ContactKind, InteractionKind
from crm_desktop.domain.query import Selection
from crm_desktop.services.as_it_was import record_as_it_was
from crm_desktop.services.change_contacts import add_contact, remove_contact
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.as_it_was import HERS, record_after
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.dump import business_dump
from crm_desktop.store.schema import PAYLOADS_MAY_GO
from tests.support.shop import NOON, open_shop

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "phone", "unphone", "tag", "log", "delete", "merge", "undo", "undo", "redo"]),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_at_every_moment_the_rebuilt_record_is_the_one_that_was_dumped(tmp_path_factory, steps):
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    dumps = {}
    for verb, number in steps:
        with suppress(Fault):
            do(shop, verb, number)
        with shop.store.read() as connection:
            dumps[end_of_journal(connection)[0]] = hers(business_dump(connection))
    with shop.store.read() as connection:
        for operation, dumped in dumps.items():
            for customer in {key[1] for rows in dumps.values() for key in rows if key[0] == "customer"}:
                found = record_after(connection, customer, operation)
                assert found.then.rows == owned_by(dumped, customer)
                assert not found.then.unknown
    shop.store.close()


def hers(dump):
    """Return the rows of the tables a record is made of."""
    return {(table.name, row_id): values for table in HERS for row_id, values in dump[table.name].items()}


def do(shop, verb, number):
    """Do one step of a random story; what is not possible now is refused, and left out."""
    place = shop.workplace
    with shop.store.read() as connection:
        live = (
            connection.exec_driver_sql("SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY id").scalars().all()
        )
        points = connection.exec_driver_sql("SELECT id FROM contact_point ORDER BY id").scalars().all()
    if verb == "add" or not live:
        shop.add(f"客{number}", f"1380000000{number}")
        return
    one, other = live[number % len(live)], live[(number + 1) % len(live)]
    steps = {
        "edit": lambda: change_customer(place, one, {"note": f"note {number}", "job_title": None}),
        "phone": lambda: add_contact(place, one, ContactKind.PHONE, f"1390000000{number}"),
        "unphone": lambda: remove_contact(place, points[number % len(points)]),
        "tag": lambda: add_tag(place, one, f"tag {number}"),
        "log": lambda: log_interaction(place, one, Contact(InteractionKind.CALL, f"call {number}")),
        "delete": lambda: delete_customers(place, Selection(frozenset({one}))),
        "merge": lambda: merge_customers(place, [one, other]) if one != other else None,
        "undo": lambda: undo(place),
        "redo": lambda: redo(place),
    }
    if verb != "unphone" or points:
        steps[verb]()


def test_taking_off_what_happened_since():
    today = {("customer", 1): {"name": "New", "note": "x"}, ("tag", 2): {"name": "t"}}
    changes = [
        PastChange("tag", 2, "insert", None, {"name": "t"}),
        PastChange("customer", 1, "update", {"name": "Old", "note": None}, {"name": "New", "note": "x"}),
        PastChange("tag", 9, "delete", {"name": "gone"}, None),
    ]
    was = rewound(today, changes)
    assert was.rows == {("customer", 1): {"name": "Old"}, ("tag", 9): {"name": "gone"}}
    assert was.unknown == frozenset()


def test_what_was_erased_is_said_to_be_unknown():
    was = rewound(
        {("customer", 1): {"name": "–"}}, [PastChange("customer", 1, "update"), PastChange("tag", 3, "delete")]
    )
    assert was.unknown == {("customer", 1), ("tag", 3)}
    assert rewound({}, [PastChange("tag", 3, "delete"), PastChange("tag", 3, "insert")]).unknown == frozenset()


@pytest.fixture
def told(shop):
    """Return a shop in which Anna was changed an hour after she came."""
    shop.add("Anna", "13800001234", note="likes tea")
    later = replace(shop.workplace, clock=clock_from(NOON + timedelta(hours=1)))
    change_customer(later, 1, {"note": "likes coffee"})
    add_contact(later, 1, ContactKind.EMAIL, "anna@example.com")
    return shop


def lines(record):
    return {(line.label, line.then, line.today) for line in record.lines if line.differs}


def test_how_she_looked_at_a_moment_stands_beside_today(told):
    record = record_as_it_was(told.workplace, 1, moment=NOON + timedelta(minutes=30))
    assert record.name == "Anna"
    assert lines(record) == {("Note", "likes tea", "likes coffee"), ("Contact details", "", "E-mail: anna@example.com")}
    assert (record.earlier, record.later) == (None, 3)


def test_before_she_came_there_was_no_record(told):
    assert not record_as_it_was(told.workplace, 1, moment=NOON - timedelta(days=1)).existed


def test_one_steps_from_change_to_change(told):
    record = record_as_it_was(told.workplace, 1, before_operation=4)
    assert (record.operation, record.earlier, record.later) == (3, 2, 4)
    assert not lines(record_as_it_was(told.workplace, 1, after_operation=4))


def test_values_that_were_erased_are_said(told):
    with told.store.writes.begin() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES (?, '1')", (PAYLOADS_MAY_GO,))
        connection.exec_driver_sql("DELETE FROM change_payload")
    record = record_as_it_was(told.workplace, 1, after_operation=2)
    assert record.any_erased


def test_nobody_has_no_record(told):
    with pytest.raises(Fault, match="not_found"):
        record_as_it_was(told.workplace, 99)
