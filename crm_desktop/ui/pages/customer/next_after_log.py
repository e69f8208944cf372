"""After a contact was logged: when next, asked in the finish strip, and planned with one press."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import InteractionKind
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKind
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.log_interaction import Contact
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.finish_strip import Finishing, FinishStrip, usual_steps

_KINDS = {
    InteractionKind.VISIT: FollowUpKind.VISIT,
    InteractionKind.MEETING: FollowUpKind.VISIT,
    InteractionKind.WECHAT: FollowUpKind.MESSAGE,
    InteractionKind.MESSAGE: FollowUpKind.MESSAGE,
    InteractionKind.EMAIL: FollowUpKind.MESSAGE,
}
"""The kind of follow-up that goes on with a kind of contact; a call for the others."""


class NextAfterLog(QObject):
    """Keeps what was logged until the strip is answered, left, or another customer is shown."""

    def __init__(self, model: RecordModel, place: QVBoxLayout, on_close: Callable[[], object]) -> None:
        super().__init__(model)
        self._model = model
        self._contact: Contact | None = None
        self._customer_id: int | None = None
        self._place, self._on_close = place, on_close
        self.strip: FinishStrip | None = None
        model.shown.connect(self.close)

    def offer(self, contact: Contact) -> None:
        """Ask when next."""
        place = self._model.workplace
        self._contact, self._customer_id = contact, self._model.customer_id
        today = lambda: shop_clock(place).day_of(place.now())  # noqa: E731
        self._model.frame.work.read(today, self._ask, group="log.next")

    def close(self) -> None:
        """Ask no more."""
        self._contact = None
        if self.strip is not None:
            self.strip.hide()

    def _ask(self, today: date) -> None:
        if self._customer_id == self._model.customer_id and self._contact is not None:
            self._made_strip().ask_next(_T("Log", "Logged. When is the next follow-up?"), usual_steps(today))

    def _made_strip(self) -> FinishStrip:
        if self.strip is None:
            self.strip = FinishStrip(self._model.frame.theme, "log.next")
            self.strip.finished.connect(self._plan)
            self.strip.given_up.connect(self._on_close)
            self._place.addWidget(self.strip)
        return self.strip

    def _plan(self, answer: Finishing) -> None:
        self._on_close()
        from crm_desktop.services.plan_follow_up import plan_follow_up
        from crm_desktop.ui.pages.calendar.kind_look import KindLooks

        contact, place, day = self._contact, self._model.workplace, answer.next_day
        if contact is None or day is None:
            return
        kind = _KINDS.get(contact.kind, FollowUpKind.CALL).value
        title = KindLooks().of(kind).word

        def job(customer_id: int) -> ChangeSet:
            draft = FollowUpDraft(title, day, customer_id=customer_id, kind=kind, note=contact.text)
            return plan_follow_up(place, draft).changes

        self._model.save(job)
