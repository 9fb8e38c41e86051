"""What each stage of our own pipeline costs: the pipeline's own calls of the stages, timed from outside."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.generate import SEED, generate
from generator import pipeline, plugin
from generator.model.page import Asset, Output, Page
from generator.model.settings import Settings
from generator.pipeline import line, outputs, reading

ROOMS = ("load", "validate", "anchor", "compare", "record", "render", "cards", "export", "across", "emit")
"""The stages, in the order in which a brief passes through; `across` is all that belongs to no brief."""

_WITHIN = {
    "generator.render.social": "cards",
    "generator.render.records": "record",
    "generator.render.emit": "emit",
    "generator.pipeline.outputs": "",
}
"""Modules whose functions are of another stage than their room says."""


class Stages:
    """CPU time by stage, in nanoseconds, how often each was called, and the paths of what it put out.

    What a stage calls of another is its own.
    """

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self.paths: defaultdict[str, set[str]] = defaultdict(set)
        self._within = ""

    @contextmanager
    def timed(self, *modules: ModuleType) -> Iterator[None]:
        """Times every function of a stage that these modules call by a name of their own."""
        found = [
            (module, name, value)
            for module in modules
            for name, value in vars(module).items()
            if stage_of(value)
        ]
        for module, name, value in found:
            setattr(module, name, self._timing(stage_of(value), value))
        try:
            yield
        finally:
            for module, name, value in found:
                setattr(module, name, value)

    def _timing(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            with self._in(stage):
                result = function(*arguments, **named)
            return self._noted(stage, result)

        return call

    @contextmanager
    def _in(self, stage: str) -> Iterator[None]:
        if self._within:
            yield
            return
        self._within = stage
        self.calls[stage] += 1
        begin = time.process_time_ns()
        try:
            yield
        finally:
            self.spent[stage] += time.process_time_ns() - begin
            self._within = ""

    def _noted(self, stage: str, result: Any) -> Any:
        """The result; what is made only when it is asked for is timed then."""
        if isinstance(result, Iterator):
            return self._each(stage, result)
        if isinstance(result, Mapping) and result and all(map(callable, result.values())):
            return {name: self._timing(stage, part) for name, part in result.items()}
        items = result if isinstance(result, list | tuple) else [result, getattr(result, "asset", None)]
        self.paths[stage].update(item.path for item in items if isinstance(item, Page | Asset))
        return result

    def _each(self, stage: str, result: Iterator[Any]) -> Iterator[Any]:
        done = object()
        while True:
            with self._in(stage):
                item = next(result, done)
            if item is done:
                return
            self._noted(stage, item)
            yield item


def stage_of(value: object) -> str:
    """The stage of a function by where it is defined; empty for all that is no function of a stage."""
    module, name = getattr(value, "__module__", None) or "", getattr(value, "__name__", "")
    if isinstance(value, type) or not callable(value) or not module.startswith("generator."):
        return ""
    if value is outputs.across:
        return "across"
    for inner, stage in _WITHIN.items():
        if f"{module}.".startswith(f"{inner}."):
            return stage
    room = module.split(".")[1]
    return room if name and room in ROOMS else ""


def staged(root: Path, settings: Settings) -> tuple[Stages, int, list[Output]]:
    """The stages of checking and rendering the site at `root`, the CPU time of it all, and what was put out."""
    stages = Stages()
    with stages.timed(reading, line, outputs, plugin):
        begin = time.process_time_ns()
        outcome = pipeline.check(root, settings)
        made = pipeline.render(outcome, settings)
        for output in made:
            if isinstance(output, Page):
                plugin.to_placeholders(output)  # type: ignore[attr-defined] # as the plugin calls it
        whole = time.process_time_ns() - begin
    return stages, whole, made


def profile(number: int, runs: int) -> None:
    """Prints the table: of `runs` sites of so many briefs that were never seen before, the medians."""
    found: list[tuple[Stages, int, list[Output]]] = []
    for run in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            generate(number, Path(folder), SEED + run)
            size = _sizes(Path(folder))
            found.append(staged(Path(folder), Settings(site_url="https://example.org/")))
    found = found[1:]  # the first one compiled the templates
    whole = statistics.median(each for _, each, _ in found) / 1e6 / number
    rows = [
        (room, statistics.median(stages.spent[room] for stages, _, _ in found) / 1e6 / number)
        for room in ROOMS
    ]
    rows.append(("between them", statistics.median(w - s.spent.total() for s, w, _ in found) / 1e6 / number))
    print(f"{number} briefs of {size}; medians of {runs} sites\n")
    print("| stage | CPU, ms a brief | share |\n|---|---|---|")
    for room, spent in rows:
        print(f"| {room} | {spent:.2f} | {100 * spent / whole:.0f} % |")
    own = whole - sum(spent for room, spent in rows if room == "across")
    print(f"| **a brief, from load to emit** | **{own:.2f}** | {100 * own / whole:.0f} % |")


# --- Private functions ---


def _sizes(root: Path) -> str:
    briefs = [path.stat().st_size for path in root.glob("briefs/*/brief.yml")]
    articles = [path.stat().st_size for path in root.glob("briefs/*/articles/*.md")]
    return (
        f"{statistics.mean(briefs) / 1000:.1f} KB of YAML and {len(articles) / len(briefs):.1f} articles of "
        f"{statistics.mean(articles) / 1000:.1f} KB each"
    )
