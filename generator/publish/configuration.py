"""What a site's configuration says of the briefs, checked, and the settings it comes to."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig

from generator.model.policy import Sources, read_sources
from generator.model.published import ExcerptLimit
from generator.model.publisher import Publisher, read_publisher
from generator.model.settings import Settings, report_url_fault
from generator.publish.inspect import Budgets, read_budgets
from generator.publish.shelf import KEPT, LINK, RENAME
from generator.publish.static import read_kinds
from generator.publish.texts import as_written


class ReportUrl(option.Type[str]):
    """The template of a link by which readers report an error: mailto: or https:, with `{url}` and `{title}`."""

    def __init__(self) -> None:
        super().__init__(str, default="")

    def run_validation(self, value: object) -> str:
        """The template, stripped. Raises `ValidationError`, which MkDocs shows with the option's name."""
        template = super().run_validation(value).strip()
        if template and (fault := report_url_fault(template)):
            raise base.ValidationError(fault)
        return template


class OnOff(option.Type[bool]):
    """What is either on or off."""

    def __init__(self, *, default: bool) -> None:
        super().__init__(bool, default=default)

    def run_validation(self, value: object) -> bool:
        """The value. Raises `ValidationError`, which MkDocs shows with the option's name."""
        if not isinstance(value, bool):
            raise base.ValidationError(f"write true or false, not {value!r}")
        return value


class Releases(option.Type[int]):
    """How many releases are kept: the one that is served, the one before it at least, and more."""

    def __init__(self) -> None:
        super().__init__(int, default=KEPT)

    def run_validation(self, value: object) -> int:
        """The number. Raises `ValidationError`, which MkDocs shows with the option's name."""
        if isinstance(value, bool) or not isinstance(value, int) or value < _FEWEST:
            raise base.ValidationError(f"write a number from {_FEWEST} on, not {value!r}")
        return value


class PublisherOption(base.BaseConfigOption[Publisher]):
    """Who publishes the site: what the imprint says, and the heads of pages."""

    def run_validation(self, value: object) -> Publisher:
        """The publisher; nobody without the option. Raises `ValidationError`, shown with the option's name."""
        if isinstance(value, Publisher):
            return value
        publisher, fault = read_publisher(value)
        if fault:
            raise base.ValidationError(fault)
        return publisher


class SourcesOption(base.BaseConfigOption[Sources]):
    """What pages may load besides what is the site's own, by directives of their Content-Security-Policy."""

    def run_validation(self, value: object) -> Sources:
        """The sources; none without the option. Raises `ValidationError`, shown with the option's name."""
        if isinstance(value, Sources):
            return value
        sources, fault = read_sources(value)
        if fault:
            raise base.ValidationError(fault)
        return sources


class BudgetsOption(base.BaseConfigOption[Budgets]):
    """How large pages and the site may be."""

    def run_validation(self, value: object) -> Budgets:
        """The budgets; the usual ones without the option. Raises `ValidationError`, shown with the option's name."""
        if isinstance(value, Budgets):
            return value
        budgets, fault = read_budgets(value)
        if fault:
            raise base.ValidationError(fault)
        return budgets


class KindsOption(base.BaseConfigOption[frozenset[str]]):
    """Kinds of files that get into the site besides those that run nothing."""

    def run_validation(self, value: object) -> frozenset[str]:
        """The kinds; none without the option. Raises `ValidationError`, shown with the option's name."""
        if isinstance(value, frozenset):
            return value
        kinds, fault = read_kinds(value)
        if fault:
            raise base.ValidationError(fault)
        return kinds


class ExcerptLimitOption(base.BaseConfigOption[ExcerptLimit]):
    """How much may be shown of an article that is not published in full: `{words: 300, percent: 20}`."""

    def run_validation(self, value: object) -> ExcerptLimit:
        """The limit; what isn't said is as by default. Raises `ValidationError`, shown with the option's name."""
        if value is None:
            return ExcerptLimit()
        if isinstance(value, ExcerptLimit):
            return value
        if not isinstance(value, dict) or not value.keys() <= {"words", "percent"}:
            raise base.ValidationError("write {words: 300, percent: 20}: whichever is more may be shown")
        for number in value.values():
            if isinstance(number, bool) or not isinstance(number, int) or number < 0:
                raise base.ValidationError(f"a whole number, 0 or more, is expected, not {number!r}")
        return ExcerptLimit(**value)


class Options(base.Config):  # type: ignore[no-untyped-call]
    """What may stand under `briefs:` in `mkdocs.yml`."""

    briefs_dir = option.Type(str, default="briefs")
    report_url = ReportUrl()
    publisher = PublisherOption()
    cards = OnOff(default=True)
    shards = option.Choice(("none", "year"), default="none")
    search = option.Choice(("pagefind", "material"), default="pagefind")
    csp = SourcesOption()
    budgets = BudgetsOption()
    static = KindsOption()
    excerpt_limit = ExcerptLimitOption()
    releases_kept = Releases()
    swap = option.Choice((LINK, RENAME), default=LINK)


def keep_nav_lean(config: MkDocsConfig) -> None:
    """Keeps briefs, and what lists lead to, out of the nav, which is rendered into every page.

    What `mkdocs.yml` says comes after it, and may let some of them in (`!/briefs/*/`).
    """
    below = option.PathSpec().validate("".join(f"/{folder}/*/**\n" for folder in _LISTS) + _SEARCH)
    config.not_in_nav = below + config.not_in_nav if config.not_in_nav else below


def settings_of(config: MkDocsConfig, *, drafts: bool) -> Settings:
    """The settings of a preview (with drafts) or of a build (without); without the plugin its options' defaults."""
    plugin = config.plugins.get("briefs")
    options = plugin.config if plugin else {}
    site_url = config.site_url or ""
    return Settings(
        briefs_dir=options.get("briefs_dir", Settings().briefs_dir),
        drafts=drafts,
        site_url=site_url if not site_url or site_url.endswith("/") else f"{site_url}/",
        site_name=as_written(config.site_name),
        site_description=as_written(config.site_description or ""),
        report_url=options.get("report_url", ""),
        cards=options.get("cards", Settings().cards),
        search=options.get("search", Settings().search),
        excerpt_limit=options.get("excerpt_limit") or Settings().excerpt_limit,
        publisher=options.get("publisher") or Settings().publisher,
        language=str(config.theme.get("language") or Settings().language),
    )


def releases_of(config: MkDocsConfig) -> tuple[int, str]:
    """How many releases are kept, and how one takes the site's place."""
    plugin = config.plugins.get("briefs")
    options = plugin.config if plugin else {}
    return options.get("releases_kept", KEPT), options.get("swap", LINK)


def written_in(config: MkDocsConfig) -> list[Mapping[str, Any]]:
    """What the configuration's files say, then what the command line does, as it was written."""
    with warnings.catch_warnings():  # MkDocs 1.x keeps them to the end, and warns that MkDocs 2 won't
        warnings.simplefilter("ignore", DeprecationWarning)
        return list(config.user_configs)


def is_usual_site(config: MkDocsConfig) -> bool:
    """Whether the site goes where the configuration says, and no command line says otherwise (`-d`)."""
    return not any("site_dir" in said for said in written_in(config)[1:])


# --- Private ---

_FEWEST = 2

_LISTS = ("briefs", "outlets", "parties", "tags", "archive", "corrections")
"""Folders of which only the first page may stand in a nav that is made of whatever there is."""

_SEARCH = "/search/index.md\n"
"""The page of all results, to which the search box leads."""
