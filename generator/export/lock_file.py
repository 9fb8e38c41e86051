"""A lock as its file holds it: YAML that reads well and differs only where what was locked does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.model.lock import FORM, Lock, LockedQuote, LockedSource

_HEAD = "# What the articles said when this brief was locked. `briefs lock` writes it; commit it beside brief.yml.\n"
_SAFE = re.compile(r"[A-Za-z][\w:/.~?=&%+,;@-]*[\w/]|[0-9]{4}[0-9-]*")


def lock_text(lock: Lock) -> str:
    """The whole file; the same for the same lock."""
    return "".join(_lines(lock))


# --- Private ---


def _lines(lock: Lock) -> Iterator[str]:
    yield _HEAD
    yield f"lock: {FORM}\nnormalisation: {lock.normalisation}\n"
    if lock.key:
        yield f'key: "{lock.key}"\n'
    yield "sources:\n" if lock.sources else "sources: {}\n"
    for id_, source in lock.sources.items():
        yield f"  {_key(id_)}:\n    locked: {source.locked}\n    digest: {source.digest}\n"
        yield f"    length: {source.length}\n    title: {source.title}\n"
        yield from _front(source)
        if source.quotes:
            yield "    quotes:\n"
        for name, quote in source.quotes.items():
            yield f"      {name}:\n"
            yield from _quote(quote)


def _front(source: LockedSource) -> Iterator[str]:
    if source.text == "withheld":
        yield "    text: withheld\n"
    named = (
        ("url", source.url),
        ("archive_url", source.archive_url),
        ("published", source.published),
        ("updated", source.updated),
        ("accessed", source.accessed),
    )
    for key, value in named:
        if value is not None:
            yield f"    {key}: {_scalar(value)}\n"


def _quote(quote: LockedQuote) -> Iterator[str]:
    span = quote.span if "," not in quote.span else f'"{quote.span}"'
    yield f"        span: {span}\n"
    if quote.where == "title":
        yield "        in: title\n"
    yield f"        digest: {quote.digest}\n"
    if quote.refused:
        yield f"        refused: {quote.refused}\n"
    for key, text in (("before", quote.before), ("after", quote.after)):
        if text:
            yield f"        {key}: {_said(text)}\n"


def _key(id_: str) -> str:
    """An id as a key: one that YAML may read as a number or a truth is put in quotes."""
    return id_ if id_[0].isalpha() and id_ not in ("true", "false", "null") else f'"{id_}"'


def _scalar(value: str) -> str:
    return value if _SAFE.fullmatch(value) else _said(value)


def _said(text: str) -> str:
    """A text between double quotes (YAML 1.2, 7.3.1), what can't be seen as escapes."""
    quoted = json.dumps(text, ensure_ascii=False)
    if quoted.isascii() and quoted.isprintable():
        return quoted
    return "".join([sign if sign.isprintable() or sign == " " else _escaped(sign) for sign in quoted])


def _escaped(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
