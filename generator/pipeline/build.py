"""A build whose work grows with the edit: what was made before of the same is taken from the cache."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from logging import LogRecord
from pathlib import Path

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import get_build_date

from generator.load.folder import read_folder
from generator.model.source import Problem, in_order
from generator.pipeline import keys
from generator.pipeline.around import Around
from generator.pipeline.briefs import Briefs
from generator.pipeline.crew import Crew
from generator.pipeline.found import found, manifest_of
from generator.pipeline.line import Outcome, addresses, parties_of, texts_of, tree_of
from generator.pipeline.make import Made, Maker, Order, plates_of, take
from generator.pipeline.state import State, keep_state, read_state
from generator.pipeline.whole import Whole
from generator.publish.opening import heard
from generator.publish.standing import Standing
from generator.publish.store import SpoiledError, Store, key_of

PIECES = "pieces"
"""The folder of the cache in which pieces are kept."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be built: the site of `config_file` at `target`, with `cache` for what is kept."""

    config_file: Path
    target: Path
    cache: Path
    briefs_dir: str
    strict: bool = False


def build(
    wanted: Wanted,
    load: Callable[[Path], MkDocsConfig],
    crew: Crew,
    report: Callable[[Outcome], None],
    progress: Callable[[int, int], None],
) -> bool:
    """Brings the site to what its inputs come to, and says whether anything was to be done.

    `load` gives the configuration with a site's folder, anew each time. `report` gets what checking came to,
    `progress(done, all)` is called for each brief. Raises `mkdocs.exceptions.Abort` where there is an error (or under
    `strict` a warning): then the site stays as it was; `OSError`.
    """
    standing = Standing(wanted.target, wanted.cache)
    spoiled: set[str] = set()
    with standing.held():
        while True:
            try:
                return _Build(wanted, load, crew, standing, spoiled).run(report, progress)
            except SpoiledError as error:
                if error.key in spoiled:
                    what = "what is read here is not what was written"
                    raise OSError(errno.EIO, what, str(wanted.cache)) from error
                Store(wanted.cache / PIECES).drop(error.key)
                spoiled.add(error.key)
                report = _silent


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
        self._scratch = wanted.cache / f"site-{os.getpid()}"
        self._config = load(self._scratch)
        self._text = wanted.config_file.read_bytes()
        self._folder, self._unread = read_folder(wanted.config_file.parent, wanted.briefs_dir)
        self._store = Store(wanted.cache / PIECES)
        self._state_file = wanted.cache / "state.json"
        before = read_state(self._state_file)
        self._before = before.without(spoiled) if spoiled else before

    def run(self, report: Callable[[Outcome], None], progress: Callable[[int, int], None]) -> bool:
        """As `build`. Raises `SpoiledError` where a piece that was kept is not as it was."""
        inputs = self._inputs()
        if self._before.inputs == inputs and self._standing.is_as(self._before.wanted):
            self._fail_or_go_on(self._outcome(self._before.made), report)
            return False
        with heard() as said, _folder(self._scratch):
            state = self._brought(report, progress, said)
        keep_state(self._state_file, replace(state, inputs="" if said else inputs))
        self._store.prune(state.keys())
        return True

    # --- Private ---

    def _brought(
        self,
        report: Callable[[Outcome], None],
        progress: Callable[[int, int], None],
        said: list[LogRecord],
    ) -> State:
        maker, order = self._maker()
        try:
            return self._laid(maker, order, report, progress, said)
        finally:
            maker.plates.release()

    def _laid(
        self,
        maker: Maker,
        order: Order,
        report: Callable[[Outcome], None],
        progress: Callable[[int, int], None],
        said: list[LogRecord],
    ) -> State:
        every = len(self._folder.briefs)
        briefs = Briefs(self._folder, maker, order, self._crew, self._before)
        made = briefs.complete(lambda done: progress(done, every))
        good = {slug: each for slug, each in made.items() if each.key}
        keep_state(self._state_file, replace(self._before, made=good, inputs=""))
        self._fail_or_go_on(self._outcome(made), report)
        around = Around(maker, order, self._crew, self._before, good)
        of, lists = around.lists()
        written = around.written(lists)
        around.point(written, lists, good.values())
        state = State(maker.base, good, of, lists, written, around.joins)
        more = {}
        if maker.settings.search == "pagefind":
            language = maker.settings.language
            state = replace(
                state, found=found(state.pieces(), self._before.found, self._store, language, self._crew)
            )
            more = manifest_of(state.found)
        whole = Whole(maker.plates, self._store, state.pieces(), state.keys() - self._before.keys())
        state = replace(state, wanted=whole.files(more))
        if said and self._is_strict:
            raise ClickException(f"{len(said)} warnings under --strict")
        self._standing.bring(state.wanted, whole.place)
        return state

    @property
    def _is_strict(self) -> bool:
        return self._wanted.strict or self._config.strict

    def _inputs(self) -> str:
        """The digest of all that the site is made from; the day too, which stands in the sitemap."""
        briefs = [keys.of_files(brief) for brief in self._folder.briefs.values()]
        register = self._folder.parties or b""
        unread = [problem.message for problem in self._unread]
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
            parties_file=self._folder.parties_file,
            register=self._folder.parties,
            pieces=str(self._store.folder),
        )
        maker = Maker(order, plates_of(self._config, self._store.folder))
        order = replace(order, base=maker.base)
        take(order, maker)
        return maker, order

    def _outcome(self, made: Mapping[str, Made]) -> Outcome:
        """What checking came to, as `check` gives it, without the findings."""
        folder = self._folder
        every = [*self._unread, *parties_of(folder, has_briefs=bool(folder.briefs))[1]]
        for each in made.values():
            every += each.problems
        every += self._alias_problems(made)
        ordered = tuple(in_order(every))
        texts = texts_of(folder.briefs.values(), ordered, {folder.parties_file: folder.parties})
        checked = sum(each.record is not None for each in made.values())
        return Outcome({}, ordered, texts, tuple(folder.briefs), checked)

    def _alias_problems(self, made: Mapping[str, Made]) -> list[Problem]:
        """One address cannot lead to two briefs. Where none does, no file is read again for that."""
        names = [name for slug, each in made.items() for name in (slug, *each.aliases)]
        if len(names) == len(set(names)):
            return []
        return addresses({slug: tree_of(brief)[0] for slug, brief in self._folder.briefs.items()})[1]

    def _fail_or_go_on(self, outcome: Outcome, report: Callable[[Outcome], None]) -> None:
        report(outcome)
        if outcome.fails(strict=self._is_strict):
            raise Abort(f"Aborted: {len(outcome.problems)} problems in {self._wanted.briefs_dir}/")


def _silent(_: Outcome) -> None:
    """It was told already."""


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """Has an empty folder at `path` for as long as the block lasts."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(path, ignore_errors=True)
