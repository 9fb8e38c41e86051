"""What is said of the thing under the pointer: a quote's paragraph, a claim's status and why, a party, a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from generator.lsp.asked import Kind, asked, models
from generator.lsp.nodes import At
from generator.lsp.occurrences import of_passage
from generator.lsp.scalars import one_line
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk
from generator.lsp.standing import Quoted, Standing, party_of, quoted_at, source_id, standing_at
from generator.model.brief import Entry
from generator.model.findings import ClaimFinding, Findings
from generator.model.meanings import KEYS
from generator.model.source import Span
from generator.pipeline import Outcome
from generator.render.catalogue import words_for
from generator.render.reasons import reason
from generator.render.wording import origins, sources, status_meaning, status_word
from generator.validate.shape import keys

_IN_ADDRESSES = ":/?#@$&+,;=%"
"""What may stand in an address (RFC 3986, 2.2) and is nothing to Markdown, beside letters and digits."""

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&-])")


@dataclass(frozen=True, slots=True)
class Said:
    """Markdown about what stands from `start` to `end`."""

    markdown: str
    start: At
    end: At

    @property
    def plain(self) -> str:
        """The same for a client that shows no Markdown."""
        return re.sub(r"\\(.)|\*\*|`", r"\1", self.markdown)


def hover(desk: Desk, sheet: Sheet, place: At, outcome: Outcome | None) -> Said | None:
    """What there is to say of a place; `outcome` is what checking its brief came to."""
    if desk.source and place[0] >= sheet.front[1]:
        return _passage(desk, sheet, place, outcome)
    here = standing_at(desk, sheet, place)
    if here is None:
        return None
    said = "\n\n".join(filter(None, _about(desk, sheet, here, outcome)))
    return Said(said, here.start, here.end) if said else None


def escaped(text: str) -> str:
    """A text of somebody's on one line, with nothing in it that Markdown would read."""
    return _MARKS.sub(r"\\\1", one_line(text))


# --- Private functions ---


def _about(desk: Desk, sheet: Sheet, here: Standing, outcome: Outcome | None) -> Iterator[str]:
    said = ""
    if desk.is_brief and _is_claim(here):
        said = _claim(desk, sheet, here, outcome)
    elif (party := party_of(desk, here)) is not None:
        said = _party(desk, party)
    elif (source := source_id(desk, here)) is not None:
        said = _source(desk, source)
    elif not here.is_key and (quoted := quoted_at(desk, sheet, here.path)) is not None:
        said = _quotation(desk, quoted)
    yield said
    if here.is_key or not said:
        yield _key(desk, here)


def _is_claim(here: Standing) -> bool:
    return len(here.path) == 3 and here.path[0] == "claims" and here.path[2] in ("id", "claim")


def _key(desk: Desk, here: Standing) -> str:
    """What a key means, with how it is written."""
    of = asked(desk, here.path) if here.is_key else here.asked
    model = models(desk)(here.path[:-1]) if here.is_key else (of.model if of else None)
    key = here.text if here.is_key else of.key if of else ""
    if (
        model is None
        or key not in KEYS[model]
        or (of is not None and of.kind is Kind.QUOTE and not here.is_key)
    ):
        return ""
    return _meaning(model, key)


def _meaning(model: type[Entry], key: str) -> str:
    meaning = KEYS[model][key]
    needed = " (required)" if keys(model)[key] else ""
    examples = [str(example) for example in meaning.examples if isinstance(example, str | bool)]
    shown = f"\n\nFor example: {', '.join(f'`{example}`' for example in examples)}" if examples else ""
    return f"**`{key}`**{needed}: {meaning.says}{shown}"


# --- Private functions: quotations ---


def _quotation(desk: Desk, quoted: Quoted) -> str:
    """The paragraph of a quotation with its words emphasised, and where it stands."""
    article = quoted.text.article
    outlet = escaped(desk.site.parties().name(article.meta.outlet))
    where, text = quoted.sought.where, quoted.sought.text
    parts = quoted.parts()
    if common := quoted.too_common:
        return f"“{escaped(common)}” stands too often in articles/{escaped(quoted.source)}.md for this to be sought"
    if not parts:
        nearest = quoted.nearest()
        line = quoted.text.place(nearest.start)[0] + 1 if nearest and where == "body" else None
        passage = f"; nearest, line {line}: “{escaped(nearest.of(text.text))}”" if nearest and line else ""
        return f"This is not in articles/{escaped(quoted.source)}.md{passage}"
    if where == "title":
        return f"{outlet}, headline: {_emphasised(text.text, Span(0, len(text.text)), parts)}"
    line = quoted.text.place(parts[0].start)[0] + 1
    block = next((b.span for b in text.paragraphs if b.span.overlaps(parts[0])), parts[0])
    others = len(quoted.spans()) - 1
    twice = (
        f"\n\nIt stands {others + 1} times there: `prefix` or `suffix` says which is meant." if others else ""
    )
    head = f"{outlet}, articles/{escaped(quoted.source)}.md, line {line}"
    return f"{head}\n\n> {_emphasised(text.text, block, parts)}{twice}"


