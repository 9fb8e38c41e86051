"""A brief from its files to its piece of the site: the work that any process, or any machine, may do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, ConfigurationError

from generator.load.folder import BriefFolder, Folder
from generator.model.address import BRIEF_JSON, brief_folder
from generator.model.findings import Findings, Neighbour, Record
from generator.model.page import Output
from generator.model.piece import Piece
from generator.model.source import Problem, Tree
from generator.pipeline import keys
from generator.pipeline.begun import begun
from generator.pipeline.entries import entries_of_brief
from generator.pipeline.line import check_brief, parties_of
from generator.pipeline.looked import slugs_in
from generator.pipeline.outputs import outputs_of_brief
from generator.pipeline.press import Printed, print_outputs
from generator.pipeline.reading import article_problems, tree_of
from generator.publish.compiled import Compiled
from generator.publish.opening import load_text
from generator.publish.plates import Plates
from generator.publish.store import Store, key_of
from generator.render import record
from generator.render.kept import keep_templates
from generator.theme import keep_sheets


@dataclass(frozen=True, slots=True)
class Order:
    """What all briefs of a build have in common.

    `text` is the configuration, as it stood when the build began; `register` the file of parties and what stood in
    it; `pieces` where they are kept. `base` is what whoever ordered makes all pages by: who sees it otherwise
    (another version, another environment) must not answer.
    """

    config_file: str
    text: bytes
    parties_file: str
    register: bytes | None
    pieces: str
    base: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One brief to be made: its files, and their digest (`keys.of_files`).

    `neighbours` is what the slugs that it names lead to (`None` where there is no page), `known` the slugs that exist
    as far as it may ask for them. Without them, what names others is checked alone.
    """

    folder: BriefFolder
    files: str
    neighbours: Mapping[str, Neighbour | None] | None = None
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Made:
    """What a brief came to.

    `own` is the digest of what it is made of itself, `key` under what its piece is kept, `told` the digest of its
    `brief.json`; all empty where there is none: it has an error, or names others that it was not told. `state` is
    the digest of the record. `names` are the slugs that it names, `aliases` its old ones. `parties` are those that
    it names, `described` says whether it describes some in words. `problems` are all that it has, but where it waits
    for the others.
    """

    slug: str
    files: str
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    own: str = ""
    key: str = ""
    piece: Piece | None = None
    record: Record | None = None
    parties: tuple[str, ...] = ()
    described: bool = False
    waits: bool = False
    problems: tuple[Problem, ...] = ()
    told: str = ""
    state: str = ""

    @property
    def neighbour(self) -> Neighbour | None:
        """The brief as others name it; `None` where it has no page."""
        kept = self.record
        return Neighbour(kept.slug, kept.title, kept.language) if kept and kept.status != "draft" else None


def make(order: Order, tasks: Sequence[Task]) -> list[Made]:
    """These briefs checked, rendered and kept. Raises `OSError` where they can't be kept, what a template raises, and
    as `maker_of`."""
    with _alone:
        maker = maker_of(order)
        return [maker.make(task) for task in tasks]


def print_pages(order: Order, pages: Sequence[tuple[str, Output]]) -> list[tuple[str, Piece]]:
    """Pages and files that belong to no brief, printed and kept, each under the key that comes with it."""
    with _alone:
        maker = maker_of(order)
        return [(key, maker.keep(key, print_outputs(maker.plates, [output]))) for key, output in pages]


