"""The texts tool: what it finds in code, what it refuses, how the `.ts` files follow."""

import json

import pytest

from tools.texts import Found, english_forms, find_texts, fold, placeholders, problems
from tools.ts import Text, read_ts, ts_file


def found_in(source, shown=False):
    found = Found()
    found.read(source, "ui/page.py", shown)
    return found


def test_every_way_to_ask_for_a_text_is_found():
    found = found_in(
        '_T("C", "plain"); _T("C", "said", "aloud"); _T("C", "%n row(s)", None, len(f(1, (2, 3))))\n'
        'text._T("C", "%n call(s)", n=calls); _T("C", "two " "parts")'
    )
    assert found.problems == []
    assert found.texts == {
        Text("C", "plain"),
        Text("C", "said", "aloud"),
        Text("C", "%n row(s)", plural=True),
        Text("C", "%n call(s)", plural=True),
        Text("C", "two parts"),
    }


@pytest.mark.parametrize("call", ['_T("C", f"Hello {name}")', '_T("C", word)', '_T(page, "x")', '_T("C", "x", why)'])
def test_a_text_that_cannot_be_translated_is_refused(call):
    found = found_in(call)
    assert found.problems == ["ui/page.py:1: context, text and comment of _T must be plain literals"]
    assert not found.texts


def test_a_literal_that_reaches_the_user_is_refused():
    found = found_in('label.setText("Save"); QLabel(f"{n} rows"); label.setText(" · "); log("Save")', shown=True)
    assert [line.split(": ")[1] for line in found.problems] == [
        "'Save' reaches the user without _T",
        "' rows' reaches the user without _T",
    ]


def test_outside_the_window_literals_are_free():
    assert found_in('label.setText("Save")').problems == []


@pytest.mark.parametrize(
    ("source", "forms"),
    [
        ("%n customer(s)", ["%n customer", "%n customers"]),
        ("%n batch(es) left", ["%n batch left", "%n batches left"]),
        ("%n row(s) (is|are) new", ["%n row is new", "%n rows are new"]),
        ("%n entr(y|ies)", ["%n entry", "%n entries"]),
        ("%n selected", ["%n selected", "%n selected"]),
    ],
)
def test_english_plurals_come_from_the_source(source, forms):
    assert english_forms(source) == forms


def test_placeholders_are_names_whatever_their_format():
    assert placeholders("{name}: {share:.0%} of %n") == {"{name}", "{share}", "%n"}
    with pytest.raises(ValueError, match="'}'"):
        placeholders("50 }")


def wrong(text, chinese, english=None):
    found = Found()
    found.texts = {text}
    return problems(found, {text: chinese} if chinese else {}, {text: english} if english else {})


def test_a_finished_text_is_fine():
    assert wrong(Text("C", "Hello {name}"), ["{name}，您好"]) == []
    assert wrong(Text("C", "%n row(s)", plural=True), ["%n 行"], ["%n row", "%n rows"]) == []


def test_a_missing_translation_is_named():
    assert wrong(Text("C", "Hello"), None) == ["C: 'Hello' has no Chinese translation"]


def test_a_lost_or_broken_placeholder_is_named():
    assert wrong(Text("C", "Hello {name}"), ["{nme}，您好"]) == [
        "C: 'Hello {name}' has other placeholders than '{nme}，您好'"
    ]
    assert "not a valid format" in wrong(Text("C", "Hello {name}"), ["{name，您好"])[0]


def test_a_count_needs_both_english_forms():
    assert wrong(Text("C", "%n row(s)", plural=True), ["%n 行"]) == [
        "C: '%n row(s)' lacks its English singular and plural"
    ]


def test_a_translation_nobody_asks_for_is_named():
    old = Text("C", "Old")
    assert problems(Found(), {old: ["旧"]}, {}) == ["C: 'Old' is translated but no longer asked for"]


def test_a_ts_file_reads_back_as_written(tmp_path):
    texts = {
        Text("A & B", 'Say "<b>"', "a comment"): ["说“<b>”"],
        Text("C", "%n row(s)", plural=True): ["%n row", "%n rows"],
    }
    path = tmp_path / "crm_en.ts"
    path.write_text(ts_file("en", [*texts, Text("C", "Not yet")], texts), encoding="utf-8")
    assert read_ts(path) == texts
    assert 'type="unfinished"' in path.read_text(encoding="utf-8")


def part(folder, name, content):
    (folder / "parts").mkdir(exist_ok=True)
    (folder / "parts" / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


def test_parts_are_folded_in_and_removed(tmp_path):
    save, rows = Text("C", "Save"), Text("C", "%n row(s)", plural=True)
    part(tmp_path, "shop", {"C": {"Save": "保存", "%n row(s)": "%n 行"}})
    assert fold(tmp_path, {save, rows}) == []
    assert read_ts(tmp_path / "crm_zh_CN.ts") == {save: ["保存"], rows: ["%n 行"]}
    assert read_ts(tmp_path / "crm_en.ts") == {rows: ["%n row", "%n rows"]}
    assert not list((tmp_path / "parts").glob("*.json"))


def test_folding_again_keeps_what_was_translated(tmp_path):
    save = Text("C", "Save")
    part(tmp_path, "shop", {"C": {"Save": "保存"}})
    fold(tmp_path, {save})
    before = (tmp_path / "crm_zh_CN.ts").read_bytes()
    assert fold(tmp_path, {save}) == []
    assert (tmp_path / "crm_zh_CN.ts").read_bytes() == before


def test_what_a_part_translates_in_vain_is_said(tmp_path):
    part(tmp_path, "shop", {"C": {"Svae": "保存"}})
    assert fold(tmp_path, {Text("C", "Save")}) == [
        "shop.json: nothing asks for C: 'Svae'",
        "C: 'Save' has no Chinese translation",
    ]


def test_english_forms_can_be_given(tmp_path):
    people = Text("C", "%n people", plural=True)
    part(tmp_path, "en_plurals", {"%n people": ["%n person", "%n people"]})
    fold(tmp_path, {people})
    assert read_ts(tmp_path / "crm_en.ts") == {people: ["%n person", "%n people"]}


def test_the_program_speaks_from_the_files_as_written(tmp_path, monkeypatch):
    from crm_desktop.base import text

    rows = Text("C", "%n row(s)", plural=True)
    part(tmp_path, "shop", {"C": {"%n row(s)": "%n 行"}})
    fold(tmp_path, {rows})
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "i18n").mkdir()
    for file in tmp_path.glob("*.ts"):
        file.rename(tmp_path / "resources" / "i18n" / file.name)
    monkeypatch.setattr(text.resources, "files", lambda package: tmp_path)
    spoken = [
        text.read_catalogue(language).find("C", "%n row(s)", None, n) for language in ("en", "zh_CN") for n in (1, 2)
    ]
    assert spoken == ["%n row", "%n rows", "%n 行", "%n 行"]


def test_every_text_of_the_program_can_be_translated():
    assert find_texts().problems == []
