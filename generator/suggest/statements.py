"""What an article says, clause by clause, and what it says of each: from whom, how sure, how many, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.source import Span
from generator.model.text import Canonical
from generator.model.words import denies, weakens
from generator.suggest.attribution import Told, attributions
from generator.suggest.attribution.cast import Cast
from generator.suggest.clauses import clauses, trimmed
from generator.suggest.dates import dates_in
from generator.suggest.figures import figures_in
from generator.suggest.speech import compiled, flat, knows, speech_of
from generator.suggest.values import UNTOLD, Chain, Dated, Draftable, Statement
from generator.suggest.verbs import finite_verb

MOST_SENTENCES = 250
"""Sentences of an article that are read: more than any report has."""

_LONGEST = 1200
"""Code points of a sentence that are read."""

_NO_HEDGE = frozenset(
    "can should would must shall ought will if unless reported planned suggest suggests suggested "
    "claimed kan ska skall "
    "skulle bör borde måste om må måtte alleged believed".split()
)
_GOES_ON = re.compile(r"(?:The|This|These|It|They|Its|Their|Under (?:the|this)|Such)\b")
_DATELINE = re.compile(
    r"(?:[A-ZÅÄÖ][A-ZÅÄÖÉÜ.'’-]+(?:[ /][A-ZÅÄÖ][A-ZÅÄÖÉÜ.'’-]+){0,3}(?:, [\w. ]{2,24})?(?: \([\w/ "
    r".]{2,30}\))?|\([\w/ .]{2,30}\))\s*[-–—:]{1,2}\s+"
)
"""Where a report was written, before its first sentence: “BERLIN (XY) —”."""

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\b",
    re.I,
)
_SUBJECT = re.compile(r"(?:the|an?|its|his|her|their|it|he|she|they|[A-ZÅÄÖ]\S+)\s")
_NO_ANSWER = re.compile(
    r"\bnot (?:immediately |be )?(?:comment|discuss|say|answer|respond|reply|reached)\b|"
    r"\b(?:declined|refused) to comment\b|"
    r"\bnot (?:immediately |independently )?(?:available|reachable|verified|clear)\b|\binte kommentera\b|"
    r"\bnot (?:be )?(?:immediately |independently )?(?:confirm|verified)",
    re.IGNORECASE,
)
"""What says that somebody said nothing."""

_AHEAD = re.compile(r"\b(?:will|would|is to|are to|could|should)\b")
_RELATIVE_DATE = re.compile(
    r"\b(?:a|an|the|last \w+)\s+(?:[\w'’-]+\s+){1,4}?(?:launched|begun|started|signed|made|reached|"
    r"held|opened|built|agreed|"
    r"concluded|carried out|announced|imposed|introduced|adopted|that \w+|which \w+)\s",
)


def statements(article: Draftable, cast: Cast) -> list[Statement]:
    """The statements of an article's body in order. Headings say nothing that the text doesn't."""
    found: list[Statement] = []
    headings = [block.span for block in article.body.paragraphs if block.is_heading]
    for number, span in enumerate(article.body.sentences[:MOST_SENTENCES]):
        if any(block.start <= span.start < block.end for block in headings):
            continue
        dateline = _DATELINE.match(span.of(article.body.text))
        start = span.start + (dateline.end() if dateline else 0)
        read = Span(start, min(span.end, start + _LONGEST))
        _Sentence(article, cast, number, read).read(found)
    return found


# --- Private ---


class _Sentence:
    """One sentence of an article on its way to statements."""

    def __init__(self, article: Draftable, cast: Cast, number: int, span: Span) -> None:
        self._article = article
        self._cast = cast
        self._number = number
        self._span = span
        self._text = flat(span.of(article.body.text))
        self._language = article.language
        self._words = speech_of(article.language)

    def read(self, found: list[Statement]) -> None:
        """Adds the statements of the sentence; where it only says who said what stands before, adds that there."""
        tolds = attributions(self._text, self._language) if knows(self._language) else []
        said_before = self._cast.last_chain
        self._cast.mention(self._text)
        chain = self._cast.chain(tolds)
        stretches = _uncut(self._text, [told for told in tolds if told.cuts], self._language)
        if not stretches and tolds:
            _ascribe(found, self._number, chain, self._via_quote(tolds))
            return
        chain = chain or self._unsaid(tolds, found, said_before)
        dates = dates_in(self._text, self._article.published, self._language)
        for stretch in stretches:
            found += self._of_stretch(stretch, tolds, chain, dates)

    # --- Private methods ---

    def _unsaid(self, tolds: Sequence[Told], found: list[Statement], said_before: Chain) -> Chain:
        """The chain of a sentence that names nobody: passed on, or said by who spoke before."""
        if tolds:
            return ()
        if compiled(rf"\b(?:{self._words.passes})\b").search(self._text):
            return UNTOLD
        is_next = bool(found) and found[-1].sentence == self._number - 1 and bool(found[-1].chain)
        if is_next and self._text.startswith('"') and self._text.rstrip().endswith(('"', '."')):
            return said_before
        if is_next and _GOES_ON.match(self._text) and _AHEAD.search(self._text):
            if _NO_ANSWER.search(self._text):
                return ()
            return found[-1].chain[:1]
        return ()

    def _of_stretch(
        self, stretch: Span, tolds: Sequence[Told], chain: Chain, dates: Sequence[Dated]
    ) -> Iterator[Statement]:
        via_quote = self._via_quote(tolds)
        text = stretch.of(self._text)
        is_denial = any(told.denies for told in tolds)
        parts = clauses(text, self._language, has_figure=bool(_NUMBER.search(text)))
        early = (
            [d for d in dates if d.span.end <= stretch.start]
            if not any(d.span.overlaps(Span(told.start, told.end)) for told in tolds for d in dates)
            else []
        )
        for part in parts:
            span = Span(stretch.start + part.start, stretch.start + part.end)
            if len(parts) > 1 and part != parts[0] and (own := self._own(span)):
                span, chain, via_quote = own
            statement = Statement(
                source=self._article.id,
                span=self._there(span),
                sentence=self._number,
                chain=chain,
                via_quote=via_quote if chain and chain != UNTOLD else None,
                hedge=_hedge(span.of(self._text), self._language),
                stance="denies" if is_denial else "supports",
                figures=tuple(
                    replace(one, span=self._there(one.span), quote=self._there(one.quote))
                    for one in figures_in(self._text, span, [d.span for d in dates], self._language)
                ),
                dates=tuple(
                    replace(d, span=self._there(d.span)) for d in dates if d.span.overlaps(span) or d in early
                ),
                is_speech=text.strip().startswith('"') and '"' not in text.strip()[1:-1],
            )
            dated = self._dated_part(statement, span)
            inner = [d.span for d in dated.dates] if dated else []
            if not _NO_ANSWER.search(span.of(self._text)):
                yield replace(statement, dates=tuple(d for d in statement.dates if d.span not in inner))
            if dated:
                yield dated

    def _own(self, span: Span) -> tuple[Span, Chain, Span | None] | None:
        """What a clause within a sentence says of its own source: “and the laboratory says that …”."""
        text = span.of(self._text)
        if not knows(self._language):
            return None
        if compiled(rf"(?:(?:{self._words.adverbs})\s+)*(?:{self._words.says}|{self._words.means})\b").match(
            text
        ):
            return self._same_subject(span)
        tolds = [told for told in attributions(text, self._language) if told.start == 0]
        if not tolds or not _SUBJECT.match(text):
            return None
        chain = self._cast.chain(tolds[:1])
        if not chain:
            return None
        told = tolds[0]
        inner = trimmed(text, Span(told.end if told.cuts else 0, len(text)))
        if len(inner.of(text).split()) < 3:
            return None
        via = self._via_quote([replace(told, start=span.start + told.start, end=span.start + told.end)])
        return Span(span.start + inner.start, span.start + inner.end), chain, via

    def _same_subject(self, span: Span) -> tuple[Span, Chain, Span | None] | None:
        """A clause that shares its subject with the one before: “has denied this and says that …”."""
        if compiled(rf"\b(?:{self._words.passes})\b").search(span.of(self._text)):
            return span, UNTOLD, None
        verb = finite_verb(self._text, self._language)
        subject = self._text[: max(0, verb)].strip(" ,")
        if not subject or len(subject.split()) > 8:
            return None
        tolds = [t for t in attributions(f"{subject} {span.of(self._text)}", self._language) if t.start == 0]
        chain = self._cast.chain(tolds[:1])
        return (span, chain, None) if chain else None

    def _dated_part(self, statement: Statement, span: Span) -> Statement | None:
        """A noun with a date of its own deep in a clause: “an incursion launched … on 6 August”."""
        text = span.of(self._text)
        if len(text.split()) < 14 or not statement.dates:
            return None
        for match in _RELATIVE_DATE.finditer(text):
            later = [d for d in statement.dates if d.span.start > statement.span.start + match.start()]
            if match.start() > 20 and later:
                part = trimmed(self._text, Span(span.start + match.start(), span.end))
                return replace(statement, span=self._there(part), figures=(), dates=tuple(later), hedge="")
        return None

    def _via_quote(self, tolds: Sequence[Told]) -> Span | None:
        """The words that say who told it; of several the first that are no part of what was said."""
        chosen = next((told for told in tolds if told.cuts), tolds[0] if tolds else None)
        if chosen is None:
            return None
        span = trimmed(self._text, Span(chosen.start, chosen.end))
        words = span.of(self._text)
        words = re.sub(rf"(?:[,:]|\s+(?:{self._words.that}))$", "", words.rstrip(' "'), flags=re.IGNORECASE)
        words = re.sub(
            r"\s+(?:they|it|he|she) (?:have|has|had) (?:evidence|information|indications|proof) that$",
            "",
            words,
        )
        words = re.sub(rf"\s+(?:{self._words.that})$", "", words)
        return self._there(Span(span.start, span.start + len(words.rstrip(" ,"))))

    def _there(self, span: Span) -> Span:
        """A span of the sentence in the article's body."""
        return Span(self._span.start + span.start, self._span.start + span.end)


