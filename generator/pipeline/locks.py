"""A brief held against its lock: what became of its quotes where an article changed, and what the lock lacks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.anchor import may_be_sought, placements
from generator.anchor.drift import Fate, Ground, Patience, fate, fate_problem
from generator.anchor.locked import Entry, by_source, kept_of, locked_source, said_by
from generator.anchor.quotes import Quote, quote_of
from generator.export.lock_file import file_text, quote_text, source_text
from generator.load import load_yaml
from generator.load.folder import BriefFolder
from generator.model.brief import Article, Brief
from generator.model.digest import open_digest
from generator.model.findings import Anchors, Quotation
from generator.model.lock import Lock, LockedQuote, LockedSource, State, is_day
from generator.model.source import Location, Path, Problem, Severity, Tree
from generator.model.text import NORMALISATION, fold_text
from generator.pipeline.withheld import Known, known_of, withheld_in
from generator.validate.lock import conflicts_in, validate_lock

_LOCKED = re.compile(
    rb'^  "?([a-z0-9][a-z0-9_-]*)"?:\n    locked: ([0-9]{4}-[0-9]{2}-[0-9]{2})$', re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Held:
    """A brief with what its lock settles: `quotations` are those that need not be sought, or are refused (`None`),
    `fates` what became of the quotes of articles that changed, by their paths."""

    brief: Brief
    lock: Lock | None = None
    tree: Tree | None = None
    quotations: Mapping[Path, Quotation | None] = field(default_factory=dict)
    fates: Mapping[Path, Fate] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_read: bool = False


def hold(folder: BriefFolder, brief: Brief) -> Held:
    """The brief held against its lock, before its quotes are sought. Costs next to nothing where there is none, and
    little where no article changed."""
    withheld = withheld_in(brief)
    if not withheld and (folder.lock is None or _may_be_as_it_was(folder.lock, brief)):
        return Held(brief)
    lock, tree, problems = read_lock(folder)
    held = Held(brief, lock, tree, problems=tuple(problems), is_read=True)
    if withheld:
        known = known_of(folder, brief, lock, withheld)
        held = _with(held, known)
    if lock is None or lock.normalisation != NORMALISATION:
        return held
    return _with_fates(held, lock)


def read_lock(folder: BriefFolder) -> tuple[Lock | None, Tree | None, list[Problem]]:
    """The lock as it can be read, with its places, and what is wrong with the file."""
    if folder.lock is None:
        return None, None, []
    if conflicts := conflicts_in(folder.lock_file, folder.lock):
        return None, None, conflicts
    tree, problems = load_yaml(folder.lock_file, folder.lock)
    if tree is None or any(problem.is_error for problem in problems):
        return None, tree, problems
    lock, faults = validate_lock(tree)
    return lock, tree, [*problems, *faults]


def outdated(folder: BriefFolder, held: Held, anchors: Anchors) -> list[Problem]:
    """What the lock of a brief without an error does not know, as warnings at its lines."""
    if folder.lock is None:
        return []
    brief, lock, tree = held.brief, held.lock, held.tree
    if not held.is_read:
        if folder.lock == _as_it_would_be(folder.lock, brief, anchors):
            return []
        lock, tree, problems = read_lock(folder)
        if lock is None:
            return problems
    if lock is None or tree is None:
        return []
    return list(_told(folder, replace(held, lock=lock, tree=tree), anchors))


def fates_of(
    brief: Brief, article: Article, locked: LockedSource, entries: list[Entry], patience: Patience
) -> Iterator[tuple[Path, Quote, Fate]]:
    """What became of each locked quote of a text that changed, or that was refused before. All texts of a brief have
    one `patience`."""
    texts = {"body": (article.body, locked.digest), "title": (article.title, locked.title)}
    changed = {where for where, (text, digest) in texts.items() if open_digest(text.text) != digest}
    known = matched(locked, entries) if changed or any(q.refused for q in locked.quotes.values()) else {}
    grounds: dict[str, Ground] = {}
    for entry in entries:
        kept = known.get(entry.name)
        if kept is None or (entry.written.where not in changed and not kept.refused):
            continue
        quote = quote_of(brief, entry.written)
        if not may_be_sought(quote) or _is_chosen_anew(quote, kept):
            continue
        where = entry.written.where
        if where not in grounds:
            grounds[where] = Ground(texts[where][0], patience)
        length = int(locked.length) if where == "body" else len(article.title.text)
        yield entry.written.path, quote, fate(quote, kept, length, grounds[where])


def matched(lock: LockedSource, quotes: list[Entry]) -> dict[str, LockedQuote]:
    """The locked quote of each entry, by the entry's name: the one of its name if it has its words, else the first of
    the same claim that has, and that no other entry is."""
    own = {
        e.name: q
        for e in quotes
        if (q := lock.quotes.get(e.name)) and q.digest == open_digest(said_by(e.written))
    }
    others: dict[tuple[str, str], deque[LockedQuote]] = defaultdict(deque)
    for name, quote in lock.quotes.items():
        if name not in own:
            bucket = name.partition("/")[0] + ("/via" if name.endswith("/via") else "")
            others[bucket, quote.digest].append(quote)
    for entry in (entry for entry in quotes if entry.name not in own):
        if left := others[entry.bucket, open_digest(said_by(entry.written))]:
            own[entry.name] = left.popleft()
    return own


# --- Private: an article that changed ---


def _may_be_as_it_was(lock: bytes, brief: Brief) -> bool:
    """Whether the lock has the digest of every article, and refused none of its quotes: then none has changed."""
    return b" refused: " not in lock and all(
        open_digest(text.text).encode() in lock
        for article in brief.articles.values()
        for text in (article.body, article.title)
    )


def _with_fates(held: Held, lock: Lock) -> Held:
    fates: dict[Path, Fate] = {}
    refused: dict[Path, Quotation | None] = {}
    problems: list[Problem] = []
    patience = Patience()
    for source, entries in by_source(held.brief).items():
        locked, article = lock.sources.get(source), held.brief.articles[source]
        if locked is None or locked.text == "withheld" or article.meta.text == "withheld":
            continue
        for path, quote, found in fates_of(held.brief, article, locked, entries, patience):
            fates[path] = found
            if found.state not in (State.EXACT, State.MOVED) or len(placements(quote)) != 1:
                refused[path] = None
                problems.append(fate_problem(quote, found, held.brief, locked.locked))
    return replace(
        held,
        fates={**held.fates, **fates},
        quotations={**held.quotations, **refused},
        problems=(*held.problems, *problems),
    )


def _is_chosen_anew(quote: Quote, locked: LockedQuote) -> bool:
    """Whether the editor has said since which place is meant: a context that isn't the locked one, and is there."""
    before, after = fold_text(locked.before).rstrip(), fold_text(locked.after).lstrip()
    left, right = min(len(before), len(quote.prefix)), min(len(after), len(quote.suffix))
    is_other = (left and before[-left:] != quote.prefix[-left:]) or (
        right and after[:right] != quote.suffix[:right]
    )
    return bool(is_other) and len(placements(quote)) == 1


