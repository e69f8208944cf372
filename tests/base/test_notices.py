"""The notices are found from source and in a built program."""

from crm_desktop.base import notices


def test_from_source_they_are_those_of_the_documents():
    assert notices.shipped_notices().startswith("# Notices")


def test_built_they_are_those_of_the_build(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "notices.txt").write_text("Qt 6, LGPL", encoding="utf-8")
    monkeypatch.setattr(notices.resources, "files", lambda _package: tmp_path)
    assert notices.shipped_notices() == "Qt 6, LGPL"
