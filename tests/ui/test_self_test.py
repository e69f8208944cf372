"""The whole self-test as a shop types it, in a process of its own: with the window, painted without a screen."""

import os
import subprocess
import sys


def test_from_source_everything_works_and_nothing_is_left(tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    homes = dict.fromkeys(
        ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), str(tmp_path / "home")
    )
    environment = {**os.environ, **homes, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))}
    command = [sys.executable, "-m", "crm_desktop", "--lang", "en", "--self-test"]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ok: Window painted – Qt 6" in done.stdout
    assert "ok: Paper drawn by a child process" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["temporary"]
    assert list(temporary.iterdir()) == []