def _with(held: Held, known: Known) -> Held:
    return replace(
        held,
        brief=known.brief,
        quotations=known.quotations,
        fates=known.fates,
        problems=(*held.problems, *known.problems),
    )


# --- Private: a lock that knows less than it could ---


def _as_it_would_be(lock: bytes, brief: Brief, anchors: Anchors) -> bytes:
    """The lock as `briefs lock` would write it of the brief as it is, with the days of this one."""
    days = {m[1].decode(): day for m in _LOCKED.finditer(lock) if is_day(day := m[2].decode())}
    sources = []
    quotes = by_source(brief)
    for source, article in brief.articles.items():
        head = locked_source(brief, article, {}, [], days.get(source, ""), None)
        every = [(entry.name, anchors[entry.written.path]) for entry in quotes[source]]
        said = [_quote_as_it_would_be(name, article, quotation) for name, quotation in every]
        sources.append(source_text(source, head, said))
    return file_text(NORMALISATION, sources).encode()


def _quote_as_it_would_be(name: str, article: Article, quotation: Quotation) -> str:
    span, digest, before, after = kept_of(article, quotation)
    return quote_text(name, span, quotation[0].where, digest, before, after)


def _told(folder: BriefFolder, held: Held, anchors: Anchors) -> Iterator[Problem]:
    lock, tree, brief = held.lock, held.tree, held.brief
    if lock is None or tree is None:
        return
    if lock.normalisation != NORMALISATION:
        message = f"this lock was made by normalisation {lock.normalisation}, and ours is {NORMALISATION}"
        yield _warning(tree.at(("normalisation",)), message, brief.slug, update=True)
        return
    quotes = by_source(brief)
    for source, article in brief.articles.items():
        locked = lock.sources.get(source)
        if locked is None:
            message = f"articles/{source}.md is not in the lock"
            yield _warning(tree.at_key(("sources",)), message, brief.slug)
        elif article.meta.text == "withheld":
            # Of the text and its quotes all is told already: what is left is what is not keyed.
            now = locked_source(brief, article, {}, [], locked.locked, None, locked.digest)
            open_ = now.model_copy(
                update={"length": locked.length, "text": "withheld", "quotes": locked.quotes}
            )
            yield from _differences(held, tree, source, (locked, open_), [])
        else:
            now = locked_source(brief, article, anchors, quotes[source], locked.locked, None)
            yield from _differences(held, tree, source, (locked, now), quotes[source])
    for source in lock.sources:
        if source not in brief.articles:
            message = f"the lock has a source “{source}”, of which there is no article"
            yield _warning(tree.at_key(("sources", source)), message, brief.slug)


