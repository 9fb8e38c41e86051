"""The files of a piece, looked at when they are made: where they link to, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

import msgspec

from generator.model.piece import Fault
from generator.model.policy import digest_source
from generator.model.source import Location, Problem, Severity
from generator.publish.inspect import markup
from generator.publish.inspect.addresses import Places, allows, is_active, is_elsewhere
from generator.publish.inspect.marks import Marks
from generator.publish.inspect.markup import Markup, glanced, parsed
from generator.publish.inspect.secrets import MARKS, secrets
from generator.publish.inspect.sizes import WARNED

PAGE = ".html"
_JSON, _XML = (".json", ".jsonld", ".map"), (".xml", ".svg", ".rss", ".atom")
_TEXTS = (PAGE, *_JSON, *_XML, ".csv", ".txt", ".md", ".bib", ".js", ".css", ".yml", ".yaml", ".ris", ".conf")
_REPEATED = re.compile(r"embed/|briefs/[^/]+/(?:index\.html|annotations\.jsonld)$")
"""Where what is in a brief's JSON stands again, by templates that its articles' pages have too: once is enough to
look for secrets."""

_REFRESH = re.compile(r"0; url=((?:\.\./)+(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*)")


@dataclass(frozen=True, slots=True)
class Looked:
    """Where links lead out of a piece (paths below the site's folder, with `#` and a place where they have one; in
    order), and what is wrong with its files."""

    links: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Looking:
    """What files are looked at by.

    `site_url` is where the site is published, or empty; `page_limit` the most bytes of a page, or 0. `source_of`
    gives what `Fault` calls the source of a path. `is_certain` says of a path that it is there whatever else is: a
    link to it is none that leads out of a piece.
    """

    site_url: str = ""
    page_limit: int = 0
    source_of: Callable[[str], str] = lambda _: ""
    is_certain: Callable[[str], bool] = lambda _: False


def look(files: Mapping[str, bytes], by: Looking, *, ours: bool) -> Looked:
    """What is in these files, by their paths. Pages that are not `ours` are parsed; of ours, what isn't as it is."""
    faults: list[Fault] = []
    pages: dict[str, Markup] = {}
    for path, content in files.items():
        if path.endswith(_TEXTS):
            lowered = content.lower()
            there = _MARKS.found(lowered)
            told = [*_data(path, content)]
            if not (ours and _REPEATED.match(path)):
                told += _secret(content, there)
            if path.endswith(PAGE):
                pages[path] = (glanced(content, lowered, there) if ours else None) or parsed(content)
                told += _page(pages[path], content, by, is_redirect=ours)
            faults += [_fault(path, each, by) for each in told]
    links: set[str] = set()
    for path, page in pages.items():
        places = Places(path, by.site_url)
        for href in page.hrefs | {address for _, address in page.loads} | _led(page):
            if href[:1] == "#" and href[1:] in page.ids:
                continue
            _follow(href, places, (files, pages), (links, faults), by)
    return Looked(tuple(sorted(links)), tuple(faults))


# --- Private ---

Told = tuple[str, str, str]
"""A code, a message and a remedy."""

_WARNED = ("inline-style", "page-large")
"""Codes of what is told and does no harm."""


def _fault(path: str, told: Told, by: Looking) -> Fault:
    code, message, remedy = told
    return Fault(path, code, message, remedy, by.source_of(path), is_error=code not in _WARNED)


def _follow(
    href: str,
    places: Places,
    known: tuple[Mapping[str, bytes], Mapping[str, Markup]],
    found: tuple[set[str], list[Fault]],
    by: Looking,
) -> None:
    """Looks for where a link leads within the piece; what leads out of it is noted."""
    target = places.target(href)
    if target is None:
        return
    (files, pages), (links, faults) = known, found
    file, anchor = target
    if file not in files:
        if anchor or not by.is_certain(file):
            links.add(f"{file}#{anchor}" if anchor else file)
    elif anchor and file in pages and anchor not in pages[file].ids:
        faults.append(dead(places.path, f"{file}#{anchor}", by.source_of(places.path)))


def dead(path: str, target: str, source: str) -> Fault:
    """The fault of a link that leads nowhere."""
    remedy = "mend the link, or put back what it leads to"
    return Fault(path, "dead-link", f"{path} links to {target}, which isn't there", remedy, source)


def is_looked_at(path: str) -> bool:
    """Whether a file of that name is a text that is looked into."""
    return path.endswith(_TEXTS)


def has_id(content: bytes, place: str) -> bool:
    """Whether there is a place of this name in a page, however it is written."""
    return place in parsed(content).ids


