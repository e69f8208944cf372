"""The way into a shop that was just begun: asks the first questions, and goes on as they were answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from crm_desktop.base.settings import Settings
from crm_desktop.services.open_shop import OpenShop, owner_word
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.ui.dialogs.first_run import FirstAnswer, FirstRun
    from crm_desktop.ui.flows import Flows

UNANSWERED = "first/unanswered"
"""Remembered while the first questions stand open: whoever loses power over them is asked again."""


def is_first(shop: OpenShop, memory: QSettings) -> bool:
    """Say whether the first questions are to be asked: the shop is new, or nobody answered them."""
    return shop.is_new or memory.value(UNANSWERED) is not None


def ask_first(
    shop: OpenShop,
    theme: Theme,
    settings: Settings,
    memory: QSettings,
    work: Work,
    *,
    speak: Callable[[str], object],
    on_answer: Callable[[FirstAnswer], object],
) -> FirstRun:
    """Ask before there is a window; `on_answer` opens it. `speak` puts a language into use at once."""
    from crm_desktop.ui.dialogs.first_run import FirstPlace, FirstRun
    from crm_desktop.ui.help.asking import answer_help

    before = owner_word()
    memory.setValue(UNANSWERED, "1")
    memory.sync()

    def name(_answer: FirstAnswer) -> None:
        memory.remove(UNANSWERED)
        from crm_desktop.services.set_up_shop import name_owner

        after = owner_word()
        if after != before:
            work.write(lambda: name_owner(shop.workplace, before, after))

    dialog = FirstRun(None, theme, settings, FirstPlace(shop.places.data.path, memory, speak))
    answer_help(dialog, theme)
    dialog.answered.connect(name)
    dialog.answered.connect(on_answer)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def show_first_steps(flows: Flows) -> None:
    """Ask again, over the window of a shop at work; what would replace its customers is not offered."""
    from crm_desktop.domain.query import CustomerQuery
    from crm_desktop.services.begin_trade import has_rules_and_plans
    from crm_desktop.services.read_customers import count_customers

    place = flows.shop.workplace

    def read() -> tuple[bool, bool]:
        return all(has_rules_and_plans(place)), not count_customers(place, CustomerQuery())

    flows.frame.work.read(read, partial(_show, flows), group="first.steps")


def _show(flows: Flows, found: tuple[bool, bool]) -> None:
    from crm_desktop.ui.dialogs.first_run import FirstPlace, FirstRun

    has_all, is_empty = found
    frame = flows.frame
    place = FirstPlace(flows.shop.places.data.path, frame.memory, asks_trade=not has_all, is_empty=is_empty)
    dialog = FirstRun(flows.window, frame.theme, frame.settings, place)
    dialog.finished.connect(dialog.deleteLater)
    dialog.answered.connect(partial(begin, flows))
    dialog.open()


def begin(flows: Flows, answer: FirstAnswer) -> None:
    """Begin as was answered; a sample shop comes with the rules of its own trade."""
    from crm_desktop.services.begin_trade import begin_trade
    from crm_desktop.ui.dialogs.first_customers import Way

    place = flows.shop.workplace
    if answer.trade and answer.way not in (Way.SAMPLE, Way.BACKUP):
        flows.frame.work.write(lambda: begin_trade(place, answer.trade))
    if answer.way is Way.FILES:
        flows.import_files(answer.files)
    elif answer.way is Way.TYPE:
        flows.window.verbs.run("customer.new")
    elif answer.way is Way.SAMPLE:
        flows.fill_sample_shop()
    elif answer.way is Way.BACKUP:
        flows.restore_instead()
