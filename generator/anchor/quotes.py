"""The quotes of a brief: what is sought, and in which text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.brief import Article, Brief, Selector
from generator.model.source import Location, Path
from generator.model.text import Canonical, canonical_text, fold_text

_LEFT_OUT = re.compile(r"\[\s*(?:\.\s*\.\s*\.|…)\s*\]")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote with the text that it must stand in.

    `parts` are the folded texts around `[...]`, in order; one of them where nothing is left out. `prefix` and
    `suffix` are folded too, and empty where the editor gave none. `may_quote_title` says that the format lets
    the editor quote the headline instead.
    """

    path: Path
    article: Article
    where: str
    exact: str
    parts: tuple[str, ...]
    prefix: str
    suffix: str
    language: str
    may_quote_title: bool

    @property
    def text(self) -> Canonical:
        """The text in which it is sought: the article's body, or its title."""
        return self.article.title if self.where == "title" else self.article.body

    @property
    def other_text(self) -> Canonical:
        """The title where the body is quoted, and the other way round."""
        return self.article.body if self.where == "title" else self.article.title

    @property
    def place_name(self) -> str:
        """How messages call the text: by the article's path below the brief's folder."""
        return f"the title of {name_of(self.article)}" if self.where == "title" else name_of(self.article)

    def line_of(self, position: int) -> int:
        """The line of the article's file on which a position of `text` stands."""
        if self.where == "title":
            return self.article.tree.at(("title",)).line
        return self.article.body_line + self.text.line_of(position)


def name_of(article: Article) -> str:
    """The article's path below the brief's folder."""
    return f"articles/{article.id}.md"


def location_of(quote: Quote, brief: Brief, key: str = "exact") -> Location:
    """Where the editor wrote the quote, or its prefix or suffix."""
    return brief.tree.at((*quote.path, key))


@dataclass(frozen=True, slots=True)
class Written:
    """A quote as the editor wrote it, of which nothing is known yet but which text it must stand in."""

    path: Path
    source: str
    selector: Selector
    where: str
    is_of_report: bool

    def text(self, brief: Brief) -> Canonical:
        """The text in which it is sought."""
        article = brief.articles[self.source]
        return article.title if self.where == "title" else article.body


def quotes_in(brief: Brief) -> Iterator[Written]:
    """Every quote of the brief, in the order of the file: of reports, their `via_quote`, then of notes.

    A source without an article is left out: that is a problem of the brief, not of its quotes.
    """
    for number, claim in enumerate(brief.annotations.claims):
        for source, reports in claim.reports.items():
            if source not in brief.articles:
                continue
            for index, report in enumerate(reports):
                path: Path = ("claims", number, "reports", source, index)
                for place, selector in enumerate(report.quote):
                    yield Written((*path, "quote", place), source, selector, report.where, True)
                if report.via_quote:
                    yield Written((*path, "via_quote"), source, report.via_quote, "body", False)
    for number, note in enumerate(brief.annotations.notes):
        if note.quote and note.source in brief.articles:
            yield Written(("notes", number, "quote"), note.source, note.quote, "body", False)


def quote_of(brief: Brief, written: Written) -> Quote:
    """The quote in the form in which it is sought."""
    selector = written.selector
    exact = canonical_text(selector.exact)
    return Quote(
        path=written.path,
        article=brief.articles[written.source],
        where=written.where,
        exact=exact,
        parts=parts_of(exact),
        prefix=folded(selector.prefix) if selector.prefix else "",
        suffix=folded(selector.suffix) if selector.suffix else "",
        language=brief.language_of(written.source),
        may_quote_title=written.is_of_report,
    )


def parts_of(exact: str) -> tuple[str, ...]:
    """The folded texts around `[...]`."""
    return tuple(folded(part) for part in _LEFT_OUT.split(exact))


def folded(text: str) -> str:
    """`text` in the form in which it is sought: canonical, folded, stripped again."""
    return fold_text(canonical_text(text)).strip()
