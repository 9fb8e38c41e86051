"""A quotation written with other words, or other context, in the place where it stands; all around it stays."""

from __future__ import annotations

from generator.lsp.edits import Edit, beside, replaced, wrapped
from generator.lsp.scalars import written
from generator.lsp.sheet import Sheet
from generator.model.source import Path

_DOUBLE = '"'


def requoted(
    sheet: Sheet, path: Path, exact: str, prefix: str | None = None, suffix: str | None = None
) -> tuple[Edit, ...]:
    """The edits that make `exact` the quotation at a path in the normalised shape, with this context; none where no
    value stands there."""
    at = _node(sheet, (*path, "exact"))
    if at is None:
        return ()
    context = {key: text for key, text in (("prefix", prefix), ("suffix", suffix)) if text}
    node = sheet.outline.nodes[at]
    if node.key == "exact":
        return (*_words(sheet, at, exact), *_beside(sheet, at, context))
    if not context:
        return _words(sheet, at, exact)
    style = node.style if node.style in ("'", _DOUBLE) else ""
    pairs = [f"exact: {written(exact, style, in_flow=True)}"]
    pairs += [f"{key}: {written(text, _DOUBLE)}" for key, text in context.items()]
    selector = "{" + ", ".join(pairs) + "}"
    is_report = path[0] == "claims" and "quote" not in sheet.outline.path(at) and path[-1] != "via_quote"
    return (wrapped(sheet, at, f"{{quote: {selector}}}" if is_report else selector),)


# --- Private ---


def _words(sheet: Sheet, at: int, exact: str) -> tuple[Edit, ...]:
    return () if sheet.value(sheet.outline.path(at)) == exact else (replaced(sheet, at, exact),)


def _beside(sheet: Sheet, at: int, context: dict[str, str]) -> tuple[Edit, ...]:
    """The keys beside `exact`: written anew, or put there."""
    parent, edits, new = sheet.outline.nodes[at].parent, [], []
    for key, text in context.items():
        there = sheet.outline.child(parent, key)
        if there is None:
            new.append(beside(sheet, at, key, written(text, _DOUBLE)))
        elif sheet.value(sheet.outline.path(there)) != text:
            edits.append(replaced(sheet, there, text))
    if new:
        edits.append(Edit(new[0].start, new[0].end, "".join(edit.text for edit in new)))
    return tuple(edits)


def _node(sheet: Sheet, path: Path) -> int | None:
    if sheet.tree is None:
        return None
    start, _ = sheet.ends(sheet.tree.at(path))
    nodes = enumerate(sheet.outline.nodes)
    return next((at for at, node in nodes if node.is_scalar and node.value == start), None)
