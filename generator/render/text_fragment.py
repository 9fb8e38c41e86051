"""Links that open an original on the quoted words (WICG "URL Fragment Text Directives")."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from urllib.parse import quote as percent_encoded

from generator.model.brief import Article
from generator.model.findings import Anchor, Quotation
from generator.model.fold import SOFT_HYPHEN
from generator.model.published import context, published
from generator.model.sentences import Paragraph
from generator.model.source import Span
from generator.model.text import Canonical, fold

LONGEST = 200
"""Code points of a quotation that stands whole in an address; a longer one is given by its first and last words."""

_ENDS = (4, 7, 12)
_CONTEXT = 8
"""Words at either end of a long quotation, and words of prefix or suffix, tried until the place is the only one."""

_PATIENCE = 150_000
"""Places of an article that are tried for all its quotations: of those that then are left no address is given."""

_PASSED = 5000
"""Code points that are passed over as quickly as one place is tried."""

_LONGEST_WORD = 60
"""Beyond this it is a script without spaces, where we don't know what a browser takes for a word."""


@dataclass(frozen=True, slots=True)
class Directive:
    """One text directive: `text=[prefix-,]start[,end][,-suffix]`. What is empty is left out."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        prefix = f"{_encoded(self.prefix)}-," if self.prefix else ""
        end = f",{_encoded(self.end)}" if self.end else ""
        suffix = f",-{_encoded(self.suffix)}" if self.suffix else ""
        return f"text={prefix}{_encoded(self.start)}{end}{suffix}"


def original_addresses(article: Article, quotations: Iterable[Quotation]) -> Mapping[Quotation, str]:
    """The address of the original at each quotation, one directive for each part around `[...]`.

    Only of an article with a url whose rendition is `verbatim`: of any other the words don't stand there. A quotation
    that isn't told from its repetitions by the context that the article's rights let us publish is left out.
    """
    every = tuple(quotations)
    found = zip(every, each_address(article, every), strict=True)
    return {quotation: address for quotation, address in found if address}


def each_address(article: Article, quotations: Sequence[Quotation]) -> list[str | None]:
    """The same, an address or `None` for each quotation in turn."""
    if not article.meta.url or article.meta.rendition != "verbatim" or article.meta.text == "withheld":
        return [None] * len(quotations)
    page = _Original(article, quotations)
    before, _, _ = article.meta.url.partition(":~:")
    mark = ":~:" if "#" in before else "#:~:"
    every = ([page.directive(anchor) for anchor in quotation] for quotation in quotations)
    return [
        f"{before}{mark}{'&'.join(map(str, directives))}" if all(directives) else None for directives in every
    ]


# --- Private ---


@dataclass(frozen=True)
class _Original:
    """The article as a browser searches it: the headline, then the paragraphs; case and accents don't count.

    A browser also asks for word boundaries. We don't, so that we see every place that it may stop at, and more.
    """

    article: Article
    quotations: Sequence[Quotation]

    spent: list[int] = field(default_factory=lambda: [0])
    """Of the patience: one number."""

    @cached_property
    def shown(self) -> tuple[Span, ...]:
        """What may be said of what stands around a quotation."""
        return published(self.article, self.quotations)

    @cached_property
    def text(self) -> str:
        """What is searched; of the length of the two folded texts and one line feed between them."""
        return based(f"{self.article.title.folded.text}\n{self.article.body.folded.text}")

    def directive(self, anchor: Anchor) -> Directive | None:
        """The first of the candidates that stops at `anchor` and nowhere before it."""
        text = self.article.title if anchor.where == "title" else self.article.body
        before = 0 if anchor.where == "title" else len(self.article.title.folded.text) + 1
        folded = text.folded
        wanted = (before + folded.position(anchor.span.start), before + folded.position(anchor.span.end))
        sides = _Sides()
        for directive in self._candidates(text, anchor):
            found = self.find(directive, sides.least(directive))
            if found == wanted:
                return directive
            sides.stopped(directive, found)
        return None

    def find(self, directive: Directive, least: int = 0) -> tuple[int, int] | None:
        """Where a browser stops, start and end in `text`; `None` where it doesn't; nowhere before `least`."""
        prefix, start, end, suffix = (
            part.lower() if part.isascii() else based(fold(part).text)  # spaced, ASCII is folded
            for part in (directive.prefix, directive.start, directive.end, directive.suffix)
        )
        if end:
            if (begun := self._search(prefix, start, "", 0)) is None:
                return None
            ended = self._search("", end, suffix, begun[1])
            return (begun[0], ended[1]) if ended else None
        return self._search(prefix, start, suffix, max(0, least - len(prefix) - 1))

    def _search(self, prefix: str, words: str, suffix: str, at: int) -> tuple[int, int] | None:
        first = prefix or words
        while (found := self.text.find(first, at)) >= 0 and self._has_patience(found - at):
            at = found
            start = self._past_space(at + len(prefix)) if prefix else at
            end = start + len(words)
            if self.text.startswith(words, start) and (
                not suffix or self.text.startswith(suffix, self._past_space(end))
            ):
                return start, end
            at += 1
        return None

    def _has_patience(self, passed: int) -> bool:
        """Whether one place more may be tried, so many code points further on."""
        self.spent[0] += 1 + passed // _PASSED
        return self.spent[0] <= _PATIENCE

    def _past_space(self, position: int) -> int:
        return position + self.text.startswith((" ", "\n"), position)

    def _candidates(self, text: Canonical, anchor: Anchor) -> Iterator[Directive]:
        """The quotation without context, then with more and more of it."""
        whole = Span(0, len(text.text))
        blocks = _over(text.paragraphs, anchor.span) or [whole]
        before: list[str] | None = None
        after: list[str] = []
        for start, end in _forms(text.text, anchor.span, blocks):
            yield Directive(start, end)
            if before is None:  # which most quotations can do without
                allowed = whole if anchor.where == "title" else context(anchor.span, self.shown)
                first, last = max(allowed.start, blocks[0].start), min(allowed.end, blocks[-1].end)
                before = _nearest(_spaced(text.text[first : anchor.span.start]).split()[::-1])
                after = _nearest(_spaced(text.text[anchor.span.end : last]).split())
            for count in range(1, max(len(before), len(after)) + 1):
                prefix, suffix = " ".join(before[:count][::-1]), " ".join(after[:count])
                yield from (Directive(start, end, p, s) for p, s in _sides(prefix, suffix))


