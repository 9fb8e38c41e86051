"""The plugin's options, each checked by its own kind."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as option

from generator.publish.configuration import (
    ExcerptLimitOption,
    OnOff,
    PublisherOption,
    Releases,
    ReportUrl,
)
from generator.publish.shelf import LINK, RENAME


class Options(base.Config):  # type: ignore[no-untyped-call]
    """What may stand under `briefs:` in `mkdocs.yml`."""

    briefs_dir = option.Type(str, default="briefs")
    report_url = ReportUrl()
    publisher = PublisherOption()
    cards = OnOff(default=True)
    shards = option.Choice(("none", "year"), default="none")
    search = option.Choice(("pagefind", "material"), default="pagefind")
    excerpt_limit = ExcerptLimitOption()
    releases_kept = Releases()
    swap = option.Choice((LINK, RENAME), default=LINK)
