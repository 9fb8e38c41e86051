"""A pytest plugin: which test ran which line, and how long each took.

Tests that measure how the work grows are left out: a busy machine must not count as a fault found.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest
from hypothesis import Phase, settings

# Always the same examples, and none made smaller: a fault needs to be found, not to be read.
settings.register_profile(
    "torture",
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    print_blob=False,
)

_MEASURING = ("growth", "process_time", "perf_counter")


def is_left_out(item: pytest.Item) -> bool:
    """Whether the test measures time, or opens a browser."""
    code = getattr(getattr(item, "function", None), "__code__", None)
    measures = code is not None and any(name in _MEASURING for name in code.co_names)
    return measures or item.get_closest_marker("browser") is not None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves them out."""
    left = [item for item in items if is_left_out(item)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if not is_left_out(item)]


_seconds: dict[str, float] = {}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Tells coverage which test it is."""
    measured = coverage.Coverage.current()
    if measured is not None:
        measured.switch_context(item.nodeid)
    begin = time.process_time()
    try:
        return (yield)
    finally:
        _seconds[item.nodeid] = round(time.process_time() - begin, 4)
        if measured is not None:
            measured.switch_context("")


def pytest_sessionfinish() -> None:
    """Writes the seconds of CPU time of each test where `BRIEFS_SECONDS` says."""
    if path := os.environ.get("BRIEFS_SECONDS"):
        Path(path).write_text(json.dumps(_seconds), encoding="utf-8")
