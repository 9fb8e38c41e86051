"""Why a quote is refused, as problems that say what is wrong, where, and how to mend it."""

from __future__ import annotations

from generator.anchor.context import suggestion
from generator.anchor.elision import MOST_OMITTED
from generator.anchor.nearest import Index
from generator.anchor.placements import MOST, Placement, placements_without_context, widened
from generator.anchor.quotes import Quote, location_of, name_of
from generator.anchor.wording import LONGEST, in_context, in_quotes, listed
from generator.model.brief import Article, Brief
from generator.model.source import Problem, Span
from generator.model.text import Canonical, Folded, matches, occurrences

_MOST_LISTED = 5
_MOST_TOLD_APART = 100
"""Placements of a quote for which a prefix or suffix is sought that no other has."""

_MOST_PARAGRAPHS = 10_000
"""Paragraphs that are looked through to tell parts in another order from parts that are apart."""

_PATIENCE = 20_000_000
"""Code points of articles that are searched for nearest passages, over all quotes of a brief."""

_LEAST = 400_000
"""Of these, what one search takes at least: so that no more than fifty nearest passages are sought."""


class Refusal:
    """The problems of the quotes of one brief. Keeps what it learns about an article for the next quote."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._indexes: dict[int, Index] = {}
        self._searched = 0
        self._omitted = 0
        self._told_of_omitted = False

    # --- A quote that stands nowhere ---

    def not_found(self, quote: Quote) -> list[Problem]:
        """Why there is no placement: the context, the order of the parts, or a part that doesn't stand there."""
        if quote.prefix or quote.suffix:
            without_context = placements_without_context(quote)
            if without_context:
                return [self._context_differs(quote, without_context)]
        missing = [part for part in dict.fromkeys(quote.parts) if _first(quote.text, part) is None]
        if not missing:
            return [self._out_of_order(quote)]
        return [self._part_not_found(quote, part) for part in missing]

    def _part_not_found(self, quote: Quote, part: str) -> Problem:
        what = "this" if len(quote.parts) == 1 else in_quotes(part)
        message = f"{what} is not in {quote.place_name}"
        inside = _cut(quote.text, part)
        if inside is not None:
            return self._cut_through(quote, message, inside)
        remedy = self._elsewhere(quote, part) or self._nearest(quote, part)
        return self._problem(quote, "quote-not-found", message, remedy)

    def _cut_through(self, quote: Quote, message: str, inside: Span) -> Problem:
        passage = in_quotes(inside.of(quote.text.text))
        return self._problem(
            quote,
            "quote-not-found",
            f"{message}: it stands there only inside another word or number",
            f"line {quote.line_of(inside.start)}: {passage}\nquote words and numbers whole, as they stand there",
        )

    def _elsewhere(self, quote: Quote, part: str) -> str | None:
        """Where else the text stands: in the title instead of the body, or in another article of the brief."""
        start = _first(quote.other_text, part)
        if start is not None:
            return _other_place(quote, start)
        for article in self._brief.articles.values():
            start = None if article is quote.article else _first(article.body, part)
            if start is not None:
                line = article.body_line + article.body.line_of(start)
                return f"it stands in {name_of(article)}, line {line}: quote it under that source"
        return None

    def _nearest(self, quote: Quote, part: str) -> str:
        self._searched += max(len(quote.text.text), _LEAST)
        if self._searched > _PATIENCE:
            return f"copy the words from {quote.place_name}"
        found = self._index(quote.text).nearest(part)
        if found is None:
            return f"nothing like it stands there: copy the words from {quote.place_name}"
        line, passage = (
            quote.line_of(found.span.start),
            in_quotes(found.span.of(quote.text.text), 2 * LONGEST),
        )
        differs = f"\nthe difference: {found.wording}" if found.wording else ""
        return f"nearest, line {line}: {passage}{differs}"

    def _index(self, text: Canonical) -> Index:
        if id(text) not in self._indexes:
            self._indexes[id(text)] = Index(text)
        return self._indexes[id(text)]

    def _out_of_order(self, quote: Quote) -> Problem:
        starts = [_first(quote.text, part) or 0 for part in quote.parts]
        where = [
            f"{in_quotes(part, 60)} line {quote.line_of(start)}"
            for part, start in zip(quote.parts, starts, strict=True)
        ]
        together = any(
            all(_stands_in(quote.text.folded, part, block) for part in quote.parts)
            for block in quote.text.folded_paragraphs[:_MOST_PARAGRAPHS]
        )
        message = (
            "the parts around [...] stand in another order there"
            if together
            else "the parts around [...] don't stand in one paragraph"
        )
        remedy = (
            "put them in the article's order" if together else "quote them one by one, as a list of quotes"
        )
        return self._problem(
            quote,
            "quote-elision",
            f"{message}, in {quote.place_name}",
            f"{listed(where, _MOST_LISTED)}\n{remedy}",
        )

    # --- A quote that stands there, but not with this context ---

    def _context_differs(self, quote: Quote, found: list[Placement]) -> Problem:
        wanted = [
            f"{side} {in_quotes(text, 60)}"
            for side, text in (("after", quote.prefix), ("before", quote.suffix))
            if text
        ]
        message = f"this is in {quote.place_name}, but not {' and '.join(wanted)}"
        key = "prefix" if quote.prefix else "suffix"
        remedy = "\n".join(self._listing(quote, found))
        return self._problem(quote, "quote-not-found", message, remedy, key)

    # --- A quote that can't be sought ---

    def too_many(self, quote: Quote) -> Problem:
        """Too many quotes of too long articles: this one and those after it are not sought."""
        message = (
            "this quote and those after it are not sought: there are too many, of articles that are too long"
        )
        return self._problem(quote, "too-many", message, "Split the brief, or leave out what isn't quoted.")

    def is_too_much(self, omitted: int) -> bool:
        """Whether the quotes so far, with so many code points more, leave out more than is looked through."""
        self._omitted += omitted
        return omitted > 0 and self._omitted > MOST_OMITTED

    def too_much_omitted(self, quote: Quote) -> list[Problem]:
        """Too much is left out: told of the first quote."""
        if self._told_of_omitted:
            return []
        self._told_of_omitted = True
        message = (
            f"the quotes up to this one leave out more than {MOST_OMITTED:,} characters together: "
            "[...] in it and those after it is not looked through"
        )
        return [
            self._problem(quote, "too-many", message, "Split the brief, or make two quotes of such as this.")
        ]

    # --- A quote that stands more than once ---

    def too_common(self, quote: Quote, part: str) -> Problem:
        """A part that stands too often to try each of its places: whether it stands once can't be told."""
        message = f"{in_quotes(part, 60)} stands too often in {quote.place_name}, within other words and numbers too"
        return self._problem(quote, "quote-ambiguous", message, "quote more of the words around it")

    def ambiguous(self, quote: Quote, found: list[Placement]) -> Problem:
        """Lists the places with their context, each with a prefix or suffix that would settle it."""
        context = " with this context" if quote.prefix or quote.suffix else ""
        times = f"{len(found)} times{' or more' if len(found) == MOST else ''}"
        message = f"this stands {times}{context} in {quote.place_name}"
        remedy = "\n".join(["say which one is meant:", *self._listing(quote, found, settle=True)])
        return self._problem(quote, "quote-ambiguous", message, remedy)

    def _listing(self, quote: Quote, found: list[Placement], *, settle: bool = False) -> list[str]:
        lines = []
        for placement in found[:_MOST_LISTED]:
            first, last = placement[0], placement[-1]
            span = quote.text.folded.span(first.start, last.end)
            line = f"line {quote.line_of(span.start)}: {in_context(quote.text.text, span)}"
            is_told_apart = settle and len(found) <= _MOST_TOLD_APART
            advice = suggestion(quote, placement, found) if is_told_apart else None
            lines.append(f"{line}\n  {advice}" if advice else line)
        if len(found) > _MOST_LISTED:
            lines.append(f"and {len(found) - _MOST_LISTED} more")
        return lines

    def _problem(
        self, quote: Quote, code: str, message: str, remedy: str | None, key: str = "exact"
    ) -> Problem:
        return Problem(location_of(quote, self._brief, key), code, message, remedy)


# --- Private functions ---


def _first(text: Canonical, part: str) -> int | None:
    """Where the folded `part` first stands in `text` as a quotation would, in code points of its canonical text."""
    start = next(matches(text.folded, part), None)
    return None if start is None else text.folded.span(start, start + len(part)).start


def _stands_in(folded: Folded, part: str, block: Span) -> bool:
    return next(matches(folded, part, within=block), None) is not None


def _cut(text: Canonical, part: str) -> Span | None:
    """The passage in which `part` stands with a token cut, out to the boundaries of that token."""
    folded = text.folded
    start = next(occurrences(folded.text, part, Span(0, len(folded.text))), None)
    if start is None:
        return None
    whole = widened(folded, start, start + len(part))
    return folded.span(whole.start, whole.end)


def _other_place(quote: Quote, start: int) -> str:
    article: Article = quote.article
    if quote.where == "title":
        line = article.body_line + article.body.line_of(start)
        return f'it stands in the body, line {line}: take away "in: title"'
    if quote.may_quote_title:
        return 'it stands in the title: add "in: title"'
    return "it stands only in the title, which this quote can't be from"
