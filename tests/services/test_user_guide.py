"""The guide says what the program says, the same in both languages, and leads nowhere but to itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from crm_desktop import __version__
from crm_desktop.base.text import LANGUAGES
from crm_desktop.services.user_guide import NEWS, TOPICS, guide_folder, read_topic, search_guide
from tools.texts import I18N, find_texts
from tools.ts import read_ts

CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
NAME = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
ROW = re.compile(r"^\|", re.MULTILINE)
MOST_BYTES = 3_000_000

EVERY_TOPIC = pytest.mark.parametrize("topic_id", TOPICS)
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def shown(text: str) -> str:
    """Return a text as a guide names it: no mnemonic, no key behind it, no dots, "…" where a value stands."""
    text = re.sub(r"\(&\w\)|&(?!&)", "", text).split("\t")[0]
    return re.sub(r"  \S+$", "", re.sub(r"\{\w+\}|%n", "…", text)).rstrip("…. ")


@cache
def program_names() -> dict[str, frozenset[str]]:
    """Return every text of the program as a guide names it: the English one, and what it is called in Chinese."""
    chinese = {(text.context, text.source): forms for text, forms in read_ts(I18N / "crm_zh_CN.ts").items()}
    for path in (I18N / "parts").glob("*.json"):
        for context, entries in json.loads(path.read_text(encoding="utf-8")).items():
            chinese |= {(context, source): [form] for source, form in entries.items()}
    names: dict[str, frozenset[str]] = {}
    for text in find_texts().texts:
        forms = frozenset(map(shown, chinese.get((text.context, text.source), [])))
        names[shown(text.source)] = names.get(shown(text.source), frozenset()) | forms
    return names


def source_of(topic_id: str, language: str) -> str:
    return (guide_folder() / language / f"{topic_id}.md").read_text(encoding="utf-8")


def names_in(topic_id: str, language: str) -> set[str]:
    return set(map(shown, NAME.findall(CODE.sub("", source_of(topic_id, language)))))


KEY = re.compile(r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+)`")
OF_THE_SYSTEM = {"Ctrl+F", "Ctrl+Z", "Ctrl+C", "Ctrl+V", "Ctrl+A", "F1", "F5", "Alt+Left", "Alt+Right"}
"""Standard keys as Windows has them: the program asks Qt for them by name."""
COUNTED = {*(f"Ctrl+{number}" for number in range(1, 8)), "Alt+1", "Alt+2"}


@cache
def sources_of_the_window() -> str:
    package = Path(str(guide_folder())).parents[1]
    return "".join(path.read_text(encoding="utf-8") for path in (package / "ui").rglob("*.py"))


@EVERY_TOPIC
@EVERY_LANGUAGE
def test_every_key_is_one_the_program_listens_to(topic_id, language):
    asked = set(KEY.findall(source_of(topic_id, language))) - OF_THE_SYSTEM - COUNTED
    assert {key for key in asked if f'"{key}"' not in sources_of_the_window()} == set()


def links_in(language: str) -> Iterator[tuple[str, str]]:
    return ((topic_id, link) for topic_id in TOPICS for link in LINK.findall(source_of(topic_id, language)))


@EVERY_TOPIC
def test_every_name_in_english_stands_in_the_program(topic_id):
    assert names_in(topic_id, "en") <= set(program_names())


@EVERY_TOPIC
def test_every_name_in_chinese_is_what_the_program_calls_the_english_one(topic_id):
    chinese = names_in(topic_id, "zh_CN")
    forms = {name: program_names()[name] for name in names_in(topic_id, "en")}
    assert chinese <= set().union(*forms.values())
    assert [name for name, called in forms.items() if not called & chinese] == []


@EVERY_TOPIC
def test_both_languages_have_the_same_places_pictures_and_tables(topic_id):
    chinese, english = (read_topic(topic_id, language) for language in LANGUAGES)
    assert [section.anchor for section in chinese.sections] == [section.anchor for section in english.sections]
    texts = [source_of(topic_id, language) for language in LANGUAGES]
    drawn = [[Path(file).name for _, file in PICTURE.findall(text)] for text in texts]
    assert drawn[0] == drawn[1]
    assert len(ROW.findall(texts[0])) == len(ROW.findall(texts[1]))
    assert sorted(LINK.findall(texts[0])) == sorted(LINK.findall(texts[1]))


@EVERY_TOPIC
@EVERY_LANGUAGE
def test_every_place_has_a_name_of_its_own(topic_id, language):
    anchors = [section.anchor for section in read_topic(topic_id, language).sections[1:]]
    assert all(anchors)
    assert len(set(anchors)) == len(anchors)


@EVERY_LANGUAGE
def test_every_link_leads_to_a_place_of_the_guide(language):
    for topic_id, link in links_in(language):
        file, _, anchor = link.partition("#")
        found = read_topic(file.removesuffix(".md"), language)
        assert anchor in {section.anchor for section in found.sections}, f"{topic_id}: {link}"


@EVERY_TOPIC
@EVERY_LANGUAGE
def test_every_picture_is_there_and_described(topic_id, language):
    for said, file in PICTURE.findall(source_of(topic_id, language)):
        assert said
        assert file.startswith(f"../pictures/{language}/")
        assert (guide_folder() / language / file).is_file(), file


def test_the_pictures_are_small_and_none_is_left_over():
    folder = Path(str(guide_folder()))
    files = [path for path in (folder / "pictures").rglob("*") if path.is_file()]
    texts = "".join(source_of(topic_id, language) for topic_id in TOPICS for language in LANGUAGES)
    assert [path.name for path in files if f"/{path.parent.name}/{path.name})" not in texts] == []
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


@EVERY_LANGUAGE
def test_the_contents_name_every_file(language):
    files = {path.name.removesuffix(".md") for path in (guide_folder() / language).iterdir()}
    assert files == set(TOPICS)
    titles = [read_topic(topic_id, language).title for topic_id in TOPICS]
    assert len(set(titles)) == len(titles)


def test_what_is_new_begins_with_this_version():
    assert read_topic(NEWS, "en").sections[1].anchor == __version__


@pytest.mark.parametrize(
    ("text", "language", "topic_id"),
    [
        ("second place", "en", "backups"),
        ("第二存放处", "zh_CN", "backups"),
        ("恢复码", "en", "password"),
        ("recovery code", "zh_CN", "password"),
        ("shouyin", "zh_CN", "till"),
        ("odd columns", "en", "import"),
    ],
)
def test_a_word_of_either_language_or_pinyin_finds_the_page(text, language, topic_id):
    assert topic_id in [hit.topic_id for hit in search_guide(text, language)][:3]


def test_headings_come_before_texts_that_mention_it():
    hits = search_guide("refund goods come back", "en") or search_guide("goods come back", "en")
    assert (hits[0].topic_id, hits[0].anchor) == ("till", "refund")


def test_what_nobody_wrote_is_not_found():
    assert search_guide("zebra", "en") == search_guide(" ", "zh_CN") == []


def test_an_excerpt_shows_the_word_without_marks():
    hit = next(hit for hit in search_guide("drawer at home", "en") if hit.topic_id == "backups")
    assert "drawer at home" in hit.excerpt
    assert not re.search(r"[*`|]", hit.excerpt)


def test_a_page_that_is_not_there_is_a_mistake():
    with pytest.raises(KeyError):
        read_topic("../en/start", "en")
