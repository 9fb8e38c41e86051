"""An id by another name everywhere: a party's, a source's, a claim's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.lsp.edits import Change, Edit, beside, is_sound
from generator.lsp.nodes import At
from generator.lsp.occurrences import files, of_claim, of_party, of_source, own_brief
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk
from generator.lsp.standing import Standing, Stretch, claim_id, party_of, source_id, standing_at
from generator.model.brief import UNKNOWN
from generator.model.keys import ID_PATTERN

_READ_AS_NOTHING = frozenset({"null", "true", "false"})
"""Ids that YAML reads as something else than text, unless they are quoted."""


def renamable(desk: Desk, sheet: Sheet, place: At) -> tuple[Stretch, str] | None:
    """The id at a place that can be renamed, and where it stands."""
    with desk.site.still():
        here = standing_at(desk, sheet, place)
        every = _occurrences(desk, here) if here is not None else None
    found = [s for s in every or () if s.name == sheet.name and s.start <= place <= s.end]
    return (found[0], here.text) if here is not None and found else None


def rename(desk: Desk, sheet: Sheet, place: At, new: str) -> tuple[Change | None, str]:
    """What renames the id at a place, or why it can't be renamed.

    An article's file is renamed with its source. Of a published brief claims and sources keep their old ids as
    aliases: their addresses lead on.
    """
    with desk.site.still():
        return _renamed(desk, sheet, place, new)


# --- Private functions ---


def _renamed(desk: Desk, sheet: Sheet, place: At, new: str) -> tuple[Change | None, str]:
    here = standing_at(desk, sheet, place)
    found = _occurrences(desk, here) if here is not None else None
    if here is None or found is None:
        return None, "Nothing that has an id stands here."
    if (fault := _fault(desk, here, new)) is not None:
        return None, fault
    edits: dict[str, list[Edit]] = defaultdict(list)
    for stretch in dict.fromkeys(found):
        file = desk.site.sheet(stretch.name)
        if file is not None:
            edits[stretch.name].append(_edit(file, stretch, new))
    if claim_id(desk, here) is not None:
        edits[sheet.name] += _alias(own_brief(desk), here.text)
    elif (source := source_id(desk, here)) is not None:
        name = desk.site.article(desk.slug, source)
        edits[name] += _source_alias(own_brief(desk), desk.site.sheet(name), source)
    change = Change(
        f"Rename `{here.text}` to `{new}`",
        {name: tuple(sorted(of)) for name, of in edits.items() if of},
        renamed=_files(desk, here, new),
    )
    return (change, "") if not (bad := _unsound(desk, change)) else (None, bad)


def _occurrences(desk: Desk, here: Standing) -> Iterable[Stretch] | None:
    if (party := party_of(desk, here)) is not None:
        is_known = party in desk.site.parties().by_id
        return list(of_party(desk, party)) if is_known else None
    if (source := source_id(desk, here)) is not None:
        return list(of_source(desk, source)) if source in desk.site.sources(desk.slug) else None
    if (claim := claim_id(desk, here)) is not None:
        return list(of_claim(desk, claim))
    return None


def _fault(desk: Desk, here: Standing, new: str) -> str | None:
    """Why an id can't become `new`."""
    if not re.fullmatch(ID_PATTERN, new) or new == UNKNOWN:
        return f"“{new}” is no id: lower-case letters, digits, “-” and “_”, beginning with a letter or digit."
    if party_of(desk, here) is not None:
        taken = new in desk.site.parties().by_id
    elif source_id(desk, here) is not None:
        taken = new in desk.site.sources(desk.slug)
    else:
        taken = new in _claims(own_brief(desk))
    return f"There is “{new}” already." if taken else _unread(desk, here.text)


def _claims(own: Desk) -> Iterator[str]:
    """The ids and aliases of a brief's claims."""
    claims = own.sheet.value(("claims",)) if own.sheet else None
    for claim in claims if isinstance(claims, list) else []:
        if isinstance(claim, dict):
            aliases = claim.get("aliases")
            yield from (
                id_ for id_ in [claim.get("id"), *(aliases if isinstance(aliases, list) else [])] if id_
            )


def _unread(desk: Desk, id_: str) -> str | None:
    """A file that may hold the id and can't be read: renaming would pass it by."""
    for other in files(desk):
        sheet = other.sheet
        if sheet is not None and sheet.tree is None and id_.encode() in sheet.raw:
            return f"{sheet.name} can’t be read as it is. Mend it first: “{id_}” may stand in it."
    return None


def _files(desk: Desk, here: Standing, new: str) -> dict[str, str] | None:
    source = source_id(desk, here)
    site = desk.site
    return {site.article(desk.slug, source): site.article(desk.slug, new)} if source is not None else None


def _edit(sheet: Sheet, stretch: Stretch, new: str) -> Edit:
    line, column = stretch.start
    before = sheet.lines[line][:column]
    is_bare = before[-1:] not in ("'", '"')
    return Edit(stretch.start, stretch.end, f'"{new}"' if new in _READ_AS_NOTHING and is_bare else new)


def _alias(own: Desk, old: str) -> list[Edit]:
    """The old id as an alias of its claim, where the brief is published."""
    sheet = own.sheet
    if sheet is None or sheet.value(("status",)) == "draft":
        return []
    out = sheet.outline
    claims = out.find(("claims",))
    for claim in out.children[claims] if claims is not None else []:
        at = out.child(claim, "id")
        if at is None or sheet.value(out.path(at)) != old:
            continue
        aliases = out.child(claim, "aliases")
        return [beside(sheet, at, "aliases", f"[{old}]") if aliases is None else _added(sheet, aliases, old)]
    return []


def _source_alias(own: Desk, article: Sheet | None, old: str) -> list[Edit]:
    """The old id as an alias of its article, where the brief is published."""
    if article is None or own.sheet is None or own.sheet.value(("status",)) == "draft":
        return []
    out = article.outline
    at, aliases = out.find(("outlet",)), out.find(("aliases",))
    if aliases is not None:
        return [_added(article, aliases, old)]
    return [] if at is None else [beside(article, at, "aliases", f"[{old}]")]


def _added(sheet: Sheet, at: int, old: str) -> Edit:
    """One more alias in a list that is there."""
    node, children = sheet.outline.nodes[at], sheet.outline.children[at]
    if node.style == "[":
        place = node.end[0], node.end[1] - 1
        last = sheet.outline.nodes[children[-1]] if children else None
        if last is None:
            return Edit(place, place, old)
        return Edit(last.end, last.end, f", {old}")
    if not children:
        return Edit(node.value, node.end, f" [{old}]" if node.value[1] == node.key_end + 1 else f"[{old}]")
    last = sheet.outline.nodes[children[-1]]
    place = last.end[0], len(sheet.lines[last.end[0]])
    return Edit(place, place, f"{sheet.line_end}{' ' * last.column}- {old}")


def _unsound(desk: Desk, change: Change) -> str:
    """Why a change must not be made; empty where it may."""
    for name, edits in change.edits.items():
        file = desk.site.sheet(name)
        if file is not None and not is_sound(file, edits):
            return f"{name} is written in a way in which it can’t be renamed without harm: rename it there by hand."
    return ""
