"""Our style sheet and scripts, and the Markdown extension that our headings need, put among those of a site."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig

STYLES = "assets/briefs/briefs.css"
SCRIPT = "assets/briefs/briefs.js"
SEARCH = "assets/briefs/search.js"
LATER = ("assets/briefs/find.js", "assets/briefs/results.js")
"""Scripts that the search loads when it is asked for something."""
ANCHORS = "attr_list"
"""The Markdown extension that reads the anchors of our headings."""


def add_look(config: MkDocsConfig) -> None:
    """Has every page ask for our style sheet and script, before the site's own."""
    if STYLES not in config.extra_css:
        config.extra_css.insert(0, STYLES)
    if SCRIPT not in map(str, config.extra_javascript):
        config.extra_javascript.insert(0, _deferred(SCRIPT))
    if ANCHORS not in config.markdown_extensions:
        config.markdown_extensions.append(ANCHORS)


def add_search(config: MkDocsConfig) -> None:
    """Has every page ask for the script of our search."""
    if SEARCH not in map(str, config.extra_javascript):
        config.extra_javascript.append(_deferred(SEARCH))


def scripts_of(config: MkDocsConfig, *, searched: bool) -> list[str]:
    """The paths of all scripts that pages run, by our search too where they are `searched` by it."""
    return [*map(str, config.extra_javascript), *(LATER if searched else ())]


# --- Private ---


def _deferred(path: str) -> option.ExtraScriptValue:
    script = option.ExtraScriptValue(path)
    script.defer = True
    return script
