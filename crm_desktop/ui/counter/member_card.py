"""What the strip says of a member: who, what she likes, what to say now, and one key for each thing to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.at_the_counter import AtCounter
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.pages.till.member_part import standing_text
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named

MOST_SAID = 3


@dataclass(frozen=True)
class Deed:
    """One thing to do: its key is a letter."""

    name: str
    key: Qt.Key
    icon: str
    text: str
    run: Callable[[], object]

    @property
    def letter(self) -> str:
        """Return the key as it stands on the button."""
        return chr(self.key.value)


class MemberCard(QWidget):
    """Shows one member."""

    def __init__(self, theme: Theme, deeds: tuple[Deed, ...]) -> None:
        super().__init__()
        named(self, "counter.member", _T("Counter", "Member"))
        self._theme = theme
        self.name = named(ElidedLabel(), "counter.name", role="heading")
        self.standing = named(QLabel(wordWrap=True), "counter.standing", role="strong")
        self.warning = named(QLabel(wordWrap=True), "counter.warning", role="danger")
        self.about = named(QLabel(wordWrap=True), "counter.about", role="muted")
        self.say_now = named(QLabel(wordWrap=True), "counter.sayNow")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.name, self.standing, self.warning, self.about, self.say_now):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        ground = QWidget()
        flow = FlowLayout(ground)
        self.buttons = {deed.name: self._button(deed) for deed in deeds}
        for button in self.buttons.values():
            flow.addWidget(button)
        column.addSpacing(4)
        column.addWidget(ground)

    def show_member(self, member: AtCounter, currency: str) -> None:
        """Show her."""
        number = member.loyalty.card_number or member.phone
        self.name.setText(" · ".join(part for part in (member.name, number) if part))
        says = "\n".join(f"“{said}”" for said in member.loyalty.say_now[:MOST_SAID])
        for label, text in (
            (self.standing, standing_text(member.loyalty, currency)),
            (self.warning, member.warning),
            (self.about, member.about),
            (self.say_now, says),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    def _button(self, deed: Deed) -> QPushButton:
        button = make_button(f"counter.{deed.name}", f"{deed.text}  {deed.letter}", deed.run)
        button.setAccessibleName(deed.text)
        button.setToolTip(f"{deed.text}  {deed.letter}")
        button.setIcon(self._theme.icon(deed.icon))
        return button
