"""The pages of the preview: each made when it is asked for and kept until an edit makes it old. For one thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from mkdocs.structure.files import File

from generator.model.page import Output
from generator.model.settings import Settings
from generator.model.source import Problem
from generator.pipeline import Desk
from generator.preview.faults import warned
from generator.preview.owners import PARTS, Owner, owner_of
from generator.publish.linked import is_out
from generator.publish.opening import heard, load_text
from generator.publish.shell import Shell

KEPT = 300
"""Finished pages that are kept."""


class Stock:
    """The briefs and the site around them, as they stand or as they last stood without an error."""

    def __init__(self, config_file: Path, scratch: Path) -> None:
        """`scratch` is an empty folder for what MkDocs writes. Nothing is there until `open`."""
        self.root = config_file.parent
        self._config_file, self._scratch = config_file, scratch
        self._opened = 0
        self._settings: Settings | None = None
        self._fresh: set[Owner] = set()
        self._paths: dict[Owner, set[str]] = {}
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._current: set[str] = set()
        self._warnings: dict[str, tuple[Problem, ...]] = {}
        self._unsearched: list[File] | None = None
        self._to_search: set[str] = set()
        self._unplaced: set[str] = set()
        self.desk: Desk
        self.shell: Shell

    @property
    def folder(self) -> Path:
        """Where the files lie that MkDocs and its plugins wrote."""
        return self._scratch / str(self._opened)

    def open(self, text: bytes) -> tuple[Problem, ...]:
        """Loads the configuration that `text` is; what is wrong with it. With an error all stays as it was."""
        number = self._opened + 1
        config, problems = load_text(self._config_file, text, self._scratch / str(number))
        if config is None:
            return problems
        if not self._opened:
            config.plugins.on_startup(command="serve", dirty=False)
        self._fresh, self._paths = set(), {}
        self.shell = Shell(config, self._begun, self._missing, drafts=True)
        self.shell.write_files()
        self._opened = number
        self.forget_pages()
        self._to_search, self._unplaced = set(self.desk.slugs), set(self.desk.slugs)
        for slug in self.desk.slugs if config.nav is None else ():
            if self.shell.is_in_nav(f"briefs/{slug}/index.md"):
                self.freshen(Owner(slug, is_brief=True))
        return problems

    @property
    def watched(self) -> tuple[list[Path], list[Path]]:
        """The folders and the files that pages are made from."""
        config, briefs = self.shell.config, self.briefs
        others = [Path(path) for path in config.watch]
        hooks = [self.root / str(hook) for hook in config.hooks]
        custom = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        folders = [briefs, Path(config.docs_dir), *custom, *(path for path in others if path.is_dir())]
        return folders, [self._config_file, briefs, *hooks, *(path for path in others if path.is_file())]

    @property
    def briefs(self) -> Path:
        """The folder of the briefs."""
        return self.root / self.shell.settings.briefs_dir

    def forget_briefs(self) -> None:
        """The folder of briefs itself came or went: with the next `open` all is read anew."""
        self._settings = None

    def close(self) -> None:
        """Tells the plugins that this is the end."""
        self.shell.release()

    def owner(self, path: str) -> Owner | None:
        """Whose a path is."""
        return owner_of(path, self.desk)

    def freshen(self, owner: Owner) -> None:
        """Has what the owner has at its paths, as it is now."""
        self._unplaced.discard(owner.name if owner.is_brief else "")
        if owner in self._fresh:
            return
        before, nav = self._paths.get(owner, set()), self.shell.generation
        self._changed(self.shell.put(self._made(owner)))
        if self.shell.generation != nav:
            self.forget_pages()
        self._remove(before - self._paths[owner])

    def page(self, file: File) -> bytes:
        """The finished page. What a plugin or a template raises is raised."""
        path = file.src_uri
        if path not in self._current:
            with heard() as said:
                html = self.shell.page(file)
            text = file.content_string if said else ""
            self._warnings[path] = tuple(warned(record, self.place_of(file), text) for record in said)
            self._pages[path] = html
            self._current.add(path)
        self._pages.move_to_end(path)
        while len(self._pages) > KEPT:
            oldest, _ = self._pages.popitem(last=False)
            self._current.discard(oldest)
        return self._pages[path]

    def last(self, file: File) -> bytes | None:
        """The page as it was when it was last made, however old."""
        return self._pages.get(file.src_uri)

    def warnings(self, file: File) -> tuple[Problem, ...]:
        """What MkDocs said when it made the page."""
        return self._warnings.get(file.src_uri, ())

    def place_of(self, file: File) -> str:
        """The file that an editor would change to change this page, below the site's root."""
        own = Path(file.abs_src_path) if file.src_dir and file.abs_src_path else None
        if own is None:
            return file.src_uri
        return own.relative_to(self.root).as_posix() if own.is_relative_to(self.root) else own.as_posix()

    def touched(self, slugs: Collection[str]) -> None:
        """Reads these briefs anew; what depends on them is old."""
        there = set(self.desk.slugs)
        for slug in self.desk.touch(slugs):
            owner = Owner(slug, is_brief=True)
            self._fresh.discard(owner)
            if slug not in self.desk.slugs:
                self._remove(self._paths.pop(owner, set()))
                self._to_search.discard(slug)
                self._unplaced.discard(slug)
                if self.shell.found:
                    self.shell.found.take_brief(slug, ())
            else:
                self._to_search.add(slug)
                self._unplaced.add(slug)
        self._lists_are_old()
        if there != set(self.desk.slugs) and self.shell.names_briefs_in_nav:
            self.shell.renew_nav()
            self.forget_pages()

    def register_touched(self) -> None:
        """Reads the register anew; all that comes from it is old."""
        if self.desk.touch_register():
            self._fresh = {owner for owner in self._fresh if not owner.is_brief}
            self._to_search, self._unplaced = set(self.desk.slugs), set(self.desk.slugs)
            self._lists_are_old()

    def source_touched(self, path: Path) -> bool:
        """Whether an edit of this file changes no more than its own page or file, which is old then."""
        file = self.shell.source(path)
        if file is None or not path.is_file() or is_out(path, self.shell.config, self.root):
            return False
        if not file.is_documentation_page():
            file.copy_file()
            return True
        self._changed([file.src_uri])
        if self.shell.reread(file):
            self.forget_pages()
        return True

    def forget_pages(self) -> None:
        """All pages are to be made anew."""
        self._current.clear()

    def index_next(self) -> bool:
        """Lets the search look at one brief or other page that it has not seen as it is; whether there was any."""
        found = self.shell.found
        if self._to_search:
            slug = self._to_search.pop()
            if found:
                found.take_brief(slug, self.desk.entries(slug))
            else:
                self._index_brief(Owner(slug, is_brief=True))
            return True
        if self._unsearched is None:
            for part in PARTS:
                self.freshen(Owner(part, is_brief=False))
            knows = found.knows if found else self.shell.search.knows
            self._unsearched = [f for f in self.shell.documents if not knows(f.src_uri)]
        if self._unsearched:
            self.shell.index(self._unsearched.pop())
            return True
        return False

    def place_next(self) -> bool:
        """Has one brief's pages at their paths as it is now, of which nobody asked for any; whether there was any."""
        if self._unplaced:
            self._in_passing(Owner(min(self._unplaced), is_brief=True))
            return True
        return False

    # --- Private ---

    def _in_passing(self, owner: Owner, look: Callable[[str], object] = str) -> None:
        """Has each path of a brief looked at; if nobody else looks at it no more is kept than that it is there."""
        was_fresh = owner in self._fresh
        self.freshen(owner)
        for path in sorted(self._paths[owner]):
            look(path)
        if not was_fresh and not self._current & self._paths[owner]:
            self.shell.lighten(self._paths[owner])
            self._fresh.discard(owner)

    def _begun(self, settings: Settings) -> Iterable[Output]:
        if settings != self._settings:
            self.desk = Desk(self.root, settings)
            self._settings = settings
        return self.desk.begun()

    def _missing(self, path: str) -> list[Output]:
        owner = self.owner(path)
        return self._made(owner) if owner and owner.is_brief and owner not in self._fresh else []

    def _made(self, owner: Owner) -> list[Output]:
        self._fresh.add(owner)
        outputs = self.desk.outputs(owner.name) if owner.is_brief else self.desk.across(owner.name)
        self._paths[owner] = {output.path for output in outputs}
        return outputs

    def _changed(self, paths: Iterable[str]) -> None:
        self._current -= set(paths)
        self._unsearched = None

    def _remove(self, paths: Collection[str]) -> None:
        self.shell.remove(paths)
        for path in paths:
            self._pages.pop(path, None)
        self._changed(paths)

    def _lists_are_old(self) -> None:
        self._fresh = {owner for owner in self._fresh if not owner.needs_records}
        self._unsearched = None

    def _index_brief(self, owner: Owner) -> None:
        def look(path: str) -> None:
            file = self.shell.at(path)
            if file and file.is_documentation_page() and not self.shell.search.knows(path):
                self.shell.index(file)

        self._in_passing(owner, look)
