"""The top of the page: one sentence that says whether the shop is safe now, in its colour, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from crm_desktop.base.text import _T
from crm_desktop.services.safety import Light, Safety, Why, safety_detail, safety_title
from crm_desktop.ui.actions import VerbBook
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

_SIGNS = {
    Light.GREEN: ("circle-check", "success"),
    Light.YELLOW: ("triangle-alert", "warning"),
    Light.RED: ("circle-alert", "danger"),
}
_WAYS_OUT = {
    Why.NO_BACKUP: "backup.now",
    Why.TRIAL_FAILED: "backup.now",
    Why.TOO_OLD: "backup.now",
    Why.NO_SECOND_PLACE: "backup.place",
    Why.SECOND_PLACE_OLD: "backup.carry",
    Why.NOT_TRIED: "backup.try",
}
_EXPLAINED = {
    Why.NO_SECOND_PLACE: "backups#second",
    Why.SECOND_PLACE_OLD: "backups#second",
    Why.TRIAL_FAILED: "damage#avoid",
}
"""Where the guide says more than the card has room for."""


class SafetyCard(CardPanel):
    """Shows a `Safety`; the button does the one thing that helps."""

    def __init__(self, theme: Theme, verbs: VerbBook) -> None:
        super().__init__("", "backup.safety")
        self._verbs, self._why = verbs, Why.SAFE
        self._signs = {light: Sign(theme, *sign, 1.9) for light, sign in _SIGNS.items()}
        self.title = text_label("", "backup.safetyTitle", "title")
        self.detail = text_label("", "backup.safetyDetail", "muted")
        self.facts = text_label("", "backup.facts", "muted")
        self.way_out = make_button("backup.wayOut", "", self._act, "primary")
        self.how = make_button("backup.how", _T("Guide", "How?"), self._explain, "link")
        self.busy = named(QProgressBar(textVisible=False, maximum=0), "backup.busy", _T("Backup", "Working"))
        self.busy_text = text_label("", "backup.busyText", "muted")
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.title, self.detail, self.facts, self.busy_text, self.busy):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(14)
        for sign in self._signs.values():
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            sign.hide()
        row.addLayout(words, 1)
        row.addWidget(self.how, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.say_busy("")

    def offered(self) -> str:
        """Return the id of the verb that the button does, "" where none is needed."""
        return _WAYS_OUT.get(self._why, "")

    def show_safety(self, safety: Safety, facts: str) -> None:
        """Show where the shop stands."""
        self._why = safety.why
        for light, sign in self._signs.items():
            sign.setVisible(light is safety.light)
        self.title.setText(safety_title(safety))
        self.detail.setText(safety_detail(safety))
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        self.setAccessibleName(f"{safety_title(safety)} {safety_detail(safety)}")
        self.setProperty("light", safety.light.value)
        self.way_out.setVisible(safety.why in _WAYS_OUT)
        self.how.setVisible(safety.why in _EXPLAINED)
        self.way_out.setText(_way_out_text(safety.why))
        self.way_out.setAccessibleName(self.way_out.text())

    def say_refused(self, sentence: str) -> None:
        """Say why nothing can be said."""
        self.title.setText(sentence)
        for widget in (self.detail, self.facts, self.way_out, *self._signs.values()):
            widget.hide()

    def say_busy(self, said: str) -> None:
        """Say what is being done; "" when nothing is."""
        self.busy_text.setText(said)
        for widget in (self.busy_text, self.busy):
            widget.setVisible(bool(said))
        self.way_out.setEnabled(not said)

    def _explain(self) -> None:
        from crm_desktop.ui.help.asking import ask_guide

        ask_guide(self, _EXPLAINED.get(self._why, "backups"))

    def _act(self) -> None:
        if self._why in _WAYS_OUT:
            self._verbs.run(_WAYS_OUT[self._why])


def _way_out_text(why: Why) -> str:
    return {
        "backup.now": _T("Backup", "Back up now"),
        "backup.place": _T("Backup", "Choose a second place …"),
        "backup.carry": _T("Backup", "Back up there now"),
        "backup.try": _T("Backup", "Try it out now"),
        "": "",
    }[_WAYS_OUT.get(why, "")]
