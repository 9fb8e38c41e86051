"""What an input costs: the CPU time of one entrance given it, each in a process of its own, whatever befalls it."""

from __future__ import annotations

import gc
import os
import resource
import signal
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MOST_SECONDS = 60
"""Of CPU, after which a process is ended: the input hangs it."""

MOST_MEMORY = 4 << 30
"""Bytes of address space that a process may have."""

YARD = 400_000
"""Steps of the loop that tells a slow machine from a slow program."""


@dataclass(frozen=True)
class Attack:
    """An input that grows with its size in characters, and the entrance that it is given to."""

    name: str
    enter: Callable[[Any], object]
    """Gets what `make` made."""
    make: Callable[[int], Any]
    largest: int = 1_000_000
    """The size that is tried: less than a megabyte where the format takes no more of the kind."""


@dataclass(frozen=True)
class Cost:
    """What became of one try: seconds of CPU, or how the process ended."""

    seconds: float
    ended: str = ""


def cost(attack: Attack, size: int) -> Cost:
    """The CPU time that `attack` of this size takes, its making not counted."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        _suffer(attack, size, write)
    os.close(write)
    try:
        told = os.read(read, 8)
        _, status = os.waitpid(child, 0)
    finally:
        os.close(read)
    if len(told) == 8:
        return Cost(struct.unpack("d", told)[0])
    if os.WIFSIGNALED(status):
        return Cost(float(MOST_SECONDS), signal.Signals(os.WTERMSIG(status)).name)
    return Cost(float(MOST_SECONDS), f"exit {os.WEXITSTATUS(status)}")


def yardstick() -> float:
    """What a fixed piece of plain work costs here and now: the unit in which costs are told."""
    begin = time.process_time()
    found: dict[int, str] = {}
    for number in range(YARD):
        found[number % 1000] = f"{number}:{found.get(number % 997, '')[:20]}"
    return time.process_time() - begin


# --- Private ---


def _suffer(attack: Attack, size: int, write: int) -> None:
    """The child: never returns."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        given = attack.make(size)
        gc.collect()
        gc.freeze()
        begin = time.process_time()
        attack.enter(given)
        os.write(write, struct.pack("d", time.process_time() - begin))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, it is told, and the process ends
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)
