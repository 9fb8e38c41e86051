"""The workflows use pinned actions, state their permissions and end by themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[1] / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*\s*$")


def _jobs(workflow: Path) -> dict[str, Any]:
    jobs: dict[str, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return jobs


def test_there_is_a_workflow_to_build_and_one_to_deploy() -> None:
    assert {workflow.name for workflow in WORKFLOWS} >= {"build.yml", "deploy.yml"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
class TestEveryWorkflow:
    def test_pins_each_action_by_its_commit_and_names_the_version(self, workflow: Path) -> None:
        used = [line for line in workflow.read_text(encoding="utf-8").splitlines() if "uses:" in line]
        assert used
        assert [line for line in used if not PINNED.search(line)] == []

    def test_grants_nothing_at_the_top_and_each_job_states_what_it_needs(self, workflow: Path) -> None:
        assert yaml.safe_load(workflow.read_text(encoding="utf-8"))["permissions"] == {}
        assert [name for name, job in _jobs(workflow).items() if not job.get("permissions")] == []

    def test_ends_each_job_after_a_stated_time(self, workflow: Path) -> None:
        assert [name for name, job in _jobs(workflow).items() if "timeout-minutes" not in job] == []

    def test_leaves_no_credentials_in_the_checkout(self, workflow: Path) -> None:
        for job in _jobs(workflow).values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def test_the_job_that_may_publish_runs_no_code_of_the_repository() -> None:
    publishing = {
        name: job
        for workflow in WORKFLOWS
        for name, job in _jobs(workflow).items()
        if "write" in job["permissions"].values()
    }
    assert list(publishing) == ["deploy"]
    assert [step for step in publishing["deploy"]["steps"] if "run" in step] == []
