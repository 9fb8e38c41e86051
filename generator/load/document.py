"""YAML text to a `Tree`: YAML 1.2's core, less what an editor never means, read from the parser's events."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from generator.load import straight
from generator.load.builder import Builder
from generator.load.decode import Lines, decode, separators, visible
from generator.load.escapes import join_pairs
from generator.load.late import survey, with_late_places
from generator.load.mend import MENDABLE, mended, rounds
from generator.model.source import Problem, Tree


def load_yaml(file: str, raw: bytes) -> tuple[Tree | None, list[Problem]]:
    """The document in `raw` with the place of every key and value, and everything that is wrong with it.

    A tree is returned beside problems where its shape is sure all the same, so that its content can be
    checked in the same run.
    """
    text, problems = decode(file, raw)
    if text is None:
        return None, problems
    return parse(Lines(file, text))


def parse(lines: Lines) -> tuple[Tree | None, list[Problem]]:
    """The tree of a decoded text, and its problems. Places count from `lines.first_line`."""
    text, unseen = visible(lines)
    odd = separators(lines) + unseen
    if odd:
        lines = Lines(lines.file, text.translate({0x2028: " ", 0x2029: " "}), lines.first_line)
    if lines.text.endswith((" ", "\t")):  # at the very end our parser loses a block scalar's last blank line
        lines = Lines(lines.file, lines.text + "\n", lines.first_line)
    joined, pairs = join_pairs(lines.text)
    lines = Lines(lines.file, joined, lines.first_line)
    if not odd and not pairs and (value := straight.read(lines)) is not None:
        return with_late_places(lines, value), []
    tree, problems = _mended(lines, pairs)
    return tree, odd + problems


# --- Private functions ---


def _mended(lines: Lines, pairs: Mapping[str, str]) -> tuple[Tree | None, list[Problem]]:
    """The tree and the problems of a text, read anew for each value that can be mended."""
    mends: list[Problem] = []
    values: dict[int, str] = {}
    left = rounds(lines.text)
    while True:
        builder = Builder(lines, values, pairs)
        error = survey(lines, builder)
        found = builder.fail(error) if error else None
        can_mend = found is not None and found.code in MENDABLE and len(mends) < left
        mend = _mend(lines, error, values) if can_mend else None
        if mend is None or found is None:
            return builder.tree(), mends + builder.problems
        mends.append(found)
        lines, values = Lines(lines.file, mend[0], lines.first_line), mend[1]


def _mend(
    lines: Lines, error: yaml.MarkedYAMLError | None, values: dict[int, str]
) -> tuple[str, dict[int, str]] | None:
    mark = error and error.problem_mark
    return mended(lines.text, mark.index, values) if mark else None
