"""MkDocs for a build whose pages are made one by one, by any process, and kept."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import BytecodeCache
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, set_exclusions
from mkdocs.utils import get_build_date, get_build_timestamp, write_file

from generator.model.entry import Entry
from generator.model.page import Asset, Output, Page
from generator.model.piece import Leaf, Pointer
from generator.model.settings import Settings
from generator.publish.finished import Finished, FinishedPage, Forms
from generator.publish.frames import Frames
from generator.publish.shell import Shell, encoded
from generator.publish.store import key_of

SITEMAP = "sitemap.xml"
_OWN = ("briefs", "search", "material/search")
"""Plugins that look at each page by itself."""

_READ_FILES = {"pymdownx.snippets", "pymdownx.b64", "markdown_include.include", "mdx_include"}
"""Markdown extensions by which a page is made of other files too."""

_OF_ALL = re.compile(rb"\b(?:pages|build_date_utc)\b")
"""What a template reads that depends on every page, or on the time of day."""

_PLAIN = re.compile("[0-9a-z-]+(?:/[0-9a-z-]+)*/")
"""A URL whose parts need no look at what they mean."""

_OF_ONE = re.compile(rb"\bpage\b")
"""What a template reads that depends on the page."""


class Plates(Shell):
    """The shell of a build.

    It knows the pages that there are for certain: the hand-written ones and what `supply` gives; those of briefs go
    through it without being put among the others.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        supply: Callable[[Settings], Iterable[Output]],
        compiled: BytecodeCache | None = None,
    ) -> None:
        self._is_there: Callable[[str], bool] = lambda _: False
        self._asked: dict[str, bool] = {}
        super().__init__(config, supply, self._linkable, drafts=False, compiled=compiled)
        self._forms = Forms(config)
        self._frames = None if self.search.is_there or _looks_at_pages(config) else Frames(self)
        self.in_nav = frozenset(page.file.src_uri for page in self._nav.pages)
        """The `src_uri` of each page of the nav."""
        self._certain = certain(self._files, config) | {page.file.dest_uri for page in self._nav.pages}

    @property
    def signature(self) -> str:
        """The digest of the nav, which is in every page."""
        return key_of(repr([_shown(item) for item in self._nav.items]))

    @property
    def handwritten(self) -> Sequence[File]:
        """The pages that are read from the docs folder, in the order of a build."""
        return [file for file in self.documents if not file.generated_by]

    @property
    def others(self) -> Mapping[str, File]:
        """Every file that we did not make, by where it goes: the docs folder's and the theme's."""
        return {file.dest_uri: file for file in self._files if not file.generated_by}

    @property
    def root(self) -> Path:
        """The folder of the configuration, to which problems' paths are relative."""
        return Path(self.config.config_file_path or "mkdocs.yml").absolute().parent

    def is_certain(self, path: str) -> bool:
        """Whether a file of the site is the theme's, or a page of the nav: there as long as the nav is as it is."""
        return path in self._certain

    def known(self, path: str) -> File:
        """The file of a page that there is. Raises `KeyError`."""
        return self._files.src_uris[path]

    def dest(self, path: str) -> str:
        """Where the page or file at a path of ours goes."""
        return File.generated(self.config, path, content=b"").dest_uri

    def let_link(self, is_there: Callable[[str], bool]) -> None:
        """Has hand-written pages link to the pages and files of briefs at the paths for which this is so."""
        self._is_there = is_there

    def asks(self) -> tuple[tuple[str, bool], ...]:
        """The paths at which a link was looked for since this was last asked, and whether something is there."""
        asked, self._asked = self._asked, {}
        return tuple(sorted(asked.items()))

    def write(self, files: Iterable[tuple[str, bytes]]) -> list[str]:
        """Writes what is no page, the theme's own pages and `files`, with their paths, into the site's folder; the
        paths of all that was written and is not to be made otherwise."""
        ours = {file.dest_uri for file in self._files if file.generated_by}
        folder = Path(self.config.site_dir)
        for name in self.config.theme.static_templates - {SITEMAP}:
            if text := self.template(name):
                write_file(text, str(folder / name))
        self.write_files()
        for path, content in files:
            write_file(content, str(folder / path))
        paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
        return [path for path in paths if path not in ours]

    def published(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of these paths of ours that the configuration does not leave out."""
        files: Any = [_Place(path) for path in paths]
        rules: Any = {key: self.config[key] for key in ("exclude_docs", "draft_docs")}
        set_exclusions(files, rules)
        return frozenset(file.src_uri for file in files if self._has(file.inclusion))

    def finish(self, made: Finished) -> tuple[File, bytes]:
        """A page whose markup is finished, as it is built, and its file. It must not be one of the nav's pages, and
        be `published`."""
        file = File.generated(self.config, made.path, content=b"", inclusion=InclusionLevel.NOT_IN_NAV)
        if self.config.edit_uri or self.config.edit_uri_template:
            file.edit_uri = self._plugin.edit_uri(made.edit, self.config)
        page = FinishedPage(made, file, self.config, self._forms)
        page.read_source(self.config)
        page.render(self.config, self._files)
        if self._plugin.search:
            self._plugin.search.note(page, page.content or "", is_ours=True)
        return file, encoded(self._frames.html(page) if self._frames else self.whole(page))

    def blank(self, page: Any) -> tuple[str, Any]:
        """A page that is none, in its template and with all that is done to pages, and what it shows."""
        before = self.noted()
        try:
            html = self._in_template(page, get_context(self._nav, self._pages(), self.config, page))
            return self.config.plugins.on_post_page(html, page=page, config=self.config), self.noted()
        finally:
            self.note(before)

    def finished(self, html: str) -> tuple[str, Any]:
        """A part of a page as it is published, and what the style sheets are needed for by it."""
        made: tuple[str, Any] = self._plugin.finished(html)
        return made

    def entries(self, sources: Iterable[str]) -> list[Entry]:
        """What our own search finds on pages that were made since this was last asked, and that are no brief's."""
        search = self._plugin.search
        found = [search.take(source) for source in sources] if search else []
        return [entry for entry in found if entry]

    def noted(self) -> Any:
        """What the style sheets are needed for by the pages that were made since this was last asked."""
        return self._plugin.noted()

    def note(self, seen: Any) -> None:
        """The same, of pages that were made elsewhere or before."""
        self._plugin.note(seen)

    def pointers(self, file: File) -> tuple[Pointer, ...]:
        """The links to places in other pages that a page has, once it is made."""
        links = (file.page.links_to_anchors if file.page else None) or {}
        return tuple(
            Pointer(to.src_uri, anchor, written)
            for to, anchors in links.items()
            for anchor, written in anchors.items()
        )

    def sitemap(self, leaves: Iterable[Leaf]) -> dict[str, bytes]:
        """The sitemap of these pages and its archive; nothing where the theme has none.

        A page is dated by its brief's revision, and by the day of the build where no page has any.
        """
        if SITEMAP not in self.config.theme.static_templates:
            return {}
        leaves = list(leaves)
        undated = "" if any(leaf.revised for leaf in leaves) else get_build_date()
        address = _below(self.config.site_url)
        pages: list[Any] = [_listed(leaf, address(leaf.url), undated) for leaf in leaves]
        text = self._filled(SITEMAP, self._env.get_template(SITEMAP), pages)
        if not text.strip():
            return {}
        stamp = get_build_timestamp(pages=[listed.page for listed in pages])
        return {SITEMAP: text, f"{SITEMAP}.gz": _zipped(text, stamp)}

    # --- Private ---

    def _linkable(self, path: str) -> list[Output]:
        """A page or file of a brief, without its content, for who links to it."""
        path = PurePosixPath(path).as_posix()
        self._asked[path] = self._is_there(path)
        if not self._asked[path]:
            return []
        return [Page(path, {}, ()) if path.endswith(".md") else Asset(path, b"")]


def certain(files: Iterable[File], config: MkDocsConfig) -> set[str]:
    """The paths below the site's folder of the theme's own files, and of those made of them."""
    theirs = {file.dest_uri for file in files if not file.generated_by and file.src_dir != config.docs_dir}
    return {*theirs, "assets/briefs/theme.css", "assets/briefs/briefs.css"}


def unusual(config: MkDocsConfig) -> str:
    """Why the site's pages can't be made one by one, in words for its owner; empty where they can.

    A plugin or a hook may look at all pages together, and so may a template; an extension may read other files.
    """
    for listeners in config.plugins.events.values():
        for listener in listeners:
            plugin = getattr(listener, "__self__", None)
            name = next((name for name, each in config.plugins.items() if each is plugin), None)
            if name not in _OWN:
                return f"the plugin `{name}`" if name else "a hook"
    if config.extra_templates:
        return "`extra_templates`"
    if reading := _READ_FILES & {*map(str, config.markdown_extensions)}:
        return f"`{min(reading)}`"
    if name := _reading(config, _OF_ALL):
        return f"{name}, which reads `pages` or `build_date_utc`"
    return ""


@dataclass(slots=True)
class _Place:
    """What MkDocs asks of a file where it looks whether that is left out."""

    src_uri: str
    inclusion: InclusionLevel = InclusionLevel.UNDEFINED


# --- Private functions ---


def _looks_at_pages(config: MkDocsConfig) -> bool:
    """Whether templates of the site's own may print what is in a page in ways that only they know."""
    return bool(_reading(config, _OF_ONE))


def _reading(config: MkDocsConfig, names: re.Pattern[bytes]) -> str:
    """The first of the site's own templates that reads one of these names; empty where none does."""
    custom = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    for path in sorted(custom.rglob("*")) if custom else ():
        if path.suffix in (".html", ".xml") and names.search(path.read_bytes()):
            return path.name
    return ""


def _below(base: str | None) -> Callable[[str], str | None]:
    """The address of a page by its URL, where the site has one: mostly the one written behind the other."""
    if not base:
        return lambda _: None
    top = base if base.endswith("/") else f"{base}/"
    is_plain = urljoin(top, "a/") == f"{top}a/"
    return lambda url: f"{top}{url}" if is_plain and _PLAIN.fullmatch(url) else urljoin(top, url)


def _listed(leaf: Leaf, address: str | None, undated: str) -> Any:
    """What a sitemap asks of a page."""
    path = urlsplit(address).path if address else None
    page = SimpleNamespace(
        is_link=False, canonical_url=address, abs_url=path, update_date=leaf.revised or undated
    )
    return SimpleNamespace(page=page, url=leaf.url, src_uri=leaf.source)


def _shown(item: Any) -> tuple[object, ...]:
    """What the nav shows of one of its items."""
    if item.is_page:
        return item.title, item.file.src_uri, repr(sorted(item.meta.items()))
    if item.is_link:
        return item.title, item.url
    return item.title, [_shown(child) for child in item.children]


def _zipped(text: bytes, stamp: int) -> bytes:
    """As MkDocs writes it: with the name of the file and the day of the newest page."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, filename=f"{SITEMAP}.gz", mode="wb", mtime=stamp) as file:
        file.write(text)
    return out.getvalue()
