"""Plain text and Markdown to a reading: blocks are paragraphs, what stands above them is guessed from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.guess import guess_from_lines
from generator.ingest.guess.guess import Guess
from generator.ingest.lines import Line
from generator.ingest.reading import Piece, Reading, numbered
from generator.model.brief import Parties
from generator.model.dates import parse_date

_BLOCKS = re.compile(r"\n[^\S\n]*\n\s*")
_FRONT = re.compile(r"\A---[ \t]*\n(?P<keys>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^(?P<key>[A-Za-z_]+):[ \t]*(?P<value>\S.*)$")
_KEYS = {
    "title": "title", "headline": "title", "author": "author", "byline": "author",
    "date": "published", "published": "published", "updated": "updated", "url": "url",
    "link": "url", "canonical_url": "url", "language": "language", "lang": "language",
}  # fmt: skip
_ENDS = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*$")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_RULE = re.compile(
    r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$"
    r"|!\[[^\]\n]*\]\([^)\n]*\)$|\[[^\]\n]+\]:\s+\S+.*$"
)
_HEAD = 6
"""Blocks that may stand above the text; where there are more, only the first is no text."""
_QUOTED = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+(?=[^\s>])")
# Each ends where another of its kind begins that isn't closed: a text of openings takes no longer than any other.
_TEXT = r"(?:[^\[\]\n]|\[[^\[\]\n]*\])"
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*+\)"
_INLINE = (
    (re.compile(rf"!\[({_TEXT}*+)\]{_TARGET}"), r"\1"),
    (re.compile(rf"\[({_TEXT}++)\]{_TARGET}"), r"\1"),
    (re.compile(r"\*\*(?=\S)((?:[^*\n]|\*(?!\*))++)(?<=\S)\*\*"), r"\1"),
    (re.compile(r"__(?=\S)((?:[^_\n]|_(?!_))++)(?<=\S)__"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]++)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]++)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>\-])"), r"\1"),
)
_MARKED = re.compile(r"[\[*_<\\]")


def read_text(text: str, parties: Parties, url: str | None = None) -> Reading:
    """The reading of plain text: lines broken to a width are joined; what is no sentence above is no body."""
    written = [block for block in _BLOCKS.split(_LINE_ENDS.sub("\n", text)) if block.strip()]
    blocks = [" ".join(block.split()) for block in written]
    first = next((i for i, block in enumerate(blocks) if _is_sentences(block)), 0)
    if first > _HEAD:
        first = 1
    head = [" ".join(line.split()) for block in written[:first] for line in block.split("\n") if line.strip()]
    blocks = [*head, *blocks[first:]]
    body_from = len(head)
    is_body = [i >= body_from for i in range(len(blocks))]
    pieces = [
        Piece(block, yes, is_heading=yes and _is_subhead(blocks, body_from, i))
        for i, (block, yes) in enumerate(zip(blocks, is_body, strict=True))
    ]
    return Reading(
        "text",
        numbered(pieces),
        guess_from_lines([Line(block, 1) for block in blocks], is_body, parties, url),
    )


def read_markdown(text: str, parties: Parties, url: str | None = None) -> Reading:
    """The reading of Markdown: its marks go; its first heading and its front matter are guessed from."""
    text = _LINE_ENDS.sub("\n", text)
    front = _FRONT.match(text)
    keys = dict(_front_keys(front["keys"])) if front else {}
    pieces = (
        [Piece(line.strip(), is_body=False) for line in front[0].splitlines() if line.strip()]
        if front
        else []
    )
    blocks = list(_markdown_blocks(text[front.end() :] if front else text))
    head = next((i for i, piece in enumerate(blocks) if piece.is_heading), None)
    title = blocks[head].text if head is not None and head == 0 and blocks[0].is_body else None
    if title is not None:
        blocks[0] = Piece(title, is_body=False)
    if not any(piece.is_body for piece in (*pieces, *blocks)):
        blocks = [Piece(piece.text, is_body=True) for piece in blocks]
    pieces += blocks
    known = str(keys["url"].value) if "url" in keys else None
    lines = [Line(piece.text, 1) for piece in pieces]
    guesses = guess_from_lines(lines, [piece.is_body for piece in pieces], parties, url or known)
    if title is not None:
        guesses.keys["title"] = Guess(title, "the first heading")
    guesses.keys.update(keys)
    return Reading("markdown", numbered(pieces), guesses)


# --- Private functions ---


def _is_sentences(block: str) -> bool:
    return bool(_ENDS.search(block)) and (len(block.split()) > 6 or len(block) > 40)


def _is_subhead(blocks: list[str], body_from: int, i: int) -> bool:
    short = len(blocks[i].split()) <= 12 and len(blocks[i]) < 80 and not _ENDS.search(blocks[i])
    return (
        body_from < i < len(blocks) - 1 and short and blocks[i][0].isupper() and _is_sentences(blocks[i + 1])
    )


def _front_keys(text: str) -> Iterator[tuple[str, Guess]]:
    """What the front matter says under keys that mean the same here; only plain values on one line."""
    for line in text.splitlines():
        found = _KEY.match(line)
        if not found or (key := _KEYS.get(found["key"].casefold())) is None:
            continue
        value = found["value"].strip().strip("\"'").strip()
        if key in ("published", "updated"):
            value = value[:10] if re.match(r"\d{4}-\d\d-\d\d[T ]", value) else value
            if parse_date(value)[0] is None:
                continue
        if value and value[0] not in "[{|>&*!":
            yield key, Guess(value, f"`{found['key']}` in its front matter")


def _markdown_blocks(text: str) -> Iterator[Piece]:
    block: list[str] = []
    for line in [*text.split("\n"), ""]:
        heading = _HEADING.match(line)
        underlined = len(block) == 1 and line and _UNDERLINE.fullmatch(line)
        if underlined:
            yield Piece(_plain(block[0]), is_body=True, is_heading=True)
            yield Piece(line.strip(), is_body=False)
            block = []
        elif heading or not line.strip() or _RULE.match(line):
            if block:
                yield Piece(_plain(" ".join(block)), is_body=True)
            block = []
            if heading and heading[2]:
                yield Piece(_plain(heading[2]), is_body=True, is_heading=True)
            elif line.strip():
                yield Piece(line.strip(), is_body=False)
        else:
            block.append(" ".join(_QUOTED.sub("", line).split()))


def _plain(text: str) -> str:
    """The words without the marks around them; the text as it is where nothing would be left."""
    plain = text
    if _MARKED.search(text):
        for pattern, words in _INLINE:
            plain = pattern.sub(words, plain)
    return " ".join(plain.split()) or text
