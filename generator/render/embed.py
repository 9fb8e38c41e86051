"""The pages that other sites may embed: a brief's claims by status, and each claim by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
class Around:
    """What frames the content of the embedded pages of a `brief`, or of its claims, alike.

    `language` and `direction` are the pages', `mark` the attribute of what is in the brief's language where that is
    another. `top` leads to the top of the site, `brief` to the brief's page. `hint` is what stands in the code to
    copy for the site's address, empty where that is known.
    """

    language: str
    direction: str
    mark: Safe
    top: str
    brief: str
    site: str
    hint: str
    style: Safe
    policy: str


@dataclass(frozen=True, slots=True)
class EmbeddedPage:
    """What frames the content of one of them. `link` leads to where it is from; `code` is empty where none is
    offered."""

    title: str
    description: str
    canonical: str
    link: str
    code: str


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
        frame, around = self.brief_frame, self._around("brief", 2)
        notices = self._part("embed_notices.html")
        yield ("",), self._written("brief", self._page(frame, around, self.notes.summary), around, notices)
        heads = [self._part("embed_source.html", column=column) for column in self.galley.heads]
        around = self._around("claim", 3)
        for claim, row in zip(self.findings.claims, self.galley.rows, strict=True):
            entry = claim.claim
            frame = Frame(
                embed_folder(self.slug, entry.id), one_line(entry.claim), claim_height(row, self.facts)
            )
            said = _joined(" · ", _joined(", ", row.pill.word, row.basis), self.notes.title)
            page = self._page(frame, around, said, entry.id)
            written = self._written("claim", page, around, notices, row=row, heads=heads)
            yield (entry.id, *entry.aliases), written

    def tombstones(self) -> Iterator[tuple[tuple[str, ...], bytes]]:
        """What is left of a withdrawn brief: nothing of its claims but their addresses."""
        ids = [name for claim in self.findings.claims for name in (claim.claim.id, *claim.claim.aliases)]
        notices = self._part("embed_notices.html")
        for names in ([""], ids):
            frame = Frame(embed_folder(self.slug, names[0]), one_line(self.notes.title), 0)
            around = self._around("brief", frame.folder.count("/"))
            page = replace(self._page(frame, around, self.facts.state), code="")
            yield tuple(names), self._written("tombstone", page, around, notices)

    def _around(self, look: str, depth: int) -> Around:
        """For pages so many folders below the top, which look like that of a `brief` or of a `claim`."""
        top = "../" * depth
        return Around(
            language=self.words.language,
            direction=_direction(self.notes.language),
            mark=self.mark,
            top=top,
            brief=top + brief_folder(self.slug),
            site=self.settings.site_name,
            hint=_hint(self.settings),
            style=style(look),
            policy=policy(look),
        )

    def _page(self, frame: Frame, around: Around, description: str, claim: str = "") -> EmbeddedPage:
        target = brief_folder(self.slug) + (f"#{claim_anchor(claim)}" if claim else "")
        return EmbeddedPage(
            title=_joined(" – ", frame.title, one_line(self.settings.site_name)),
            description=one_line(description),
            canonical=self.settings.address(target, around.top),
            link=around.top + target,
            code=frame.code(self.settings),
        )

    def _part(self, template: str, **values: object) -> Safe:
        """What several pages have alike, made once."""
        made = markup(template, {"facts": self.facts, "mark": self.mark, **values}, self.words)
        return Safe(made.html)  # noqa: S704 - from an autoescaped template

    def _written(self, of: str, page: EmbeddedPage, around: Around, notices: Safe, **more: object) -> bytes:
        values = {"page": page, "around": around, "facts": self.facts, "notices": notices, **more}
        return markup(f"embed_{of}.html", values, self.words).html.encode("utf-8")


def _hint(settings: Settings) -> str:
    return "" if settings.site_url else UNKNOWN_SITE


def _joined(mark: str, *texts: str) -> str:
    return mark.join(filter(None, texts))


@lru_cache(maxsize=64)
def _direction(language: str) -> str:
    """In which direction the brief's language runs; left to right where it isn't known."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (ValueError, UnknownLocaleError):
        return "ltr"
