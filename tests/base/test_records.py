"""Records behave like the frozen dataclasses they stand for."""

from __future__ import annotations

import copy
import pickle
from dataclasses import asdict, dataclass, field, fields, replace

import pytest

from crm_desktop.base import records


@records.dataclass(frozen=True)
class Ours:
    """A customer in small."""

    name: str
    phones: tuple[str, ...] = ()
    tags: list[str] = field(default_factory=list, compare=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class Pythons:
    """The same, made by Python."""

    name: str
    phones: tuple[str, ...] = ()
    tags: list[str] = field(default_factory=list, compare=False)
    secret: str = field(default="", repr=False)


BOTH = pytest.mark.parametrize("made", [Ours, Pythons])


@BOTH
def test_records_are_equal_and_hash_by_the_fields_that_are_compared(made):
    one, same = made("王", ("138",), ["vip"]), made("王", ("138",), ["new"])

    assert one == same
    assert len({one, same, made("王", ("139",))}) == 2
    assert one != ("王", ("138",), ["vip"], "")


def test_a_record_is_not_equal_to_one_of_another_class():
    assert Ours("王") != Pythons("王")


@BOTH
def test_records_show_their_fields_but_no_secrets(made):
    assert repr(made("王", secret="1234")) == f"{made.__name__}(name='王', phones=(), tags=[])"


@BOTH
def test_a_list_of_a_record_is_its_own(made):
    assert made("王").tags is not made("李").tags


@BOTH
def test_records_are_replaced_copied_listed_and_pickled(made):
    one = made("王", ("138",), ["vip"])

    assert replace(one, name="李") == made("李", ("138",))
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one
    assert asdict(one)["tags"] == ["vip"]
    assert [one.name for one in fields(made)] == ["name", "phones", "tags", "secret"]


@BOTH
def test_records_are_matched_by_position_and_refuse_what_they_have_no_field_for(made):
    match made("王", ("138",)):
        case made(name, phones):
            assert (name, phones) == ("王", ("138",))
    with pytest.raises(TypeError):
        made("王", age=3)


def test_a_record_without_fields_equals_its_like():
    @records.dataclass(frozen=True)
    class Nothing:
        """Nothing."""

    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_own_methods_stay_and_other_kinds_are_made_by_python():
    @records.dataclass(frozen=True)
    class Shown:
        """Shows itself in its own way."""

        name: str

        def __repr__(self) -> str:
            return self.name

    @records.dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        """Is compared."""

        name: str

    assert repr(Shown("王")) == "王"
    assert Ordered("a") < Ordered("b")
