"""Taking a merge back: who becomes a customer of her own again, and what stays where it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Conflict
from crm_desktop.domain.party import Party
from crm_desktop.services.describe_events import field_labels
from crm_desktop.services.say_likeness import total_words
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.unmerge_customers import UnmergePreview, preview_unmerge, unmerge
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.moments import short_moment
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.card_panel import CardPanel


class TakeApartDialog(Sheet):
    """Reads what would happen, says it, and does it when the verb is pressed."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace, operation_id: int) -> None:
        super().__init__(parent, frame.theme, "takeApartDialog", _T("Merge", "Take a merge apart"), ems=50)
        self._frame = frame
        self._place = workplace
        self._operation = operation_id
        self._later: int | None = None
        self._parts: list[QWidget] = []
        self.body.addStretch(1)
        self.back = self.add_verb("takeApartBack", _T("Merge", "Leave as it is"), self.reject)
        self.act = self.add_verb("takeApartVerb", _T("Merge", "Take apart"), self._do, "primary")
        self._ask()

    def _ask(self) -> None:
        place, operation = self._place, self._operation
        self.act.setEnabled(False)
        self._frame.work.read(lambda: preview_unmerge(place, operation), self._show, self._refuse, "takeApart")

    def _show(self, preview: UnmergePreview) -> None:
        self._clear()
        merge = preview.merge
        who = merge.person or _T("Merge", "the program")
        said = _T("Merge", "Merged by {who}, {when}.").format(who=who, when=short_moment(merge.at, self._place.now()))
        self.say_lead(said)
        names = _bullets([_party(one) for one in merge.merged])
        self._add("again", _T("Merge", "Customers of their own again"), names)
        if preview.later:
            words, count = total_words(), _T("Merge", "{what}: {count}")
            later = _bullets([count.format(what=words[one.what], count=one.count) for one in preview.later])
            stays = _T("Merge", "Came after the merge and stays with {name}")
            self._add("later", stays.format(name=merge.survivor.name), later)
        if preview.changed_since:
            kept = _bullets(list(dict.fromkeys(map(_changed, preview.changed_since))))
            self._add("changed", _T("Merge", "Changed since the merge and left as it is"), kept)
        if not (preview.later or preview.changed_since):
            name = merge.survivor.name
            all_back = _T("Merge", "Nothing has come to {name} since: everything will be as before the merge.")
            self._add("nothing", "", all_back.format(name=name))
        self._offer(preview)
        self.fit(may_shrink=True)

    def _offer(self, preview: UnmergePreview) -> None:
        """Offer to do it, or to go to the later merge that comes first."""
        self._later = preview.blocked_by
        if self._later is not None:
            self._add("blocked", "", _T("Merge", "A later merge has to be taken apart first."))
        verb = _T("Merge", "Take apart") if self._later is None else _T("Merge", "Show the later merge")
        self.act.setText(verb)
        self.act.setEnabled(True)
        self.act.setFocus()

    def _do(self) -> None:
        self.act.setEnabled(False)
        if self._later is not None:
            self._operation = self._later
            self._ask()
            return
        place, operation = self._place, self._operation
        self._frame.work.write(lambda: unmerge(place, operation).changes, self._done, self._refuse)

    def _done(self, _changes: object) -> None:
        self.accept()

    def _refuse(self, fault: Fault) -> None:
        already = fault.kind is FaultKind.NOT_UNDOABLE and fault.values.get("already")
        said = _T("Merge", "This merge has been taken apart already.") if already else sentence_for(fault)
        self.say_fault(said)

    def _add(self, name: str, heading: str, text: str) -> None:
        card = CardPanel(heading, f"takeApart.{name}")
        card.body.addWidget(text_label(text, f"takeApart.{name}.text"))
        self.body.insertWidget(self.body.count() - 1, card)
        card.show()  # it counts in the height from now on
        self._parts.append(card)

    def _clear(self) -> None:
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []


def take_apart(parent: QWidget, frame: Frame, workplace: Workplace, operation_id: int) -> TakeApartDialog:
    """Open the dialog; returns at once."""
    dialog = TakeApartDialog(parent, frame, workplace, operation_id)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _party(one: Party) -> str:
    return " · ".join(part for part in (one.name, one.phone, one.card_number) if part)


def _changed(conflict: Conflict) -> str:
    return field_labels().get(conflict.field, conflict.field)


def _bullets(lines: list[str]) -> str:
    return "\n".join(f"•  {line}" for line in lines)
