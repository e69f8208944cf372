"""What measures a built program and tries it in an empty root: the pieces that need no build."""

import os
import sys

import pytest

from tools import bare_root, start_time
from tools.start_time import Start

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="read from Linux's own files")


def test_of_several_starts_the_middle_of_each_figure_counts():
    assert start_time._middle([Start(3, 1, 9), Start(1, 2, 8), Start(2, 9, 7)]) == Start(2, 2, 8)


@LINUX
def test_processor_time_and_memory_are_those_of_the_process():
    assert start_time._processor(os.getpid()) == pytest.approx(sum(os.times()[:2]), abs=0.5)
    assert 10 < start_time._memory(os.getpid()) < 4000


@LINUX
def test_a_start_has_ended_when_the_channel_is_there_not_another_file(tmp_path):
    (tmp_path / "crm-desktop-opened").mkdir()
    assert start_time._channels({"TMPDIR": str(tmp_path)}) == []


@LINUX
def test_an_empty_root_gets_libraries_with_all_that_they_load_and_nothing_of_python():
    names = {path.name for path in bare_root.libraries(("libz.so.1", "libc.so.6"))}
    assert {"libz.so.1", "libc.so.6"} <= names
    assert [name for name in names if name.startswith("ld-linux")]
    assert not [name for name in names if "python" in name or "Qt" in name]


def test_without_an_archive_it_says_what_it_needs(tmp_path, capsys):
    assert bare_root.main([str(tmp_path / "none.tar.xz")]) == 2
    assert "none.tar.xz" in capsys.readouterr().err
