"""A table of what ran, at the end of `make torture`: each test, how its cases ended and how long they took."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pytest


@dataclass
class _Row:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table."""
    rows: dict[str, _Row] = defaultdict(_Row)
    for outcome in ("passed", "failed", "error", "skipped"):
        for report in terminalreporter.stats.get(outcome, []):
            row = rows[report.nodeid.partition("[")[0]]
            row.seconds += report.duration
            if outcome == "passed":
                row.passed += report.when == "call"
            elif outcome == "skipped":
                row.skipped += 1
            else:
                row.failed += 1
    terminalreporter.section("what ran")
    width = max((len(name) for name in rows), default=0)
    terminalreporter.write_line(f"{'':{width}}  passed  failed  skipped  seconds")
    for name, row in sorted(rows.items()):
        counted = f"{row.passed:6}  {row.failed:6}  {row.skipped:7}  {row.seconds:7.1f}"
        terminalreporter.write_line(f"{name:{width}}  {counted}")
