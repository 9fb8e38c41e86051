"""YAML made to be slow or deep, wherever it is read: brief.yml, parties.yml, front matter, the layout, the editor."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.attacks.entrances import laid_out, line, shown_laid_out, typed
from tests.hostile.costs import Attack

TEXTS: dict[str, Callable[[int], str]] = {
    "items in items": lambda n: "- " * (n // 2),
    "brackets": lambda n: "[" * n,
    "brackets in brackets, closed": lambda n: "a: " + "[" * (n // 2) + "]" * (n // 2),
    "braces": lambda n: "a: {" * (n // 4),
    "complex keys": lambda n: "? " * (n // 2),
    "keys in keys": lambda n: "a: " * (n // 3),
    "ever deeper": lambda n: "".join(" " * i + "a:\n" for i in range(int((2 * n) ** 0.5))),
    "deeper and back": lambda n: "a:\n  b:\n    c:\n      d: e\n" * (n // 27),
    "many keys": lambda n: "".join(f"k{i}: v\n" for i in range(n // 11)),
    "many keys in braces": lambda n: "a: {" + "".join(f"k{i}: v, " for i in range(n // 12)) + "}\n",
    "many items": lambda n: "a:\n" + "- b\n" * (n // 4),
    "many items in brackets": lambda n: "a: [" + "b, " * (n // 3) + "]\n",
    "items set apart": lambda n: "a:\n" + "   -   bbbbbb\n" * (n // 14),
    "keys set apart": lambda n: "".join(f"k{i}:   v   #  c\n" for i in range(n // 20)),
    "every other key set apart": lambda n: "".join(f"k{i}: v\nl{i}:   v\n" for i in range(n // 21)),
    "items set apart, far between": lambda n: "".join(f"- a\n- b\n- c{i}\n-   d\n" for i in range(n // 20)),
    "spaces before what is mended": lambda n: "a: @b" + " " * n + "c\n",
    "the same key": lambda n: "a: b\n" * (n // 5),
    "anchors": lambda n: "".join(f"- &a{i} b\n" for i in range(n // 12)),
    "aliases": lambda n: "a: &x b\nc:\n" + "- *x\n" * (n // 5),
    "aliases of aliases": lambda n: (
        "a0: &a0 x\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n // 30))
    ),
    "merge keys": lambda n: "a: &x {b: c}\n" + "d: {<<: *x}\n" * (n // 12),
    "tags": lambda n: "- !!str a\n" * (n // 10),
    "long tags": lambda n: "a: !" + "b" * n + " c\n",
    "directives": lambda n: "%TAG ! tag:a,2000:\n" * (n // 19) + "---\na: b\n",
    "documents": lambda n: "--- a\n" * (n // 6),
    "document ends": lambda n: "a: b\n" + "...\n" * (n // 4),
    "colons": lambda n: "a: b: c\n" * (n // 8),
    "colons in one line": lambda n: "a" + ": b" * (n // 3),
    "commas in brackets": lambda n: "a: [" + "," * n,
    "late colons": lambda n: "a: {b: c}\n" * (n // 25) + "d: e: f\n" * (n // 17),
    "spaces in a key": lambda n: "x:\n  a" + " " * n + "b: c: d\n",
    "lines without a colon": lambda n: "a b\n" * (n // 4) + "c: d\n",
    "tabs": lambda n: "a:\tb\n" * (n // 5),
    "tabs in one line": lambda n: "a:" + "\t" * n + "b\n",
    "number signs": lambda n: "a: b #c\n" * (n // 8),
    "touching comments": lambda n: "a: [b]#c\n" * (n // 9),
    "comments": lambda n: "#\n" * (n // 2) + "a: b\n",
    "open quotes": lambda n: 'a: "\n' * (n // 5),
    "quotes in quotes": lambda n: "a: '" + "''" * (n // 2) + "'\n",
    "an open quote, then lines": lambda n: 'a: "b\n' + "c: d\n" * (n // 5),
    "an open bracket, then lines": lambda n: "a: [b\n" + "c: d\n" * (n // 5),
    "a long word": lambda n: "x" * n + ": y",
    "a long value": lambda n: "a: " + "x " * (n // 2),
    "a long number": lambda n: "a: " + "9" * n,
    "a value of many lines": lambda n: "a: b\n" + "  c\n" * (n // 4),
    "a value of blank lines": lambda n: "a: b\n" + "\n" * n + "  c\n",
    "blocks": lambda n: "a: |\n  b\n" * (n // 9),
    "a block of keys": lambda n: "a: |\n" + "  title: b\n" * (n // 11),
    "a block of blank lines": lambda n: "a: >\n" + " \n" * (n // 2) + "  b\n",
    "a block less and less indented": lambda n: (
        "a: |\n" + "".join(" " * (int((2 * n) ** 0.5) - i) + "b\n" for i in range(int((2 * n) ** 0.5) - 1))
    ),
    "a folded block": lambda n: "a: >\n" + "  b\n\n" * (n // 5),
    "control characters": lambda n: "\0" * n,
    "bells between": lambda n: "a\x07" * (n // 2),
    "separators": lambda n: "a: b\u2028c\n" * (n // 8),
    "spaces": lambda n: " " * n,
    "line ends": lambda n: "a: [" + "\n" * n + "]",
    "carriage returns": lambda n: "a: b\r" * (n // 5),
    "escapes": lambda n: 'a: "' + "\\q" * (n // 2),
    "surrogate pairs": lambda n: 'a: "' + "\\ud83d\\ude00" * (n // 12) + '"\n',
    "lone surrogates": lambda n: 'a: "' + "\\ud83d" * (n // 6) + '"\n',
    "astral keys": lambda n: "".join(f"{chr(0x20000 + i % 40000)}{i}: v\n" for i in range(n // 14)),
    "unknown keys of the format": lambda n: (
        "title: T\nsummary: S\ndate: 2025\n" + "".join(f"titel{i}: v\n" for i in range(n // 14))
    ),
    "claims without keys": lambda n: "title: T\nsummary: S\ndate: 2025\nclaims:\n" + "  - {}\n" * (n // 7),
    "claims that are no claims": lambda n: (
        "title: T\nsummary: S\ndate: 2025\nclaims:\n" + "  - a\n" * (n // 6)
    ),
    "faulty values": lambda n: "title: T\nsummary: S\ndate: 2025\ntags:\n" + "  - {a: b}\n" * (n // 13),
    "values that end with a bracket": lambda n: "tags:\n" + "  - a]\n" * (n // 7),
    "colons that are mended": lambda n: "".join(f"k{i}: Fire: b\n" for i in range(n // 16)),
    "askew keys": lambda n: "a:\n" + "   b: c\n  d: e\n" * (n // 16),
    "dashes": lambda n: "-" * n,
    "dashed lines": lambda n: "-\n" * (n // 2),
    "question marks": lambda n: "?\n" * (n // 2),
    "exclamation marks": lambda n: "! " * (n // 2),
    "per cent signs": lambda n: "%" * n,
    "an at sign a line": lambda n: "a: @b\n" * (n // 6),
    "colons alone": lambda n: ":" * n,
    "colons, a line each": lambda n: ":\n" * (n // 2),
    "bars": lambda n: "|" * n,
    "bars, a line each": lambda n: "- |\n" * (n // 4),
    "greater and greater": lambda n: ">\n" * (n // 2),
}


def _front(text: str) -> dict[str, str]:
    return {"herald.md": f"---\noutlet: herald\ntitle: T\n{text}\n---\n\nAbout 400 dockers walked out.\n"}


ATTACKS = [
    *(Attack(f"brief.yml: {n}", line, lambda size, t=t: {"brief.yml": t(size)}) for n, t in TEXTS.items()),
    *(
        Attack(f"parties.yml: {n}", line, lambda size, t=t: {"parties.yml": t(size)})
        for n, t in TEXTS.items()
    ),
    *(Attack(f"front matter: {n}", line, lambda size, t=t: _front(t(size))) for n, t in TEXTS.items()),
    *(Attack(f"layout: {n}", laid_out, t) for n, t in TEXTS.items()),
    *(Attack(f"difference: {n}", shown_laid_out, t) for n, t in TEXTS.items()),
    *(Attack(f"editor: {n}", typed, lambda size, t=t: {"brief.yml": t(size)}) for n, t in TEXTS.items()),
]
