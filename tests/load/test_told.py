"""What is told of a small text, to the word: its value, and each problem with its place, message and remedy.

`--update` writes `told.txt` anew; read what it changed.
"""

from __future__ import annotations

import ast
import json
from functools import cache
from pathlib import Path

import pytest

from generator.load import load_article, load_yaml
from generator.model.source import Problem

GOLDEN = Path(__file__).with_name("told.txt")

SOUND = r"""
a: b
a: 'b'
a: "b\tc\x41\u00e9\\"
a:
a: ~
a: null
a: Null
a: NULL
a: true
a: True
a: TRUE
a: false
a: False
a: FALSE
a: "true"
a: !!str true
a: ''
a: 'it''s'
a: {}
a: []
a: [b, [c, {d: e, f: }], 'g']
a: {b: c, d: [e]}
a: [b c, d-e]
a: [b,]
a: [? b]
? a\n: b
a:\n  b:\n    c: d\n  e: f
a:\n- b\n- - c\n  - d
a:\n  - b: c\n    d: e\n  - f
a:\n  -\n  - b
a:\n-\n- b
- - a: b
a: |\n  b\n   c\n\n  d
a: |-\n  b\n
a: |+\n  b\n\n
a: >\n  b\n  c\n\n  d
a: >-\n\n  b
a: |2\n    b\n  c
a: |\n\n\n  b
a: b\n  c\n\n  d
a: "b\n  c\n\n  d"
a: 'b\n  c'
a: [b,\n  c]
# a\n\na: b # c\n# d
a: b#c
a: http://b/#c
a: http://b.example/c#d e
a: b # c
a: "b # c"
a: (b)
a: [x] # y
a: x[1]
a: {b: "c]"}
a: 5"
a: he said "b"
---\na: b
---\na: b\n...
""".strip("\n").split("\n")