class _Sides:
    """How far the candidates of one quotation came: one with more context stops nowhere before one with less."""

    def __init__(self) -> None:
        self._before = self._after = 0

    def least(self, directive: Directive) -> int:
        """Before which place none need be tried."""
        if directive.end:
            return 0
        return max(self._before if directive.prefix else 0, self._after if directive.suffix else 0)

    def stopped(self, directive: Directive, found: tuple[int, int] | None) -> None:
        """It is another place, or none."""
        if found is None or directive.end:
            return
        if not directive.suffix:
            self._before = max(self._before, found[0])
        if not directive.prefix:
            self._after = max(self._after, found[0])


def _sides(prefix: str, suffix: str) -> Iterator[tuple[str, str]]:
    if suffix:
        yield "", suffix
    if prefix:
        yield prefix, ""
    if prefix and suffix:
        yield prefix, suffix


def _forms(text: str, span: Span, blocks: list[Span]) -> Iterator[tuple[str, str]]:
    """The quotation as `start` alone where it is short and within one block; else by its first and last words."""
    exact = _spaced(span.of(text))
    if len(blocks) == 1 and len(exact) <= LONGEST:
        yield exact, ""
        return
    first = _spaced(text[span.start : min(span.end, blocks[0].end)]).split()
    last = _spaced(text[max(span.start, blocks[-1].start) : span.end]).split()
    for count in _ENDS:
        most = count if len(blocks) > 1 else min(count, len(first) // 2)
        if most:
            yield " ".join(first[:most]), " ".join(last[-most:])
    if len(blocks) == 1:
        yield exact, ""


def _nearest(words: list[str]) -> list[str]:
    """The first few of them, as far as they are words."""
    return list(takewhile(lambda word: len(word) <= _LONGEST_WORD, words[:_CONTEXT]))


def _spaced(text: str) -> str:
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def _over(paragraphs: Sequence[Paragraph], span: Span) -> list[Span]:
    """The paragraphs that have something in common with `span`; they are in order."""
    first = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.span.end)
    over = takewhile(lambda paragraph: paragraph.span.start < span.end, islice(paragraphs, first, None))
    return [paragraph.span for paragraph in over]


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORDS = re.compile(r"[A-Za-z0-9_.~ ]*")
"""Letters of an address, and spaces."""


def based(text: str) -> str:
    """The text with each letter as its lower-case base letter, in the same positions."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(lambda letters: "".join(map(_base, letters[0])), text).lower()


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    lower = base.lower()
    return lower if len(lower) == 1 else base


def _encoded(text: str) -> str:
    """Percent-encoded; the hyphen too, which is syntax of a directive, as the comma and the ampersand are."""
    if _WORDS.fullmatch(text):
        return text.replace(" ", "%20")
    return percent_encoded(text, safe="", errors="replace").replace("-", "%2D")
