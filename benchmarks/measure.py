"""A command's time and memory, and what a folder weighs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class CommandFailedError(Exception):
    """A command that could not be measured, and why."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of wall time, seconds of CPU of the command and all that it waited for, and the most memory (MB) that
    any one process of it held."""

    seconds: float
    cpu: float
    peak: float


def run(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None, limit: float = 3600
) -> Run:
    """What the command took. Raises `CommandFailedError` where it fails, or takes more than `limit` seconds."""
    said_in = cwd / ".said"
    begin = time.perf_counter()
    with said_in.open("wb") as told:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command,
            cwd=cwd,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | dict(environment or {}),
            stdout=told,
            stderr=subprocess.STDOUT,
        )
    stopping = threading.Timer(limit, process.kill)
    stopping.start()
    _, status, used = os.wait4(
        process.pid, 0
    )  # unlike subprocess, it tells of this command's processes alone
    seconds = time.perf_counter() - begin
    stopping.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = said_in.read_text("utf-8", errors="replace").strip().splitlines()
        wrong = (
            [text for text in said if "error" in text.casefold()] or said[-1:] or ["it failed without a word"]
        )
        why = f"it took over {limit:.0f} s" if seconds >= limit else wrong[0][:200]
        raise CommandFailedError(f"{Path(command[0]).name}: {why}")
    said_in.unlink()
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def weight(folder: Path) -> tuple[float, int]:
    """Megabytes and number of the files below the folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes) / 1e6, len(sizes)
