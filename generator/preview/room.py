"""What the preview answers: the page at an address with what there is to say on it, and what an edit does to both."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.model.source import Location, Problem, in_order
from generator.preview.faults import raised
from generator.preview.notices import Editor, Elsewhere, Notice, bare_page, notice_html
from generator.preview.owners import Owner
from generator.preview.quoting import Asked, Copied, copied
from generator.preview.stock import Stock
from generator.publish.find import SearchError
from generator.publish.search import INDEX, FoundEntries
from generator.publish.shell import NOT_FOUND

PARTIES = "parties.yml"
SITEMAP = "sitemap.xml"
SEARCH = "search/"
LISTED = 5
"""Other briefs with errors that a notice names."""


@dataclass(frozen=True, slots=True)
class Served:
    """What lies at an address. `token` changes with a page; it is empty for what is no page. `status` is HTTP's."""

    content: bytes
    kind: str
    token: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Later:
    """What lies at an address is made from more than is done yet: ask again after a `step`."""

    deep: bool
    """Whether from all pages, not from all briefs alone."""


class Room:
    """The preview of one site."""

    def __init__(self, config_file: Path, scratch: Path, *, editor: str = "", strict: bool = False) -> None:
        """Raises `MkDocsException` where MkDocs refuses the configuration at the start."""
        self._config_file, self._strict = config_file, strict
        self._editor = Editor(config_file.parent, editor)
        self._text = config_file.read_bytes()
        self._site_problems: tuple[Problem, ...] = ()
        self._raised: dict[str, Problem] = {}
        self._index: bytes | None = None
        self._is_searched = False
        self._edited: str | None = None
        self.stock = Stock(config_file, scratch)
        self._site_problems = self.stock.open(self._text)

    # --- Answers ---

    @property
    def mount(self) -> str:
        """The path below which the site lies, with a slash on either side."""
        return self.stock.shell.mount

    def answer(self, path: str) -> Served | Later | None:
        """What lies at a path of the site (`briefs/port/index.html`); `None` where there is nothing.

        What a plugin or a template raises is raised: then `stumble` and ask again.
        """
        if path in self._raised:
            return self._page(path) or self._html(bare_page(path), 500)
        if path == INDEX and self.stock.shell.search.is_there:
            return self._search()
        if (found := self.stock.shell.found) and path.startswith(SEARCH) and path != f"{SEARCH}index.html":
            return self._found(path, found)
        if path in (SITEMAP, f"{SITEMAP}.gz"):
            return self._sitemap(path)
        owner = self.stock.owner(path)
        if owner and owner.needs_records and not self.stock.desk.is_complete:
            return Later(deep=False)
        if owner:
            self.stock.freshen(owner)
        return self._page(path) or self._file(path) or self._nothing_good(path, owner)

    def not_found(self) -> Served:
        """What stands at an address that the site doesn't have."""
        return self._html(self.stock.shell.template(NOT_FOUND) or b"<body>404 Not Found</body>", 404)

    def notice(self, path: str) -> str:
        """What there is to say on the page at a path, as the inside of an element; empty where there is nothing."""
        owner = self.stock.owner(path)
        slug = owner.name if owner and owner.is_brief else None
        looked = self.stock.desk.look(slug) if slug else None
        outcomes = [self.stock.desk.register(), *([self.stock.desk.problems(slug)] if slug else [])]
        file = self.stock.shell.file(path)
        own = [self._raised[path]] if path in self._raised else self.stock.warnings(file) if file else ()
        checked = [problem for outcome in outcomes for problem in outcome.problems]
        problems = [*self._site_problems, *own, *in_order(checked)]
        texts = {name: text for outcome in outcomes for name, text in outcome.texts.items()}
        texts |= self._texts({problem.location.file for problem in problems} - texts.keys())
        return notice_html(
            Notice(
                problems=tuple(problems),
                texts=texts,
                keeps=bool(looked and looked.is_broken and looked.good),
                elsewhere=self._elsewhere(slug),
                edited=self._named(self._edited) if self._edited not in (None, slug) else None,
                strict=self._strict,
            ),
            self._editor,
        )

    def stumble(self, path: str, error: BaseException) -> None:
        """Notes what was raised when the page at a path was made: it stays as it was last, with this on it."""
        file = self.stock.shell.file(path)
        place = Location(self.stock.place_of(file) if file else path, 1, 1)
        self._raised[path] = raised(error, self.stock.root, place)

    def copied(self, asked: Asked) -> Copied:
        """What was selected in an article's page, as YAML."""
        owner = self.stock.owner(asked.path)
        findings = self.stock.desk.findings(owner.name) if owner and owner.is_brief else None
        source = asked.path.split("/")[-2] if "/" in asked.path else ""
        if findings is None or source not in findings.brief.articles:
            return Copied(why="this page shows no article")
        return copied(findings, source, asked)

    def latest(self) -> str | None:
        """The slug of the brief whose files were changed last."""
        times = {slug: _changed_at(self.stock.briefs / slug) for slug in self.stock.desk.slugs}
        return max(times, key=lambda slug: times[slug], default=None)

    # --- Work ahead ---

    def step(self, *, deep: bool) -> bool:
        """Looks at one brief that was not looked at yet, or with `deep` at one page for the search, once somebody
        searched where the search is ours; whether any was left."""
        if self.stock.desk.look_at_next() is not None:
            return True
        shell = self.stock.shell
        if not deep or not (shell.search.is_there or (shell.found and self._is_searched)):
            return False
        if self.stock.index_next():
            return True
        if shell.found:
            return self._index_group(shell.found)
        documents = shell.documents
        self._index = shell.search.document(file.src_uri for file in documents)
        return False

    # --- Edits ---

    def touch(self, paths: Collection[Path]) -> None:
        """Takes in that files changed, came or went."""
        self._raised.clear()
        briefs = self.stock.briefs
        below = {path.relative_to(briefs).parts for path in paths if path.is_relative_to(briefs)}
        others = [path for path in paths if not path.is_relative_to(briefs) and self._matters(path)]
        if () in below:
            self.stock.forget_briefs()
        if () in below or any(not self.stock.source_touched(path) for path in others):
            self.reopen()
        if (PARTIES,) in below:
            self.stock.register_touched()
        names = {parts[0] for parts in below if parts and parts != (PARTIES,)}
        if slugs := sorted(name for name in names if not name.startswith((".", "_"))):
            self.stock.touched(slugs)
            self._edited = slugs[0] if len(slugs) == 1 else None  # a pull or a checkout edits no brief
        if self._edited not in self.stock.desk.slugs:
            self._edited = None

    def reopen(self) -> None:
        """Loads the configuration anew; where it has an error, the last one that had none goes on."""
        try:
            text = self._config_file.read_bytes()
        except OSError as error:
            self._keep(
                (Problem(self._config_place(), "unreadable", f"this cannot be read: {error.strerror}"),)
            )
            return
        problems = self.stock.open(text)
        if any(problem.is_error for problem in problems):
            self._keep(problems)
        else:
            self._text, self._site_problems = text, problems

    def stumble_on_site(self, error: BaseException) -> None:
        """Notes what was raised when the configuration, or the files around the briefs, were taken in."""
        self._keep((raised(error, self.stock.root, self._config_place()),))

    # --- Private ---

    def _matters(self, path: Path) -> bool:
        """Whether pages come from it; while the configuration has an error, whatever it may miss does."""
        if any(problem.is_error for problem in self._site_problems):
            return True
        folders, single = self.stock.watched
        return path in single or any(path.is_relative_to(folder) for folder in folders)

    def _keep(self, problems: tuple[Problem, ...]) -> None:
        """MkDocs keeps one instance of each plugin, which the failed configuration has changed: so the good one is
        loaded once more."""
        self._site_problems = problems
        self.stock.open(self._text)

    def _config_place(self) -> Location:
        return Location(self._config_file.name, 1, 1)

    def _search(self) -> Served | Later:
        """The index as it last was complete, which a search is better served by than by none."""
        if self._index is None:
            return Later(deep=True)
        return Served(self._index, "application/json")

    def _found(self, path: str, found: FoundEntries) -> Served | Later | None:
        """A file of the indexes, as they last were; the first who asks for one waits until they are made."""
        self._is_searched = True
        return self._file(path) if found.is_whole else Later(deep=True)

    def _index_group(self, found: FoundEntries) -> bool:
        """Indexes the next group; where that can't be done the preview says so, and tries again after an edit."""
        try:
            return found.step()
        except SearchError as error:
            found.give_up()
            told = Problem(self._config_place(), "search", error.format_message())
            self._site_problems = (*(p for p in self._site_problems if p.code != "search"), told)
            return False

    def _sitemap(self, path: str) -> Served | Later | None:
        is_ours = self.stock.shell.found is not None
        if self.step(deep=not is_ours) or (is_ours and self.stock.place_next()):
            return Later(deep=not is_ours)
        content = self.stock.shell.template(SITEMAP)
        if content is None:
            return None
        if path == SITEMAP:
            return Served(content, "application/xml")
        stamp = self.stock.shell.newest()
        return Served(gzip.compress(content, mtime=stamp), "application/gzip")

    def _page(self, path: str) -> Served | None:
        file = self.stock.shell.file(path)
        if file is None or not file.is_documentation_page():
            return None
        if path not in self._raised:
            return self._html(self.stock.page(file))
        last = self.stock.last(file)
        return self._html(last if last is not None else bare_page(path))

    def _file(self, path: str) -> Served | None:
        file = self.stock.shell.file(path)
        written = self.stock.folder / path
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if file is not None and file.generated_by and not file.abs_src_path:
            return Served(file.content_bytes, kind)
        if written.is_file() and written.resolve().is_relative_to(self.stock.folder.resolve()):
            return Served(written.read_bytes(), kind)
        if content := self.stock.shell.template(path):
            return Served(content, kind)
        return None

    def _nothing_good(self, path: str, owner: Owner | None) -> Served | None:
        """A brief that was never without an error has a page for its problems."""
        if owner is None or not owner.is_brief or not path.endswith("/index.html"):
            return None
        looked = self.stock.desk.look(owner.name)
        if looked is None or looked.record or not path.startswith("briefs/"):
            return None
        return self._html(bare_page(owner.name))

    def _html(self, content: bytes, status: int = 200) -> Served:
        token = sha256(content).hexdigest()[:16]
        return Served(content, "text/html; charset=utf-8", token, status)

    def _elsewhere(self, slug: str | None) -> tuple[Elsewhere, ...]:
        broken = self.stock.desk.broken()
        return tuple(self._named(other, errors) for other, errors in broken.items() if other != slug)[:LISTED]

    def _named(self, slug: str | None, errors: int = 0) -> Elsewhere:
        looked = self.stock.desk.look(slug) if slug else None
        title = looked.record.title if looked and looked.record else slug or ""
        return Elsewhere(title, f"{self.mount}briefs/{slug}/", errors)

    def _texts(self, names: Iterable[str]) -> dict[str, str]:
        """The texts of files below the site's root that a problem points into."""
        paths = {name: self.stock.root / name for name in names}
        return {name: path.read_text("utf-8", "replace") for name, path in paths.items() if path.is_file()}


def _changed_at(folder: Path) -> float:
    times = [path.stat().st_mtime for path in folder.glob("[!.]*.yml")]
    return max([*times, *(path.stat().st_mtime for path in folder.glob("articles/*.md"))], default=0.0)
