"""MkDocs a page at a time: one loaded configuration, its files and its nav, and each page when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp, get_relative_url
from mkdocs.utils.templates import TemplateContext

from generator.model.page import Output
from generator.model.settings import Settings
from generator.publish.configuration import settings_of
from generator.publish.inspect import Budgets
from generator.publish.search import FoundEntries, SearchEntries

ENCODING = "utf-8"
NOT_FOUND = "404.html"

_DRAFT = (
    '<div class="mkdocs-draft-marker" title="This page will not be included into the built site.">DRAFT</div>'
)
_built: Callable[[InclusionLevel], bool] = InclusionLevel.is_included


class Shell:
    """What MkDocs and its plugins make of a configuration, without any page made yet.

    The hooks of a page run whenever that page is made; those of the whole site run once, at the start, in the order
    of a build, on the pages that there are then: the hand-written ones and what `supply` gives; `on_post_build` with
    `write_files`. Not safe for two threads at once.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        supply: Callable[[Settings], Iterable[Output]],
        missing: Callable[[str], Iterable[Output]],
        *,
        drafts: bool,
        compiled: BytecodeCache | None = None,
    ) -> None:
        """`missing` is asked for what belongs to a path at which there is no file when someone links to it.

        With `drafts` it is a preview's, and has what a build would leave out. `compiled` keeps the theme's templates.
        """
        self.config = config
        self._drafts = drafts
        self._has: Callable[[InclusionLevel], bool]
        self._has = InclusionLevel.is_in_serve if drafts else InclusionLevel.is_included
        plugin: Any = config.plugins["briefs"]
        plugin.supply, plugin.is_partial, self._plugin = supply, drafts, plugin
        config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        env = config.theme.get_env()
        env.bytecode_cache = compiled
        files = get_files(config)
        files.add_files_from_theme(env, config)
        self._files = _Files(
            config.plugins.on_files(files, config=config), lambda path: self.put(missing(path))
        )
        set_exclusions(self._files, config)
        self._at = {file.dest_uri: file for file in self._files}
        self._order = {file.src_uri: n for n, file in enumerate(self._files) if not file.generated_by}
        self._known: Sequence[File] | None = None
        self.generation = 0
        """Changes with the nav, which is in every page."""
        self.found = FoundEntries(plugin.search, Path(config.site_dir)) if plugin.search else None
        """What our own search finds, unless the site is searched by Material's."""
        self.search = SearchEntries(config)
        self._nav = self._navigation()
        self._env: Environment = config.plugins.on_env(env, config=config, files=self._files)

    def write_files(self) -> None:
        """Writes what is no page into the site's folder, and what plugins write after a build."""
        self._files.copy_static_files(inclusion=self._has)
        self.config.plugins.on_post_build(config=self.config)

    @property
    def settings(self) -> Settings:
        """The settings of the preview or of the build."""
        return settings_of(self.config, drafts=self._drafts)

    @property
    def budgets(self) -> Budgets:
        """How large pages and the site may be."""
        budgets: Budgets = self._plugin.config.budgets
        return budgets

    @property
    def mount(self) -> str:
        """The path of the site's address, with a slash on either side."""
        return "/" + f"{urlsplit(self.config.site_url or '').path.strip('/')}/".lstrip("/")

    @property
    def documents(self) -> Sequence[File]:
        """The pages that there are, in the order of a build."""
        return sorted(
            self._pages(), key=lambda file: (self._order.get(file.src_uri, len(self._order)), file.src_uri)
        )

    def file(self, dest_uri: str) -> File | None:
        """What lies at a path of the built site, as far as it is there."""
        file = self._at.get(dest_uri)
        return file if file and self._has(file.inclusion) else None

    def at(self, src_uri: str) -> File | None:
        """The file of a path below the docs folder, as far as it is there."""
        return self._files.src_uris.get(src_uri)

    def source(self, path: Path) -> File | None:
        """The file that is made from what lies at `path`."""
        return next((file for file in self._files if file.src_dir and file.abs_src_path == str(path)), None)

    def put(self, outputs: Iterable[Output]) -> set[str]:
        """Takes these pages and files in place of what lies at their paths. The `src_uri` of all that changed."""
        before = len(self._files)
        changed: set[str] = self._plugin.put(outputs, self._files, self.config)
        found = [file for path in changed if (file := self._files.src_uris.get(path))]
        set_exclusions(found, self.config)
        self._at |= {file.dest_uri: file for file in found}
        for path in changed:
            self._forget(path)
        self._known = None
        if len(self._files) != before and any(self.is_in_nav(file.src_uri) for file in found):
            self.renew_nav()
        return changed

    @property
    def names_briefs_in_nav(self) -> bool:
        """Whether the nav may have to change when a brief comes or goes."""
        return self.config.nav is None or "briefs/" in str(self.config.nav)

    def renew_nav(self) -> None:
        """Makes the nav anew, of the files that there are now."""
        self._nav = self._navigation()
        self.generation += 1

    def lighten(self, paths: Iterable[str]) -> None:
        """Forgets what the generated files at these `src_uri`s hold, not that they are there."""
        self._plugin.drop(paths)
        for path in paths:
            if file := self._files.src_uris.get(path):
                file.content_bytes = b""

    def remove(self, paths: Iterable[str]) -> None:
        """Forgets the files at these `src_uri`s."""
        self._known = None
        for path in paths:
            if file := self._files.src_uris.get(path):
                self._files.remove(file)
                self._at.pop(file.dest_uri, None)
            self._forget(path)

    def is_in_nav(self, path: str) -> bool:
        """Whether a page at this `src_uri` stands in a nav that is made of what there is."""
        out = self.config.not_in_nav
        return self.config.nav is None and path.endswith(".md") and not (out and out.match_file(path))

    def page(self, file: File) -> bytes:
        """The page as it is built. What a plugin or a template raises is raised."""
        return encoded(self.whole(self._read(file)))

    def whole(self, page: Page) -> str:
        """A page that was read, in its template, as it is built; the hooks of both run."""
        page.active = True
        self.config._current_page = page
        try:
            context = self._context(page)
            if not _built(page.file.inclusion):
                page.content = _DRAFT + (page.content or "")
            html = self._in_template(page, context)
            return self.config.plugins.on_post_page(html, page=page, config=self.config)
        finally:
            page.active = False
            self.config._current_page = None

    def _in_template(self, page: Any, context: TemplateContext) -> str:
        return self._env.get_template(page.meta.get("template", "main.html")).render(context)

    def index(self, file: File) -> None:
        """Lets the search look at a page, and drops what was read for it. A page that fails has no entries."""
        try:
            page = self._read(file)
            self._context(page)
        finally:
            self.search.settle(file.src_uri)
            if self.found:
                self.found.settle(file.src_uri)
        if page not in self._nav.pages:  # whose titles are in every page
            page.markdown = page.content = None

    def reread(self, file: File) -> bool:
        """Reads a hand-written page that was edited: whether other pages may be others by that, as its title is."""
        self._forget(file.src_uri)
        before = file.page.title if file.page else None
        return self._read(file).title != before and file.page in self._nav.pages

    def template(self, name: str) -> bytes | None:
        """A page of the theme's own or of the site's that is no Markdown (`404.html`, `sitemap.xml`)."""
        if name not in self.config.theme.static_templates:
            return None
        return self._filled(name, self._env.get_template(name), self.documents)

    def _filled(self, name: str, template: Template, documents: Sequence[File]) -> bytes:
        template = self.config.plugins.on_pre_template(template, template_name=name, config=self.config)
        is_error = name == NOT_FOUND
        base = urlsplit(self.config.site_url or "/").path if is_error else get_relative_url(".", name)
        context = get_context(self._nav, documents, self.config, base_url=base)
        context = self.config.plugins.on_template_context(context, template_name=name, config=self.config)
        html = template.render(context)
        html = self.config.plugins.on_post_template(html, template_name=name, config=self.config)
        return html.encode(ENCODING)

    def release(self) -> None:
        """Leaves the plugin, of which MkDocs keeps one for all builds of a process, as it was."""
        self.config.plugins.on_shutdown()
        self._plugin.supply, self._plugin.is_partial = None, False

    def newest(self) -> float:
        """When the newest page was revised, in seconds, which stands in the sitemap's archive."""
        return get_build_timestamp(pages=[file.page for file in self.documents if file.page])

    # --- Private ---

    def _forget(self, path: str) -> None:
        self.search.forget(path)
        if self.found:
            self.found.forget(path)

    def _pages(self) -> Sequence[File]:
        if self._known is None:
            self._known = self._files.documentation_pages(inclusion=self._has)
        return self._known

    def _navigation(self) -> Navigation:
        """The nav, with the titles of its pages, which it takes from them where it gives none."""
        nav = get_navigation(self._files, self.config)
        nav = self.config.plugins.on_nav(nav, config=self.config, files=self._files)
        for page in nav.pages:
            if "title" not in vars(page):
                self._read(page.file)
            else:  # what Material shows of it in the nav stands at its top (`icon`, `status`)
                page.read_source(self.config)
        return nav

    def _read(self, file: File) -> Page:
        page = file.page or Page(None, file, self.config)
        config, files = self.config, self._files
        config._current_page = page
        try:
            page = config.plugins.on_pre_page(page, config=config, files=files)
            page.read_source(config)
            page.markdown = config.plugins.on_page_markdown(
                page.markdown or "", page=page, config=config, files=files
            )
            page.render(config, files)
            page.content = config.plugins.on_page_content(
                page.content or "", page=page, config=config, files=files
            )
        finally:
            config._current_page = None
        return page

    def _context(self, page: Page) -> TemplateContext:
        """What the page's template is given; the search plugin looks at the page when it is made."""
        context = get_context(self._nav, self._pages(), self.config, page)
        context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self._nav)
        self.search.take(page.file.src_uri)
        return context


def encoded(html: str) -> bytes:
    """A page as it is written."""
    return html.encode(ENCODING, errors="xmlcharrefreplace")


class _Files(Files):
    """All files, and those that are not there yet when someone asks for one by its path."""

    def __init__(self, files: Iterable[File], missing: Callable[[str], object]) -> None:
        super().__init__(files)
        self._missing = missing

    def get_file_from_path(self, path: str) -> File | None:
        if (found := super().get_file_from_path(path)) is not None:
            return found
        self._missing(path)
        return super().get_file_from_path(path)
