"""Builds are measured in turn, ratios have a ceiling, and what can't be built says why."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import MOST_A_PAGE, _line, _ratios
from benchmarks.builders import Builder, Measured, measured
from benchmarks.measure import CommandFailedError, Run, run, weight

WRITES = (
    "import pathlib; p = pathlib.Path('site'); p.mkdir(exist_ok=True); (p / 'a').write_bytes(bytes(2000))"
)


def python(code: str) -> tuple[str, ...]:
    return sys.executable, "-c", code


def run_apart(command: tuple[str, ...], folder: Path) -> Run:
    """As `run` by a small process: what is run counts as large as who runs it, until it begins (`ru_maxrss`)."""
    code = "import sys, json; from pathlib import Path; from benchmarks.measure import run; "
    code += "made = run(tuple(json.loads(sys.argv[1])), Path(sys.argv[2])); "
    code += "print(json.dumps([made.seconds, made.cpu, made.peak]))"
    root = Path(__file__).parents[2]
    asked = [sys.executable, "-c", code, json.dumps(command), str(folder)]
    return Run(*json.loads(subprocess.run(asked, cwd=root, check=True, capture_output=True).stdout))


def test_a_run_has_its_time_and_memory(tmp_path: Path) -> None:
    slept = run(python("import time; time.sleep(0.2)"), tmp_path)
    worked = run_apart(python("x = bytearray(80_000_000); sum(range(2_000_000))"), tmp_path)
    assert slept.seconds >= 0.2
    assert worked.cpu > 0
    assert 80 < worked.peak < 300
    assert list(tmp_path.iterdir()) == []


def test_the_memory_of_a_child_counts_and_is_not_summed(tmp_path: Path) -> None:
    child = f"import subprocess; subprocess.run({python('bytearray(60_000_000)')!r}); subprocess.run({python('')!r})"
    assert 60 < run_apart(python(child), tmp_path).peak < 120


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import sys; sys.exit('an Error: no page')", "an Error: no page"),
        ("import sys; print('ERROR of theirs'); print('more'); sys.exit(1)", "ERROR of theirs"),
        ("import sys; sys.exit(1)", "it failed without a word"),
    ],
)
def test_a_command_that_fails_says_why(code: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match=why):
        run(python(code), tmp_path)


def test_a_command_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="over 0 s"):
        run(python("import time; time.sleep(60)"), tmp_path, limit=0.1)


def test_a_folder_weighs_what_its_files_do(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(bytes(1500))
    (tmp_path / "b").write_bytes(bytes(500))
    assert weight(tmp_path) == (0.002, 2)


def test_builders_are_measured_in_rounds_clean_same_and_edited(tmp_path: Path) -> None:
    said: list[object] = []

    def edit(number: int) -> None:
        said.append((number, (tmp_path / "site" / "a").exists(), (tmp_path / "kept").exists()))
        (tmp_path / "kept").mkdir(exist_ok=True)

    whole = Builder("whole", tmp_path, python(WRITES), tmp_path / "site", (tmp_path / "kept",), edit)
    first, other, broken = measured(
        {
            "whole": lambda: whole,
            "without an edit": lambda: Builder("", tmp_path, python(WRITES), tmp_path / "site"),
            "broken": lambda: Builder("", tmp_path, python("raise SystemExit('broken')"), tmp_path / "site"),
        },
        2,
    )
    assert [len(runs) for runs in (first.clean, first.same, first.edited)] == [2, 2, 2]
    assert said == [(0, True, False), (1, True, False)]
    assert (first.megabytes, first.files) == (0.002, 1)
    assert [len(runs) for runs in (other.clean, other.same, other.edited)] == [2, 0, 0]
    assert (len(broken.clean), broken.fault.partition(": ")[2]) == (0, "broken")


def test_the_reference_counts_at_most_twelve_milliseconds_a_page() -> None:
    mine = Measured("ours", [Run(2, 2, 1)], [Run(1, 1, 1)], [Run(0.5, 0.5, 1)])
    slow, quick = Measured("stock", [Run(60, 60, 1)]), Measured("stock", [Run(6, 6, 1)])
    assert MOST_A_PAGE * 1000 == 12
    assert _ratios(10, 1000, mine, slow, "seconds").split(" | ")[2:5] == ["12.0 s", "60.0 s", "0.167 (1/6.0)"]
    assert _ratios(10, 1000, mine, quick, "cpu").split(" | ")[2:5] == ["6.0 s", "6.0 s", "0.333 (1/3.0)"]


def test_a_line_is_as_long_as_its_heads_whether_or_not_there_was_a_build() -> None:
    built = Measured("ours", [Run(2, 2, 1)], megabytes=1.0, files=3)
    assert _line(10, 30, built).count("|") == _line(10, 30, Measured("theirs", fault="why")).count("|") == 10
