"""Keep in touch: a tag gets a cadence, another, and an end."""

from __future__ import annotations

import pytest

from crm_desktop.domain.customer import InteractionKind
from crm_desktop.domain.plans import Cadence
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.keep_in_touch import read_cadences, save_cadence
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.ui.dialogs.cadences import show_cadences


def tagged(counter, name, *tags):
    customer = counter.shelf.add(name)
    for tag in tags:
        add_tag(counter.shop.workplace, customer, tag)
    return [tag.id for tag in counter.shelf.customer(customer).tags]


def opened(counter):
    shown = show_cadences(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: shown.form.tag.count() > 0)
    return shown


@pytest.fixture
def vip(counter):
    (tag,) = tagged(counter, "王小明", "VIP")
    return tag


def stored(counter):
    return [(one.ideal_days, one.longest_days, one.active) for one in read_cadences(counter.shop.workplace)]


def test_the_first_cadence_is_begun_at_once(counter, vip):
    dialog = opened(counter)
    assert counter.read("cadenceSentence") == "Choose the tag of those you want to keep in touch with."
    dialog.form.tag.setCurrentIndex(0)
    dialog.form.ideal.setValue(14)
    counter.press("cadenceSave")
    counter.wait(lambda: len(dialog.list.texts()) == 1)
    assert stored(counter) == [(14, 60, True)]
    assert "“VIP”" in counter.read("cadenceSentence")


def test_a_longest_gap_below_the_ideal_one_is_refused_in_place(counter, vip):
    save_cadence(counter.shop.workplace, Cadence(vip, 30, 60))
    dialog = opened(counter)
    dialog.form.longest.setValue(10)
    counter.press("cadenceSave")
    counter.wait(lambda: counter.see("cadenceLongest.problem"))
    assert stored(counter) == [(30, 60, True)]


def test_only_what_counts_as_met_is_kept_and_it_must_be_something(counter, vip):
    save_cadence(counter.shop.workplace, Cadence(vip, 30, 60))
    dialog = opened(counter)
    dialog.form.contacts.choose([])
    dialog.form.changed.emit()
    counter.press("cadenceSave")
    counter.wait(lambda: counter.see("cadenceContact.problem"))
    dialog.form.contacts.choose(["visit"])
    counter.press("cadenceSave")
    counter.wait(lambda: read_cadences(counter.shop.workplace)[0].contact_kinds == (InteractionKind.VISIT,))


def test_a_tag_with_a_cadence_is_not_offered_twice(counter, vip):
    tagged(counter, "李静", "老客")
    save_cadence(counter.shop.workplace, Cadence(vip, 30, 60))
    dialog = opened(counter)
    counter.press("cadenceNew")
    assert [dialog.form.tag.itemText(place) for place in range(dialog.form.tag.count())] == ["老客"]


def test_an_ended_cadence_that_planned_something_stays_switched_off(counter, vip):
    save_cadence(counter.shop.workplace, Cadence(vip, 30, 60))
    do_daily_work(counter.shop.workplace)
    dialog = opened(counter)
    counter.press("cadenceRemove")
    counter.wait(lambda: stored(counter) == [(30, 60, False)])
    counter.wait(lambda: dialog.list.texts()[0][2] == "off")
    assert not counter.see("cadenceRemove")
