"""Public ids: random, and never mistaken for numbers by a spreadsheet."""

from __future__ import annotations

from crm_desktop.base.ids import id_head, new_public_id


def test_no_public_id_can_be_read_as_a_number():
    made = {new_public_id() for _ in range(2_000)}
    assert len(made) == 2_000
    assert {one[0] for one in made} == set("abcdef")
    assert {len(one) for one in made} == {16}


def test_ids_of_one_file_begin_alike():
    head = id_head(6)
    assert len(head) == 6
    assert head[0] in "abcdef"