FAULTY = r"""
#
~
---
a
- a
'a'
a b
[a]
a: [b,, c]
a: [b c: d]
a: [b c: d: e]
a: {b c: d e: f}
a: {b: c: d}
a: {b: c d: e}
a: [b, c
a: [b\nc: d
a: [b\n c: d\ne: f
a: {b: c\nd: e
a: {b: c
a: [b}
a: {b]
a: ]
a: }
a: b]
a: b}
a: b, c]
a: b"
a: bc"
a: b: c
a: b: c: d
a: b:\n  c
a: Fire: the port\n  burns\nb: c
a: Fire: b # c
- a: b: c
a: - b
a: - b: c
a: ? b
a: ?b
a: [?b]
a: [-]
a: [-, b]
a: "b" c
a: 'b' c
a: "b" "c"
a: "b": c
a: [b] c
a: {b: c} d
a: "b
a: 'b
a: "b\nc: d
a: "b\nc: d"
a: 'b\nc: d'
a: "b\n c\nd: e"
a: "b\n\tc"
a: b\n\tc
"a: b
'a: b
a: "b\n...
a: "b\n---
a: "\q"
a: "\xzz"
a: "\x4"
a: "\u12"
a: "b\
a: `b`
a: @b
a: %b
a: !b
a: !b c
a: !!str b
a: !<b c
a: !e!b c
a: &b
a: &b c
a: &b\nc: d
a: & b
a: *b
a: *b c
a: *b: c
a: * b
a: [*b]
a: [&b c]
*a : b
&a b: c
!a b: c
!a
a: &b [c]
a: !b {c: d}
<<: b
<<: {b: c}
"<<": b
a: {<<: b}
: b
a: b\n: c
a: {: b}
[a]: b
{a: b}: c
? [a]\n: b
? |\n  a\n: b
"a\n b": c
a: b\na: c
a: b\nc: d\na: e\na: f
a: {b: c, b: d}
a: {b: c}\na: {b: d, e: f}
a: b\n- c
- a\nb: c
a:\n  - b\n  c
a:\n  - b\n c: d
a:\n  b: c\n d: e
a:\n    b: c\n  d: e
a:\n  b: c\nd:\n  e: f\ng:\n   h: i\n  j: k
a:\n  b: c\n   d: e
a:\n  b: c\n    d
a: b\n  c\n  d: e
a: b\n  c: d
a:\n  b c\n  d: e
a:\n- b c\n  d: e
a:\n  b\n    d: e
b c\n\nd: e
b c\n# x\nd: e
a: b\nc\nd: e
a: b\nc
a: b\n'c' d\ne: f
a: |0\n b
a: |x\n  b
a: | b
a: |#c\n  b
a: | #c\n  b
a: |\n    \n  b
a: |\n   \n  \n  b
a: |2\n    \n  b
a: |\n  b: c
a: |\n  title: x
a: >\n  b\n  claims:\n  c
- |\n  title: x
a:\n  b: |\n    title: x\n    - quote: y
a: |\nb: c
a:\tb
a: b\tc
a:\n\tb: c
\ta: b
a: [b\tc,\n\td]
a: b # c\td
a: "b\tc"
a: b #c
a: We are #1
a: We are #1\n  and more
a: #b
a: "b"#c
a: [b]#c
a: [b #c\n ]
a: [b, #c\n d]
a: [b, # c\n d]
a: b\n#c
a:#b
a: [b,\nc]
a: {b: c,\nd: e}
a: [b,\n  c\n]
a:\n  b: [c,\n  d]
a:\n  b: "c\n  d"
a:\n  b: c\n\n\td
%YAML 1.2\n---\na: b
%YAML 2.0\n---\na: b
%YAML 1.2\n%YAML 1.2\n---\na: b
%TAG ! x\n---\na: b
%a\n---\na: b
%b
a: b\n%c
a: b\n---\nc: d
a: b\n...\nc: d
a: b\n--- c
a: b: c\nd: @e\nf: *g\nh: "i" j
a: b: c\n  - d
a: @
a: @b\n  c\nd: e
- @b
a:\n  - @b\n  - "c" d
"a": @b
a b: @c
a: ["b" c]
a: ["b": c: d]
a: {"b" "c"}
a: [[b] c]
a: [b #c
a: {b: c #d\n e: f
a: *b\n  c: d
a: b: c # d\n  e
a: We are #1\nb: c: d #e
a:\n  b: c\n\td: e
a: |\n \tb\n\tc
a: b\tc: d
---\n---
%YAML 1.2\n---
a: { #c
a: [b, #c
a: {" #c\n'b]
a: \tb\n\tc
a: \t\n\tb
a: :#\n\t
a: "b\n\tc\nd"
a: "b\n\tc\n  d\ne"
? a\n  b\n: c
? a\nb\n: c
--- a\nb
"a\nb"
[a,\nb]
- - a\n  b
a:\n- - b\n  c
a: X: b
a: |#c #d\n  b
a: &b [c
a: !t {c: d
a: [b\nc: d]\ne: f
a: {b\nc: d}\ne: f
a:\n  b:\n     c: d\n    e: f\n  g:\n    h: i\n  j:\n    k: l
a:\n  b:\n    c: d\n     e: f\n  g:\n    h: i
x:\n  a:\n    - b: c\n   d: e\n
a: |\t#c\n  b
a: b\n\n\nc: d\n e: f
a: [b, c: d\ne: f]
a:\n  b: [c\n  , d\n
a: [[b], c: d\ne: f]
a: [b: c, [d\ne: f
a: [b: [c], d: &e {f: g\nh: i
a: [? b\nc: d
a: [b: c
[a: b
a: [*b\n , c]
a: *b # c\n*d: e # f
a: [*b # c\n, *d\te]
    # q\n  b c\n  d: e
  # q\n#\n\n  b c\na: d
a: {?}
a: [?]
a: {?,b: c}
a: {? : b}
a: [? , b]
*a#b: c
a b\n  # c\nd: e
a b\n  #\n\n  # c: d\nd: e
a:\n  b c\n    # d\n  e: f
\n@a
\n\na: @b
\n: b
a: b: c\n\n
""".strip("\n").split("\n")


def of_lines(lines: list[str]) -> list[bytes]:
    """Written with `\\n` and `\\t` for themselves; the last line without its end."""
    return [line.replace(r"\n", "\n").replace(r"\t", "\t").encode() for line in lines]


