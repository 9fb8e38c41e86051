"""A page whose markup is finished, as MkDocs knows pages: Markdown is run over its headings alone, and once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents


@dataclass(frozen=True, slots=True)
class Finished:
    """What a page is made of.

    `path` is its `src_uri`. `skeleton` is Markdown: headings, and an empty element in place of each markup; `fill`
    puts the markup into the HTML that the skeleton became. `meta` is what its front matter would be read as, `edit`
    the path, below the site's root, that its edit link leads to, `revised` its ISO date; `anchors` gives the ids in
    its markup.
    """

    path: str
    skeleton: str
    meta: Mapping[str, object]
    fill: Callable[[str], str]
    anchors: Callable[[], frozenset[str]]
    edit: str | None = None
    revised: str | None = None


class Form(NamedTuple):
    """What Markdown made of a skeleton."""

    html: str
    toc: TableOfContents
    title: str | None
    anchors: frozenset[str]


class FinishedPage(MkDocsPage):
    """A page that is neither read nor converted: what it takes of Markdown is the form of its skeleton."""

    def __init__(self, made: Finished, file: File, config: MkDocsConfig, forms: Forms) -> None:
        self._made, self._forms = made, forms
        super().__init__(None, file, config)
        self.update_date = made.revised or ""

    def read_source(self, config: MkDocsConfig) -> None:
        """The skeleton, and what stands in the front matter."""
        self.markdown, self.meta = self._made.skeleton, dict(self._made.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's content, contents and anchors, as `MkDocsPage.render` gives them."""
        form = self._forms.of(self._made.skeleton, files)
        self.content = self._made.fill(form.html)
        self.toc = form.toc
        self._title_from_render = form.title
        self.links_to_anchors = {}

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """Every id of the page: looked for when a link asks for one, which is seldom."""
        form = self._forms.of(self._made.skeleton, Files(()))
        return {*form.anchors, *self._made.anchors()}


class Forms:
    """What the site's Markdown makes of skeletons, of which most pages share one. A skeleton holds no links."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._known: dict[str, Form] = {}

    def of(self, skeleton: str, files: Files) -> Form:
        """The form of a skeleton, converted as a page of the site would be."""
        if skeleton not in self._known:
            file = File.generated(self._config, "skeleton.md", content="")
            page: Any = MkDocsPage(None, file, self._config)
            page.markdown = skeleton
            page.render(self._config, files)
            anchors = frozenset(page.present_anchor_ids)
            self._known[skeleton] = Form(page.content, page.toc, page._title_from_render, anchors)
        return self._known[skeleton]