class Maker:
    """One process's part in a build: MkDocs with the site's configuration, the register and the cache."""

    def __init__(self, order: Order, plates: Plates) -> None:
        self.plates = plates
        self.settings = plates.settings
        self.store = Store(Path(order.pieces))
        self.parties = parties_of(Folder(order.parties_file, order.register), has_briefs=False)[0]
        self._said = keys.Said(self.parties)
        self.names = keys.of_names(self.parties)
        self.base = key_of(
            keys.program(),
            keys.of_configuration(plates.config),
            keys.of_settings(self.settings),
            plates.signature,
        )

    def make(self, task: Task) -> Made:
        """One brief."""
        slug = task.folder.slug
        tree, problems = tree_of(task.folder)
        if tree is None:
            return Made(slug, task.files, problems=(*problems, *article_problems(task.folder)))
        names = tuple(dict.fromkeys(name for name in slugs_in(tree, "related", "supersedes") if name))
        made = Made(slug, task.files, names, tuple(alias for alias in slugs_in(tree, "aliases") if alias))
        if _is_draft(tree) and not self.settings.drafts:
            own = self.own(made)
            return replace(made, problems=tuple(problems), names=(), own=own, key=key_with(own, {}))
        waits = bool(names) and task.neighbours is None
        known = frozenset(names) if waits else task.known
        limit = self.settings.excerpt_limit
        findings, faults = check_brief(task.folder, tree, self.parties, known | {slug}, limit)
        made = replace(made, waits=waits, problems=(*problems, *faults))
        if findings is None:
            return made
        parties, described = keys.parties_named(findings.brief)
        kept = record(findings)
        state = key_of(msgspec.json.encode(kept))
        made = replace(made, record=kept, state=state, parties=parties, described=described)
        return made if waits else self._printed(made, findings, task.neighbours or {})

    def own(self, made: Made) -> str:
        """The digest of what a brief is made of, but for the briefs that it names."""
        names = self.names if made.described else ""
        return key_of(self.base, made.files, self._said.of(made.parties), names)

    def keep(self, key: str, printed: Printed) -> Piece:
        """Keeps what was printed."""
        self.store.save(key, printed.piece, printed.contents, printed.files, printed.side)
        return printed.piece

    # --- Private ---

    def _printed(self, made: Made, findings: Findings, neighbours: Mapping[str, Neighbour | None]) -> Made:
        own = self.own(made)
        key = key_with(own, neighbours)
        there = {name: neighbour for name, neighbour in neighbours.items() if neighbour}
        outputs = outputs_of_brief(findings, self.settings, there)
        is_searched = self.settings.search == "pagefind"
        entries = entries_of_brief(findings, self.settings) if is_searched else ()
        printed = print_outputs(self.plates, outputs, entries)
        own_json = f"{brief_folder(made.slug)}{BRIEF_JSON}"
        told = next((kept.digest for kept in printed.contents.files if kept.path == own_json), "")
        return replace(made, own=own, key=key, piece=self.keep(key, printed), told=told)


def key_with(own: str, neighbours: Mapping[str, Neighbour | None]) -> str:
    """Under what the piece of a brief is kept that names these."""
    return key_of(own, keys.of_neighbours(neighbours))


def maker_of(order: Order) -> Maker:
    """This process's maker for this order, made once. Raises `BuildError` where it would make other pages than who
    ordered, and `MkDocsException` where the configuration is refused."""
    if order not in _makers:
        config, problems = load_text(Path(order.config_file), order.text, Path(order.pieces) / "none")
        if config is None:
            raise ConfigurationError(problems[0].message)
        take(order, Maker(order, plates_of(config, Path(order.pieces))))
    return _makers[order]


def take(order: Order, maker: Maker) -> None:
    """Has this process answer an order with this maker, and with no other."""
    if maker.base != order.base:
        raise BuildError(
            "A worker has another version of the program or of the site than the build that asks it"
        )
    _makers.clear()
    _makers[order] = maker


def plates_of(config: MkDocsConfig, pieces: Path) -> Plates:
    """MkDocs with the pages that belong to no brief, as far as it must know of them, kept where `pieces` are."""
    config.plugins.on_startup(command="build", dirty=False)
    compiled = Compiled(pieces.with_name("templates") / keys.program())
    keep_templates(compiled)
    keep_sheets(compiled)
    return Plates(config, lambda settings: begun(settings, Store(pieces)), compiled)


def keep_nothing() -> None:
    """Has nothing that `plates_of` made looked for where it was kept: that may be another site's soon."""
    keep_templates(None)
    keep_sheets(None)


# --- Private ---

_alone = RLock()
"""MkDocs makes one page at a time: a worker with several threads does too."""

_makers: dict[Order, Maker] = {}
"""The one that was asked last: a process that is forked has its parent's."""


def _is_draft(tree: Tree) -> bool:
    """Whether a brief says that it is a draft."""
    return isinstance(tree.value, dict) and tree.value.get("status") == "draft"
