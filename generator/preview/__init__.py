"""The preview: pages made when asked for, made anew when an edit touches them, with their problems on them."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from generator.preview.line import Line
from generator.preview.room import Room
from generator.preview.server import Server
from generator.preview.watch import Watch
from generator.publish.leftovers import scratch

__all__ = ["Preview", "preview"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What is served where: `editor` is the link that opens a place, `strict` shows warnings as errors are shown."""

    config_file: Path
    host: str
    port: int
    editor: str = ""
    strict: bool = False
    open_browser: bool = False


def preview(wanted: Preview, tell: Callable[[str], None]) -> None:
    """Serves the site, drafts and all, until it is interrupted (`KeyboardInterrupt`, `SystemExit`).

    `tell` is told the address of the brief that was edited last, once it answers. Raises `OSError` where the address
    is taken, `MkDocsException` where MkDocs refuses the configuration at the start.
    """
    file = wanted.config_file
    with scratch(is_large=True) as folder:
        line = Line(lambda: Room(file, folder, editor=wanted.editor, strict=wanted.strict))
        try:
            _serve(wanted, line, tell)
        finally:
            line.end()


# --- Private functions ---


def _serve(wanted: Preview, line: Line, tell: Callable[[str], None]) -> None:
    watch = Watch()

    def touch(paths: Collection[Path]) -> None:
        line.touch(paths)
        watch.over(*line.ask(lambda room: room.stock.watched))

    with Server(line, wanted.host, wanted.port) as server:
        try:
            watch.over(*line.ask(lambda room: room.stock.watched))
            for work in (server.serve_forever, lambda: watch.follow(touch, lambda: line.has_ended)):
                threading.Thread(target=work, daemon=True).start()
            address = _address(wanted, line, server.server_address[1])
            tell(address)
            if wanted.open_browser:
                webbrowser.open(address)
            line.work_ahead()
        finally:
            line.let_go()
            server.shutdown()
            watch.end()


def _address(wanted: Preview, line: Line, port: object) -> str:
    """That of the brief which was edited last; of the home page where there is none."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(wanted.host, wanted.host)  # noqa: S104 - told, not bound
    shown = f"[{host}]" if ":" in host else host
    slug = line.ask(lambda room: room.latest())
    return f"http://{shown}:{port}{line.ask(lambda room: room.mount)}{f'briefs/{slug}/' if slug else ''}"
