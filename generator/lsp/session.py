"""One editor's session: what it has open, and the checks that follow its typing without holding it up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from generator.lsp.places import Sites
from generator.lsp.site import Desk, Site
from generator.lsp.wire import Files, diagnostic
from generator.pipeline import Outcome

DELAY = 0.15
"""Seconds without a keystroke after which what was typed is checked."""

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Session:
    """The files that are open, by the names that the client gives them. Checks run one by one, on a thread aside."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._sites = Sites()
        self._uris: dict[Path, str] = {}
        self._versions: dict[Path, int] = {}
        self._due: dict[tuple[Site, str], asyncio.Task[None]] = {}
        self._published: dict[tuple[Site, str], set[str]] = {}
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="check")

    # --- Public methods: files ---

    def desk(self, uri: str) -> Desk | None:
        """The file of the format that an address names; `None` where it names none."""
        path = _path(uri)
        return self._sites.desk(path) if path is not None else None

    def files(self, site: Site) -> Files:
        """The files of a site as the client names them."""
        return Files(
            site,
            lambda name: self._uri(site.root / name),
            lambda name: self._versions.get(site.root / name),
            self._server.workspace.position_encoding,
        )

    # --- Public methods: what the client tells ---

    def typed(self, uri: str, text: str, version: int, *, delay: float = DELAY) -> None:
        """A file was opened, or changed in the editor."""
        if (path := _path(uri)) is not None and (desk := self._sites.desk(path)) is not None:
            self._uris[path], self._versions[path] = uri, version
            desk.site.type(desk.name, text)
            self._check(desk, delay)

    def closed(self, uri: str) -> None:
        """A file was closed: what is on disk counts again."""
        if (path := _path(uri)) is not None and (desk := self._sites.desk(path)) is not None:
            self._versions.pop(path, None)
            desk.site.type(desk.name, None)
            desk.site.changed()
            self._check(desk, 0)

    def changed(self) -> None:
        """Files changed on disk."""
        self._sites.changed()
        for site in self._sites.all():
            for slug in {"", *site.opened()}:
                self._check_soon(site, slug, 0)

    async def aside(self, work: Callable[_P, _R], *args: _P.args, **named: _P.kwargs) -> _R:
        """What `work` gives, done on the thread of the checks."""
        return await asyncio.get_running_loop().run_in_executor(self._aside, lambda: work(*args, **named))

    def end(self) -> None:
        """Starts no check any more."""
        for task in self._due.values():
            task.cancel()
        self._aside.shutdown(wait=False, cancel_futures=True)

    # --- Private methods ---

    def _check(self, desk: Desk, delay: float) -> None:
        """Checks what a file is a part of: its brief, or the register and every brief that is open."""
        if desk.is_register:
            for slug in desk.site.opened():
                self._check_soon(desk.site, slug, delay)
        else:
            self._check_soon(desk.site, desk.slug, delay)
        if desk.is_register or not delay:
            self._check_soon(desk.site, "", delay)

    def _check_soon(self, site: Site, slug: str, delay: float) -> None:
        if (task := self._due.get((site, slug))) is not None:
            task.cancel()
        self._due[site, slug] = asyncio.get_running_loop().create_task(self._check_now(site, slug, delay))

    async def _check_now(self, site: Site, slug: str, delay: float) -> None:
        await asyncio.sleep(delay)
        opened = site.opened()
        if slug not in opened if slug else not (opened or site.is_open(site.register)):
            self._publish(site, slug, None)
            return
        self._publish(site, slug, await self.aside(site.check, slug))

    def _publish(self, site: Site, slug: str, outcome: Outcome | None) -> None:
        """Tells every problem of a brief's files, or of the register; of those that have none any more, that too."""
        own = f"{site.briefs_dir}/{slug}/" if slug else site.register
        found = outcome.problems if outcome is not None else ()
        problems = [problem for problem in found if problem.location.file.startswith(own)]
        files = self.files(site)
        names = {problem.location.file for problem in problems}
        opened = {name for name in site.typed_in() if name.startswith(own)}
        for name in sorted(names | opened | self._published.get((site, slug), set())):
            sheet, ruler = site.sheet(name), files.ruler(name)
            told = [
                diagnostic(problem, sheet, ruler) for problem in problems if problem.location.file == name
            ]
            version = files.version(name)
            params = lsp.PublishDiagnosticsParams(files.uri(name), told, version=version)
            self._server.text_document_publish_diagnostics(params)
        self._published[site, slug] = names

    def _uri(self, path: Path) -> str:
        return self._uris.get(path) or from_fs_path(str(path)) or path.as_uri()


def _path(uri: str) -> Path | None:
    """The path of a file's address; `None` where it is another's than a file's."""
    if not uri.startswith("file:"):
        return None
    path = to_fs_path(uri)
    return Path(path) if path else None
