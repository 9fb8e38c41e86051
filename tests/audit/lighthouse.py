"""What Lighthouse says of a page under its mobile profile."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .tools import CHROMIUM, FOLDER, Unable

PERFORMANCE = "performance"
LEAST = {PERFORMANCE: 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least score of each category, of 100."""

RUNS = 3
"""Machines are noisy: performance is the median of so many runs."""

FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@dataclass(frozen=True, slots=True)
class Run:
    """The scores of one run by category, of 100, and what cost points, where all of them are wanted."""

    scores: dict[str, int]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A page's scores: the least of all runs in each category, but the median of performance."""

    page: str
    scores: dict[str, int]
    performances: tuple[int, ...]
    faults: tuple[str, ...]

    @property
    def short(self) -> list[str]:
        """Each category that has less than it must."""
        return [name for name, least in LEAST.items() if self.scores[name] < least]


def audit(address: str, page: str, runs: int = RUNS) -> Verdict:
    """The verdict on `page` below `address`. Raises `Unable`."""
    return verdict(page, [read(_report(f"{address}/{page}")) for _ in range(runs)])


def verdict(page: str, runs: Sequence[Run]) -> Verdict:
    """What several runs come to."""
    performances = tuple(run.scores[PERFORMANCE] for run in runs)
    scores = {name: min(run.scores[name] for run in runs) for name in LEAST}
    scores[PERFORMANCE] = int(statistics.median_low(performances))
    return Verdict(page, scores, performances, tuple(sorted({fault for run in runs for fault in run.faults})))


def read(report: str) -> Run:
    """The scores of a report in Lighthouse's JSON format. Raises `Unable` where it has none.

    A score is rounded down: 99.6 is not 100.
    """
    found: dict[str, Any] = json.loads(report)
    if error := found.get("runtimeError"):
        raise Unable(f"Lighthouse could not look at {found.get('requestedUrl')}: {error.get('message')}")
    categories = found["categories"]
    if unscored := [name for name in LEAST if categories[name]["score"] is None]:
        raise Unable(f"Lighthouse gave {found.get('requestedUrl')} no score: {', '.join(unscored)}")
    scores = {name: int(categories[name]["score"] * 100 + 1e-6) for name in LEAST}
    faults = [
        f"{name}: {audit['title']}{_first(audit)}"
        for name in LEAST
        if name != PERFORMANCE
        for audit in (found["audits"][reference["id"]] for reference in categories[name]["auditRefs"])
        if audit["score"] is not None and audit["score"] < 1 and _weighs(categories[name], audit["id"])
    ]
    return Run(scores, tuple(faults))


# --- Private ---


def _weighs(category: dict[str, Any], audit: str) -> bool:
    return any(each["id"] == audit and each["weight"] > 0 for each in category["auditRefs"])


def _first(audit: dict[str, Any]) -> str:
    """The first place that is found fault with."""
    for item in (audit.get("details") or {}).get("items", []):
        node = item.get("node") or {}
        if said := node.get("snippet") or item.get("description") or item.get("selector"):
            return f" ({said})"
    return ""


def _report(url: str) -> str:
    command = [str(FOLDER / "node_modules" / ".bin" / "lighthouse"), url, "--quiet", "--output=json"]
    done = subprocess.run(
        [*command, f"--only-categories={','.join(LEAST)}", f"--chrome-flags={FLAGS}"],
        env={**os.environ, "CHROME_PATH": str(CHROMIUM)},
        cwd=Path(FOLDER),
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout.startswith("{"):
        raise Unable(f"Lighthouse failed on {url}:\n{(done.stderr or done.stdout).strip()[:2000]}")
    return done.stdout
