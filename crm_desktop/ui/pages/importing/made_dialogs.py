"""Columns the file does not have: one cut into pieces, several joined, one value for every row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.exchange.made import piece
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, Made, SplitBy, Target
from crm_desktop.exchange.plan_edit import constant, join, split
from crm_desktop.services.import_views import TargetView
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

MOST_PIECES = 4
Take = Callable[[ImportPlan], object]


class _MadeDialog(Sheet):
    """Changes a plan by one made column or several and hands it on."""

    def __init__(self, parent: QWidget, theme: Theme, name: str, title: str, take: Take) -> None:
        super().__init__(parent, theme, name, title, ems=40)
        self._take = take
        self.form = FormGrid(f"{name}.form")
        self.body.addWidget(self.form)
        self.add_verb(f"{name}.cancel", _T("Wizard", "Cancel"), self.reject)
        self.verb: QPushButton = self.add_verb(f"{name}.verb", title.rstrip(" …"), self._done, "primary")

    def plan(self) -> ImportPlan:
        """Return the changed plan."""
        raise NotImplementedError

    def _done(self) -> None:
        self._take(self.plan())
        self.accept()


class SplitDialog(_MadeDialog):
    """Cuts one column into two to four."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        plan: ImportPlan,
        *,
        column: ColumnPlan,
        targets: Sequence[TargetView],
        samples: Sequence[str],
        take: Take,
    ) -> None:
        super().__init__(parent, theme, "wizard.split", _T("Wizard", "Split the column"), take)
        self.say_lead(column.heading)
        self._plan, self._column, self._samples = plan, column, samples
        self.by = named(QComboBox(), "wizard.split.by")
        for key, text in _split_words():
            self.by.addItem(text, key.value)
        self.separator = named(QLineEdit("-"), "wizard.split.separator")
        self.form.add(_T("Wizard", "Where to cut"), self.by)
        self.form.add(_T("Wizard", "The sign between"), self.separator)
        self.pieces = [place_combo(f"wizard.split.piece{n + 1}", targets, none=n > 1) for n in range(MOST_PIECES)]
        self.examples = []
        for number, combo in enumerate(self.pieces):
            self.form.add(_T("Wizard", "Piece {number} goes to").format(number=number + 1), combo)
            example = text_label("", f"wizard.split.example{number + 1}", "muted")
            self.form.add_wide(example)
            self.examples.append(example)
        self.by.setCurrentIndex(self.by.findData(self._likely().value))
        self.by.currentIndexChanged.connect(self._show)
        self.separator.textChanged.connect(self._show)
        self._show()

    def plan(self) -> ImportPlan:
        """Return the plan with the pieces in place of the column."""
        targets = [Target(combo.currentData()) for combo in self._shown_pieces() if combo.currentData()]
        return split(self._plan, self._column.index, self._by(), targets, self.separator.text())

    def _by(self) -> SplitBy:
        return SplitBy(self.by.currentData())

    def _likely(self) -> SplitBy:
        """Return the first way of cutting that cuts the examples."""
        ways = (SplitBy.PHONE, SplitBy.SLASH, SplitBy.SPACE, SplitBy.SEPARATOR)
        return next((way for way in ways if any(_cut(way, "-", text, 1) for text in self._samples)), SplitBy.SLASH)

    def _shown_pieces(self) -> list[QComboBox]:
        return self.pieces[:2] if self._by() is SplitBy.PHONE else self.pieces

    def _show(self) -> None:
        by = self._by()
        self.form.set_shown(self.separator, by is SplitBy.SEPARATOR)
        if by is SplitBy.PHONE:
            for combo, target in zip(self.pieces, (Target.NAME, Target.PHONE), strict=False):
                combo.setCurrentIndex(combo.findData(target.value))
        shown = self._shown_pieces()
        for number, (combo, label) in enumerate(zip(self.pieces, self.examples, strict=True)):
            self.form.set_shown(combo, combo in shown)
            found = [_cut(by, self.separator.text(), text, number) for text in self._samples]
            label.setText(" · ".join(dict.fromkeys(text for text in found if text)))
            label.setVisible(combo in shown and bool(label.text()))
        self.verb.setEnabled(by is not SplitBy.SEPARATOR or bool(self.separator.text()))
        self.fit()


class JoinDialog(_MadeDialog):
    """Joins the chosen columns into one place."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        plan: ImportPlan,
        *,
        columns: Sequence[ColumnPlan],
        targets: Sequence[TargetView],
        take: Take,
    ) -> None:
        super().__init__(parent, theme, "wizard.join", _T("Wizard", "Join the columns"), take)
        self.say_lead(" + ".join(column.heading for column in columns))
        self._plan, self._indexes = plan, [column.index for column in columns]
        self.separator = named(QLineEdit(" "), "wizard.join.separator")
        self.target = place_combo("wizard.join.target", targets)
        self.form.add(_T("Wizard", "Between them"), self.separator)
        self.form.add(_T("Wizard", "Goes to"), self.target)

    def plan(self) -> ImportPlan:
        """Return the plan with the columns joined."""
        return join(self._plan, self._indexes, Target(self.target.currentData()), self.separator.text())


class ConstantDialog(_MadeDialog):
    """Gives every row one value."""

    def __init__(
        self, parent: QWidget, theme: Theme, plan: ImportPlan, targets: Sequence[TargetView], take: Take
    ) -> None:
        super().__init__(parent, theme, "wizard.constant", _T("Wizard", "Add a fixed value"), take)
        self.say_lead(_T("Wizard", "Every row gets it: a tag such as “old list”, or where the customers came from."))
        self._plan = plan
        self.target = place_combo("wizard.constant.target", targets)
        self.target.setCurrentIndex(max(0, self.target.findData(Target.TAGS.value)))
        self.text = named(QLineEdit(), "wizard.constant.text")
        self.form.add(_T("Wizard", "Goes to"), self.target)
        self.form.add(_T("Wizard", "Value"), self.text)
        self.text.textChanged.connect(self._allow)
        self._allow()
        self.text.setFocus()

    def plan(self) -> ImportPlan:
        """Return the plan with the value."""
        return constant(self._plan, Target(self.target.currentData()), self.text.text().strip())

    def _allow(self) -> None:
        self.verb.setEnabled(bool(self.text.text().strip()))


def place_combo(name: str, targets: Sequence[TargetView], *, none: bool = False) -> QComboBox:
    """Return the places as a combo box in groups; `none` offers to leave out."""
    combo = named(QComboBox(), name)
    combo.setMaxVisibleItems(18)
    model = QStandardItemModel(combo)
    combo.setModel(model)
    if none:
        combo.addItem(_T("ImportPlace", "Leave out"), "")
    group = ""
    for view in targets:
        if view.target in (Target.SKIP, Target.CUSTOM):
            continue
        if view.group != group:
            group = view.group
            heading = QStandardItem(group)
            heading.setEnabled(False)
            model.appendRow(heading)
        combo.addItem(view.title, view.target.value)
    first = "" if none else targets[0].target.value
    combo.setCurrentIndex(combo.findData(first))
    return combo


def _split_words() -> tuple[tuple[SplitBy, str], ...]:
    return (
        (SplitBy.PHONE, _T("Wizard", "Words and phone numbers apart")),
        (SplitBy.SLASH, _T("Wizard", "At / 、 , ; and line ends")),
        (SplitBy.SPACE, _T("Wizard", "At spaces")),
        (SplitBy.SEPARATOR, _T("Wizard", "At a sign of your own")),
    )


def _cut(by: SplitBy, separator: str, text: str, place: int) -> str:
    return piece(Made((0,), separator, by, place), text)
