"""Quick fixes: what would mend a problem, as the smallest edits that do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.anchor.nearest import Index
from generator.anchor.placements import placements
from generator.anchor.quotes import Quote, folded
from generator.lsp.edits import Change, Edit, appended, beside, in_braces, is_sound, replaced, wrapped
from generator.lsp.occurrences import span_of
from generator.lsp.passages import LEFT_OUT, context_of, quote
from generator.lsp.scalars import one_line, written
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk
from generator.lsp.standing import Quoted, quoted_at
from generator.model.keys import ID_PATTERN
from generator.model.source import Problem
from generator.model.text import contains

_MOST = 5
"""Placements of a quote that stands more than once for which a fix is offered."""

_SHOWN = 60


def fixes(desk: Desk, sheet: Sheet, problem: Problem) -> list[Change]:
    """What would mend a problem of a file, best first. What a fix would make worse is not offered."""
    mend = _MENDS.get(problem.code, _instead)
    found = []
    for change in mend(desk, sheet, problem):
        files = ((desk.site.sheet(name), edits) for name, edits in change.edits.items())
        if all(file is None or is_sound(file, edits) for file, edits in files):
            found.append(change)
    return found


# --- Private functions: words and ids ---


def _instead(desk: Desk, sheet: Sheet, problem: Problem) -> Iterator[Change]:
    """The key, word or id that was probably meant."""
    if problem.instead is None:
        return
    start, end = sheet.ends(problem.location)
    at = next(
        (n for n, node in enumerate(sheet.outline.nodes) if node.value == start and node.is_scalar), None
    )
    if at is not None and problem.code != "unknown-key":
        edit = replaced(sheet, at, problem.instead)
    else:
        written_there = sheet.lines[start[0]][start[1] : end[1]]
        is_quoted = written_there[:1] in ("'", '"') and written_there[-1:] == written_there[:1]
        inner = written_there[1:-1] if is_quoted else written_there
        edit = Edit(*span_of(sheet, problem.location, inner), problem.instead)
    yield Change(f"Replace by `{problem.instead}`", {sheet.name: (edit,)}, is_preferred=True)


def _party(desk: Desk, sheet: Sheet, problem: Problem) -> Iterator[Change]:
    """The party that was probably meant, or an entry for it in the register."""
    yield from _instead(desk, sheet, problem)
    at = _at(sheet, problem)
    id_ = sheet.value(sheet.outline.path(at)) if at is not None else None
    if not isinstance(id_, str) or not re.fullmatch(ID_PATTERN, id_):
        return
    name = " ".join(word.capitalize() for word in re.split(r"[-_]+", id_) if word)
    register, title = desk.site.sheet(desk.site.register), f"Register `{id_}` in parties.yml"
    if register is None:
        edit = Edit((0, 0), (0, 0), f"{id_}:\n  name: {written(name)}\n")
        yield Change(title, {desk.site.register: (edit,)}, made=(desk.site.register,))
    elif (new := appended(register, id_, name)) is not None:
        yield Change(title, {register.name: (new,)})


# --- Private functions: quotations ---


def _not_found(desk: Desk, sheet: Sheet, problem: Problem) -> Iterator[Change]:
    """The nearest passage in place of what stands nowhere; or the headline; or the context that does stand there."""
    at = _at(sheet, problem)
    quoted = quoted_at(desk, sheet, sheet.outline.path(at)) if at is not None else None
    if at is None:
        return
    if quoted is None:
        yield from _other_context(desk, sheet, at)
        return
    yield from _from_title(sheet, at, quoted)
    text = _nearest(quoted)
    if text is not None:
        edit = _as_quote(sheet, at, quoted, text)
        yield Change(f"Replace by the nearest passage: {_shown(text)}", {sheet.name: edit}, is_preferred=True)


def _nearest(quoted: Quoted) -> str | None:
    """The quotation with the nearest passage in place of each part that stands nowhere."""
    text, parts = quoted.sought.text, []
    index = Index(text)
    for part in LEFT_OUT.split(quoted.sought.exact):
        if contains(text, part):
            parts.append(one_line(part))
            continue
        found = index.nearest(folded(part))
        if found is None:
            return None
        parts.append(one_line(found.span.of(text.text)))
    nearest = " [...] ".join(parts)
    return nearest if placements(_like(quoted, nearest)) else None


def _as_quote(sheet: Sheet, at: int, quoted: Quoted, text: str) -> tuple[Edit, ...]:
    """The edits that make a text the quotation, with context where it stands more than once."""
    context = context_of(_like(quoted, text))
    edit = replaced(sheet, at, text)
    if context is None or _is_exact(sheet, at):
        return (edit,)
    key, said = context
    braces = f"{{exact: {written(text, in_flow=True)}, {key}: {written(said, _DOUBLE)}}}"
    return (wrapped(sheet, at, _as_report(quoted, braces)),)


def _from_title(sheet: Sheet, at: int, quoted: Quoted) -> Iterator[Change]:
    """`in: title`, where the headline is what was quoted."""
    sought = quoted.sought
    is_report = "reports" in quoted.path and quoted.path[-1] != "via_quote" and not _is_exact(sheet, at)
    if sought.where == "title" or not is_report or not placements(_like(quoted, sought.exact, "title")):
        return
    if "quote" in quoted.path:
        path = quoted.path[: quoted.path.index("quote") + 1]
        owner = sheet.outline.find(path)
        if owner is None:
            return
        edit = beside(sheet, owner, "in", "title")
    else:
        edit = wrapped(sheet, at, in_braces(sheet, at, {"in": "title"}, "quote"))
    yield Change("Quote the headline: add `in: title`", {sheet.name: (edit,)}, is_preferred=True)


def _other_context(desk: Desk, sheet: Sheet, at: int) -> Iterator[Change]:
    """A `prefix` or `suffix` that does stand beside the passage, in place of one that doesn't."""
    out = sheet.outline
    exact = out.child(out.nodes[at].parent, "exact")
    quoted = quoted_at(desk, sheet, out.path(exact)) if exact is not None else None
    if quoted is None:
        return
    bare, key = _like(quoted, quoted.sought.exact), out.nodes[at].key
    for number, placed in enumerate(placements(bare)[:_MOST]):
        text, last = bare.text.folded.text, placed[-1].end
        said = text[: placed[0].start].split()[-2:] if key == "prefix" else text[last:].split()[:2]
        context = context_of(bare, number)
        words = context[1] if context and context[0] == key else " ".join(said)
        if words:
            line = quoted.text.place(bare.text.folded.span(placed[0].start, last).start)[0] + 1
            edit = replaced(sheet, at, words)
            yield Change(f"As it stands in line {line}: {key} {_shown(words)}", {sheet.name: (edit,)})