def _emphasised(text: str, block: Span, parts: list[Span]) -> str:
    pieces, at = [], block.start
    for part in parts:
        pieces += [_kept(text[at : part.start]), f"**{escaped(part.of(text))}**"]
        at = part.end
    return "".join([*pieces, _kept(text[at : block.end])]).strip()


def _kept(text: str) -> str:
    """A text between emphasised parts, with the white space at its ends."""
    if not text.strip():
        return " " if text else ""
    return (" " if text[0].isspace() else "") + escaped(text) + (" " if text[-1].isspace() else "")


# --- Private functions: claims, parties, sources ---


def _claim(desk: Desk, sheet: Sheet, here: Standing, outcome: Outcome | None) -> str:
    """The computed status and why; where the brief has an error, what it was before."""
    id_ = sheet.value((*here.path[:2], "id"))
    now = outcome.findings.get(desk.slug) if outcome else None
    last = desk.site.last_whole(desk.slug)
    findings = now or (last.findings.get(desk.slug) if last else None)
    found = next((c for c in findings.claims if c.claim.id == id_), None) if findings else None
    if findings is None or found is None:
        return "The brief has errors: mend them, and the claim’s status is computed."
    before = "" if now else "\n\n(Before the last edits; the brief has errors now.)"
    return _status(findings, found) + before


def _status(findings: Findings, claim: ClaimFinding) -> str:
    words = words_for("en")
    counted = f"{sources(len(claim.sources), words)}, {origins(claim.origins, words)}"
    said = [f"**{status_word(claim.computed, words)}** ({counted}): {status_meaning(claim.computed, words)}"]
    if why := reason(findings, claim, words):
        said.append(escaped(why))
    if claim.status is not claim.computed:
        because = claim.claim.overrule.because if claim.claim.overrule else ""
        said.append(f"The editors say **{status_word(claim.status, words)}** ({because}).")
    return "\n\n".join(said)


def _party(desk: Desk, id_: str) -> str:
    parties = desk.site.parties()
    party = parties.by_id.get(id_)
    if party is None:
        return ""
    facts = [party.full_name, party.role, party.kind, party.country]
    if party.part_of:
        facts.append(f"part of {parties.name(party.part_of)}")
    about = escaped(", ".join(filter(None, facts)))
    return (
        f"**{escaped(party.name)}**"
        + (f": {about}" if about else "")
        + (f"\n\n<{quote(party.url, safe=_IN_ADDRESSES)}>" if party.url else "")
    )


def _source(desk: Desk, source: str) -> str:
    sheet = desk.site.sheet(desk.site.article(desk.slug, source))
    if sheet is None:
        return f"There is no articles/{escaped(source)}.md."
    outlet, title, published, rendition = (
        str(sheet.value((key,)) or "") for key in ("outlet", "title", "published", "rendition")
    )
    name = desk.site.parties().name(outlet)
    facts = ", ".join(escaped(fact) for fact in (published, rendition) if fact)
    return f"**{escaped(name)}**: “{escaped(title)}”" + (f" ({facts})" if facts else "")


def _passage(desk: Desk, sheet: Sheet, place: At, outcome: Outcome | None) -> Said | None:
    """Which claims and notes quote the passage at a place of an article."""
    text = sheet.body
    position = text.position(place) if text else None
    if text is None or position is None:
        return None
    lines = dict.fromkeys(_quoting(desk, position, outcome))
    if not lines:
        return None
    sentence = text.article.body.sentence_around(Span(position, position + 1))
    said = "Quoted by\n\n" + "\n".join(f"- {line}" for line in lines)
    return Said(said, text.place(sentence.start), text.place(sentence.end))


def _quoting(desk: Desk, position: int, outcome: Outcome | None) -> Iterator[str]:
    brief = desk.site.sheet(desk.site.brief(desk.slug))
    findings = outcome.findings.get(desk.slug) if outcome else None
    for path, _ in of_passage(desk, position):
        if brief is None:
            return
        if path[0] == "notes":
            yield f"a note: {escaped(str(brief.value((*path[:2], 'note')) or ''))}"
            continue
        id_, claim = (brief.value((*path[:2], key)) for key in ("id", "claim"))
        found = next((c for c in findings.claims if c.claim.id == id_), None) if findings else None
        status = f" (**{status_word(found.status, words_for('en'))}**)" if found else ""
        yield f"`{id_}`: {escaped(str(claim or ''))}{status}"
