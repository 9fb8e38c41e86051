"""Articles of one event -> drafts of claims: those that several sources share first, then what only one says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from generator.model.brief import Parties
from generator.model.keys import ID_PATTERN
from generator.model.source import Span
from generator.model.units import find_unit
from generator.suggest.align import Figured, aligned_figures, aligned_statements
from generator.suggest.attribution.cast import Cast
from generator.suggest.attribution.register import Register, content, heard_in
from generator.suggest.figures import is_slight
from generator.suggest.likeness import Embedding, Likeness
from generator.suggest.reports import figure_report, report_of, with_value
from generator.suggest.statements import has_verb, is_negative, statements
from generator.suggest.values import Draftable, DraftClaim, DraftReport, Offered, Statement, Suggestions
from generator.suggest.wording import as_sentence, best_words, id_of

_INITIALS = 5
"""Letters from which on an id is no initials."""

_SAME = 0.3
"""From which likeness on “not” in one of two statements makes it a denial of the other."""

_FEWEST_WORDS = 3
"""Words of a statement that is suggested though no other source says the same."""


def suggest(
    articles: Mapping[str, Draftable],
    parties: Parties,
    language: str = "en",
    taken: Collection[str] = (),
    embed: Embedding | None = None,
) -> Suggestions:
    """Drafts of claims from the articles of one brief, and the parties that they would need registered.

    `taken` are ids of claims that the brief has. Each draft holds by our own rules: its quotes stand in their
    articles, once or with their context; its figures in its quotes; its hedges in their sentences.
    """
    register = Register(parties.by_id, heard_in(a.body.text for a in articles.values() if parties.by_id))
    offers: dict[str, Offered] = {}
    said = [s for article in articles.values() for s in statements(article, Cast(article, register, offers))]
    said = _by_id(said, parties, offers)
    desk = _Desk(articles, said, language, set(taken), Likeness(articles, said, embed))
    claims = tuple(desk.claims())
    return Suggestions(claims, (*_outlets(articles, parties), *_used(claims, offers)))


# --- Private functions ---


def _by_id(said: Sequence[Statement], parties: Parties, offers: Mapping[str, Offered]) -> list[Statement]:
    """The statements with an id in place of each description that another article gave as a name."""
    ids = {content(offer.name): id_ for id_, offer in offers.items()}
    ids |= {content(party.name): id_ for id_, party in parties.by_id.items()}

    def named(link: str) -> str:
        return ids.get(content(link), link) if " " in link else link

    return [
        replace(
            s,
            chain=tuple(
                dict.fromkeys(
                    tuple(map(named, link)) if isinstance(link, tuple) else named(link) for link in s.chain
                )
            ),
        )
        for s in said
    ]


@dataclass(slots=True)
class _Desk:
    """The statements of a brief on their way to claims."""

    articles: Mapping[str, Draftable]
    said: Sequence[Statement]
    language: str
    taken: set[str]
    likeness: Likeness
    _done: set[int] = field(default_factory=set)

    def claims(self) -> list[DraftClaim]:
        """All claims in their order."""
        figured = [Figured(s, counted) for s in self.said for counted in s.figures]
        by_figures = aligned_figures(figured, self.likeness, self.articles)
        counted = [frozenset(id(one.statement) for one in group) for group in by_figures]
        by_words = aligned_statements(self.said, self.likeness, counted)
        shared = [(_place(group[0].statement), self._counting(group)) for group in by_figures]
        grouped = {id(one.counted) for group in by_figures for one in group}
        for words in by_words:
            if not any({id(s) for s in words} <= same for same in counted):
                shared.append((_place(words[0]), self._stating(words, grouped)))
        singles = self._singles(figured, by_words, by_figures, grouped)
        ordered = [claim for _, claim in sorted(shared, key=lambda one: one[0]) if claim]
        return [self._named(claim) for claim in (*ordered, *singles)]

    # --- Private methods ---

    def _counting(self, group: Sequence[Figured]) -> DraftClaim | None:
        measure = self._measure(group)
        made = [(one, figure_report(one, self.articles[one.source], measure)) for one in group]
        kept = [(one, report) for one, report in made if report is not None]
        if not kept:
            return None
        words = best_words(
            [one.statement for one, _ in kept],
            [one.counted.quote for one, _ in kept],
            self.articles,
            self.language,
        )
        return DraftClaim("", words, tuple(report for _, report in kept), measure)

    def _measure(self, group: Sequence[Figured]) -> str:
        """What the figures count, where that is a word for things; a unit says it by itself."""
        nouns = [one.counted.noun for one in group if one.counted.noun]
        if not nouns or any(one.counted.figure.measured is not None for one in group):
            return ""
        unit = find_unit(nouns[0])
        return nouns[0] if unit is None or unit.kind == "count" else ""

    def _stating(self, group: Sequence[Statement], grouped: Collection[int]) -> DraftClaim | None:
        negative = [
            is_negative(self.articles[s.source].body, s, self.articles[s.source].language) for s in group
        ]
        differs = any(negative) and not all(negative) and self._closest(group) >= _SAME
        made: list[tuple[Statement, DraftReport]] = []
        for statement, says_no in zip(group, negative, strict=True):
            report = report_of(statement, self.articles[statement.source], denies=differs and says_no)
            if report is not None:
                made.append((statement, self._with_figure(statement, report, group, grouped)))
        if not made:
            return None
        kept = [s for s, _ in made]
        words = best_words(kept, [s.span for s in kept], self.articles, self.language)
        return DraftClaim("", words, tuple(report for _, report in made))

    def _closest(self, group: Sequence[Statement]) -> float:
        """How alike the two likest of a group are that are of two sources."""
        pairs = [(a, b) for a, b in combinations(group, 2) if a.source != b.source]
        return max((self.likeness.between(a, b) for a, b in pairs), default=0.0)

    def _with_figure(
        self, statement: Statement, report: DraftReport, group: Sequence[Statement], grouped: Collection[int]
    ) -> DraftReport:
        """With the statement's own figure, where it has one and nobody else in the group gives any."""
        free = [one for one in statement.figures if id(one) not in grouped]
        others = any(s.figures for s in group if s is not statement)
        if len(free) != 1 or len(statement.figures) != 1 or others:
            return report
        self._done.add(id(free[0]))
        return with_value(report, Figured(statement, free[0]))

    def _singles(
        self,
        figured: Sequence[Figured],
        by_words: Sequence[Sequence[Statement]],
        by_figures: Sequence[Sequence[Figured]],
        grouped: Collection[int],
    ) -> list[DraftClaim]:
        """What one source says: figures and what has a source first, then the rest."""
        used = {id(s) for group in by_words for s in group} | {
            id(f.statement) for group in by_figures for f in group
        }
        first: list[DraftClaim | None] = []
        rest: list[DraftClaim | None] = []
        for one in figured:
            if id(one.counted) not in grouped and id(one.counted) not in self._done and not self._slight(one):
                first.append(self._counting((one,)))
        for statement in self.said:
            text = statement.span.of(self.articles[statement.source].body.text)
            figures = [f for f in statement.figures if not self._slight(Figured(statement, f))]
            is_plain = not figures and id(statement) not in used
            if (
                is_plain
                and len(text.split()) >= _FEWEST_WORDS
                and has_verb(text, self.articles[statement.source].language)
            ):
                (first if statement.chain and not statement.is_speech else rest).append(
                    self._stating((statement,), ())
                )
        return [claim for claim in (*first, *rest) if claim]

    def _slight(self, one: Figured) -> bool:
        return is_slight(one.counted, self.articles[one.source].language)

    def _named(self, claim: DraftClaim) -> DraftClaim:
        made = id_of(claim.claim, self.taken)
        self.taken.add(made)
        return DraftClaim(made, claim.claim, claim.reports, claim.measure)


def _place(statement: Statement) -> tuple[int, Span]:
    return statement.sentence, statement.span


def _outlets(articles: Mapping[str, Draftable], parties: Parties) -> Iterator[Offered]:
    """The outlets of the articles, and those that they are based on, that aren't registered."""
    named = dict.fromkeys(name for article in articles.values() for name in article.before)
    for name in named:
        if name not in parties.by_id and re.fullmatch(ID_PATTERN, name):
            words = name.replace("-", " ").replace("_", " ")
            yield Offered(name, words.upper() if len(words) < _INITIALS else words.title())


def _used(claims: Sequence[DraftClaim], offers: Mapping[str, Offered]) -> tuple[Offered, ...]:
    """The offered parties that a chain names, in the order in which they are first named."""
    named: dict[str, None] = {}
    for report in (report for claim in claims for report in claim.reports):
        via = report.keys.get("via", ())
        for link in via if isinstance(via, list) else [via]:
            for name in link["together"] if isinstance(link, dict) else [link]:
                named.setdefault(str(name))
    return tuple(offers[name] for name in named if name in offers)


__all__ = ["as_sentence", "suggest"]
