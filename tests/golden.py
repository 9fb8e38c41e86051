"""Golden files: what is told of each case, under the case's name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def blocks(file: Path) -> Mapping[str, str]:
    """Blocks between blank lines, of which the first line is the name."""
    every = (block.strip("\n").partition("\n") for block in file.read_text(encoding="utf-8").split("\n\n"))
    return {head: f"{rest}\n" for head, _, rest in every}


@cache
def lines(file: Path, sign: str) -> Mapping[str, str]:
    """A case to a line, with a sign behind its name."""
    every = (line.partition(sign) for line in file.read_text(encoding="utf-8").splitlines())
    return {head: rest for head, _, rest in every}
