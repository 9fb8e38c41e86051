"""Prints what building costs beside stock MkDocs on the same pages: `python -m benchmarks [N]...`."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml

from benchmarks.generate import generate
from generator import pipeline
from generator.model.settings import Settings
from generator.render.social.picture import draw

RUNS = 3


def main(sizes: list[int]) -> None:
    """A table with a line for each size; every figure is the median of three runs in this one run."""
    heads = [
        "briefs",
        "pages",
        "check, ms each",
        "and render, ms each",
        "of it cards, ms",
        "build, s",
        "stock, s",
        "ratio",
        "MB",
    ]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(_line(size, Path(folder)), flush=True)
    print(
        f"\nstock: MkDocs with Material on the Markdown of `briefs render`, the same lean nav. Medians of {RUNS}."
    )


def _line(size: int, folder: Path) -> str:
    root = folder / "ours"
    generate(size, root)
    checking, rendering, drawing, pages = _stages(root)
    ours = _median(lambda: _run("briefs", "build", "-q", cwd=root))
    stock = folder / "stock"
    _run("briefs", "render", "-q", "--out", str(stock / "docs"), cwd=root)
    _stock_config(root, stock)
    theirs = _median(lambda: _run("mkdocs", "build", "-q", cwd=stock))
    return (
        f"| {size} | {pages} | {checking / size:.2f} | {rendering / size:.2f} | {drawing / size:.2f} "
        f"| {ours:.2f} | {theirs:.2f} | {ours / theirs:.2f} | {_megabytes(root / 'site'):.1f} |"
    )


def _stages(root: Path) -> tuple[float, float, float, int]:
    """CPU milliseconds of checking, of checking and rendering, and of drawing cards; and the number of pages."""
    settings = Settings()
    pipeline.render(pipeline.check(root, settings), settings)
    draw.cache_clear()
    begin = time.process_time()
    outcome = pipeline.check(root, settings)
    middle = time.process_time()
    outputs = pipeline.render(outcome, settings)
    end = time.process_time()
    pipeline.render(outcome, replace(settings, cards=False))
    without = time.process_time() - end
    return 1000 * (middle - begin), 1000 * (end - begin), 1000 * (end - middle - without), len(outputs)


def _stock_config(root: Path, stock: Path) -> None:
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"docs_dir": "docs", "plugins": ["search"]}
    (stock / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def _run(command: str, *arguments: str, cwd: Path) -> float:
    """Seconds of wall time."""
    found = shutil.which(command, path=str(Path(sys.executable).parent)) or command
    begin = time.monotonic()
    subprocess.run(  # noqa: S603 - our own commands
        [found, *arguments],
        cwd=cwd,
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    return time.monotonic() - begin


def _median(run: Callable[[], float]) -> float:
    return statistics.median(run() for _ in range(RUNS))


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10, 100])
    print(f"Peak memory of a build: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
