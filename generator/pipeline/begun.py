"""What belongs to no brief, as far as MkDocs must know of it before a page is made: its paths, and what heads say."""

from __future__ import annotations

import msgspec

from generator.model.page import Asset, Output, Page
from generator.model.piece import Contents, Piece
from generator.model.settings import Settings
from generator.pipeline import keys
from generator.pipeline.outputs import across
from generator.publish.store import Store, key_of


def begun(settings: Settings, store: Store) -> list[Output]:
    """The pages and files that a site without any brief would have, none of them with its content.

    Their titles may stand in the nav, and hand-written pages may link to them.
    """
    key = key_of("begun", keys.program(), keys.of_settings(settings))
    side = store.side(key)
    if side is None:
        made = [output for part in across((), settings).values() for output in part()]
        heads = {output.path: dict(output.meta) if isinstance(output, Page) else None for output in made}
        side = msgspec.json.encode(heads)
        store.save(key, Piece(), Contents(), (), side)
    heads = msgspec.json.decode(side, type=dict[str, dict[str, object] | None])
    return [Asset(path, b"") if meta is None else Page(path, meta, ()) for path, meta in heads.items()]
