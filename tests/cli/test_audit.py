"""`audit`: the history on the command line, and its verification."""

from __future__ import annotations

from contextlib import closing

from crm_desktop.base.paths import find_places
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.store.engine import raw_connection
from tests.cli.conftest import Type


def test_the_newest_entries_are_listed_with_who_what_and_whom(demo: Type) -> None:
    (customer, *_) = demo("find", "王", "--json").json
    demo("sell", customer["id"], "100")
    newest = demo("audit", "--limit", 5, "--json").json
    assert len(newest) <= 5
    assert newest[0]["entry"] > newest[-1]["entry"]
    assert {"entry", "at", "person", "kind", "what", "about", "from", "changes"} <= set(newest[0])
    assert "Part of the sample shop" in demo("audit").out


def test_it_is_narrowed_and_says_so_where_nothing_is_left(demo: Type) -> None:
    assert "Nothing was done" in demo("audit", "--kind", "staff").out
    assert demo("audit", "--since", "2999-01-01", "--json").json == []
    answer = demo("audit", "--person", "Nobody at all")
    assert (answer.code, answer.out) == (1, "")
    assert demo("audit", "--kind", "odd").code == 2


def test_a_whole_history_verifies(demo: Type) -> None:
    answer = demo("audit", "--verify")
    assert answer.code == 0
    assert "The history is whole" in answer.out
    assert demo("audit", "--verify", "--json").json["ok"] is True


def test_a_changed_entry_is_named_and_the_command_fails(demo: Type, folder) -> None:
    shop = open_shop(ShopOptions(folder), Source.COMMAND)
    path, key = shop.store.path, shop.store.key
    shop.close()
    with closing(raw_connection(path, key)) as connection:
        connection.execute("DROP TRIGGER operation_is_fixed")
        connection.execute("UPDATE operation SET at = at - 1 WHERE id = 1")
    answer = demo("audit", "--verify")
    assert answer.code == 1
    assert "Entry 1 (" in answer.out
    (problem,) = demo("audit", "--verify", "--json").json["problems"]
    assert problem["problem"] == "entry_changed"
    assert find_places(folder).data.has_database()