def _uncut(text: str, tolds: Sequence[Told], language: str) -> list[Span]:
    """What is left of a sentence without its attributions, where it holds a statement."""
    edges = [0, *(edge for told in tolds for edge in (told.start, told.end)), len(text)]
    spans = [
        trimmed(text, Span(start, end))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if end > start
    ]
    spans = [span for span in spans if len(span.of(text).split()) >= 3]
    telling = [span for span in spans if finite_verb(span.of(text), language) >= 0]
    return telling or spans[:1]


def _ascribe(found: list[Statement], number: int, chain: Chain, via_quote: Span | None) -> None:
    """Gives the statements of the sentence before a chain, where they have none."""
    for index, statement in enumerate(found):
        if statement.sentence == number - 1 and statement.chain in ((), UNTOLD):
            found[index] = replace(statement, chain=chain, via_quote=via_quote)


def _hedge(text: str, language: str) -> str:
    for match in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
        if weakens(match[0], language) and match[0].casefold() not in _NO_HEDGE:
            return match[0]
    return ""


def is_negative(body: Canonical, statement: Statement, language: str) -> bool:
    """Whether the statement's clause says no: “not”, “nobody”, “no longer”."""
    said = re.sub(r"\bnot only\b", " ", statement.span.of(body.text))
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", said)
    return any(word.casefold() not in ("without", "utan") and denies(word, language) for word in words)


def has_verb(text: str, language: str) -> bool:
    """Whether a clause can stand as a sentence of its own."""
    return finite_verb(text, language) >= 0
