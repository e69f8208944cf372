"""The first start: in which language, and what the shop is called. Everything else can wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from crm_desktop.base.declared_settings import LANGUAGE, SHOP_NAME
from crm_desktop.base.settings import Settings
from crm_desktop.base.text import _T, LANGUAGES, language_in_use
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.named import named


class WelcomeDialog(Sheet):
    """Two answers and a button; Esc begins without them."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, settings: Settings, speak: Callable[[str], object]
    ) -> None:
        super().__init__(parent, theme, "welcomeDialog", _T("Welcome", "Welcome"), ems=46)
        self._settings = settings
        self._speak = speak
        names = dict(LANGUAGE.choices()) if LANGUAGE.choices else {}
        choices = [(language, names[language]) for language in LANGUAGES]
        self.language = ChipRow(choices, "welcomeLanguage", "语言 · Language")
        self.language.choose([language_in_use()])
        self.language.chosen.connect(self._use_language)
        self.shop_name = named(QLineEdit(), "welcomeShop")
        self.shop_name.setText(settings.get(SHOP_NAME))
        self._label = named(QLabel(), "welcomeShop.label", role="muted")
        self._label.setBuddy(self.shop_name)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._label)
        row.addWidget(self.shop_name, 1)
        self.body.addWidget(self.language)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.has_backup = False
        self._backup = self.add_verb("welcomeBackup", "", self._bring_backup, "quiet", at_left=True)
        self._verb = self.add_verb("welcomeBegin", "", self.accept, "primary")
        self._say()
        self.shop_name.setFocus()

    def done(self, result: int) -> None:
        """Keep the answers and close."""
        name = " ".join(self.shop_name.text().split())
        if name:
            self._settings.set(SHOP_NAME, name)
        super().done(result)

    def _bring_backup(self) -> None:
        """Begin with a backup of another computer in the place of an empty shop."""
        self.has_backup = True
        self.accept()

    def _use_language(self, keys: tuple[str, ...]) -> None:
        self._settings.set(LANGUAGE, keys[0])
        self._speak(keys[0])
        self._say()

    def _say(self) -> None:
        """Say everything in the language in use."""
        title = _T("Welcome", "Welcome")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.heading.setText(title)
        self.say_lead(
            _T(
                "Welcome",
                "Your customers stay on this computer, encrypted. Two answers, and you can begin; both can be changed "
                "later in the settings.",
            )
        )
        self._verb.setText(_T("Welcome", "Begin"))
        self._backup.setText(_T("Welcome", "I have a backup …"))
        self._backup.setAccessibleName(self._backup.text())
        said = _T("Welcome", "Name of your shop")
        self._label.setText(said)
        self.shop_name.setAccessibleName(said)
        self.shop_name.setPlaceholderText(_T("Welcome", "for example: Longjing Tea House"))
        self.fit()


def ask_welcome(theme: Theme, settings: Settings, speak: Callable[[str], object]) -> bool:
    """Ask, wait for the answer, and say whether a backup is to be brought in.

    `speak` puts a language into use for every text asked for from then on.
    """
    dialog = WelcomeDialog(None, theme, settings, speak)
    dialog.exec()
    return dialog.has_backup