def _differences(
    held: Held, tree: Tree, source: str, kept: tuple[LockedSource, LockedSource], entries: list[Entry]
) -> Iterator[Problem]:
    """Of one article, as it is locked and as it would be."""
    locked, now = kept
    place, slug = tree.at_key(("sources", source)), held.brief.slug
    if (locked.digest, locked.title) != (now.digest, now.title):
        states = Counter(held.fates[e.written.path].state for e in entries if e.written.path in held.fates)
        found = ", ".join(f"{states[state]} {state}" for state in State if states[state])
        message = f"articles/{source}.md has changed since the lock of {locked.locked}"
        yield _warning(place, f"{message}; its quotes: {found}" if found else message, slug, update=True)
        return
    new = [name for name in now.quotes if name not in locked.quotes]
    gone = [name for name in locked.quotes if name not in now.quotes]
    other = [
        name for name, quote in now.quotes.items() if name in locked.quotes and locked.quotes[name] != quote
    ]
    for names, what in ((new, "not in the lock"), (gone, "in the lock and not in the brief")):
        if names:
            yield _warning(
                place, f"{_listed(names)} of “{source}” {'is' if len(names) == 1 else 'are'} {what}", slug
            )
    if other:
        yield _warning(
            tree.at(("sources", source, "quotes", other[0])),
            f"{_listed(other)} of “{source}” is another quote than the locked one",
            slug,
        )
    front = ("url", "archive_url", "published", "updated", "accessed", "length", "text")
    keys = [key for key in front if getattr(locked, key) != getattr(now, key)]
    if keys:
        yield _warning(place, f"the lock has another {_listed(keys)} of “{source}” than its article", slug)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:4])
    return f"{shown} and {len(names) - 4} more" if len(names) > 4 else shown


def _warning(place: Location, message: str, slug: str, *, update: bool = False) -> Problem:
    remedy = f"Run `briefs lock{' --update' if update else ''} {slug}`."
    return Problem(place, "lock-outdated", message, remedy, Severity.WARNING)
