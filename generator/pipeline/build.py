"""A build whose work grows with the edit: what was made before of the same is taken from the cache."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from logging import LogRecord
from pathlib import Path

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import get_build_date

from generator.collector import uncollected
from generator.model.source import in_order
from generator.pipeline import keys
from generator.pipeline.around import Around
from generator.pipeline.briefs import Briefs
from generator.pipeline.crew import Crew
from generator.pipeline.found import found, in_common
from generator.pipeline.line import Outcome, parties_of, texts_of
from generator.pipeline.listing import Listing, is_long
from generator.pipeline.make import Made, Maker, Order, keep_nothing, plates_of, take
from generator.pipeline.since import FREE, Held, Past, digests_of, of_site, problems_since
from generator.pipeline.state import State, States
from generator.pipeline.told import Told
from generator.pipeline.whole import Whole
from generator.publish.commit import commit_at
from generator.publish.leftovers import sweep
from generator.publish.opening import heard
from generator.publish.shelf import Shelf
from generator.publish.standing import Standing
from generator.publish.store import SpoiledError, Store, key_of

PIECES = "pieces"
"""The folder of the cache in which pieces are kept."""

STATE = "state"

MANY = 50
"""Briefs made anew that are noted as soon as they are made, lest a build that is ended has to make them again."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be built: the site of `config_file`, to be put on `shelf`, with `cache` for what is kept. Where
    `held` names no past, it is the site that stands there."""

    config_file: Path
    shelf: Shelf
    cache: Path
    briefs_dir: str
    strict: bool = False
    held: Held = FREE


def build(
    wanted: Wanted,
    load: Callable[[Path], MkDocsConfig],
    crew: Crew,
    report: Callable[[Outcome], None],
    progress: Callable[[int, int], None],
) -> bool:
    """Brings the site to what its inputs come to, and says whether anything was to be done.

    The shelf is held by who asks. `load` gives the configuration with a site's folder, anew each time. `report` gets
    what checking came to, `progress(done, all)` is called for each brief. Raises `mkdocs.exceptions.Abort` where
    there is an error (or under `strict` a warning): then the site stays as it was; `OSError`.
    """
    standing = Standing(wanted.shelf, wanted.cache, commit_at(wanted.config_file.parent))
    standing.sweep()
    sweep(wanted.cache)
    spoiled: set[str] = set()
    with uncollected():
        while True:
            try:
                return _Build(wanted, load, crew, standing, spoiled).run(report, progress)
            except SpoiledError as error:
                if error.key in spoiled:
                    what = "what is read here is not what was written"
                    raise OSError(errno.EIO, what, str(wanted.cache)) from error
                Store(wanted.cache / PIECES).drop(error.key)
                spoiled |= {error.key, *_damaged(wanted)}
                report = partial(_what_was_built, report)


class _Build:
    def __init__(
        self,
        wanted: Wanted,
        load: Callable[[Path], MkDocsConfig],
        crew: Crew,
        standing: Standing,
        spoiled: Collection[str],
    ) -> None:
        self._wanted, self._crew, self._standing = wanted, crew, standing
        self._scratch = standing.scratch
        root = wanted.config_file.parent
        self._ahead = crew.ahead(large=is_long(root / wanted.briefs_dir))
        listing = self._ahead.submit(Listing, root, wanted.briefs_dir)
        self._config = load(self._scratch)
        self._text = wanted.config_file.read_bytes()
        self._store = Store(wanted.cache / PIECES)
        self._states = States(wanted.cache / STATE)
        before = self._states.read()
        self._listing = listing()
        self._before = before.without(spoiled) if spoiled else before

    def run(self, report: Callable[[Outcome], None], progress: Callable[[int, int], None]) -> bool:
        """As `build`. Raises `SpoiledError` where a piece that was kept is not as it was."""
        inputs = self._inputs()
        if self._before.inputs == inputs and self._standing.is_of(inputs):
            self._fail_or_go_on(self._outcome(self._before.made, self._wanted.held.past), report)
            self._standing.tell_commit()
            return False
        with heard() as said, _folder(self._scratch):
            state = self._brought(inputs, report, progress, said)
        self._states.keep(state, self._listing.year_of)
        self._store.prune(state.held())
        return True

    # --- Private ---

    def _brought(
        self,
        inputs: str,
        report: Callable[[Outcome], None],
        progress: Callable[[int, int], None],
        said: list[LogRecord],
    ) -> State:
        self._digests = self._ahead.submit(digests_of, self._wanted.shelf.target)
        self._standing.see_through(self._ahead.submit)
        maker, order = self._maker()
        try:
            whole = Whole(maker.plates, self._store, self._before)
            state, more = self._laid(maker, order, whole, report, progress)
            faults = whole.write(state, more)
            if faults:
                self._fail_or_go_on(Outcome({}, tuple(faults), {}), report)
            if said and self._is_strict:
                raise ClickException(f"{len(said)} warnings under --strict")
            state = replace(state, inputs="" if said or faults else inputs)
            self._standing.bring(lambda: whole.shards(self._shard_of), state.inputs, self._crew.near)
            return state
        finally:
            maker.plates.release()
            keep_nothing()

    def _laid(
        self,
        maker: Maker,
        order: Order,
        whole: Whole,
        report: Callable[[Outcome], None],
        progress: Callable[[int, int], None],
    ) -> tuple[State, Iterable[tuple[str, bytes]]]:
        """All pieces of the site, with which `whole` begins, and the files that tell of them with their paths."""
        good, anew = self._briefs(maker, order, report, progress)
        indexed = partial(found, store=self._store, language=maker.settings.language, crew=self._crew)
        is_ours = maker.settings.search == "pagefind"
        dated = (
            [(each.key, each.piece) for each in good.values() if each.piece and each.piece.lot]
            if is_ours
            else []
        )
        self._crew.settle(apart=bool(dated) and anew > 0)
        with ThreadPoolExecutor(1) as beside:  # the work of Pagefind and of other processes
            early = beside.submit(indexed, dated, self._before.found, is_whole=False)
            around = Around(maker, order, self._crew, self._before, good)
            of, lists = around.lists()
            written = around.written(lists)
            around.point(written, lists)
            state = State(maker.base, good, of, lists, written, around.joins)
            whole.begin(state)
            groups = early.result()
        if not is_ours:
            return state, ()
        pieces = state.pieces()
        groups = indexed(pieces, {**self._before.found, **groups})
        return replace(state, found=groups), in_common(groups, pieces, self._store)

    def _briefs(
        self,
        maker: Maker,
        order: Order,
        report: Callable[[Outcome], None],
        progress: Callable[[int, int], None],
    ) -> tuple[dict[str, Made], int]:
        """The briefs that have no error, by slug, and how many of them are made anew."""
        every = len(self._listing.briefs)
        by_year = self._is_by_year
        briefs = Briefs(self._listing, maker, order, self._crew, self._before, by_year=by_year)
        made = briefs.complete(lambda done: progress(done, every))
        good = {slug: each for slug, each in made.items() if each.key}
        past = self._wanted.held.past or of_site(self._wanted.shelf.target, self._digests())
        outcome = self._outcome(made, past)
        anew = sum(self._before.made.get(slug) is not each for slug, each in good.items())
        if anew > MANY or outcome.fails(strict=self._is_strict):
            self._states.keep(replace(self._before, made=good, inputs=""), self._listing.year_of)
        self._fail_or_go_on(outcome, report)
        return good, anew

    @property
    def _is_by_year(self) -> bool:
        return str(self._config.plugins["briefs"].config.shards) == "year"

    def _shard_of(self, slug: str) -> str:
        return self._listing.year_of(slug) if self._is_by_year else "all"

    @property
    def _is_strict(self) -> bool:
        return self._wanted.strict or self._config.strict

    def _inputs(self) -> str:
        """The digest of all that the site is made from; the day too, which stands in the sitemap."""
        briefs = [listed.files for listed in self._listing.briefs.values()]
        register = self._listing.register.parties or b""
        unread = [problem.message for problem in self._listing.problems]
        return key_of(
            keys.program(),
            keys.of_configuration(self._config),
            get_build_date(),
            keys.of_folder(Path(self._config.docs_dir)),
            register,
            *briefs,
            *unread,
        )

    def _maker(self) -> tuple[Maker, Order]:
        """This process's maker, which the processes that it starts have too."""
        order = Order(
            config_file=str(self._wanted.config_file),
            text=self._text,
            parties_file=self._listing.register.parties_file,
            register=self._listing.register.parties,
            pieces=str(self._store.folder),
        )
        maker = Maker(order, plates_of(self._config, self._store.folder))
        order = replace(order, base=maker.base)
        take(order, maker)
        return maker, order

    def _outcome(self, made: Mapping[str, Made], past: Past | None) -> Outcome:
        """What checking came to, as `check` gives it, without the findings; held to the past, where there is one."""
        listing, register = self._listing, self._listing.register
        every = [*listing.problems, *parties_of(register, has_briefs=bool(listing.briefs))[1]]
        is_read = not any(each.is_error for each in every)  # else briefs may not say what they said
        for each in made.values():
            every += each.problems
        now = Told(self._store, listing, made)
        every += now.alias_problems()
        every += problems_since(past, now, self._wanted.briefs_dir) if past and is_read else ()
        every += now.unreviewed() if self._wanted.held.reviewed else ()
        ordered = tuple(in_order(every))
        named = {problem.location.file for problem in ordered}
        concerned = (
            [slug for slug in listing.briefs if any(f"/{slug}/" in file for file in named)] if named else []
        )
        told = listing.read(concerned).values()
        texts = texts_of(told, ordered, {register.parties_file: register.parties})
        checked = sum(each.record is not None for each in made.values())
        return Outcome({}, ordered, texts, tuple(listing.briefs), checked)

    def _fail_or_go_on(self, outcome: Outcome, report: Callable[[Outcome], None]) -> None:
        report(outcome)
        if outcome.fails(strict=self._is_strict):
            where = f"{self._wanted.briefs_dir}/" if outcome.slugs else "what was built"
            raise Abort(f"Aborted: {len(outcome.problems)} problems in {where}")


def _damaged(wanted: Wanted) -> Iterator[str]:
    """Forgets, with their keys, what else is not as it was kept: where one piece is damaged, more may be."""
    store = Store(wanted.cache / PIECES)
    for key in States(wanted.cache / STATE).read().held():
        if not store.is_whole(key):
            store.drop(key)
            yield key


def _what_was_built(report: Callable[[Outcome], None], outcome: Outcome) -> None:
    """What the briefs came to was told already."""
    if outcome.problems and not outcome.slugs:
        report(outcome)


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """Has an empty folder at `path` for as long as the block lasts."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(path, ignore_errors=True)
