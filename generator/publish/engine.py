"""MkDocs, run as a library: the one file that a second engine would replace."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.model.settings import Settings
from generator.publish.configuration import releases_of, settings_of
from generator.publish.opening import heard


@dataclass(frozen=True, slots=True)
class Site:
    """A configuration file and what it says of the briefs."""

    config_file: Path
    site_dir: Path
    docs_dir: Path
    configured: Settings
    has_plugin: bool
    dev_addr: tuple[str, int]
    """Where a preview is served, unless it is said otherwise."""
    releases_kept: int
    swap: str
    """How a release takes the site's place (`shelf.LINK`, `shelf.RENAME`)."""
    config: MkDocsConfig = field(repr=False, compare=False)
    """All that it says, as it was loaded first: for reading."""

    @property
    def root(self) -> Path:
        """The folder of the configuration file, to which problems' paths are relative."""
        return self.config_file.parent

    @property
    def briefs_dir(self) -> str:
        """The folder of the briefs, below the root."""
        return self.configured.briefs_dir

    def settings(self, *, drafts: bool) -> Settings:
        """The settings of a preview (with drafts) or of a build (without)."""
        return replace(self.configured, drafts=drafts)


def open_site(config_file: Path) -> Site:
    """The site that `config_file` describes.

    Raises `mkdocs.exceptions.MkDocsException` (a `click.ClickException`) where MkDocs refuses the configuration.
    """
    config = _config(config_file)
    kept, swap = releases_of(config)
    return Site(
        config_file=config_file,
        site_dir=Path(config.site_dir),
        docs_dir=Path(config.docs_dir),
        configured=settings_of(config, drafts=False),
        has_plugin="briefs" in config.plugins,
        dev_addr=(config.dev_addr.host, config.dev_addr.port),
        releases_kept=kept,
        swap=swap,
        config=config,
    )


def build_whole(
    site: Site,
    folder: Path,
    *,
    strict: bool,
    report: Callable[..., None],
    progress: Callable[[int, int], None],
    held: object,
) -> None:
    """Builds the site into `folder`, an empty one, by MkDocs alone: every page of it, whatever was built before.

    `held` (a `pipeline.Held`) is what briefs are held to. `report` gets what checking came to, in place of the
    plugin's own log. `progress(done, all)` is called for each page read and each page written. Raises
    `mkdocs.exceptions.MkDocsException` where the build fails.
    """
    with heard() as warnings:  # whatever level is printed: `-q --strict` must not pass over them
        config = _config(site.config_file, site_dir=str(folder), strict=strict or None)
        plugin: Any = config.plugins["briefs"]
        usual = plugin.report, plugin.held
        plugin.report, plugin.held = report, held  # MkDocs keeps one instance for all builds of a process
        plugin.publishes = False
        config.plugins["briefs-progress"] = _Progress(progress)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
            plugin.report, plugin.held = usual
            plugin.publishes = True
    if (strict or config.strict) and warnings:
        raise click.ClickException(f"{len(warnings)} warnings under --strict")


def configuration(config_file: Path, site_dir: Path) -> MkDocsConfig:
    """The site's configuration, with this as the site's folder. Raises `MkDocsException`."""
    return _config(config_file, site_dir=str(site_dir))


# --- Private functions ---


def _config(config_file: Path, **options: object) -> MkDocsConfig:
    with config_file.open("rb") as file:
        return load_config(file, config_file_path=str(config_file), **options)


class _Progress(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Tells how far the build is: each page is read once and written once."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self._progress = progress
        self._all = 0
        self._done = 0

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self._all = 2 * len(files.documentation_pages())
        return files

    def on_page_content(self, html: str, **_: object) -> str:
        self._step()
        return html

    def on_post_page(self, output: str, **_: object) -> str:
        self._step()
        return output

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, self._all)


def print_log(*, quiet: bool) -> None:
    """Prints what MkDocs says to standard error: everything, or with `quiet` warnings and errors only."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    stream = logging.StreamHandler(sys.stderr)
    stream.setLevel(logging.WARNING if quiet else logging.INFO)
    stream.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger.handlers = [stream]
