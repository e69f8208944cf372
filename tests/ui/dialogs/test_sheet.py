"""A dialog shows its heading and its verbs wherever the window manager puts it."""

from __future__ import annotations

from crm_desktop.ui.dialogs.sheet import SETTLED_MS, Sheet, text_label


def test_a_dialog_that_was_put_too_low_comes_up_until_its_verbs_are_in_sight(counter) -> None:
    dialog = Sheet(counter.window, counter.theme, "lowSheet", "Low")
    dialog.body.addWidget(text_label("one\n" * 8, "lowText"))
    dialog.add_verb("lowSheet.close", "Close", dialog.reject)
    dialog.open()
    ground = dialog.screen().availableGeometry()
    dialog.move(ground.right() - 60, ground.bottom() - 40)
    counter.qtbot.wait(SETTLED_MS + 100)
    assert ground.contains(dialog.frameGeometry())
    dialog.move(ground.left() + 10, ground.top() + 30)
    dialog.fit()
    assert dialog.y() <= ground.top() + 30, "where the user puts it later it stays"
