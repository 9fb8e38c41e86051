"""A build by MkDocs alone: it writes a release beside the site, which takes the site's place when it is whole."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from generator.publish import disk
from generator.publish.adopted import adopt
from generator.publish.commit import commit_at
from generator.publish.configuration import is_usual_site, releases_of, settings_of
from generator.publish.hold import Holder
from generator.publish.place import misplaced
from generator.publish.shelf import Shelf


class Transaction:
    """MkDocs empties the folder that it writes to: it never gets the site's, nor that of a release that is served."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._shelf: Shelf | None = None

    @property
    def target(self) -> Path | None:
        """Where the site is that is to be replaced, while one is being built."""
        return self._shelf.target if self._shelf else None

    def begin(self, config: MkDocsConfig, tell: Callable[[str], None]) -> None:
        """Has MkDocs write to a folder of the site's shelf, once nobody else has that; `tell` is told who has. Raises
        `ClickException` where no site may be there, `OSError`."""
        self.give_up()

        def told(holder: Holder) -> None:
            tell(f"The site is held by {holder}: waiting")

        root, target = _root(config), Path(config.site_dir)
        briefs = root / settings_of(config, drafts=False).briefs_dir
        if fault := misplaced(target, root, Path(config.docs_dir), briefs, target):
            raise ClickException(fault)
        shelf = Shelf(target, *releases_of(config), is_usual=is_usual_site(config))
        self._open.enter_context(shelf.held(tell=told))
        self._open.callback(config.__setitem__, "site_dir", config.site_dir)
        self._shelf = shelf
        disk.mkdir(shelf.rolling)
        config.site_dir = str(shelf.rolling)

    def end(self, config: MkDocsConfig) -> None:
        """Has what MkDocs wrote be the site, unless it warned of something in a strict build, which it then ends
        itself. Raises `OSError`."""
        if self._shelf is None:
            return
        try:
            if not _is_refused():
                adopt(self._shelf, commit_at(_root(config)))
        finally:
            self.give_up()

    def give_up(self) -> None:
        """Leaves the site as it is."""
        self._shelf = None
        self._open.close()


# --- Private ---


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").absolute().parent


def _is_refused() -> bool:
    """Whether a strict build by MkDocs fails after all hooks: it counts warnings in strict builds alone."""
    counters = (each for each in logging.getLogger("mkdocs").handlers if isinstance(each, CountHandler))
    return any(counter.get_counts() for counter in counters)
