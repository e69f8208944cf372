"""Catalogues are read as Qt Linguist writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

import crm_desktop
from crm_desktop.base.text import _T, Catalogue, read_catalogue, use_language
from tools.ts import read_ts

MESSAGE = """
<TS><context><name>C</name>
<message{numerus}>
    <location filename="x.py" line="1"/>
    <source>Cut &amp; paste &quot;{{name}}&quot;</source>
    <comment>of a row</comment>
    <translation{kind}>{inside}</translation>
</message></context></TS>
"""
SOURCE = 'Cut & paste "{name}"'


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_translation_is_found_as_an_xml_parser_reads_it(language: str) -> None:
    catalogue = read_catalogue(language)
    for text, forms in read_ts(Path(crm_desktop.__path__[0]) / "resources" / "i18n" / f"crm_{language}.ts").items():
        counts = range(1, len(forms) + 1)
        assert [catalogue.find(text.context, text.source, text.comment, n) for n in counts] == forms


def test_entities_are_resolved() -> None:
    catalogue = Catalogue("zh_CN", MESSAGE.format(numerus="", kind="", inside="&lt;剪切&gt;&#x26;&#10;").encode())
    assert catalogue.find("C", SOURCE, "of a row", None) == "<剪切>&\n"


def test_a_text_is_told_apart_by_its_comment() -> None:
    catalogue = Catalogue("zh_CN", MESSAGE.format(numerus="", kind="", inside="剪切").encode())
    assert catalogue.find("C", SOURCE, None, None) == SOURCE


def test_the_second_form_is_for_many() -> None:
    forms = "<numerusform>one</numerusform>\n<numerusform>many</numerusform>"
    catalogue = Catalogue("en", MESSAGE.format(numerus=' numerus="yes"', kind="", inside=forms).encode())
    assert [catalogue.find("C", SOURCE, "of a row", n) for n in (1, 2, 0)] == ["one", "many", "many"]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_thousands_stand_apart_and_a_debt_has_a_true_minus(language: str) -> None:
    use_language(language)
    assert [_T("Till", "%n point(s)", n=n).split(" ")[0] for n in (7, 12_400, -1_050)] == ["7", "12,400", "−1,050"]


@pytest.mark.parametrize(("kind", "shown"), [(' type="vanished"', SOURCE), (' type="unfinished"', "剪切")])
def test_what_is_no_longer_asked_for_is_left_out(kind: str, shown: str) -> None:
    catalogue = Catalogue("zh_CN", MESSAGE.format(numerus="", kind=kind, inside="剪切").encode())
    assert catalogue.find("C", SOURCE, "of a row", None) == shown


def test_a_text_of_two_lines_is_found_whatever_ends_the_lines_of_the_file() -> None:
    file = MESSAGE.format(numerus="", kind="", inside="第一行\n第二行").encode().replace(b"\n", b"\r\n")

    assert Catalogue("zh_CN", file).find("C", SOURCE, "of a row", None) == "第一行\n第二行"


def test_a_language_in_use_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    use_language("en")
    monkeypatch.setattr("crm_desktop.base.text.read_catalogue", lambda _: pytest.fail("read again"))

    use_language("en")
