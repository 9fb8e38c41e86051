"""The style of embedded pages is small, allowed by its own digest, and in the colours of the brief's page."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256

import pytest

from generator import theme
from generator.render.embed_style import policy, style

KINDS = ("brief", "claim")
LOOK = (theme.FOLDER / "assets/briefs/briefs.css").read_text("utf-8")
COLOUR = re.compile(r"#[0-9a-f]{3,6}\b")


def colours(css: str, selector: str) -> dict[str, str]:
    """The colours that a rule of the brief's page defines, by name."""
    rule = css[css.index(selector) :]
    return dict(re.findall(r"--b-([\w-]+): (#[0-9a-f]+);", rule[: rule.index("}")]))


def embedded(css: str) -> dict[str, str]:
    """The colours of an embedded page, by the same names: statuses and sources have them where they are named."""
    found = dict(re.findall(r"--b-([\w-]+):(#[0-9a-f]+)[;}]", css))
    found |= dict(re.findall(r'\[class\$="--([\w-]+)"\][^{]*\{--b-status:(#[0-9a-f]+)', css))
    found |= dict(re.findall(r"\.b-source-(\d)\{--b-source:(#[0-9a-f]+)", css))
    return {name: colour for name, colour in found.items() if name not in ("status", "source")}


def schemes(of: str) -> tuple[str, str]:
    """What stands within the dark media queries, and all the rest."""
    dark = re.findall(r"@media \(prefers-color-scheme:dark\)\{((?:[^{}]*\{[^{}]*\})*)\}", style(of))
    light = style(of)
    for part in dark:
        light = light.replace(part, "")
    return light, "".join(dark)


@pytest.mark.parametrize("of", KINDS)
def test_the_policy_allows_this_style_and_nothing_else(of: str) -> None:
    digest = re.search(r"style-src 'sha256-([^']+)'", policy(of))
    assert digest
    assert b64decode(digest[1]) == sha256(style(of).encode("utf-8")).digest()
    assert policy(of).startswith("default-src 'none'; ")
    assert "unsafe" not in policy(of)


@pytest.mark.parametrize("of", KINDS)
def test_a_style_is_small_and_asks_for_nothing(of: str) -> None:
    assert len(style(of).encode("utf-8")) < 5000
    assert not re.search(r"url\(|@import|@font-face|<|/\*", style(of))
    assert style(of).count("{") == style(of).count("}")


def test_the_colours_are_those_of_the_briefs_page() -> None:
    for number, selector in enumerate(
        ('[data-md-color-scheme="default"] {', '[data-md-color-scheme="slate"] {')
    ):
        known = colours(LOOK, selector)
        for of in KINDS:
            own = embedded(schemes(of)[number])
            assert own == {name: known[name] for name in own}
            assert len(own) == (11 if of == "brief" else 19)
            assert len(COLOUR.findall(schemes(of)[number])) == len(own)
