"""Articles whose text may not be in the repository: their quotes by the lock, which a key makes trustworthy."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from generator.anchor import may_be_sought
from generator.anchor.drift import Fate, Ground, fate, fate_problem
from generator.anchor.locked import Entry, by_source, keyed_context, quote_digester, said_by, text_digester
from generator.anchor.quotes import Quote, quote_of
from generator.load.folder import BriefFolder
from generator.model.brief import Article, Brief
from generator.model.digest import LEAST_KEY, are_equal, key_name
from generator.model.findings import Anchor, Quotation
from generator.model.lock import Lock, LockedQuote, LockedSource, State
from generator.model.source import Path, Problem, Severity, Span
from generator.model.text import NORMALISATION, Canonical, canonical_text
from generator.pipeline.withheld_text import withheld_text

KEY = "BRIEFS_LOCK_KEY"
"""The environment variable that holds the key of keyed digests."""

_LEFT_OUT = re.compile(r"(?<!\s)\s*\[\s*(?:\.\s*\.\s*\.|…)\s*\]\s*")


@dataclass(frozen=True, slots=True)
class Known:
    """A brief of which the withheld texts hold their quotes alone, and what is settled of these."""

    brief: Brief
    quotations: Mapping[Path, Quotation | None] = field(default_factory=dict)
    fates: Mapping[Path, Fate] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def lock_key() -> str | None:
    """The key, where this machine has one. Of a key that was read from a file, the line break is no part."""
    return os.environ.get(KEY, "").strip() or None


def key_fault(key: str | None, lock: Lock | None = None) -> tuple[str, str] | None:
    """What is wrong with the key, and what to do; `None` where it is good. With a lock: whether it is that one's."""
    if key is None:
        return "needs a key, and this machine has none", f"set {KEY} to the key that the lock was made with"
    if len(key) < LEAST_KEY:
        message = f"needs a key of {LEAST_KEY} characters or more: a shorter one could be found by trying"
        return message, f"set {KEY} to a longer one, such as `openssl rand -hex 32` prints"
    if lock is not None and lock.key != key_name(key):
        return (
            "was made with another key than this machine's",
            f"set {KEY} to the key that the lock was made with",
        )
    return None


def withheld_in(brief: Brief) -> list[str]:
    """The sources whose text is withheld."""
    return [source for source, article in brief.articles.items() if article.meta.text == "withheld"]


def known_of(folder: BriefFolder, brief: Brief, lock: Lock | None, withheld: Collection[str]) -> Known:
    """The quotes of withheld texts as the lock has them. One of which it has no true digest is refused.

    Where the text is on this machine, the quotes are held against it too.
    """
    quotes = by_source(brief)
    known = Known(brief)
    for source in withheld:
        known = _with_source(
            known, folder, lock, source, [e for e in quotes[source] if e.written.where == "body"]
        )
    return known


def fates_in_text(
    brief: Brief, article: Article, locked: LockedSource, entries: list[Entry], key: str
) -> list[tuple[Path, Quote, Fate]]:
    """What became of each locked quote of a withheld text that is on this machine (`article` has it), and changed."""
    same = are_equal(text_digester(brief, article.id, key)(article.body.text), locked.digest)
    if not article.body.text or (same and not any(quote.refused for quote in locked.quotes.values())):
        return []
    matches = matched_by_key(locked, entries, key)
    return list(
        _fates(brief, article, locked, [(e, matches[e.name]) for e in entries if e.name in matches], key)
    )


def matched_by_key(locked: LockedSource, entries: list[Entry], key: str) -> dict[str, LockedQuote]:
    """The locked quote of each entry of a withheld body, by the entry's name: the one that has its keyed digest."""
    digester = quote_digester(locked.digest, key)
    found: dict[str, LockedQuote] = {}
    first: dict[str, LockedQuote] = {}
    for quote in locked.quotes.values():
        first.setdefault(quote.digest, quote)
    for entry in (entry for entry in entries if entry.written.where == "body"):
        digest = digester(said_by(entry.written))
        own = locked.quotes.get(entry.name)
        same = own if own is not None and are_equal(own.digest, digest) else first.get(digest)
        if same is not None:
            found[entry.name] = same
    return found


# --- Private ---


def _fates(
    brief: Brief, article: Article, locked: LockedSource, quotes: list[tuple[Entry, LockedQuote]], key: str
) -> Iterator[tuple[Path, Quote, Fate]]:
    ground = Ground(article.body)
    for entry, kept in quotes:
        quote = quote_of(brief, entry.written)
        if may_be_sought(quote):
            around = partial(keyed_context, text_digest=locked.digest, key=key)
            yield entry.written.path, quote, fate(quote, kept, int(locked.length), ground, around)


