"""The MkDocs plugin: hooks only, each a few lines."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from generator import pipeline, theme
from generator.export.problems import problem_as_text
from generator.model.page import Asset, Output, Page
from generator.model.settings import Settings
from generator.model.source import Problem
from generator.pipeline.finishing import Finishing
from generator.pipeline.inspection import inspect
from generator.publish import find, texts
from generator.publish.configuration import Options, keep_nav_lean, settings_of
from generator.publish.linked import without_links_out
from generator.publish.reload import letting_reload
from generator.publish.scripts import add_look, add_search, scripts_of
from generator.publish.transaction import Transaction
from generator.render import anchors_in, fill, join, to_placeholders
from generator.render.catalogue import words_for
from generator.render.social import site_card

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("briefs")


class BriefsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Checks every brief and gives its pages to MkDocs as generated files."""

    def __init__(self) -> None:
        self._preview = self._dirty = False
        self._pages, self._beside = dict[str, Page](), dict[str, Page]()
        self._taken: dict[str, File] = {}
        self._ours: dict[str, str | None] = {}
        self._all: Iterable[File] = ()
        self._outcome: pipeline.Outcome | None = None
        self.supply: Callable[[Settings], Iterable[Output]] | None = None
        """Where it is set, whoever runs MkDocs checks the briefs, and gives the pages here and by `put`."""
        self.is_partial = False
        """Whether not every page is made before the site is written."""
        self._finishing, self._transaction = Finishing(), Transaction()
        self.publishes = True  # whoever runs MkDocs may put what it builds in the site's place instead
        self.search: find.SiteSearch | None = None
        """What the site is searched by, unless it is by the theme's own search."""
        self.held = pipeline.FREE
        """What briefs are held to; where it names no past, that is what stands in the site's folder."""
        self.report: Callable[[pipeline.Outcome], None] = _log
        """What is told of checking: MkDocs' log, unless a command prints it in its own way."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes whether this is a preview: drafts are served, never built."""
        self._preview, self._dirty, self._outcome = command == "serve", dirty, None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Adds the look to the theme and the folder of briefs to what is watched, keeps the nav lean, and puts our
        search in the place of the theme's."""
        self._finishing = Finishing(self.config.csp)
        self._set_search(config)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme.FOLDER))
        add_look(config)
        keep_nav_lean(config)
        texts.escape_nav(config)
        config.watch.append(str(self._root(config) / self.config.briefs_dir))
        if self.publishes and not (self._preview or self.supply):
            self._transaction.begin(config, log.info)
        return config

    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Checks the briefs before MkDocs empties the old site, so that a problem leaves it whole.

        A preview goes on: a brief with an error keeps the pages that it last had without one.
        """
        problems = self._finishing.begin(config, self.config.static, self._root(config))
        self._refuse(problems, config, "the files beside the pages")
        if self.supply:
            return
        past = self.held.past or pipeline.of_site(self._transaction.target or Path(config.site_dir))
        held = pipeline.FREE if self._preview else pipeline.Held(past, self.held.reviewed)
        outcome = pipeline.check(self._root(config), settings_of(config, drafts=self._preview), held=held)
        self.report(outcome)
        if outcome.fails(strict=config.strict) and not self._preview:
            raise Abort(f"Aborted: {len(outcome.problems)} problems in {self.config.briefs_dir}/")
        self._outcome = outcome.over(self._outcome) if self._preview else outcome

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the generated pages and files."""
        settings = settings_of(config, drafts=self._preview)
        files = without_links_out(files, config, self._root(config)) if self._preview else files
        if self.search:
            self.search.forget_pages()
            find.drop_materials(files)
        self._taken = {file.dest_uri: file for file in files}
        self._ours, self._pages, self._beside = {}, {}, {}
        if self.supply:
            self.put(self.supply(settings), files, config)
        elif self._outcome is not None:
            self.put(pipeline.render(self._outcome, settings), files, config)
        self._all = files
        return files

    def put(self, outputs: Iterable[Output], files: Files, config: MkDocsConfig) -> set[str]:
        """Gives MkDocs these pages and files, each in place of what it was given at the same path before.

        The paths of the files that are others now: of these, and of hand-written pages that take them in.
        """
        changed = set()
        for output in outputs:
            file = self._file(output, config)
            if (other := self._taken.get(file.dest_uri)) and not self._gives_way(other, files):
                if isinstance(output, Page) and self._beside.get(other.src_uri) != output:
                    self._beside[other.src_uri] = output
                    changed.add(other.src_uri)
                continue
            before = files.src_uris.get(file.src_uri)
            if before and self._is_same(output, before):
                continue
            if before:
                before.content_bytes, before.edit_uri = file.content_bytes, file.edit_uri
            else:
                files.append(file)
            changed.add(file.src_uri)
            self._ours[file.dest_uri] = output.edit if isinstance(output, Page) else None
            if isinstance(output, Page):
                self._pages[output.path] = output
        return changed

    def noted(self) -> theme.Seen:
        """What the pages since this was last asked need style sheets and headers for."""
        return self._finishing.noted()

    def note(self, seen: theme.Seen) -> None:
        """Counts in pages that were made elsewhere or before."""
        self._finishing.note(seen)

    def finished(self, html: str) -> tuple[str, theme.Seen]:
        """What `on_post_page` makes of a page's content, and what style sheets are needed for by it."""
        return theme.finished(html), theme.seen(html)

    def edit_uri(self, edit: str | None, config: MkDocsConfig) -> str | None:
        """The path `edit`, below the site's root, as MkDocs' edit links want it: relative to the docs folder."""
        top = self._root(config).as_posix()
        return edit and posixpath.relpath(posixpath.join(top, edit), Path(config.docs_dir).as_posix())

    def drop(self, paths: Iterable[str]) -> None:
        """Forgets the pages at these paths until they are put again."""
        for path in paths:
            self._pages.pop(path, None)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Shows the names of folders, where the nav is made of these, as they are."""
        return texts.escape_folders(nav) if config.nav is None else nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Gives each page its brief's date of revision, so that the sitemap does not change with the day; and a
        hand-written one the site's card. What stands in its front matter is text, and templates print it as HTML."""
        own = self._pages.get(page.file.src_uri)
        if own is None:
            card = site_card(settings_of(config, drafts=self._preview))
            texts.escape_page(page, card.meta if card else {})
        page.update_date = (own.revised if own else None) or ""
        return self._joined(page.file.src_uri, markdown)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Gives the theme's own templates the words of the site's language (Jinja's i18n, which MkDocs sets up), and
        whether the site has our search."""
        texts.date_pages(files)
        texts.escape_configuration(config)
        words = words_for(settings_of(config, drafts=self._preview).language)
        env.install_gettext_translations(words.translations)  # type: ignore[attr-defined]
        env.globals["words_language"] = words.language
        env.globals["finds_claims"] = self.search is not None
        self._finishing.know(env, config)
        return env

    @event_priority(100)
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Puts the finished markup in after Markdown has run (rule A)."""
        own = self._pages.get(page.file.src_uri)
        if own is not None:
            page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors_in(own)
            html = fill(own, html)
        if self.search:
            self.search.note(page, html, is_ours=own is not None)
        return html

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Mends what Material's markup has wrong, notes what the style sheets need, and puts in the page's policy."""
        return self._finishing.page(output, get_relative_url(".", page.url), page.file.dest_uri)

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that are no Markdown, such as 404.html."""
        return self._finishing.template(output, template_name, config)

    def _write_around(self, *, config: MkDocsConfig) -> None:
        """Writes the search's index, the headers, and the style sheets, whole where only some pages were built."""
        if self.search and self._outcome is not None and not self.supply:
            entries = pipeline.entries_of(self._outcome, settings_of(config, drafts=self._preview))
            self.search.write(entries, Path(config.site_dir))
        scripts = scripts_of(config, searched=self.search is not None)
        site, whole = Path(config.site_dir), self._dirty or self.is_partial
        self._finishing.end(site, scripts, self._taken, whole=whole)

    def _refuse(self, problems: Sequence[Problem], config: MkDocsConfig, where: str) -> None:
        """Tells of problems; a preview goes on."""
        if problems:
            outcome = pipeline.Outcome({}, tuple(problems), {})
            self.report(outcome)
            if outcome.fails(strict=config.strict) and not self._preview:
                raise Abort(f"Aborted: {len(problems)} problems in {where}")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Lets the script run by which MkDocs' own preview has pages load anew."""
        if app := server.get_app():
            server.set_app(letting_reload(app))
        return server

    @event_priority(-1000)  # when all plugins are done with it
    def _publish(self, *, config: MkDocsConfig) -> None:
        if not self.supply and not self._dirty:
            files = {file.dest_uri: file for file in self._all}
            self._refuse(inspect(config, files, self._ours, self._root(config)), config, "what was built")
        self._transaction.end(config)

    on_post_build = CombinedEvent(_write_around, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves the site as it was."""
        self._transaction.give_up()

    def _set_search(self, config: MkDocsConfig) -> None:
        """MkDocs keeps one plugin for all builds of a process, so that a preview knows what it indexed before."""
        if self.config.search == "material":
            self.search = None
            return
        find.silence_material(config)
        language = settings_of(config, drafts=False).language
        if self.search is None or self.search.language != language:
            self.search = find.SiteSearch(language, keeps=self._preview)
        add_search(config)

    def _file(self, output: Output, config: MkDocsConfig) -> File:
        if isinstance(output, Asset):
            return File.generated(config, output.path, content=output.content)
        file = File.generated(config, output.path, content=to_placeholders(output))
        file.edit_uri = self.edit_uri(output.edit, config)
        return file

    def _is_same(self, output: Output, file: File) -> bool:
        """Whether it is what was put there before."""
        if isinstance(output, Asset):
            return file.content_bytes == output.content
        return self._pages.get(output.path) == output

    def _joined(self, path: str, markdown: str) -> str:
        """A hand-written page with what the generated one in its place has to say, where it asks for that."""
        generated = self._beside.get(path)
        joined = join(generated, markdown) if generated else None
        if generated is None or joined is None:
            return markdown
        self._pages[path] = generated
        return joined

    def _gives_way(self, other: File, files: Files) -> bool:
        """Whether a hand-written file makes room: below `briefs/` it does, with a warning; elsewhere it stays."""
        if not other.dest_uri.startswith("briefs/"):
            return False
        log.warning(f"{other.src_uri} is left out: a page of the briefs has its address")
        files.remove(other)
        del self._taken[other.dest_uri]
        return True

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").absolute().parent


def _log(outcome: pipeline.Outcome) -> None:
    for problem in outcome.problems:
        text = problem_as_text(problem, outcome.texts)
        (log.error if problem.is_error else log.warning)(text)
