"""The markup of a page: its links, its places, and whatever runs in it or is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Attribute = tuple[str, str, str]
"""An element, an attribute of it and its value."""


@dataclass(slots=True)
class Markup:
    """What there is in a page that concerns anything but its text.

    `hrefs` and `loads` are the values of `href`s and of what is fetched with the page; `ids` what may be pointed at;
    `scripts` and `styles` the inline ones, `data` the texts of scripts that are JSON; `policy` is the page's own;
    `active` says what runs, in words.
    """

    hrefs: set[str] = field(default_factory=set)
    loads: set[tuple[str, str]] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    policy: str = ""
    refreshes: list[str] = field(default_factory=list)
    active: list[str] = field(default_factory=list)


def glanced(content: bytes, lowered: bytes, there: Mapping[bytes, Sequence[int]]) -> Markup | None:
    """What `parsed` gives, found by looking for it letter by letter, which is exact where all values stand in double
    quotation marks and neither they nor the text have a bare `<` or `>`, as in what our templates make.

    `there` is where those of `MARKS` begin that stand in `lowered`, which is the content in small letters. `None`
    where there is anything that such a page doesn't have: that is to be parsed. What is dangerous in HTML is found
    by this in any markup, or the page is not glanced at.
    """
    if not there.keys().isdisjoint(_NEVER) or any(
        _ODD.match(lowered, at) for mark in _ELEMENTS if mark in there for at in there[mark]
    ):
        return None
    if not all(lowered.startswith(_QUOTED, at) for at in there.get(_STYLED, ())):
        return None
    if _any_in_tag(lowered, (hit.start() for hit in _ON.finditer(lowered))):
        return None
    scripts = _SCRIPT.findall(content) if _BEGUN in there else []
    hrefs = _HREF.findall(content)
    if len(there.get(_BEGUN, ())) != len(scripts) or len(_ANY_HREF.findall(lowered)) != len(hrefs):
        return None
    found = Markup(hrefs=set(map(_text, set(hrefs))), ids=ids_of(content))
    found.styles = [_text(each, is_raw=True) for each in _STYLE.findall(content)] if _SHEET in there else []
    if policy := _POLICY.search(content):
        found.policy = _text(policy[1])
    return found if all(_take_script(found, given, text) for given, text in scripts) else None


def ids_of(content: bytes) -> set[str]:
    """The ids of a page of which all attributes stand in double quotation marks."""
    return set(map(_text, _ID.findall(content)))


def parsed(content: bytes) -> Markup:
    """The same of any HTML."""
    from lxml import etree, html  # noqa: PLC0415 - dear, and most pages are ours

    found = Markup()
    try:
        tree = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return found
    for element in tree.iter():
        if isinstance(element.tag, str):
            _take_element(found, element)
    return found


# --- Private ---

_ODD = re.compile(
    rb"<(?:(?:iframe|object|embed|frame|applet|portal|foreignobject|animate|set|use|math|template|xmp|noembed)\b"
    rb"|plaintext|video|audio|source|track|img|image|style[^>]|base (?!target=\"_blank\">)"
    rb"|meta http-equiv=\"(?!content-security-policy\" content=\"[^\"<>]*\">)|meta (?!http-equiv)[^<>]*http-equiv"
    rb"|link(?! rel=\"[a-z ]*\" (?:type=\"[a-z/+]*\" title=\"[^\"<>]*\" )?href=\"(?!(?:https?:)?//)[^\"<>]*\")"
    rb"(?! rel=\"canonical\" href=\"[^\"<>]*\")(?! rel=\"alternate \" [^<>]*>))"
)
"""What our own pages never have, and any element that loads something, or leads on, in a form that is not ours."""

_SHEET, _BEGUN = b"<style", b"<script"
_ELEMENTS = (
    b"<iframe", b"<object", b"<embed", b"<frame", b"<applet", b"<portal", b"<foreignobject", b"<animate", b"<set",
    b"<use", b"<math", b"<template", b"<xmp", b"<noembed", b"<plaintext", b"<video", b"<audio", b"<source", b"<track",
    b"<img", b"<image", _SHEET, b"<base ", b"<meta ", b"<link",
)  # fmt: skip
"""How each form begins that `_ODD` tells."""

_NEVER = (b"formaction", b"xlink:")
_STYLED = b" style="
_QUOTED = b" style=&#34;"

MARKS = (*_ELEMENTS, *_NEVER, _STYLED, _BEGUN)
"""What is looked for in a page, in small letters, before it is glanced at."""

_ON = re.compile(rb"on(?<=[\s\"'/]on)[a-z]+\s*=")
_SCRIPT = re.compile(rb"<script([^>]*)>(.*?)</script>", re.DOTALL)
_HREF = re.compile(rb' href="([^"<>]*)"')
_ANY_HREF = re.compile(rb"href(?<=[\s\"'/]href)\s*=")
_ID = re.compile(rb' id="([^"<>]*)"')
_STYLE = re.compile(rb"<style>([^<]*)</style>")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
_SRC = re.compile(rb'\bsrc="([^"]*)"')
_JSON = re.compile(rb'\btype="application/(?:ld\+)?json"')

_FRAMES = {"iframe", "object", "embed", "frame", "applet", "portal", "frameset"}
_MOVED = {"animate", "animatetransform", "animatemotion", "set"}
_LOADED = {
    ("img", "src"), ("source", "src"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("track", "src"),
    ("input", "src"), ("image", "href"), ("image", "xlink:href"), ("use", "href"), ("use", "xlink:href"),
}  # fmt: skip
_LED = {"href", "xlink:href", "action", "formaction", "cite", "longdesc", "ping", "background"}
_RELATED = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}


def _text(value: bytes, *, is_raw: bool = False) -> str:
    text = value.decode("utf-8", "replace")
    return text if is_raw or "&" not in text else unescape(text)


def _any_in_tag(lowered: bytes, places: Iterable[int]) -> bool:
    """Whether one of these places, ascending, stands between a `<` and its `>`."""
    is_inside, last = False, 0
    for at in places:
        opened, closed = lowered.rfind(b"<", last, at), lowered.rfind(b">", last, at)
        if opened != closed:  # else neither stands between the last place and this one
            is_inside = opened > closed
        if is_inside:
            return True
        last = at
    return False


def _take_script(found: Markup, given: bytes, text: bytes) -> bool:
    """Whether it is a script of a form that ours have."""
    if src := _SRC.search(given):
        found.loads.add(("script", _text(src[1])))
        return not text.strip()
    if _JSON.search(given):
        found.data.append(_text(text, is_raw=True))
        return True
    found.scripts.append(_text(text, is_raw=True))
    return not given


def _take_metas(found: Markup, metas: Iterator[tuple[str, str]]) -> None:
    for name, said in metas:
        if name.lower() == "content-security-policy":
            found.policy = found.policy or said
        elif name.lower() == "refresh":
            found.refreshes.append(said)


def _take_element(found: Markup, element: HtmlElement) -> None:
    tag, attributes = str(element.tag).lower(), {str(k).lower(): str(v) for k, v in element.attrib.items()}
    if tag in _FRAMES or tag in _MOVED or (tag == "base" and attributes != {"target": "_blank"}):
        found.active.append(f"<{tag}>")
    if name := attributes.get("id") or (attributes.get("name") if tag == "a" else None):
        found.ids.add(name)
    if tag == "meta":
        _take_metas(found, iter([(attributes.get("http-equiv", ""), attributes.get("content", ""))]))
    elif tag == "script":
        _take_parsed_script(found, attributes, element.text or "")
    elif tag == "style":
        found.styles.append(element.text or "")
    for name, value in attributes.items():
        _take_attribute(found, (tag, name, value), attributes)


def _take_parsed_script(found: Markup, attributes: dict[str, str], text: str) -> None:
    kind = attributes.get("type", "").strip().lower()
    if "src" in attributes:
        found.loads.add(("script", attributes["src"]))
    elif kind in ("application/json", "application/ld+json"):
        found.data.append(text)
    else:
        found.scripts.append(text)


def _take_attribute(found: Markup, attribute: Attribute, others: dict[str, str]) -> None:
    tag, name, value = attribute
    if name.startswith("on") and len(name) > 2:
        found.active.append(f"the attribute {name} of <{tag}>")
    elif name == "srcdoc":
        found.active.append("the attribute srcdoc")
    elif name == "style":
        found.active.append(f"style:{value}")
    elif (tag, name) in _LOADED:
        found.loads.add((tag, value))
    elif tag == "link" and name == "href":
        is_loaded = bool(_RELATED & set(others.get("rel", "").lower().split()))
        (found.loads.add(("link", value)) if is_loaded else found.hrefs.add(value))
    elif name in _LED:
        found.hrefs.add(value)