def links_to(content: bytes, path: str, link: str, site_url: str) -> bool:
    """Whether the page at a path links to a path, or a place in it."""
    page, places = parsed(content), Places(path, site_url)
    targets = (places.target(href) for href in page.hrefs | {address for _, address in page.loads})
    return any(f"{t[0]}#{t[1]}" == link or (t[0] == link and not t[1]) for t in targets if t)


def problem_of(fault: Fault) -> Problem:
    """The fault as it is told: in the file of the input that it comes from, or in the site's own."""
    said = (
        fault.message if not fault.path or fault.path in fault.message else f"{fault.path}: {fault.message}"
    )
    severity = Severity.ERROR if fault.is_error else Severity.WARNING
    place = Location(fault.source or fault.path or "the site", 1, 1)
    return Problem(place, fault.code, said, fault.remedy or None, severity)


def _led(page: Markup) -> set[str]:
    """Where a page leads on to by itself within the site."""
    return {found[1] for said in page.refreshes if (found := _REFRESH.fullmatch(said))}


_MARKS = Marks([*MARKS, *markup.MARKS])


def _secret(content: bytes, there: Collection[bytes]) -> Iterator[Told]:
    for what, beginning, line in secrets(content, there):
        said = f"line {line} has what looks like {what}: {beginning}"
        yield "secret", said, "take it out, and have it replaced: whoever read it has it"


def _data(path: str, content: bytes) -> Iterator[Told]:
    if path.endswith(_JSON) and (fault := _json_fault(content)):
        yield "invalid-json", f"this is no JSON: {fault}", ""
    if path.endswith(_XML):
        try:
            expat.ParserCreate().Parse(content, True)
        except expat.ExpatError as error:
            yield "invalid-xml", f"this is no XML: {error}", ""


def _json_fault(content: bytes) -> str:
    try:
        msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return str(error)
    return ""


def _page(page: Markup, content: bytes, by: Looking, *, is_redirect: bool) -> Iterator[Told]:
    yield from _size(len(content), by.page_limit)
    for text in page.data:
        if fault := _json_fault(text.encode("utf-8")):
            yield "invalid-json", f"a script of data in it is no JSON: {fault}", ""
    for active in dict.fromkeys(page.active):
        if active.startswith("style:"):
            yield from _style(active.removeprefix("style:"))
        else:
            yield "active-content", f"it has {active}, which runs or shows what isn't the site's", _TAKE_OUT
    for said in page.refreshes:
        if not (is_redirect and _REFRESH.fullmatch(said)):
            yield "active-content", f"it leads on by itself (“{said[:80]}”)", _TAKE_OUT
    for href in sorted(page.hrefs):
        if is_active(href):
            yield "active-content", f"a link runs a script (“{href[:80]}”)", _TAKE_OUT
    yield from _inline(page)
    yield from _loads(page)


_TAKE_OUT = "take it out of the page"


def _size(size: int, limit: int) -> Iterator[Told]:
    if limit and size > limit * WARNED:
        code = "page-too-large" if size > limit else "page-large"
        yield code, f"it has {size:,} bytes, and {limit:,} are the most", "see `budgets:` in mkdocs.yml"


def _style(text: str) -> Iterator[Told]:
    said = f"it has a style attribute (“{text[:60]}”), which no browser applies under its policy"
    yield "inline-style", said, "give the element a class, and write its style in a file of `extra_css`"


def _inline(page: Markup) -> Iterator[Told]:
    """What stands in the page and isn't named in its policy."""
    for kind, texts in (("script", page.scripts), ("style", page.styles)):
        for text in texts:
            source = digest_source(text)
            if source not in page.policy:
                said = f"its policy does not let an inline {kind} run (“{' '.join(text.split())[:60]}”)"
                yield f"inline-{kind}", said, _ALLOW % (kind, source)


_ALLOW = 'if it is yours, write under `briefs:` in mkdocs.yml: csp: {%s-src: ["%s"]}'


def _loads(page: Markup) -> Iterator[Told]:
    """What the page would fetch from elsewhere and its policy doesn't allow."""
    for tag, address in sorted(page.loads):
        directive = {"script": "script-src", "link": "style-src", "img": "img-src"}.get(tag, "media-src")
        if is_active(address):
            yield "active-content", f"<{tag}> loads “{address[:80]}”", _TAKE_OUT
        elif is_elsewhere(address) and not allows(page.policy, directive, address):
            said = f"its policy does not let it load {address[:120]}"
            host = "/".join(address.split("/")[:3])
            yield (
                "load-not-allowed",
                said,
                f"write under `briefs:` in mkdocs.yml: csp: {{{directive}: [{host}]}}",
            )
