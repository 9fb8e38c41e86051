"""Writes a whole site of N briefs of varied, made-up text: `python -m benchmarks.generate N OUT`.

A brief depends on the seed and its index alone: a larger site holds the smaller ones.
"""

from __future__ import annotations

import sys
from pathlib import Path

if not __package__:  # run as a file
    sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.invention.briefs import brief_files, slug_of
from benchmarks.invention.register import register
from benchmarks.invention.yaml_text import yaml_text

SEED = 20261122

_CONFIG = """\
site_name: Benchmark
site_url: https://example.org/
docs_dir: site_src
theme: {name: material, font: false}
plugins: [search, briefs: {excerpt_limit: {percent: 100}}]
nav:
  - Home: index.md
  - Briefs: briefs/index.md
not_in_nav: |
  /briefs/*/**
  /tags/
  /outlets/
  /parties/
"""


def generate(number: int, out: Path, seed: int = SEED) -> None:
    """A site root of `number` briefs (2 to 4 sources, 8 to 15 claims each) below `out`, the same for one seed."""
    (out / "site_src").mkdir(parents=True, exist_ok=True)
    write(out, {"mkdocs.yml": _CONFIG})
    parties = register(seed)
    write(out / "briefs", {"parties.yml": yaml_text(parties.parties)})
    for index in range(number):
        write(out / "briefs" / slug_of(index), brief_files(index, seed, parties))


def write(folder: Path, files: dict[str, str]) -> None:
    """The files below the folder, by their paths."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
