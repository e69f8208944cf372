"""The first run: two short steps, each of which can be left out; what was answered is kept however it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from crm_desktop.base.declared_settings import LANGUAGE
from crm_desktop.base.settings import Settings
from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.choose_file import choose_customers
from crm_desktop.ui.dialogs.first_customers import IN_A_FILLED_SHOP, CustomersStep, Way
from crm_desktop.ui.dialogs.first_shop import ShopStep
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.drop_overlay import FileDrop


@dataclass(frozen=True)
class FirstAnswer:
    """How somebody wants to begin: with which files, and as which trade ("" for none yet)."""

    way: Way = Way.LATER
    files: tuple[Path, ...] = ()
    trade: str = ""


@dataclass(frozen=True)
class FirstPlace:
    """Where the first run takes place: the data folder, and what of it makes sense there.

    `speak` puts a language into use at once; None where the window follows the setting by itself, and does not ask.
    """

    folder: Path
    memory: QSettings | None = None
    speak: Callable[[str], object] | None = None
    asks_trade: bool = True
    is_empty: bool = True


class FirstRun(Sheet):
    """Emits `answered` with a FirstAnswer before it closes, so that the window stands when it goes."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None, theme: Theme, settings: Settings, place: FirstPlace) -> None:
        super().__init__(parent, theme, "firstRun", _T("FirstRun", "Welcome"), ems=66)
        self._settings, self._place = settings, place
        self._answer = FirstAnswer()
        self.shop = ShopStep(
            theme, settings, place.folder, is_first=place.speak is not None, asks_trade=place.asks_trade
        )
        ways = (Way.TYPE, Way.SAMPLE, Way.BACKUP) if place.is_empty else IN_A_FILLED_SHOP
        self.customers = CustomersStep(theme, ways)
        self._steps = _Steps()
        for step in (self.shop, self.customers):
            self._steps.addWidget(step)
        self.body.addWidget(self._steps, 1)
        self._make_verbs()
        FileDrop(self, self._take_files)
        self.shop.language.chosen.connect(self._use_language)
        self.shop.trade.chosen.connect(self._make_room)
        self.customers.chosen.connect(self._begin)
        self.customers.file_wanted.connect(self._choose_file)
        self._say()
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Show one of the steps; the button that Enter presses goes on from it."""
        self._steps.setCurrentIndex(number)
        is_last = number == 1
        self._next.setVisible(not is_last)
        self._choose.setVisible(is_last)
        self._back.setVisible(is_last)
        self._backup.setVisible(not is_last and self._place.is_empty)
        (self._choose if is_last else self._next).setDefault(True)
        self._say_heading()
        self.fit()
        if is_last:
            self._choose.setFocus()
        else:
            self.shop.focus_first()

    def done(self, result: int) -> None:
        """Keep the answers, hand them over and close."""
        self.shop.keep()
        answer = FirstAnswer(self._answer.way, self._answer.files, self.shop.chosen_trade())
        self.answered.emit(answer)
        super().done(result)

    # verbs

    def _make_verbs(self) -> None:
        self._back = self.add_verb("firstBack", "", self._go_back, "quiet", at_left=True)
        self._backup = self.add_verb("firstBackup", "", self._bring_backup, "quiet", at_left=True)
        self._later = self.add_verb("firstLater", "", self.reject)
        self._next = self.add_verb("firstNext", "", self._go_on, "primary")
        self._choose = self.add_verb("firstChoose", "", self._choose_file, "primary")

    def _go_on(self) -> None:
        self.shop.keep()
        self.show_step(1)

    def _go_back(self) -> None:
        self.show_step(0)

    def _bring_backup(self) -> None:
        self._begin(Way.BACKUP)

    def _choose_file(self) -> None:
        choose_customers(self, self._place.memory, self._take_file)

    def _take_file(self, path: Path) -> None:
        QTimer.singleShot(0, self, partial(self._take_files, [path]))  # the system's dialog closes first

    def _take_files(self, paths: Sequence[Path]) -> None:
        self._begin(Way.FILES, tuple(paths))

    def _begin(self, way: Way, files: tuple[Path, ...] = ()) -> None:
        self._answer = FirstAnswer(way, files)
        self.accept()

    # words

    def _make_room(self, _keys: tuple[str, ...]) -> None:
        """Grow with the sentence on what a trade sets up: nobody should have to scroll for the rest."""
        self._steps.forget_heights()
        self.fit()

    def _use_language(self, keys: tuple[str, ...]) -> None:
        self._settings.set(LANGUAGE, keys[0])
        if self._place.speak is not None:
            self._place.speak(keys[0])
        self._say()

    def _say(self) -> None:
        """Say everything in the language in use."""
        self.shop.say()
        self.customers.say()
        for verb, text in (
            (self._back, _T("FirstRun", "Back")),
            (self._backup, _T("FirstRun", "I have a backup …")),
            (self._later, _T("FirstRun", "Later") if self._place.speak is not None else _T("FirstRun", "Close")),
            (self._next, _T("FirstRun", "Next: your customers")),
            (self._choose, _T("FirstRun", "Choose a file …")),
        ):
            verb.setText(text)
            verb.setAccessibleName(text)
        self._say_heading()
        self.fit()

    def _say_heading(self) -> None:
        if self._steps.currentIndex() == 1:
            title, lead = _T("FirstRun", "Bring your customers"), ""
        elif self._place.speak is None:
            title, lead = _T("FirstRun", "First steps"), _T("FirstRun", "What can be changed at any time, once more.")
        else:
            title = _T("FirstRun", "Welcome")
            lead = _T("FirstRun", "Every answer can be left out, and changed later in the settings.")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.heading.setText(title)
        self.say_lead(lead)


class _Steps(QStackedWidget):
    """Is as tall as its tallest step needs at this width."""

    def forget_heights(self) -> None:
        """Measure anew: what changed inside a step would be told here only when events have gone round twice."""
        for layout in self.findChildren(QLayout):
            layout.activate()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what the tallest step needs."""
        return max(step.heightForWidth(width) for place in range(self.count()) if (step := self.widget(place)))
