"""Jobs run off the GUI thread; answers and errors come home to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.ui.work import GIVES_WAY, INSIST_S, GiveWay, Work


class Told:
    """Remembers what was said, and by which thread."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.crashes: list[BaseException] = []
        self.answers: list[object] = []
        self.threads: set[str] = set()

    def answer(self, value: object) -> None:
        self.answers.append(value)
        self.threads.add(threading.current_thread().name)


class Gate:
    """A job that waits until it is let go, or until it is interrupted as a running query is."""

    def __init__(self) -> None:
        self.started = threading.Event()
        self.let_go = threading.Event()
        self.interrupted = threading.Event()
        self.runs = 0
        self.running = False

    def __call__(self) -> str:
        self.runs += 1
        self.running = True
        self.started.set()
        self.let_go.wait(20)
        self.running = False  # what is told to stop from here on is over, as a query is
        if self.interrupted.is_set():
            self.interrupted.clear()
            raise RuntimeError("interrupted")
        return "slow"

    def interrupt(self, thread: int) -> None:
        if self.running:
            self.interrupted.set()
            self.let_go.set()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def work(qtbot: QtBot, told: Told, gate: Gate) -> Iterator[Work]:
    made = Work(told.faults.append, told.crashes.append, gate.interrupt)
    yield made
    gate.let_go.set()
    made.close()


def test_an_answer_comes_home_to_the_gui_thread(qtbot: QtBot, work: Work, told: Told) -> None:
    where: list[str] = []
    work.read(lambda: where.append(threading.current_thread().name) or 7, told.answer)
    qtbot.waitUntil(lambda: told.answers == [7])
    assert where == ["reads"]
    assert told.threads == {threading.main_thread().name}


def test_a_newer_question_drops_and_interrupts_the_older(qtbot: QtBot, work: Work, told: Told, gate: Gate) -> None:
    work.read(gate, told.answer)
    gate.started.wait(5)
    work.read(lambda: "queued", told.answer)
    work.read(lambda: "newest", told.answer)
    qtbot.waitUntil(work.is_idle)
    assert told.answers == ["newest"]
    assert told.crashes == []


def test_groups_do_not_drop_each_other(qtbot: QtBot, work: Work, told: Told) -> None:
    work.read(lambda: "rows", told.answer, group="rows")
    work.read(lambda: "count", told.answer, group="count")
    qtbot.waitUntil(work.is_idle)
    assert told.answers == ["rows", "count"]


def test_a_patient_write_lets_a_save_pass_and_is_done_after(qtbot: QtBot, work: Work, told: Told) -> None:
    started = threading.Event()

    def bring_in(somebody_waits: Callable[[], bool]) -> str:
        first = not started.is_set()
        started.set()
        while first and not somebody_waits():
            time.sleep(0.001)
        if first:
            raise GiveWay
        return "import"

    work.write_patiently(bring_in, told.answer)
    started.wait(5)
    work.write(lambda: "save", told.answer)
    qtbot.waitUntil(work.is_idle)
    assert told.answers == ["save", "import"]


def test_a_patient_write_goes_on_where_only_a_look_of_each_second_waits(
    qtbot: QtBot, work: Work, told: Told, gate: Gate
) -> None:
    asked: list[bool] = []

    def bring_in(somebody_waits: Callable[[], bool]) -> str:
        gate.started.set()
        gate.let_go.wait(5)
        asked.append(somebody_waits())
        return "import"

    work.write_patiently(bring_in, told.answer)
    gate.started.wait(5)
    work.watch(lambda: "version", told.answer)
    gate.let_go.set()
    qtbot.waitUntil(work.is_idle)
    assert (asked, told.answers) == ([False], ["import", "version"])


def test_each_answer_is_taken_in_a_turn_of_its_own(qtbot: QtBot, work: Work, told: Told) -> None:
    turns: list[int] = []
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: turns.append(len(told.answers)))
    done = threading.Event()
    work.read(lambda: 1, told.answer, group="rows")
    work.read(lambda: 2, told.answer, group="count")
    work.read(done.set, told.answer, group="last")
    done.wait(5)  # all three are on their way home before the window takes any
    beat.start()
    qtbot.waitUntil(work.is_idle)
    beat.stop()
    assert {1, 2} <= set(turns)


def test_who_waits_for_a_patient_write_hears_that_it_ended_by_a_mistake(qtbot: QtBot, work: Work, told: Told) -> None:
    def bring_in(_somebody_waits: Callable[[], bool]) -> str:
        raise ValueError("ours")

    work.write_patiently(bring_in, told.answer, on_crash=lambda: told.answer("ended"))
    qtbot.waitUntil(work.is_idle)
    assert (len(told.crashes), told.answers) == (1, ["ended"])


def test_a_patient_write_insists_in_the_end(qtbot: QtBot, work: Work, told: Told) -> None:
    tries: list[bool] = []

    def bring_in(somebody_waits: Callable[[], bool]) -> str:
        work.write(lambda: None)
        tries.append(somebody_waits())
        if tries[-1]:
            raise GiveWay
        return "import"

    work.write_patiently(bring_in, told.answer)
    qtbot.waitUntil(lambda: told.answers == ["import"])
    assert tries == [True] * GIVES_WAY + [False]


def test_a_patient_question_gives_way_and_is_answered_after(qtbot: QtBot, work: Work, told: Told, gate: Gate) -> None:
    work.read(gate, told.answer, group="count", patient=True)
    gate.started.wait(5)
    work.read(lambda: "typed", told.answer, group="search")
    qtbot.waitUntil(work.is_idle)
    assert told.answers == ["typed", "slow"]
    assert gate.runs == 2


