"""The three programs of `make supply`, and what each of them said, as values."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
BIN = ROOT / ".tools" / "supply" / "bin"
WORKFLOWS = ROOT / ".github"
LOCKS = tuple(sorted((ROOT / "requirements").glob("*.txt")))
PEERS = ROOT / "benchmarks" / "peers" / "requirements.txt"
BILLS = ROOT / "build"
SHIPPED = "site"
"""The lock of what builds a site; the others are of those who work on the project."""


@dataclass(frozen=True, slots=True)
class Audited:
    """What the advisory service knows of one lock: `vulnerable` as name, version and advisory's id; `unasked`
    as names that it gave no answer for, which is no word on them at all."""

    lock: str
    known: int
    vulnerable: tuple[tuple[str, str, str], ...]
    unasked: tuple[str, ...]
    failure: str = ""


def audited(lock: Path, said: str, failure: str = "") -> Audited:
    """What pip-audit's JSON (`--format json`) tells of a lock; of none, why there is none."""
    try:
        dependencies: list[dict[str, Any]] = json.loads(said)["dependencies"]
    except (ValueError, KeyError):
        last = failure.strip().splitlines()[-1:] or ["pip-audit said nothing"]
        return Audited(lock.name, 0, (), (), last[0])
    return Audited(
        lock.name,
        sum("skip_reason" not in each for each in dependencies),
        tuple(
            (each["name"], each["version"], advisory["id"])
            for each in dependencies
            for advisory in each.get("vulns", ())
        ),
        tuple(each["name"] for each in dependencies if "skip_reason" in each),
    )


def ask(lock: Path) -> Audited:
    """Asks the advisory service of the package index about each version of a lock; pip resolves nothing."""
    done = _run(
        "pip-audit", "--disable-pip", "--progress-spinner", "off", "--format", "json", "-r", str(lock)
    )
    return audited(lock, done.stdout, done.stderr)


def lint() -> tuple[bool, str]:
    """Whether zizmor finds nothing in the workflows and in Dependabot's settings, and its words; offline."""
    done = _run("zizmor", "--offline", "--persona=pedantic", "--no-progress", "--color=never", str(WORKFLOWS))
    return done.returncode == 0, (done.stdout + done.stderr).strip()


def bill(lock: Path, folder: Path = BILLS) -> Path:
    """A lock as CycloneDX JSON, checked against its schema: `sbom.json` of what builds a site, `sbom-NAME.json` of
    another lock. The same lock gives the same bytes: no time, no serial number, no path."""
    out = folder / ("sbom.json" if lock.stem == SHIPPED else f"sbom-{lock.stem}.json")
    folder.mkdir(parents=True, exist_ok=True)
    root = ["--pyproject", "pyproject.toml"] if lock.stem == SHIPPED else []
    done = _run(
        "cyclonedx-py",
        "requirements",
        "--output-reproducible",
        "--of",
        "JSON",
        *root,
        "-o",
        str(out),
        str(lock),
    )
    if done.returncode:
        raise OSError(done.stderr.strip())
    return out


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    # SOURCE_DATE_EPOCH would put a time into the bill.
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command: Sequence[str] = [str(BIN / program), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