ODD = [
    "",
    " ",
    "--- ",
    "a: \u2028b",
    "a: b\u2029",
    "a: b\u0085c",
    "a: b\x00c\x07",
    "\ufeffa: b",
    "a: \ufeffb",
    "a: b\ufffe",
    "a: \x85",
    "a: \x9f\u00a0b",
    "a: b\x7f",
    "a: é漢😀: b",
    "a: b\r\nc: @d\re: f: g",
]
BYTES = [
    b"\xff\xfea\x00:\x00 \x00b\x00",
    b"\xfe\xff\x00a\x00:\x00 \x00b",
    b"\xff\xfe\x00\x00a\x00\x00\x00",
    b"\x00\x00\xfe\xff\x00\x00\x00a",
    b"a\x00:\x00 \x00b\x00",
    b"\x00a\x00:\x00 \x00b",
    b"a\x00\x00\x00:\x00\x00\x00",
    b"\x00\x00\x00a\x00\x00\x00:",
    b"a\x00",
    b"a: \xe9\xff b \xe9\nc: \xe9",
    b"a: \xc3",
    b"a: \xed\xa0\xbd",
]
FOUND = [
    b'"\t',
    b"? ",
    b"}%",
    b"]}:",
    b"&y ,",
    b"'a'[",
    b"a: >#",
    b"a: |\t",
    b"!t : \\",
    b"&y [#|",
    b"X #c,\t",
    b"!t ,- ]",
    b'a: [\n- "',
    b"|\n  '#\n,\t",
    b"\na: : \nb: ",
    b"'X##|\n  \n  ",
    b'%title: x"b"',
    b"[ #c:\n\t\nb: \\",
    b"\n&y [\t\n    *x",
    b"[ # c\n\t? #,\n{|\n  ",
    b'? >#"% # c*x\ttitle: x',
    b"a: \n  c: :['a'\"\na: |\n  title: x",
]
"""Found at random: on each of these one fault that was put into the code showed that showed on no other."""

YAML = [*of_lines(SOUND), *of_lines(FAULTY), *(text.encode() for text in ODD), *BYTES, *FOUND]

ARTICLES = of_lines(
    r"""
---\na: b\n---\n\nText.\n
---  \na: b\n---\t\n\n\n  One.\n\nTwo.\n\n
---\n---\nText.
---\n# x\n---\nText.
--- \na: b: c\n---\nText.
---\na: "b\n---\nText.
---\na: b\n---
---\na: b\n---\n \n
---\na: b
---
--
----\na: b\n---\nText.
\n---\na: b\n---\nText.
---\na\n---\nText.
---\n- a\n---\nText.
---\na: b\n----\nText.
---\na: b\n---\nOne.\n---\nTwo.
""".strip("\n").split("\n")
)
ARTICLES += [b"---\na: b\n---\nOne \x00 and\x07.\n\x00", b"---\na: \x07\n---\nOne.", b"---\na: b\n---\n\xe9"]


def as_told(problems: list[Problem]) -> str:
    return "".join(
        f"  {p.location.file}:{p.location.line}:{p.location.column}+{p.location.length} {p.severity} {p.code}: "
        f"{p.message}\n    {p.remedy}\n"
        for p in problems
    )


def told_of_yaml(raw: bytes) -> str:
    tree, problems = load_yaml("f", raw)
    value = "nothing" if tree is None else json.dumps(tree.value, ensure_ascii=False)
    places = {} if tree is None else {".".join(map(str, path)): at for path, at in tree.values.items()}
    at = " ".join(f"{path}@{p.line}:{p.column}+{p.length}" for path, p in sorted(places.items()))
    return f"  {value}\n  {at}\n" + as_told(problems)


def told_of_article(raw: bytes) -> str:
    read, problems = load_article("f", raw)
    if read is None:
        return "  nothing\n" + as_told(problems)
    at = read.front.at(())
    value = repr((read.front.value, f"{at.line}:{at.column}+{at.length}", read.body, read.body_line))
    return f"  {value}\n" + as_told(problems)


@cache
def golden() -> dict[tuple[str, bytes], str]:
    found: dict[tuple[str, bytes], str] = {}
    for block in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        head, _, rest = block.strip("\n").partition("\n")
        kind, _, raw = head.partition(" ")
        if raw:
            found[kind, ast.literal_eval(raw)] = f"{rest}\n"
    return found


def test_the_file_is_what_is_told(update: bool) -> None:
    told = {("yaml", raw): told_of_yaml(raw) for raw in YAML}
    told |= {("article", raw): told_of_article(raw) for raw in ARTICLES}
    if update:
        blocks = [f"{kind} {raw!r}\n{text}" for (kind, raw), text in told.items()]
        GOLDEN.write_text("\n".join(blocks), encoding="utf-8")
    assert golden().keys() == told.keys()


@pytest.mark.parametrize("raw", dict.fromkeys(YAML), ids=repr)
def test_yaml_is_told_of_so(raw: bytes) -> None:
    assert told_of_yaml(raw) == golden()["yaml", raw]


@pytest.mark.parametrize("raw", ARTICLES, ids=repr)
def test_an_article_is_told_of_so(raw: bytes) -> None:
    assert told_of_article(raw) == golden()["article", raw]
