"""The parser's events to a `Tree`, one by one: neither depth nor size of the input is ever a recursion's."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from yaml import events

from generator.load import faults
from generator.load.decode import Lines
from generator.load.escapes import without_fillers
from generator.load.margin import Frame, Margin
from generator.load.places import Event, Mark, Places, mark_of
from generator.model.source import Location, Path, Problem, Tree

DEEPEST = 40
MOST_NODES = 100_000
MOST_PROBLEMS = 500

_NULL = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
PLAIN: dict[str, bool | None] = {**_NULL, **_BOOL}
"""What the core schema (YAML 1.2, 10.3.2) reads as something else than text; numbers we keep as written."""


class Builder:
    """Takes the events of one document and builds its tree."""

    def __init__(
        self, lines: Lines, meant: Mapping[int, str] | None = None, pairs: Mapping[str, str] | None = None
    ) -> None:
        """`meant` holds the text of values that were mended, by their offsets; `pairs` what `join_pairs` joined."""
        self.problems: list[Problem] = []
        self._lines = lines
        self._meant = meant or {}
        self._pairs = pairs or {}
        self._margin = Margin(lines, self.problems)
        self._values: dict[Path, Mark] = {}
        self._keys: dict[Path, Mark] = {}
        self._root: object = None
        self._stack: list[Frame] = []
        self._nodes = 0
        self._has_begun = False
        self._failed = False
        self._takers = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._open,
            events.SequenceStartEvent: self._open,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._begin,
            events.StreamEndEvent: self._end,
        }

    # --- Public methods ---

    def take(self, event: Event) -> bool:
        """Whether to go on after this event."""
        taker = self._takers.get(type(event))
        if taker is not None:
            taker(event)
        return not self._failed

    def fail(self, error: yaml.MarkedYAMLError) -> Problem | None:
        """Takes the parser's error as a problem in our words; none where what was found before explains it."""
        self._failed = True
        mark = error.problem_mark or error.context_mark
        before = len(self.problems)
        frame = self._frame
        self._margin.before(min(mark.index if mark else 0, len(self._lines.text)), frame)
        if self._margin.is_lost or any(p.code == "cut-value" for p in self.problems[before:]):
            return None
        if told := self._told_on(mark.line if mark else 0):
            return told
        opened = frame.start if frame is not None and frame.flow else None
        problem = faults.told(error, self._lines, opened)
        if problem.code == "yaml-tab" and len(self.problems) > before:
            return None
        self.problems.append(problem)
        return problem

    def tree(self) -> Tree | None:
        """The tree, where the document was read to its end and is a mapping."""
        if self._failed:
            return None
        lines = self._lines
        values = Places(lines.file, lines.first_line, self._values)
        if isinstance(self._root, dict):
            return Tree(lines.file, self._root, values, Places(lines.file, lines.first_line, self._keys))
        place = values.get(()) or Location(lines.file, lines.first_line, 1)
        last = lines.first_line + lines.text.count("\n")
        if place.line > last:  # a `---` that no line end closes: our parser takes the next line for the place
            place = Location(lines.file, last, 1)
        code, message = "wrong-type", "keys and their values are expected here"
        if self._root is None:
            code, message = "empty", "nothing stands here: keys and their values are expected"
        self.problems.append(Problem(place, code, message, "Write `key: value`."))
        return None

    # --- Private methods: one for each kind of event ---

    def _begin(self, event: Event) -> None:
        if self._has_begun:
            message = "a second document begins here: a file holds one"
            self._refuse(event.start_mark.index, 3, "yaml-documents", message, "Delete the line `---`.")
        elif event.version or event.tags:
            at = self._lines.text.find("%", event.start_mark.index)
            self._report(at, 1, "yaml-directive", "a directive (`%`) has no place here", "Delete the line.")
            self._margin.skip(event.end_mark.index)
        self._has_begun = True

    def _end(self, event: Event) -> None:
        self._margin.before(len(self._lines.text), None)

    def _scalar(self, event: Event) -> None:
        if self._pairs:
            event.value = without_fillers(event.value, self._pairs, quoted=event.style == '"')
        frame = self._prepare(event)
        meant = self._margin.scalar(event, frame)
        self._failed = self._failed or self._margin.is_lost
        mark = mark_of(event, self._lines.text)
        if frame is not None and frame.key is None and isinstance(frame.content, dict):
            self._key(frame, event, mark)
            return
        value: object = event.value if meant is None else meant
        if self._meant and event.start_mark.index in self._meant:
            value = self._meant[event.start_mark.index]
        elif not event.style and value in PLAIN and event.tag is None:
            value = PLAIN[event.value]
            if not event.value:
                mark = self._empty_mark(frame, mark)
        self._add(value, mark)

    def _open(self, event: Event) -> None:
        above = self._prepare(event)
        start = event.start_mark
        mark = (start.line, start.column, 1)
        content: dict[str, object] | list[object]
        content = {} if type(event) is events.MappingStartEvent else []
        is_key = above is not None and above.key is None and isinstance(above.content, dict)
        path = None if is_key else self._add(content, mark)
        indent = start.column if not event.flow_style else above.indent if above else -1
        at = self._bracket(event, above) if event.flow_style else start.index
        self._stack.append(Frame(content, path, at, bool(event.flow_style), indent, is_key=is_key))
        if is_key and above is not None:
            self._bad_key(above, mark, "a key is a text: a list or mapping can't be one")
        if len(self._stack) > DEEPEST:
            message = f"lists and mappings stand more than {DEEPEST} deep here"
            self._refuse(start.index, 1, "too-deep", message, "Use fewer levels.")

    def _bracket(self, event: Event, above: Frame | None) -> int:
        """The bracket of a collection in flow style: its own or, of a pair without (`[a: b]`), the list's."""
        at: int = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            at = faults.past_properties(self._lines.text, at)
        return at if above is None or self._lines.text[at] in "[{" else above.start

    def _close(self, event: Event) -> None:
        if self._stack[-1].flow:
            self._margin.before(event.end_mark.index, self._stack[-1])
            self._failed = self._failed or self._margin.is_lost
        self._stack.pop()

    def _alias(self, event: Event) -> None:
        frame = self._frame
        self._margin.before(event.start_mark.index, frame)
        mark = mark_of(event, self._lines.text)
        message = f"`*{event.anchor}` is read as a reference to another value, which is not allowed"
        remedy = "A value that begins with `*` must stand in quotes."
        if frame is not None and frame.key is None and isinstance(frame.content, dict):
            self._bad_key(frame, mark, message, remedy, "yaml-alias")
        else:
            self._report(event.start_mark.index, mark[2], "yaml-alias", message, remedy)
            self._add(f"*{event.anchor}", mark)
        self._stop_at_most(event.start_mark.index)

    # --- Private methods: placing ---

    @property
    def _frame(self) -> Frame | None:
        return self._stack[-1] if self._stack else None

    def _prepare(self, event: Event) -> Frame | None:
        """What is common to every node: the limits, the margin before it, its properties."""
        frame = self._frame
        self._margin.before(event.start_mark.index, frame)
        if event.anchor is not None or event.tag is not None:
            self._margin.properties(event)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"more than {MOST_NODES:,} keys and values stand in this file"
            self._refuse(event.start_mark.index, 1, "too-large", message, "Split it into several briefs.")
        self._failed = self._failed or self._margin.is_lost
        self._stop_at_most(event.start_mark.index)
        return frame

    def _add(self, value: object, mark: Mark) -> Path | None:
        """Puts a value where it belongs; the path under which its places are kept, if they are."""
        if not self._stack:
            self._root, self._values[()] = value, mark
            return ()
        frame = self._stack[-1]
        content, path = frame.content, frame.path
        if isinstance(content, list):
            path = None if path is None else (*path, len(content))
            content.append(value)
        else:
            key, refused = frame.key or "", frame.refused
            frame.key, frame.refused = None, False
            if refused:
                return None
            content[key] = value
            path = None if path is None else (*path, key)
        if path is not None:
            self._values[path] = mark
        return path

    def _key(self, frame: Frame, event: Event, mark: Mark) -> None:
        key = event.value
        if event.start_mark.line != event.end_mark.line:
            self._bad_key(frame, mark, "a key stands on one line")
        elif event.start_mark.index == event.end_mark.index:
            self._bad_key(frame, mark, "a key is missing here", faults.QUOTE_IT)
        elif key == "<<" and not event.style:
            self._bad_key(
                frame, mark, "merge keys (`<<`) are not allowed", "Write the keys out.", "yaml-merge"
            )
        elif key in frame.first_lines:
            message = f"the key `{key}` stands here again; it is in line {frame.first_lines[key]} already"
            self._bad_key(frame, mark, message, "Keep one of the two.", "duplicate-key")
        else:
            if frame.path is not None:
                if not frame.first_lines and not frame.flow:
                    self._values[frame.path] = mark
                self._keys[(*frame.path, key)] = mark
            frame.first_lines[key] = mark[0] + self._lines.first_line
            frame.key, frame.key_mark = key, mark

    def _bad_key(
        self, frame: Frame, mark: Mark, message: str, remedy: str | None = None, code: str = "yaml-key"
    ) -> None:
        line, column, length = mark
        place = Location(self._lines.file, line + self._lines.first_line, column + 1, max(1, length))
        self.problems.append(Problem(place, code, message, remedy))
        frame.key, frame.key_mark, frame.refused = "", mark, True

    def _empty_mark(self, frame: Frame | None, mark: Mark) -> Mark:
        """An empty value has no place of its own: it is its key's, or its dash's."""
        if frame is not None and frame.key_mark is not None and isinstance(frame.content, dict):
            return frame.key_mark
        return mark[0], max(0, mark[1] - 1), 1

    # --- Private methods: reporting ---

    def _refuse(self, at: int, length: int, code: str, message: str, remedy: str) -> None:
        self._report(at, length, code, message, remedy)
        self._failed = True

    def _stop_at_most(self, at: int) -> None:
        """An error, lest a file that for mere warnings was not read to its end be taken for one that isn't there."""
        if not self._failed and len(self.problems) >= MOST_PROBLEMS:
            message = f"{MOST_PROBLEMS} problems stand above: from here on nothing is read"
            self._refuse(at, 1, "too-many", message, "Mend them first.")

    def _told_on(self, line: int) -> Problem | None:
        """The last problem, if it is a sign on this line that the parser stumbled over afterwards."""
        last = self.problems[-1] if self.problems else None
        if last is None or last.location.line != line + self._lines.first_line:
            return None
        return last if last.code in {"yaml-alias", "yaml-anchor", "yaml-tag"} else None

    def _report(self, at: int, length: int, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(self._lines.place(at, at + length), code, message, remedy))
