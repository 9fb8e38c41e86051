"""YAML as an editor writes it: plain scalars where they may be, short lists on one line, prose folded.

A title stays on its line, where whatever edits a made-up site looks for it.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping

WIDTH = 100
_PLAIN = re.compile(
    r"(?![-?:,\[\]{}#&*!|>'\"%@`\s])(?!(?:null|true|false|~)\Z)(?:(?!: |:\Z| #).)+(?<![\s\]}\"])", re.I
)
_IN_FLOW = re.compile(r"[^,\[\]{}]*")


def yaml_text(value: Mapping[str, object], indent: int = 0) -> str:
    """A block mapping. Values are texts, `True`, mappings, and lists of these; texts hold no line break."""
    return "".join(_entry(key, item, " " * indent) for key, item in value.items())


# --- Private functions ---


def _entry(key: str, value: object, margin: str) -> str:
    if isinstance(value, Mapping):
        return f"{margin}{key}:\n{yaml_text(value, len(margin) + 2)}"
    if isinstance(value, list):
        flow = _flow(value)
        if flow is not None and len(flow) < WIDTH:
            return f"{margin}{key}: {flow}\n"
        return f"{margin}{key}:\n" + "".join(_item(item, f"{margin}  ") for item in value)
    text = _scalar(value)
    if key == "title" or len(margin) + len(key) + len(text) < WIDTH + 10:
        return f"{margin}{key}: {text}\n"
    return f"{margin}{key}: >-\n{textwrap.indent(_wrapped(str(value)), f'{margin}  ')}\n"


def _item(item: object, margin: str) -> str:
    if not isinstance(item, Mapping):
        return f"{margin}- {_scalar(item)}\n"
    block = yaml_text(item, len(margin) + 2)
    return f"{margin}- {block[len(margin) + 2 :]}"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _scalar(value: object) -> str:
    if value is True:
        return "true"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _flow(value: object) -> str | None:
    """On one line; `None` where that would be hard to read."""
    if isinstance(value, list):
        parts = [_flow(item) for item in value]
        return None if None in parts else f"[{', '.join(filter(None, parts))}]"
    if isinstance(value, Mapping):
        if set(value) != {"together"}:
            return None
        return f"{{together: {_flow(value['together'])}}}"
    text = _scalar(value)
    return text if text.startswith('"') or _IN_FLOW.fullmatch(text) else json.dumps(text, ensure_ascii=False)
