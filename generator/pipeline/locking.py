"""A brief locked: what its lock is to hold, and which quotes are to be written otherwise first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.anchor import anchor, placements
from generator.anchor.context import telling
from generator.anchor.drift import Fate, Patience, fate_problem, passages_of
from generator.anchor.locked import LEFT_OUT, Entry, by_source, locked_source, quote_digester, said_by
from generator.anchor.quotes import Quote, parts_of
from generator.export.lock_file import lock_text
from generator.load.folder import BriefFolder
from generator.model.brief import Brief, Parties
from generator.model.digest import key_name
from generator.model.findings import Anchors
from generator.model.lock import FORM, Lock, LockedQuote, LockedSource, State
from generator.model.source import Location, Path, Problem, Severity
from generator.model.text import NORMALISATION
from generator.pipeline.locks import fates_of, matched, read_lock
from generator.pipeline.reading import brief_of
from generator.pipeline.withheld import (
    fates_in_text,
    key_fault,
    known_of,
    lock_key,
    matched_by_key,
    withheld_in,
)
from generator.pipeline.withheld_text import around_text, withheld_text


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A quote, by its path in the normalised shape, that is to be written with these words and this context."""

    path: Path
    exact: str
    prefix: str | None
    suffix: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One locked quote of an article that changed: its name in the lock, its state, and whether it is taken."""

    source: str
    name: str
    state: State
    is_taken: bool


@dataclass(frozen=True, slots=True)
class Locking:
    """What locking a brief comes to: the file, `None` where nothing can be locked; what is to be written otherwise
    first; what became of the quotes of articles that changed; and all that is in the way."""

    file: bytes | None
    rewrites: tuple[Rewrite, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def lock_brief(
    folder: BriefFolder, parties: Parties, known: Collection[str], day: str, *, update: bool
) -> Locking:
    """The lock of a brief on a day (ISO 8601). What an article's change left as it was is taken with `update` alone,
    and what it made another statement of, never. Where a lock says what nothing on this machine could say again, it
    stays as it is."""
    brief, problems = brief_of(folder, parties, known)
    if brief is None or any(problem.is_error for problem in problems):
        return Locking(None, problems=tuple(problems))
    lock, _, faults = read_lock(folder)
    made_by = lock
    if faults and not update:
        return Locking(None, problems=tuple(faults))
    if lock is not None and lock.normalisation != NORMALISATION:
        if not update:
            return Locking(None, problems=(_other_normalisation(folder),))
        lock = None
    key = lock_key() if withheld_in(brief) else None
    absent = [source for source in withheld_in(brief) if source not in folder.withheld]
    brief, unread = _with_texts(folder, brief)
    in_the_way = [*unread, *_beyond_reach(folder, brief, lock, absent), *_of_key(brief, made_by, key)]
    if in_the_way:
        return Locking(None, problems=(*faults, *in_the_way))
    told = known_of(folder, brief, lock, absent).problems
    locking = _Work(folder, brief, lock, key, day, update=update).done()
    return replace(locking, problems=(*told, *locking.problems))


# --- Private ---


class _Work:
    """One brief while it is locked. `brief` holds the withheld texts that are on this machine."""

    def __init__(
        self, folder: BriefFolder, brief: Brief, lock: Lock | None, key: str | None, day: str, *, update: bool
    ) -> None:
        self._folder, self._brief, self._lock, self._key, self._day = folder, brief, lock, key, day
        self._update = update
        self._quotes = by_source(brief)
        self._fates = dict(self._found())
        self._problems: list[Problem] = []
        self._rows: list[Row] = []
        self._rewrites: list[Rewrite] = []

    def done(self) -> Locking:
        """What it comes to."""
        for source, entries in self._quotes.items():
            for entry in entries:
                if entry.written.path in self._fates:
                    self._settle(source, entry, *self._fates[entry.written.path])
        anchors, faults = anchor(self._brief, dict.fromkeys(self._unsought()))
        self._problems += faults
        if any(problem.is_error for problem in faults):
            return Locking(None, (), tuple(self._rows), tuple(self._problems))
        sources = {source: self._source(source, anchors) for source in self._brief.articles}
        name = key_name(self._key) if self._key else None
        lock = Lock.model_construct(lock=FORM, normalisation=NORMALISATION, key=name, sources=sources)
        file = lock_text(lock).encode()
        return Locking(file, tuple(self._rewrites), tuple(self._rows), tuple(self._problems))

    # --- Private methods ---

    def _found(self) -> Mapping[Path, tuple[Quote, Fate]]:
        """What became of each locked quote of a text that changed."""
        found: dict[Path, tuple[Quote, Fate]] = {}
        patience = Patience()
        for source, article in self._brief.articles.items():
            locked = self._lock.sources.get(source) if self._lock else None
            if locked is None:
                continue
            if article.meta.text == "withheld" and locked.text == "withheld" and self._key:
                rows: Iterable[tuple[Path, Quote, Fate]] = fates_in_text(
                    self._brief, article, locked, self._quotes[source], self._key
                )
            elif article.meta.text == locked.text == "here":
                rows = fates_of(self._brief, article, locked, self._quotes[source], patience)
            else:
                continue
            found |= {path: (quote, fate) for path, quote, fate in rows}
        return found

    def _settle(self, source: str, entry: Entry, quote: Quote, fate: Fate) -> None:
        """Takes a quote as it is now, has it written otherwise, or refuses it."""
        is_taken = fate.is_harmless and self._update
        rewrite = _rewrite(quote, fate) if fate.is_harmless else None
        if is_taken and rewrite is not None:
            self._rewrites.append(rewrite)
        elif fate.state not in (State.EXACT, State.MOVED):
            is_taken = False
            day = self._lock.sources[source].locked if self._lock else self._day
            self._problems.append(fate_problem(quote, fate, self._brief, day))
        self._rows.append(Row(source, entry.name, fate.state, is_taken))

    def _unsought(self) -> set[Path]:
        """Quotes that don't stand as they are written, which is told or mended first; those without a text."""
        unsought = {
            path for path, (_, fate) in self._fates.items() if fate.state not in (State.EXACT, State.MOVED)
        }
        unsought |= {rewrite.path for rewrite in self._rewrites}
        absent = [s for s in withheld_in(self._brief) if not self._brief.articles[s].body.text]
        return unsought | {
            e.written.path for s in absent for e in self._quotes[s] if e.written.where == "body"
        }

    def _source(self, source: str, anchors: Anchors) -> LockedSource:
        article, entries = self._brief.articles[source], self._quotes[source]
        before = self._lock.sources.get(source) if self._lock else None
        key = self._key if article.meta.text == "withheld" else None
        if before is not None and key and not article.body.text:
            now = around_text(self._brief, article, anchors, entries, before, key)
        else:
            now = locked_source(self._brief, article, anchors, entries, self._day, key)
        if before is None:
            return now
        if (before.digest, before.title) != (now.digest, now.title) and not self._update:
            self._problems.append(self._not_taken(source, before))
            return before
        now = now.model_copy(update={"quotes": {**now.quotes, **self._refused(before, now.digest, entries)}})
        return before if now.model_copy(update={"locked": before.locked}) == before else now

    def _refused(self, before: LockedSource, digest: str, entries: list[Entry]) -> dict[str, LockedQuote]:
        """The quotes that are not taken, as they were locked; `digest` is that of the text as it is now."""
        states = {
            entry: self._fates[entry.written.path][1].state
            for entry in entries
            if entry.written.path in self._fates and not self._fates[entry.written.path][1].is_harmless
        }
        known = self._matched(before, entries) if states else {}
        kept: dict[str, LockedQuote] = {}
        for entry, state in states.items():
            if (quote := known.get(entry.name)) is not None:
                update: dict[str, object] = {"refused": state.value}
                if (
                    self._key and before.text == "withheld"
                ):  # a keyed digest is of one text's quote, and of no other's
                    own = quote_digester(digest, self._key)(said_by(entry.written))
                    update |= {"digest": own, "before": "", "after": ""}
                kept[entry.name] = quote.model_copy(update=update)
        return kept

    def _matched(self, before: LockedSource, entries: list[Entry]) -> Mapping[str, LockedQuote]:
        if before.text == "withheld":
            return matched_by_key(before, entries, self._key) if self._key else {}
        return matched(before, entries)

    def _not_taken(self, source: str, before: LockedSource) -> Problem:
        message = f"articles/{source}.md has changed since the lock of {before.locked}, which stays as it is"
        remedy = f"`briefs lock --update {self._folder.slug}` takes what says the same"
        place = Location(self._folder.lock_file, 1, 1)
        return Problem(place, "lock-outdated", message, remedy)


