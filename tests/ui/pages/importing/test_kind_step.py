"""The second page: the kinds there are, and a blank template for who has no file yet."""

from __future__ import annotations


def test_only_what_really_comes_in_is_offered(hands):
    hands.open()
    hands.go("kind")
    assert list(hands.view.kind.buttons) == ["customers"]
    assert hands.view.kind.buttons["customers"].isChecked()


def test_a_blank_template_is_saved_and_comes_in_again(hands):
    hands.open()
    hands.go("kind")
    hands.press("wizard.kind.customers.template")
    target = hands.folder / "blank.xlsx"
    hands.choose_file(target)
    hands.wait(lambda: bool(hands.toasts))
    assert hands.toasts == ["Template saved: blank.xlsx"]
    hands.press("wizard.cancel")
    hands.open(target)
    assert hands.view.draft.look.sample_rows
