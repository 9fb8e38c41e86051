"""What is offered where an editor types: ids, words, keys, and passages of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from lsprotocol import types as lsp

from generator.lsp import snippets
from generator.lsp.asked import Asked, Kind, asked, is_list, is_reports, models, words
from generator.lsp.nodes import At
from generator.lsp.passages import passages
from generator.lsp.pen import Client, Pen
from generator.lsp.positions import Ruler
from generator.lsp.scalars import read_begun, said
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk
from generator.lsp.spot import Spot, spot_at
from generator.lsp.standing import quotes_title, source_of
from generator.model.brief import UNKNOWN, Note, Report
from generator.model.meanings import KEYS
from generator.model.source import Path
from generator.validate.shape import keys

Items = Iterator[lsp.CompletionItem]


def complete(desk: Desk, sheet: Sheet, place: At, ruler: Ruler, client: Client) -> list[lsp.CompletionItem]:
    """What may be written at a place of a file, best first; each item replaces exactly what was typed there."""
    if not sheet.front[0] <= place[0] < max(sheet.front[1], 1):
        return []
    spot = spot_at(sheet.outline, place)
    if spot is None:
        return []
    offer = _Offer(desk, sheet, spot, Pen(sheet, place, spot, ruler, client))
    return [_in_order(item, number) for number, item in enumerate(offer.items())]


# --- Private ---


def _in_order(item: lsp.CompletionItem, number: int) -> lsp.CompletionItem:
    item.sort_text = f"{number:04}"
    return item


def _may_be_key(spot: Spot) -> bool:
    return spot.may_be_key and not spot.is_key


class _Offer:
    """What is offered at one place."""

    def __init__(self, desk: Desk, sheet: Sheet, spot: Spot, pen: Pen) -> None:
        self._desk = desk
        self._sheet = sheet
        self._spot = spot
        self._pen = pen

    def items(self) -> Items:
        spot = self._spot
        if spot.is_key:
            yield from self._keys(spot.path, spot.present)
            if not spot.may_be_key or not spot.path:
                return
        of = asked(self._desk, spot.path)
        values = self._values(of) if of is not None and not (spot.is_key and spot.in_flow) else iter(())
        keys_too = (
            self._keys(spot.path, tuple(self._sheet.outline.keys(spot.node))) if _may_be_key(spot) else ()
        )
        yield from chain(values, keys_too) if spot.typed else chain(keys_too, values)

    # --- Private methods: values ---

    def _values(self, of: Asked) -> Items:
        match of.kind:
            case Kind.QUOTE:
                yield from self._quotations(of)
            case Kind.SOURCE:
                yield from (self._pen.value(source, *self._about(source)) for source in self._sources())
            case Kind.PARTY:
                yield from self._parties(of)
            case Kind.BRIEF:
                yield from self._briefs()
            case Kind.CLAIM:
                yield from self._claims()
            case Kind.WORD:
                yield from self._words(of)

    def _words(self, of: Asked) -> Items:
        if of.model is not None:
            says = KEYS[of.model][of.key].says
            yield from (self._pen.word(word, says) for word in words(of.model, of.key))

    def _sources(self) -> list[str]:
        return self._desk.site.sources(self._desk.slug)

    def _about(self, source: str) -> tuple[str, str]:
        """The name of a source's outlet, and its headline."""
        sheet = self._desk.site.sheet(self._desk.site.article(self._desk.slug, source))
        if sheet is None:
            return "", ""
        outlet, title = (str(sheet.value((key,)) or "") for key in ("outlet", "title"))
        return self._desk.site.parties().name(outlet), title

    def _parties(self, of: Asked) -> Items:
        if of.key in ("via", "together"):
            yield self._pen.value(UNKNOWN, "passed on without saying from whom")
        parties = self._desk.site.parties()
        for id_, party in parties.by_id.items():
            named = [party.name, party.full_name or "", party.role or "", party.kind or ""]
            yield self._pen.value(id_, ", ".join(filter(None, named)), name=party.name)

    def _briefs(self) -> Items:
        for slug in self._desk.site.slugs():
            if slug != self._desk.slug:
                yield self._pen.value(slug)

    def _claims(self) -> Items:
        out = self._sheet.outline
        claims = out.find(("claims",))
        for at in out.children[claims] if claims is not None else []:
            id_, claim = (out.child(at, key) for key in ("id", "claim"))
            if id_ is not None and (name := said(out, id_)):
                yield self._pen.value(name, (said(out, claim) or "") if claim is not None else "")

    def _quotations(self, of: Asked) -> Items:
        source = source_of(self._sheet, self._spot.path)
        sheet = self._desk.site.sheet(self._desk.site.article(self._desk.slug, source)) if source else None
        if sheet is None or sheet.body is None:
            return
        spot = self._spot
        where = "title" if quotes_title(self._sheet, spot.path) else "body"
        typed = read_begun(spot.typed, spot.style)
        form = "exact" if of.key == "exact" else "quote" if of.model in (Report, Note) else "report"
        for passage in passages(sheet.body.article, typed, where=where):
            yield self._pen.quotation(passage, form, f"articles/{source}.md")

    # --- Private methods: keys ---

    def _keys(self, path: Path, present: Sequence[str]) -> Items:
        if self._desk.is_brief and is_reports(path):
            yield from self._source_keys(present)
            return
        model = models(self._desk)(path)
        if model is None:
            return
        if self._desk.is_brief and is_list(path):
            yield from self._list_item(path)
            return
        if is_reports(path[:3]) and path[-1] == "via" and self._spot.node >= 0 and not self._spot.in_flow:
            return
        for key in keys(model):
            if key not in present:
                body, says = snippets.body_of(model, key), KEYS[model][key].says
                yield self._pen.key(key, body, says, needed=keys(model)[key])

    def _source_keys(self, present: Sequence[str]) -> Items:
        for source in self._sources():
            if source not in present:
                yield self._pen.source(source, *self._about(source))

    def _list_item(self, path: Path) -> Items:
        """The first item of a list of mappings, on a line of its own."""
        model = models(self._desk)(path[:-1])
        body = snippets.item_of(model, path) if model else None
        if body is not None and not self._sheet.outline.children[self._spot.node]:
            yield self._pen.entry(body)