def _with_source(
    known: Known, folder: BriefFolder, lock: Lock | None, source: str, entries: list[Entry]
) -> Known:
    article = known.brief.articles[source]
    text, faults = withheld_text(folder, source)
    known = replace(known, problems=(*known.problems, *faults))
    locked = lock.sources.get(source) if lock else None
    refused: dict[Path, Quotation | None] = {entry.written.path: None for entry in entries}
    if lock is None or locked is None or locked.text != "withheld":
        if folder.lock is not None and lock is None:
            return _joined(known, article, refused, [])  # what is wrong with the lock is told at its lines
        return _joined(known, article, refused, [_not_locked(article, known.brief.slug)])
    if lock.normalisation != NORMALISATION:
        return _joined(known, article, refused, [_other_normalisation(article, known.brief.slug)])
    key = lock_key()
    if (fault := key_fault(key, lock)) is not None or key is None:
        message, remedy = fault or ("", "")
        place = article.tree.at(("text",))
        told = f"the text of this article is withheld: its lock {message}"
        return _joined(known, article, refused, [Problem(place, "lock-key", told, remedy)])
    matches = matched_by_key(locked, entries, key)
    problems = [_unknown(known.brief, entry) for entry in entries if entry.name not in matches]
    quotes = [(entry, matches[entry.name]) for entry in entries if entry.name in matches]
    problems += [_refused(known.brief, entry, quote.refused) for entry, quote in quotes if quote.refused]
    laid = _laid_out(article, locked, [(entry, quote) for entry, quote in quotes if not quote.refused])
    known = _joined(known, laid[0], {**refused, **laid[1]}, problems)
    if text is None:
        return known
    seen = replace(article, body=text, body_line=1, file=folder.withheld_file(source))
    return _against_text(known, folder, seen, locked, quotes, key)


def _laid_out(
    article: Article, locked: LockedSource, quotes: list[tuple[Entry, LockedQuote]]
) -> tuple[Article, dict[Path, Quotation]]:
    """The article with a body that holds its quotes alone, each a paragraph, in the order of the text."""
    pieces: list[str] = []
    anchors: dict[Path, Quotation] = {}
    at = 0
    for entry, _ in sorted(quotes, key=lambda pair: pair[1].spans):
        parts = [
            " ".join(part.split()) for part in _LEFT_OUT.split(canonical_text(entry.written.selector.exact))
        ]
        starts = [at]
        for part in parts:
            starts.append(starts[-1] + len(part) + 1)
        anchors[entry.written.path] = tuple(
            Anchor(Span(start, end - 1), part, "body")
            for part, (start, end) in zip(parts, pairwise(starts), strict=True)
        )
        pieces.append(" ".join(parts))
        at = starts[-1] + 1
    return replace(article, body=Canonical("\n\n".join(pieces)), checked=locked.locked), anchors


def _against_text(
    known: Known,
    folder: BriefFolder,
    article: Article,
    locked: LockedSource,
    quotes: list[tuple[Entry, LockedQuote]],
    key: str,
) -> Known:
    """The same, with what became of the quotes in the text on this machine (`article` has it), where that has
    changed."""
    if are_equal(text_digester(known.brief, article.id, key)(article.body.text), locked.digest):
        return known
    seen = replace(known.brief, articles={**known.brief.articles, article.id: article})
    fates, problems = dict(known.fates), list(known.problems)
    for path, quote, found in _fates(seen, article, locked, quotes, key):
        fates[path] = found
        if found.state not in (State.EXACT, State.MOVED):
            problems.append(fate_problem(quote, found, known.brief, locked.locked))
    if all(found.is_harmless for found in fates.values()):
        problems.append(_changed(folder, known.brief, article.id, locked))
    return replace(known, fates=fates, problems=tuple(problems))


def _joined(
    known: Known, article: Article, quotations: Mapping[Path, Quotation | None], more: list[Problem]
) -> Known:
    brief = replace(known.brief, articles={**known.brief.articles, article.id: article})
    return replace(
        known,
        brief=brief,
        quotations={**known.quotations, **quotations},
        problems=(*known.problems, *more),
    )


# --- Private: problems ---


def _refused(brief: Brief, entry: Entry, state: str) -> Problem:
    source = entry.written.source
    message = f"{state}: this was refused when articles/{source}.md was locked, whose text is withheld"
    remedy = f"Quote what stands in withheld/{source}.txt, and run `briefs lock {brief.slug}`."
    return Problem(brief.tree.at((*entry.written.path, "exact")), f"quote-{state}", message, remedy)


def _not_locked(article: Article, slug: str) -> Problem:
    message = "the text of this article is withheld, and no lock says what it was"
    remedy = (
        f"Where the text is (withheld/{article.id}.txt), run `briefs lock {slug}`, and commit brief.lock.yml."
    )
    return Problem(article.tree.at(("text",)), "lock-missing", message, remedy)


def _other_normalisation(article: Article, slug: str) -> Problem:
    message = "the text of this article is withheld, and its lock was made by another normalisation than ours"
    remedy = f"Where the text is (withheld/{article.id}.txt), run `briefs lock --update {slug}`."
    return Problem(article.tree.at(("text",)), "lock-outdated", message, remedy)


def _unknown(brief: Brief, entry: Entry) -> Problem:
    source = entry.written.source
    message = f"this is not in the lock of articles/{source}.md, whose text is withheld"
    remedy = f"Where the text is (withheld/{source}.txt), run `briefs lock {brief.slug}`, which looks for it there."
    return Problem(brief.tree.at((*entry.written.path, "exact")), "quote-not-locked", message, remedy)


def _changed(folder: BriefFolder, brief: Brief, source: str, locked: LockedSource) -> Problem:
    place = brief.articles[source].tree.at(("text",))
    message = f"{folder.withheld_file(source)} is another text than that of the lock of {locked.locked}"
    return Problem(
        place, "lock-outdated", message, f"Run `briefs lock --update {brief.slug}`.", Severity.WARNING
    )
