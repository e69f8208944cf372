"""What runs on the build servers: valid, pinned, on all three systems, and asking for nothing that is not here."""

import re
from pathlib import Path

import pytest
import yaml

import dev

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path):
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def jobs(name):
    return read(ROOT / ".github" / "workflows" / f"{name}.yml")["jobs"]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request):
    return request.param


def test_both_workflows_are_there():
    assert [path.stem for path in WORKFLOWS] == ["build", "test"]


def test_every_action_is_pinned_to_one_commit_and_names_its_version(workflow):
    used = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_a_workflow_may_only_read_and_every_job_ends(workflow):
    assert read(workflow)["permissions"] == {"contents": "read"}
    assert all(job["timeout-minutes"] <= 90 for job in read(workflow)["jobs"].values())


def test_a_workflow_asks_for_verbs_and_files_that_there_are(workflow):
    text = "\n".join(step.get("run", "") for step in steps(workflow))
    assert set(re.findall(r"dev\.py (\w+)", text)) <= {*dev.VERBS, "build"}
    named = {name.replace("\\", "/") for name in re.findall(r"packaging[/\\][\w/\\.-]+", text)}
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_nothing_from_outside_is_pasted_into_a_script(workflow):
    for step in steps(workflow):
        assert not re.search(r"\$\{\{\s*(github|secrets|inputs|env|needs)\b", step.get("run", "")), step["run"]


def test_the_tests_run_on_three_systems():
    [job] = jobs("test").values()
    assert {name.split("-")[0] for name in job["strategy"]["matrix"]["system"]} == {"ubuntu", "windows", "macos"}


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_each_system_builds_tries_the_program_out_and_keeps_it(system):
    done = jobs("build")[system]["steps"]
    runs = [step.get("run", "") for step in done]
    assert "python dev.py build" in runs
    assert any("crm-desktop-cli" in run and "--self-test" in run for run in runs[runs.index("python dev.py build") :])
    assert done[-1]["with"]["if-no-files-found"] == "error"


def test_a_release_waits_for_every_system_and_is_for_tags_alone():
    release = jobs("build")["release"]
    assert set(release["needs"]) >= {"linux", "windows", "macos"}
    assert release["if"] == "github.ref_type == 'tag'"
    assert release["permissions"] == {"contents": "write"}


def test_what_is_kept_has_the_names_that_are_made():
    text = (ROOT / "packaging" / "windows" / "crm-desktop.iss").read_text(encoding="utf-8-sig")
    assert "OutputBaseFilename={#Program}-{#AppVersion}-windows-setup" in text
    assert jobs("build")["windows"]["steps"][-1]["with"]["path"] == "dist/*-windows-setup.exe"