def _ambiguous(desk: Desk, sheet: Sheet, problem: Problem) -> Iterator[Change]:
    """For each place where the quote stands, the `prefix` or `suffix` that tells it from the others."""
    at = _at(sheet, problem)
    quoted = quoted_at(desk, sheet, sheet.outline.path(at)) if at is not None else None
    if at is None or quoted is None:
        return
    sought = _like(quoted, quoted.sought.exact)
    for number, placed in enumerate(placements(sought)[:_MOST]):
        context = context_of(sought, number)
        edit = _with_context(sheet, at, quoted, context) if context else None
        if context is not None and edit is not None:
            start = sought.text.folded.span(placed[0].start, placed[-1].end).start
            line = quoted.text.place(start)[0] + 1
            title = f"The one in line {line}: {context[0]} {_shown(context[1])}"
            yield Change(title, {sheet.name: (edit,)})


def _with_context(sheet: Sheet, at: int, quoted: Quoted, context: tuple[str, str]) -> Edit | None:
    key, said = context
    if _is_exact(sheet, at):
        there = sheet.outline.child(sheet.outline.nodes[at].parent, key)
        return (
            replaced(sheet, there, said)
            if there is not None
            else beside(sheet, at, key, written(said, _DOUBLE))
        )
    braces = in_braces(sheet, at, {}, "exact")[:-1] + f", {key}: {written(said, _DOUBLE)}}}"
    return wrapped(sheet, at, _as_report(quoted, braces))


def _as_report(quoted: Quoted, selector: str) -> str:
    """A selector where a bare text was the whole report."""
    bare = "reports" in quoted.path and not {"quote", "via_quote"} & set(quoted.path)
    return f"{{quote: {selector}}}" if bare else selector


def _like(quoted: Quoted, exact: str, where: str | None = None) -> Quote:
    return quote(quoted.text.article, exact, where=where or quoted.sought.where)


def _is_exact(sheet: Sheet, at: int) -> bool:
    return sheet.outline.nodes[at].key == "exact"


def _at(sheet: Sheet, problem: Problem) -> int | None:
    """The node whose value a problem is about."""
    start, _ = sheet.ends(problem.location)
    nodes = enumerate(sheet.outline.nodes)
    return next((at for at, node in nodes if node.is_scalar and node.value == start), None)


def _shown(text: str) -> str:
    return f"“{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}”"


_DOUBLE = '"'
_MENDS: dict[str, Callable[[Desk, Sheet, Problem], Iterator[Change]]] = {
    "quote-not-found": _not_found,
    "quote-ambiguous": _ambiguous,
    "unknown-party": _party,
}
