"""Branch coverage: the tests of the parts are run once, and it is kept which of them ran which line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import coverage

from .scope import BUILT, ROOT, Part

PYTEST = (
    *("-q", "-p", "no:cacheprovider", "-p", "tests.torture.traced", "--hypothesis-profile=torture"),
    *("-o", "addopts=", "--import-mode=importlib", "-W", "ignore::pytest.PytestConfigWarning"),
)


class Unwell(Exception):  # noqa: N818 - it is said to a person, as a sentence
    """The tests fail by themselves, so that nothing can be measured by them."""


@dataclass(frozen=True, slots=True)
class Covered:
    """Of one module: how many statements and branches it has, and what was not run, as coverage tells it."""

    module: str
    statements: int
    branches: int
    missed: int
    missing: str

    @property
    def percent(self) -> float:
        """Statements and branches together."""
        whole = self.statements + self.branches
        return 100 * (whole - self.missed) / whole if whole else 100.0


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a part's tests told."""

    part: Part
    covered: tuple[Covered, ...]
    seconds: dict[str, float]

    def tests_of(self, module: str, first: int, last: int) -> tuple[list[str], list[str]]:
        """The tests that ran one of these lines, and the others that ran the module, both the quickest first.

        What runs when the module is imported is no test's: then all of the part's are of the second kind.
        """
        lines = self._lines(module)
        near = {test for line in range(first, last + 1) for test in lines.get(line, ()) if test}
        far = {test for tests in lines.values() for test in tests if test} if near else {*self.seconds}
        return sorted(near, key=self._rank), sorted(far - near, key=self._rank)

    def is_imported(self, module: str, first: int, last: int) -> bool:
        """Whether one of these lines ran while no test did."""
        lines = self._lines(module)
        return any("" in lines.get(line, ()) for line in range(first, last + 1))

    def _rank(self, test: str) -> tuple[float, str]:
        return self.seconds.get(test, 0.0), test

    def _lines(self, module: str) -> dict[int, list[str]]:
        key = (self.part.name, module)
        if key not in _LINES:
            data = coverage.CoverageData(basename=str(_file(self.part)))
            data.read()
            _LINES[key] = data.contexts_by_lineno(str(ROOT / module))
        return _LINES[key]


_LINES: dict[tuple[str, str], dict[int, list[str]]] = {}


def measure(part: Part) -> Measured:
    """Runs the part's tests. Raises `Unwell`."""
    BUILT.mkdir(parents=True, exist_ok=True)
    seconds, report = BUILT / f"{part.name}.seconds.json", BUILT / f"{part.name}.json"
    report.unlink(missing_ok=True)
    settings = BUILT / f"{part.name}.coveragerc"
    include = "\n    ".join(part.modules)
    settings.write_text(
        f"[run]\nbranch = true\ndata_file = {_file(part)}\nrelative_files = false\ninclude =\n    {include}\n",
        encoding="utf-8",
    )
    done = _coverage("run", f"--rcfile={settings}", "-m", "pytest", *PYTEST, *part.files, seconds=seconds)
    if done.returncode:
        raise Unwell(f"the tests of {part.name} fail:\n{done.stdout[-4000:]}{done.stderr[-2000:]}")
    _coverage("json", f"--rcfile={settings}", "-o", str(report))
    files = json.loads(report.read_text(encoding="utf-8"))["files"] if report.exists() else {}
    if missing := [module for module in part.modules if module not in files]:
        raise Unwell(f"no test of {part.name} imports {', '.join(missing)}")
    covered = tuple(_covered(module, files[module]) for module in part.modules)
    return Measured(part, covered, json.loads(seconds.read_text(encoding="utf-8")))


def table(measured: Sequence[Measured]) -> str:
    """A line for each part, and below it what was not run."""
    lines = [
        "| part | modules | statements | branches | not run | branch coverage |",
        "|---|---|---|---|---|---|",
    ]
    for each in measured:
        statements = sum(module.statements for module in each.covered)
        branches = sum(module.branches for module in each.covered)
        missed = sum(module.missed for module in each.covered)
        whole = statements + branches
        percent = 100 * (whole - missed) / whole
        lines.append(
            f"| {each.part.name} | {len(each.covered)} | {statements} | {branches} | {missed} | {percent:.1f} % |"
        )
    short = [module for each in measured for module in each.covered if module.missed]
    return "\n".join([*lines, "", *(f"{module.module}: {module.missing}" for module in short)])


# --- Private ---


def _coverage(*arguments: str, seconds: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CI": "1", "BRIEFS_SECONDS": str(seconds or "")}
    command = [sys.executable, "-m", "coverage", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def _file(part: Part) -> Path:
    return BUILT / f"{part.name}.coverage"


def _covered(module: str, told: dict[str, Any]) -> Covered:
    lines = [str(line) for line in told["missing_lines"]]
    branches = [f"{a}->{'exit' if b < 0 else b}" for a, b in told["missing_branches"]]
    summary = told["summary"]
    return Covered(
        module,
        summary["num_statements"],
        summary["num_branches"],
        summary["missing_lines"] + summary["missing_branches"],
        ", ".join([*lines, *branches]),
    )