def _with_texts(folder: BriefFolder, brief: Brief) -> tuple[Brief, list[Problem]]:
    """The brief with each withheld text that is on this machine, and what is wrong with these."""
    articles, problems = dict(brief.articles), list[Problem]()
    for source in withheld_in(brief):
        text, faults = withheld_text(folder, source)
        problems += faults
        if text is not None:
            articles[source] = replace(articles[source], body=text, body_line=1)
    return replace(brief, articles=articles), problems


def _beyond_reach(
    folder: BriefFolder, brief: Brief, lock: Lock | None, absent: Collection[str]
) -> Iterator[Problem]:
    """The withheld texts that are neither on this machine nor in a lock that counts."""
    for source in absent:
        before = lock.sources.get(source) if lock else None
        if before is None or before.text != "withheld":
            message = f"{folder.withheld_file(source)} is not on this machine, so that it can't be locked"
            remedy = "Lock this brief where the text is: nothing of it is written here."
            yield Problem(brief.articles[source].tree.at(("text",)), "lock-missing", message, remedy)


def _of_key(brief: Brief, lock: Lock | None, key: str | None) -> Iterator[Problem]:
    """What is wrong with the key, where some text is withheld."""
    withheld = withheld_in(brief)
    if withheld and (fault := key_fault(key, lock if lock and lock.key else None)):
        place = brief.articles[withheld[0]].tree.at(("text",))
        yield Problem(place, "lock-key", f"this lock {fault[0]}", fault[1])


