"""A lock as its file holds it: YAML that reads well and differs only where what was locked does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring

from generator.model.lock import FORM, Lock, LockedSource

_HEAD = "# What the articles said when this brief was locked. `briefs lock` writes it; commit it beside brief.yml.\n"
_SAFE = re.compile(r"[A-Za-z][\w:/.~?=&%+,;@-]*[\w/]|[0-9]{4}[0-9-]*")


def lock_text(lock: Lock) -> str:
    """The whole file; the same for the same lock."""
    sources = []
    for id_, source in lock.sources.items():
        quotes = [
            quote_text(
                name, quote.span, quote.where, quote.digest, quote.before, quote.after, quote.refused or ""
            )
            for name, quote in source.quotes.items()
        ]
        sources.append(source_text(id_, source, quotes))
    return file_text(lock.normalisation, sources, lock.key or "")


def file_text(normalisation: str, sources: Sequence[str], key: str = "") -> str:
    """The file of these sources, each as it stands there."""
    named = f'key: "{key}"\n' if key else ""
    every = "sources:\n" if sources else "sources: {}\n"
    return f"{_HEAD}lock: {FORM}\nnormalisation: {normalisation}\n{named}{every}{''.join(sources)}"


def source_text(id_: str, source: LockedSource, quotes: Sequence[str]) -> str:
    """A source as it stands in the file, with its quotes as they stand there."""
    head = f"  {_key(id_)}:\n    locked: {source.locked}\n    digest: {source.digest}\n"
    rest = f"    length: {source.length}\n    title: {source.title}\n{''.join(_front(source))}"
    return f"{head}{rest}{'    quotes:' + chr(10) if quotes else ''}{''.join(quotes)}"


def quote_text(
    name: str, span: str, where: str, digest: str, before: str, after: str, refused: str = ""
) -> str:
    """A quote as it stands in the file."""
    text = f"      {name}:\n        span: {span if ',' not in span else _said(span)}\n"
    if where == "title":
        text += "        in: title\n"
    text += f"        digest: {digest}\n"
    if refused:
        text += f"        refused: {refused}\n"
    if before:
        text += f"        before: {_said(before)}\n"
    return f"{text}        after: {_said(after)}\n" if after else text


# --- Private ---


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


def _key(id_: str) -> str:
    """An id as a key: one that YAML may read as a number or a truth is put in quotes."""
    return id_ if id_[0].isalpha() and id_ not in ("true", "false", "null") else f'"{id_}"'


def _scalar(value: str) -> str:
    return value if _SAFE.fullmatch(value) else _said(value)


def _said(text: str) -> str:
    """A text between double quotes (YAML 1.2, 7.3.1), what can't be seen as escapes."""
    quoted = encode_basestring(text)
    if quoted.isprintable():
        return quoted
    return "".join([sign if sign.isprintable() else _escaped(sign) for sign in quoted])


def _escaped(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
