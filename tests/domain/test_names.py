"""Names as people type them: pinyin, first letters, surnames read as surnames."""

import json

import pytest

from crm_desktop.domain.names import readings, spell, surname_readings
from tests.support.data import real_data
from tools import character_readings


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("王小明", "wangxiaoming"),
        ("王小明", "wxm"),
        ("王小明", "xiaoming"),
        ("曾丽", "zengli"),
        ("单雄信", "shanxiongxin"),
        ("单雄信", "danxiongxin"),
        ("欧阳娜娜", "ouyangnana"),
        ("吕布", "lvbu"),
        ("北京翼龙商贸有限公司", "bjylsmyxgs"),
    ],
)
def test_a_name_is_found_by_what_people_type(name: str, typed: str) -> None:
    assert typed in spell(name).words


def test_names_sort_by_sound() -> None:
    assert sorted(["张三", "Ann", "李四", "王五"], key=lambda n: spell(n).key) == ["Ann", "李四", "王五", "张三"]


def test_every_surname_of_the_table_is_read_as_a_surname() -> None:
    file = real_data("names", "surname_readings.json")
    wrong = json.loads(file.read_text(encoding="utf-8"))["surname_reading_differs_from_default"]
    assert all(entry["surname"] in surname_readings() for entry in wrong)


def test_every_character_is_read_as_the_general_table_reads_it():
    different = [c for c in character_readings.characters() if readings(c) != character_readings.readings(c)]
    assert different == []


@pytest.mark.parametrize("unknown", ["\U000323af", "\u3402", "\ue000"])
def test_a_character_nobody_reads_stands_for_itself(unknown):
    assert readings(unknown) == character_readings.readings(unknown) == (unknown,)