def test_a_forgotten_group_stays_silent(qtbot: QtBot, work: Work, told: Told, gate: Gate) -> None:
    work.read(gate, told.answer, group="page")
    gate.started.wait(5)
    work.forget("page")
    qtbot.waitUntil(work.is_idle)
    assert told.answers == []


def test_an_answer_for_a_widget_that_is_gone_reaches_nobody(qtbot: QtBot, work: Work, told: Told, gate: Gate) -> None:
    label = QLabel()
    work.read(gate, partial(label.setToolTip))
    gate.started.wait(5)
    delete(label)
    gate.let_go.set()
    work.read(lambda: "after", told.answer, group="other")
    qtbot.waitUntil(lambda: told.answers == ["after"])
    assert told.crashes == []


def test_writes_keep_their_order_and_none_is_dropped(qtbot: QtBot, work: Work, told: Told) -> None:
    wrote: list[object] = []
    work.wrote.connect(wrote.append)
    for number in range(5):
        work.write(lambda number=number: number, told.answer)
    qtbot.waitUntil(work.is_idle)
    assert told.answers == wrote == [0, 1, 2, 3, 4]


def test_watching_the_writing_side_is_not_told_as_a_write(qtbot: QtBot, work: Work, told: Told) -> None:
    wrote: list[object] = []
    work.wrote.connect(wrote.append)
    work.watch(lambda: 3, told.answer)
    qtbot.waitUntil(work.is_idle)
    assert (told.answers, wrote) == ([3], [])


def test_a_fault_is_told_and_a_mistake_is_reported(qtbot: QtBot, work: Work, told: Told) -> None:
    def full_disk() -> None:
        raise Fault(FaultKind.DISK_FULL)

    work.write(full_disk)
    work.write(lambda: 1 // 0)
    qtbot.waitUntil(work.is_idle)
    assert [fault.kind for fault in told.faults] == [FaultKind.DISK_FULL]
    assert isinstance(told.crashes[0], ZeroDivisionError)


def test_the_asker_can_take_the_fault(qtbot: QtBot, work: Work, told: Told) -> None:
    mine: list[Fault] = []

    def missing() -> None:
        raise Fault(FaultKind.NOT_FOUND)

    work.read(missing, told.answer, mine.append)
    qtbot.waitUntil(work.is_idle)
    assert mine[0].kind == FaultKind.NOT_FOUND
    assert told.faults == []


def test_long_work_is_said_and_unsaid(qtbot: QtBot, work: Work, told: Told, gate: Gate) -> None:
    busy: list[bool] = []
    work.busy.connect(busy.append)
    work.write(gate, told.answer)
    qtbot.waitUntil(lambda: busy == [True])
    gate.let_go.set()
    qtbot.waitUntil(lambda: busy == [True, False])


def test_closing_finishes_every_write_and_drops_the_reads(qtbot: QtBot, told: Told, gate: Gate) -> None:
    work = Work(told.faults.append, told.crashes.append, gate.interrupt)
    done: list[str] = []
    work.read(gate, told.answer)
    gate.started.wait(5)
    work.write(lambda: done.append("first"))
    work.write(lambda: done.append("second"))
    work.close()
    assert done == ["first", "second"]
    assert told.answers == []


def test_what_can_wait_is_answered_behind_the_upkeep_of_files(qtbot: QtBot, work: Work, told: Told) -> None:
    upkeep = Gate()
    work.look_after(upkeep)
    work.read(lambda: "count", told.answer, group="count", patient=True, can_wait=True)
    work.read(lambda: "list", told.answer, group="list", patient=True)
    qtbot.waitUntil(lambda: told.answers == ["list"])
    upkeep.let_go.set()
    qtbot.waitUntil(lambda: told.answers == ["list", "count"])


def test_a_failed_upkeep_is_told_and_holds_nothing_back(qtbot: QtBot, work: Work, told: Told) -> None:
    work.look_after(lambda: 1 // 0)
    work.read(lambda: "count", told.answer, group="count", patient=True, can_wait=True)
    qtbot.waitUntil(work.is_idle)
    assert told.answers == ["count"]
    assert [type(error) for error in told.crashes] == [ZeroDivisionError]


def test_a_question_that_did_not_hear_is_told_again_to_stop(qtbot: QtBot, told: Told, gate: Gate) -> None:
    calls: list[int] = []

    def interrupt(thread: int) -> None:
        calls.append(1)
        if len(calls) > 1:  # at the first its query had not begun
            gate.interrupt(thread)

    work = Work(told.faults.append, told.crashes.append, interrupt)
    work.read(gate, told.answer, group="count", patient=True)
    gate.started.wait(5)
    work.read(lambda: "typed", told.answer, group="search")
    qtbot.waitUntil(lambda: told.answers == ["typed", "slow"])
    work.close()


def test_a_question_that_made_room_is_left_alone_when_it_is_asked_again(qtbot: QtBot, told: Told) -> None:
    started, stopped = threading.Event(), threading.Event()
    stops: list[float] = []

    def interrupt(thread: int) -> None:
        stops.append(time.perf_counter())
        stopped.set()

    def count() -> str:
        if not started.is_set():
            started.set()
            stopped.wait(20)
            time.sleep(INSIST_S / 4)  # a query takes a moment to stop
            raise RuntimeError("interrupted")
        time.sleep(3 * INSIST_S)
        return "count"

    work = Work(told.faults.append, told.crashes.append, interrupt)
    work.read(count, told.answer, group="count", patient=True)
    started.wait(5)
    work.read(lambda: "typed", told.answer, group="search")
    qtbot.waitUntil(lambda: told.answers == ["typed", "count"])
    work.close()
    assert len(stops) == 1
