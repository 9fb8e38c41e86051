"""Quotes as a lock has them: under which names they go there, and what is kept of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.anchor.quotes import Written, parts_of, quotes_in
from generator.model.brief import Article, Brief
from generator.model.digest import keyed_digest, open_digest
from generator.model.findings import Anchors, Quotation
from generator.model.lock import AROUND, LockedQuote, LockedSource
from generator.model.source import Path
from generator.model.text import canonical_text, fold_text

LEFT_OUT = " [...] "

Digester: TypeAlias = Callable[[str], str]
"""What makes the digest of a text: with a key or without."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote of a brief with the name under which a lock has it."""

    name: str
    written: Written

    @property
    def bucket(self) -> str:
        """What the names of quotes that may have changed places begin with: their claim's id, or `notes`."""
        return self.name.partition("/")[0] + ("/via" if self.name.endswith("/via") else "")


def entries(brief: Brief) -> Iterator[Entry]:
    """Every quote of the brief with its name, in the order of the file."""
    for written in quotes_in(brief):
        yield Entry(name_of(brief, written.path), written)


def name_of(brief: Brief, path: Path) -> str:
    """The name in a lock of the quote at a path in the normalised shape: `wage/0/1`, `wage/0/via`, `notes/3`."""
    if path[0] == "notes":
        return f"notes/{path[1]}"
    claim = brief.annotations.claims[int(path[1])].id
    return f"{claim}/{path[4]}/{'via' if path[5] == 'via_quote' else path[6]}"


def said_by(written: Written) -> str:
    """The words of a quote in the form of which a lock has the digest."""
    return LEFT_OUT.join(parts_of(canonical_text(written.selector.exact)))


def text_digester(brief: Brief, source: str, key: str | None) -> Digester:
    """What makes the digest of a source's text: a keyed one is of no other source's."""
    if key is None:
        return open_digest
    return lambda text: keyed_digest(text, key, f"text of {brief.slug}/{source}")


def quote_digester(text_digest: str, key: str, what: str = "quote") -> Digester:
    """What makes the keyed digests of a text's quotes, which are of no other text's."""
    return lambda text: keyed_digest(text, key, f"{what} in {text_digest}")


def locked_source(
    brief: Brief,
    article: Article,
    anchors: Anchors,
    quotes: Sequence[Entry],
    day: str,
    key: str | None,
    digest: str = "",
) -> LockedSource:
    """What a lock keeps of an article, whose `quotes` are anchored. With a key, none of its words. `digest` is that
    of its text, where it is known already."""
    digest = digest or text_digester(brief, article.id, key)(article.body.text)
    meta = article.meta
    return LockedSource.model_construct(
        locked=day,
        digest=digest,
        length=str(len(article.body.text)),
        title=open_digest(article.title.text),
        text="here" if key is None else "withheld",
        url=meta.url,
        archive_url=meta.archive_url,
        published=meta.published.text if meta.published else None,
        updated=meta.updated.text if meta.updated else None,
        accessed=meta.accessed.text if meta.accessed else None,
        quotes={
            entry.name: _locked_quote(article, anchors[entry.written.path], digest, key)
            for entry in quotes
            if entry.written.path in anchors
        },
    )


def by_source(brief: Brief) -> Mapping[str, list[Entry]]:
    """The quotes of each source that has an article, in the order of columns."""
    found: dict[str, list[Entry]] = {source: [] for source in brief.articles}
    for entry in entries(brief):
        found[entry.written.source].append(entry)
    return found


def kept_of(article: Article, quotation: Quotation) -> tuple[str, str, str, str]:
    """What a lock keeps of an anchored quote: its span, its open digest, and what stands before and after it."""
    text = (article.title if quotation[0].where == "title" else article.body).text
    start, end = quotation[0].span.start, quotation[-1].span.end
    if len(quotation) == 1:
        span, said = f"{start}-{end}", fold_text(quotation[0].exact)
    else:
        span = ", ".join([f"{part.span.start}-{part.span.end}" for part in quotation])
        said = LEFT_OUT.join([fold_text(part.exact) for part in quotation])
    return span, open_digest(said), text[max(0, start - AROUND) : start], text[end : end + AROUND]


# --- Private ---


def _locked_quote(article: Article, quotation: Quotation, text_digest: str, key: str | None) -> LockedQuote:
    span, digest, before, after = kept_of(article, quotation)
    if key is not None:
        digest = quote_digester(text_digest, key)(
            LEFT_OUT.join([fold_text(part.exact) for part in quotation])
        )
        before, after = keyed_context(before, after, text_digest, key)
    return LockedQuote.model_construct(
        span=span,
        where="title" if quotation[0].where == "title" else "body",
        digest=digest,
        before=before,
        after=after,
    )


def keyed_context(before: str, after: str, text_digest: str, key: str) -> tuple[str, str]:
    """Keyed digests of what stands around a quote, folded; an empty text at an end of the text."""
    sides = (("before", fold_text(before)), ("after", fold_text(after)))
    left, right = (quote_digester(text_digest, key, side)(text) if text else "" for side, text in sides)
    return left, right
