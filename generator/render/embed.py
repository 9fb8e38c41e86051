"""The pages that other sites may embed: a brief's claims by status, and each claim by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from markupsafe import Markup as Safe

from generator.model.address import brief_folder, claim_anchor, embed_folder
from generator.model.characters import one_line
from generator.model.findings import Findings
from generator.model.frame import UNKNOWN_SITE, Frame
from generator.model.page import Asset, Markup
from generator.model.settings import Settings
from generator.render.embed_height import brief_height, claim_height
from generator.render.embed_style import policy, style
from generator.render.environment import markup
from generator.render.galley import Galley


@dataclass(frozen=True, slots=True)
class EmbeddedPage:
    """What frames the content of an embedded page. `link` leads to where it is from, `brief` to the brief's page.

    `language` and `direction` are the page's, `mark` the attribute of what is in the brief's language where that is
    another. `hint` is what stands in `code` for the site's address, empty where that is known.
    """

    language: str
    direction: str
    mark: Safe
    title: str
    description: str
    canonical: str
    link: str
    brief: str
    site: str
    code: str
    hint: str


def embeds(findings: Findings, settings: Settings, galley: Galley | None = None) -> Iterator[Asset]:
    """`embed/<slug>/index.html`, and `embed/<slug>/<claim id>/index.html` for each claim; none for a draft unless
    drafts are served.

    The same bytes stand at each old slug and old id, since a frame that its host sandboxed follows no redirect (HTML,
    "sandboxed automatic features"). Of a withdrawn brief each of these addresses says that it was withdrawn. `galley`
    is the brief's, where it is made already.
    """
    status = findings.brief.annotations.status
    if status == "draft" and not settings.drafts:
        return
    press = _Press(galley or Galley(findings, settings))
    for names, content in press.tombstones() if status == "withdrawn" else press.pages():
        for slug in (findings.brief.slug, *findings.brief.annotations.aliases):
            for name in names:
                yield Asset(f"{embed_folder(slug, name)}index.html", content)


def brief_frame(findings: Findings, settings: Settings, galley: Galley | None = None) -> Frame:
    """The frame of the brief's claims by status."""
    return _Press(galley or Galley(findings, settings)).brief_frame


def embed_addresses(findings: Findings, root: str) -> dict[str, str]:
    """Where each claim is embedded from, by its anchor on the brief's page, from which `root` leads to the top."""
    slug = findings.brief.slug
    ids = [claim.claim.id for claim in findings.claims]
    return {claim_anchor(id_): root + embed_folder(slug, id_) for id_ in ids}


def embed_offer(galley: Galley, root: str) -> Markup:
    """The part of the brief's page, from which `root` leads to the top, that has the code to copy."""
    frame, settings = _Press(galley).brief_frame, galley.settings
    values = {"code": frame.code(settings), "hint": _hint(settings), "address": root + frame.folder}
    return markup("embed_offer.html", values, galley.words)


# --- Private ---


class _Press:
    """Makes the pages of one brief. Each comes with its names below the brief's own page, which has an empty one."""

    def __init__(self, galley: Galley) -> None:
        self.galley, self.findings, self.settings = galley, galley.findings, galley.settings
        self.slug, self.notes = self.findings.brief.slug, self.findings.brief.annotations
        self.words, self.facts, self.mark = galley.words, galley.facts, galley.mark

    @property
    def brief_frame(self) -> Frame:
        return Frame(embed_folder(self.slug), one_line(self.notes.title), brief_height(self.facts))

    def pages(self) -> Iterator[tuple[tuple[str, ...], bytes]]:
        page = self._page(self.brief_frame, self.notes.summary)
        notices = self._part("embed_notices.html")
        yield ("",), self._written("brief", page, notices=notices)
        begun = [self._part("embed_source.html", column=column) for column in self.galley.heads]
        for claim, shown in zip(self.findings.claims, self.galley.rows, strict=True):
            entry = claim.claim
            height = claim_height(shown, self.facts)
            frame = Frame(embed_folder(self.slug, entry.id), one_line(entry.claim), height)
            said = _joined([_joined([shown.pill.word, shown.basis], ", "), self.notes.title], " · ")
            page = self._page(frame, said, entry.id)
            values = {"row": shown, "notices": notices, "heads": begun}
            yield (entry.id, *entry.aliases), self._written("claim", page, **values)

    def tombstones(self) -> Iterator[tuple[tuple[str, ...], bytes]]:
        """What is left of a withdrawn brief: nothing of its claims but their addresses."""
        ids = [name for claim in self.findings.claims for name in (claim.claim.id, *claim.claim.aliases)]
        notices = self._part("embed_notices.html")
        for names in ([""], ids):
            frame = Frame(embed_folder(self.slug, names[0]), one_line(self.notes.title), 0)
            page = self._page(frame, self.facts.state)
            yield tuple(names), self._written("tombstone", page, notices=notices)

    def _page(self, frame: Frame, description: str, claim: str = "") -> EmbeddedPage:
        to_top = "../" * frame.folder.count("/")
        target = brief_folder(self.slug) + (f"#{claim_anchor(claim)}" if claim else "")
        return EmbeddedPage(
            language=self.words.language,
            direction=_direction(self.notes.language),
            mark=self.mark,
            title=_joined([frame.title, one_line(self.settings.site_name)], " – "),
            description=one_line(description),
            canonical=self.settings.address(target, to_top),
            link=to_top + target,
            brief=to_top + brief_folder(self.slug),
            site=self.settings.site_name,
            code=frame.code(self.settings),
            hint=_hint(self.settings),
        )

    def _part(self, template: str, **values: object) -> Safe:
        """What several pages have alike, made once."""
        made = markup(template, {"facts": self.facts, "mark": self.mark, **values}, self.words)
        return Safe(made.html)  # noqa: S704 - from an autoescaped template

    def _written(self, of: str, page: EmbeddedPage, **more: object) -> bytes:
        look = "claim" if of == "claim" else "brief"
        values = {"page": page, "facts": self.facts, "style": style(look), "policy": policy(look), **more}
        return markup(f"embed_{of}.html", values, self.words).html.encode("utf-8")


def _hint(settings: Settings) -> str:
    return "" if settings.site_url else UNKNOWN_SITE


def _joined(texts: Iterable[str], mark: str) -> str:
    return mark.join(text for text in texts if text)


@lru_cache(maxsize=64)
def _direction(language: str) -> str:
    """In which direction the brief's language runs; left to right where it isn't known."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (ValueError, UnknownLocaleError):
        return "ltr"
