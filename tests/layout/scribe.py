"""Writes a tree as YAML in as many ways as the format allows, comments and blank lines wherever they may stand."""

from __future__ import annotations

import json
import re
from random import Random
from typing import TypeVar

Lines = list[str]
Way = TypeVar("Way")

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,.'()/+-]*[A-Za-z0-9.]|[A-Za-z0-9]")
_CONSTANT = re.compile(r"(?i)true|false|null|~|")


class Scribe:
    """Writes documents; the same seed writes the same one. Comments are numbered: `# c0 …`, `#c1`, …"""

    def __init__(self, seed: int, *, marks: bool = True) -> None:
        """`marks`: whether `---` and `...` may stand in the document."""
        self.random = Random(seed)  # noqa: S311 - nothing is to be kept secret
        self.marks = marks
        self.comments = 0
        self.keeps = False
        self.step = self.random.choice([1, 2, 2, 3, 4, 7])
        self.often = self.random.choice([0.0, 0.1, 0.3, 0.6])

    # --- Public methods ---

    def document(self, tree: dict[str, object]) -> str:
        """A whole file, with `\\n` for line ends."""
        margin = self.random.choice([0, 0, 0, 2, 3])
        lines = self.between(margin)
        if self.marks and self.may(0.3):
            lines += ["---" + self.after(), *self.between(margin)]
        lines += self.mapping(tree, margin)
        lines += self.between(margin)
        if self.marks and self.may(0.15):
            lines += ["..." + self.after(), *self.between(0)]
        return self.ended(lines, tree)

    def ended(self, lines: Lines, tree: dict[str, object]) -> str:
        """The lines joined; the last line end may be missing where nothing depends on it."""
        text = "\n".join(lines) + "\n"
        return text if self.may(0.8) or "|" in text or ">" in text else text.rstrip("\n")

    def mapping(self, tree: dict[str, object], margin: int) -> Lines:
        """A block mapping whose keys stand at `margin`."""
        lines: Lines = []
        for key, value in tree.items():
            lines += self.between(margin)
            written = self.key(key)
            if self.may(0.03):
                lines += [" " * margin + "?" + self.blanks() + written + self.after(), *self.between(margin)]
                lines += self.beside(" " * margin + ":", value, margin)
            else:
                lines += self.beside(" " * margin + written + self.pick("", "", "", " ") + ":", value, margin)
        return lines

    def sequence(self, items: list[object], margin: int) -> Lines:
        """A block sequence whose dashes stand at `margin`."""
        lines: Lines = []
        for item in items:
            lines += self.between(margin)
            gap = self.blanks()
            within = margin + 1 + len(gap)
            if item and isinstance(item, dict | list) and self.may(0.6):
                nested = self.block(item, within)
                while nested and (not nested[0].strip() or nested[0].lstrip().startswith("#")):
                    nested.pop(0)
                lines += [" " * margin + "-" + gap + nested[0].lstrip(" "), *nested[1:]]
            else:
                lines += self.beside(" " * margin + "-", item, margin)
        return lines

    # --- Private methods: values ---

    def beside(self, head: str, value: object, margin: int) -> Lines:
        """A value behind its key or dash, on the same line or below."""
        is_key = head.endswith(":") and head.strip() != ":"
        if value and isinstance(value, dict | list) and self.may(0.75):
            within = margin + self.step
            if isinstance(value, list) and is_key and self.may(0.4):
                within = margin
            return [head + self.after(), *self.block(value, within)]
        if isinstance(value, dict | list):
            return self.flow_lines(head, value, margin)
        return self.scalar_lines(head, value, margin)

    def block(self, value: object, margin: int) -> Lines:
        assert isinstance(value, dict | list)
        return self.mapping(value, margin) if isinstance(value, dict) else self.sequence(value, margin)

    def flow_lines(self, head: str, value: object, margin: int) -> Lines:
        words = self.flow(value)
        lines, line = [], head + self.blanks()
        for word in words:
            line += word
            if self.may(0.15):
                lines += [line + self.after(), *self.between(margin + 1)]
                line = " " * (margin + self.random.randint(1, 9))
            elif word[-1] == ":" or self.may(0.3):
                line += self.blanks()
        return [*lines, line + self.after()]

    def flow(self, value: object) -> Lines:
        """The words of a flow collection or of a value in one."""
        if isinstance(value, dict):
            words = ["{"]
            for key, item in value.items():
                words += [self.key(key) + self.pick("", "", " ") + ":", *self.flow(item), ","]
        elif isinstance(value, list):
            words = ["["]
            for item in value:
                words += [*self.flow(item), ","]
        else:
            return [self.word(value)]
        if words[-1] == "," and self.may(0.8):
            words.pop()
        return [*words, "}" if isinstance(value, dict) else "]"]

    def word(self, value: object) -> str:
        """A scalar on one line that may stand anywhere."""
        if not isinstance(value, str):
            return {True: "true", False: "false", None: self.pick("null", "~")}[value]  # type: ignore[index]
        ways = [json.dumps(value, ensure_ascii=False)]
        if "\n" not in value:
            ways.append("'" + value.replace("'", "''") + "'")
        if _PLAIN.fullmatch(value) and not _CONSTANT.fullmatch(value) and "," not in value:
            ways += [value] * 3
        return self.pick(*ways)

    def key(self, key: str) -> str:
        return self.pick(key, key, key, f'"{key}"', f"'{key}'")

    def scalar_lines(self, head: str, value: object, margin: int) -> Lines:
        if value is None and self.may(0.5):
            return [head + self.after()]
        if not isinstance(value, str) or not value.strip() or value != value.strip(" "):
            return self.placed(head, [self.word(value)], margin)
        if self.may(0.35):
            return self.block_scalar(head, value, margin)
        if "\n" in value or self.may(0.6):
            return self.placed(head, [self.word(value)], margin)
        return self.placed(head, self.broken(value), margin)

    def placed(self, head: str, words: Lines, margin: int) -> Lines:
        """A scalar of one line or several behind its key, or below it."""
        rest = [" " * (margin + self.random.randint(1, 8)) + word if word else "" for word in words[1:]]
        if self.may(0.15):
            below = " " * (margin + self.random.randint(1, 5))
            lines = [head + self.after(), *self.between(margin + 1), below + words[0], *rest]
        else:
            lines = [head + self.blanks() + words[0], *rest]
        return [*lines[:-1], lines[-1] + self.after()]

    def broken(self, value: str) -> Lines:
        """The words of a text on several lines, plain or between quotation marks."""
        quote = "" if _PLAIN.fullmatch(value) and not _CONSTANT.fullmatch(value) else '"'
        text = value if not quote else json.dumps(value, ensure_ascii=False)[1:-1]
        lines = [""]
        for word in text.split(" "):
            if lines[-1] and word and lines[-1][-1] != " " and self.may(0.4) and word[0] not in "-#?:":
                lines.append(word)
            else:
                lines[-1] += (" " if lines[-1] or len(lines) > 1 else "") + word
        return (quote + "\n".join(lines) + quote).split("\n")

    def block_scalar(self, head: str, value: str, margin: int) -> Lines:
        body, chomp = value.rstrip("\n"), len(value) - len(value.rstrip("\n"))
        if not body or body[0] == "\n":
            return self.placed(head, [self.word(value)], margin)
        sign = {0: "-", 1: self.pick("", "+")}.get(chomp, "+")
        step = self.random.randint(1, 6)
        said = str(step) if body[0] == " " or self.may(0.15) else ""
        style, lines = "|", body.split("\n")
        if len(lines) == 1 and body[0] != " " and self.may(0.6):
            style, lines = ">", self.folded(body)
        header = head + self.blanks() + style + self.pick(said + sign, sign + said) + self.after()
        written = [" " * (margin + step) + line if line else self.pick("", " " * margin) for line in lines]
        self.keeps = sign == "+"  # a blank line below would be a part of it
        return [header, *written, *[""] * (chomp - 1)]

    def folded(self, value: str) -> Lines:
        lines = [""]
        for word in value.split(" "):
            if lines[-1] and word and lines[-1][-1] != " " and self.may(0.4):
                lines.append(word)
            else:
                lines[-1] += (" " if lines[-1] else "") + word
        return lines

    # --- Private methods: what stands between ---

    def between(self, margin: int) -> Lines:
        """Comments and blank lines before a line at `margin`; none stands further in, where it could become text."""
        lines: Lines = []
        while self.may(self.often):
            if self.keeps or self.may(0.5):
                lines.append(" " * self.random.randint(0, margin) + self.comment())
                self.keeps = False
            else:
                lines.append(self.pick("", "", " " * margin))
        self.keeps = False
        return lines

    def after(self) -> str:
        """What may stand at the end of a line: nothing, blanks, a comment."""
        if self.may(self.often):
            return " " * self.random.randint(1, 9) + self.comment()
        return self.pick("", "", "", "  ")

    def comment(self) -> str:
        self.comments += 1
        said = self.pick(
            "", " – “so: [said]”", " key: value  # again", "   ", " '\"{", "\ta\ttab", " 🚢 - # x: &a"
        )
        return f"# c{self.comments - 1}{said}"

    def blanks(self) -> str:
        return " " * self.pick(1, 1, 1, 2, 5)

    def may(self, chance: float) -> bool:
        return self.random.random() < chance

    def pick(self, *ways: Way) -> Way:
        return self.random.choice(ways)
