"""Where a file and the same laid out differ: line by line, in one look at each, and as a unified difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

Run = tuple[int, int, int, int]
"""`before[first:last]` has become `after[start:stop]`."""

_CONTEXT = 3
"""Lines that are shown before and after what differs."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def runs(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    """Where lines differ, in their order. Laid out, lines stand in their order, and none is lost or new but blank
    ones: so one look at each tells them apart. Of other texts too it is a true difference, if not the shortest."""
    old = new = first = start = 0
    while old < len(before) or new < len(after):
        has_old, has_new = old < len(before), new < len(after)
        if has_old and has_new and before[old] == after[new]:
            if (first, start) != (old, new):
                yield first, old, start, new
            old, new = old + 1, new + 1
            first, start = old, new
            continue
        is_gone = has_old and (not has_new or (not before[old].strip() and bool(after[new].strip())))
        is_added = not is_gone and (not has_old or (not after[new].strip() and bool(before[old].strip())))
        old, new = old + (not is_added), new + (not is_gone)
    if (first, start) != (old, new):
        yield first, old, start, new


def difference(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of a unified difference (POSIX, `diff -u`) of two texts of a file, in UTF-8; none where they are the
    same. Only a line feed ends a line, as for `patch`."""
    old, new = (_LINE.findall(raw.decode("utf-8")) for raw in (before, after))
    hunks = [line for group in _groups(runs(old, new)) for line in _hunk(group, old, new)]
    for line in (f"--- {name}\n", f"+++ {name}\n", *hunks) if hunks else ():
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


# --- Private functions ---


def _groups(found: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs that share the lines between them."""
    group: list[Run] = []
    for run in found:
        if group and run[0] - group[-1][1] > 2 * _CONTEXT:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _hunk(group: list[Run], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    before = min(_CONTEXT, group[0][0])
    after = min(_CONTEXT, len(old) - group[-1][1])
    at, end = group[0][0] - before, group[-1][1] + after
    yield f"@@ -{_range(at, end)} +{_range(group[0][2] - before, group[-1][3] + after)} @@\n"
    for first, last, start, stop in group:
        yield from (f" {line}" for line in old[at:first])
        yield from (f"-{line}" for line in old[first:last])
        yield from (f"+{line}" for line in new[start:stop])
        at = last
    yield from (f" {line}" for line in old[at:end])


def _range(start: int, stop: int) -> str:
    """Lines as a difference numbers them: from 1; of none the line before."""
    count = stop - start
    return f"{start + 1}" if count == 1 else f"{start + (count > 0)},{count}"
