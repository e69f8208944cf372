"""The kind of a follow-up that a calendar file's categories stand for, and the word our own files have for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crm_desktop.domain.follow_up import FollowUpKind
from crm_desktop.services.follow_up_values import own_kind, own_kind_id

KIND = "KIND"
_OWN = "own:"
_WORDS: Mapping[str, tuple[str, ...]] = {
    FollowUpKind.CALL.value: ("call", "phone", "phone call", "telephone", "电话", "打电话", "致电", "回访"),
    FollowUpKind.VISIT.value: ("visit", "meeting", "appointment", "拜访", "上门", "到店", "会面", "会议", "预约"),
    FollowUpKind.MESSAGE.value: ("message", "e-mail", "email", "sms", "消息", "短信", "微信", "邮件"),
    FollowUpKind.SERVICE.value: ("service", "repair", "服务", "维修", "保养", "售后"),
    FollowUpKind.COLLECT.value: ("collect", "collect payment", "payment", "收款", "催款", "付款"),
    FollowUpKind.OTHER.value: ("other", "其他", "其它"),
}


class CalendarKinds:
    """Turns words of calendars into kinds and back, the shop's own kinds among them."""

    def __init__(self, own: Mapping[int, str]) -> None:
        self._names = own
        self._by_word = {word: kind for kind, words in _WORDS.items() for word in words}
        self._by_word |= {name.casefold(): own_kind(own_id) for own_id, name in own.items()}

    def kind(self, own: Mapping[str, str], categories: Iterable[str]) -> str | None:
        """Return the kind that a file says, None where it says none that is known."""
        told = own.get(KIND, "")
        if told in _WORDS:
            return told
        words = [told.removeprefix(_OWN), *categories]
        known = (self._by_word.get(text.strip().casefold()) for text in words)
        return next((kind for kind in known if kind is not None), None)

    def mark(self, kind: str) -> str:
        """Return what our own files call a kind."""
        own_id = own_kind_id(kind)
        return kind if own_id is None else f"{_OWN}{self._names.get(own_id, '')}"