def _rewrite(quote: Quote, fate: Fate) -> Rewrite | None:
    """How a quote is to be written to stand at the place that was found; `None` where it does, or never can."""
    exact = (
        quote.exact if fate.state in (State.EXACT, State.MOVED) else LEFT_OUT.join(passages_of(quote, fate))
    )
    if exact == quote.exact and _stands_there(quote, fate):
        return None
    bare = replace(quote, exact=exact, parts=parts_of(exact), prefix="", suffix="")
    kept = replace(bare, prefix=quote.prefix, suffix=quote.suffix)
    if _stands_there(kept, fate):
        return Rewrite(quote.path, exact, quote.prefix or None, quote.suffix or None)
    found = placements(bare)
    own = next(
        (placed for placed in found if _span(bare, placed[0].start, placed[-1].end) == _whole(fate)), None
    )
    if own is None:
        return None
    context = (None, None) if len(found) == 1 else telling(bare, own, found)
    if context is None:
        return None
    text = quote.text.folded.text
    before = " ".join(text[: own[0].start].split()[-3:]) if quote.prefix and not context[0] else context[0]
    after = (
        " ".join(text[own[-1].end :].split(maxsplit=3)[:3]) if quote.suffix and not context[1] else context[1]
    )
    return Rewrite(quote.path, exact, before, after)


def _stands_there(quote: Quote, fate: Fate) -> bool:
    found = placements(quote)
    return len(found) == 1 and _span(quote, found[0][0].start, found[0][-1].end) == _whole(fate)


def _span(quote: Quote, start: int, end: int) -> tuple[int, int]:
    span = quote.text.folded.span(start, end)
    return span.start, span.end


def _whole(fate: Fate) -> tuple[int, int]:
    return fate.spans[0].start, fate.spans[-1].end


def _other_normalisation(folder: BriefFolder) -> Problem:
    message = "this lock was made by another normalisation than ours, so that it says nothing of what changed"
    remedy = f"`briefs lock --update {folder.slug}` makes it anew of what the articles say now"
    return Problem(Location(folder.lock_file, 1, 1), "lock-outdated", message, remedy, Severity.ERROR)
