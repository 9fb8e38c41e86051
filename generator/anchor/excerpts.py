"""How much of each article its quotes show, held to what the site allows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.anchor.quotes import Written, name_of, quotes_in
from generator.model.brief import Article, Brief
from generator.model.findings import Anchors
from generator.model.published import ExcerptLimit, shown, words_in
from generator.model.source import Problem, Span


def excerpt_problems(brief: Brief, anchors: Anchors, limit: ExcerptLimit) -> Iterator[Problem]:
    """For each article that is not published in full and of which more is shown than `limit` allows, a problem at the
    quote with which it gets too much, in the order of the file.

    What `excerpts` show are the sentences around the quotes; what `none` shows are the quotes.
    """
    quotes: dict[str, list[Written]] = {}
    for quote in quotes_in(brief):
        if quote.path in anchors:
            quotes.setdefault(quote.source, []).append(quote)
    for source, own in quotes.items():
        article = brief.articles[source]
        if article.meta.rights != "full":
            yield from _too_much(brief, article, own, anchors, limit)


# --- Private ---


def _too_much(
    brief: Brief, article: Article, quotes: list[Written], anchors: Anchors, limit: ExcerptLimit
) -> Iterator[Problem]:
    text = article.body.text

    def words(number: int) -> int:
        """How many words the first quotes show."""
        return words_in(text, shown(article, (anchors[quote.path] for quote in quotes[:number])))

    every = words(len(quotes))
    if every <= limit.words:
        return
    whole = words_in(text, (Span(0, len(text)),))
    most = limit.most(whole)
    if every <= most:
        return
    first, last = 0, len(quotes)  # the first few show no more than may be shown, the last few do
    while last - first > 1:
        middle = (first + last) // 2
        first, last = (first, middle) if words(middle) > most else (middle, last)
    message = (
        f"up to this quote {words(last)} of the {whole} words of {name_of(article)} are shown, and by all quotes "
        f"{every}; {most} may be"
    )
    remedy = (
        f"Its `rights` are `{article.meta.rights}`: quote less of it, say `rights: full` if you may publish all of "
        "it, or set `excerpt_limit` under `briefs:` in mkdocs.yml."
    )
    yield Problem(brief.tree.at((*quotes[last - 1].path, "exact")), "excerpt-too-long", message, remedy)
