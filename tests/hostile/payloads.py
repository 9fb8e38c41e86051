"""Texts that somebody hopes a browser will run: what a desk may be sent, in every form that we know of."""

from __future__ import annotations

import json
from itertools import product

from tests.acceptance.desk import SHARED
from tests.acceptance.hostile.payloads import OWN, printable

OPENERS = (
    "", '"', "'", '">', "'>", "</title>", "</script>", "</style>", "</textarea>", "--><!--x-->", "]]>", "`", '\\"',
    "&quot;&gt;", "</p></div>", "\u201d>", "%22%3E", "{{", "${", "\u00ad<b>", "</noscript>", "</template>", "<!--",
)  # fmt: skip
"""What closes the place that a text may stand in."""

VECTORS = (
    "<script>window.__pwned=101</script>",
    "<script>\u2028window.__pwned=102\u2028</script>",
    "<scr\u00adipt>window.__pwned=103</scr\u00adipt>",
    "<script/x>window.__pwned=104</script/y>",
    "<img src=x onerror=window.__pwned=105>",
    "<img src=x ONERROR=window.__pwned=106//",
    "<svg/onload=window.__pwned=107>",
    "<svg><animate onbegin=window.__pwned=108 attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:window.__pwned=109><text>x</text></a></svg>",
    "<math href=javascript:window.__pwned=110>x</math>",
    "<body onpageshow=window.__pwned=111>",
    "<details open ontoggle=window.__pwned=112>x",
    "<iframe srcdoc='&lt;script&gt;parent.__pwned=113&lt;/script&gt;'>",
    "<iframe src=javascript:parent.__pwned=114>",
    "<object data=javascript:window.__pwned=115>",
    "<a href=javascript:window.__pwned=116>x</a>",
    "<a href=JaVaScRiPt&colon;window.__pwned=117>x</a>",
    "[x](javascript&colon;window.__pwned=118)",
    "[x](data:text/html,<script>window.__pwned=119</script>)",
    "<input autofocus onfocus=window.__pwned=120>",
    "<marquee onstart=window.__pwned=121>x",
    "<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=window.__pwned=122>x",
    "<meta http-equiv=refresh content=0;url=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<form action=//evil.example/><button autofocus>x</button></form>",
    " onerror=window.__pwned=127 src=x x=",
    " style=background:url(//evil.example/x) x=",
    "<video poster=//evil.example/x.png src=//evil.example/x.mp4 autoplay>",
    "<noscript><p title=</noscript><img/src/onerror=window.__pwned=130>>",
    "<xmp><p title=</xmp><img/src/onerror=window.__pwned=131>>",
    "<svg><style><img/src/onerror=window.__pwned=132></style></svg>",
    "<math><mtext><table><mglyph><style><img src onerror=window.__pwned=133>",
    "<p popover id=x onbeforetoggle=window.__pwned=134>x<button popovertarget=x autofocus>",
    "<custom-x tabindex=0 autofocus onfocusin=window.__pwned=135>x",
    "<a ping=//evil.example/ href=//evil.example/>x</a>",
    "<img srcset=//evil.example/x.png>",
    "<template shadowrootmode=open><img src onerror=window.__pwned=138></template>",
    "<portal src=//evil.example/><frameset onload=window.__pwned=139>",
    "<input type=image src=//evil.example/x.png formaction=javascript:window.__pwned=140>",
    "<track default src=//evil.example/x.vtt oncuechange=window.__pwned=141>",
    "<script type=module>window.__pwned=142</script>",
    '<script type=speculationrules>{"prefetch":[{"urls":["//evil.example/"]}]}</script>',
)


def payloads() -> list[str]:
    """Every payload: our own, each vector after each opener, and those of the corpora where these are at hand."""
    own = [printable(text) for text in OWN]
    grown = [printable(opener + vector) for vector, opener in product(VECTORS, OPENERS)]
    every = dict.fromkeys([*own, *grown, *_of_others()])
    return [text for text in every if 2 <= len(text) <= 400 and "[...]" not in text and _can_be_sought(text)]


# --- Private functions ---


def _of_others() -> list[str]:
    folder = SHARED / "corpora"
    if not folder.is_dir():
        return []
    rows = [
        json.loads(line)["payload"]
        for name in ("hostile_xss/payloads.jsonl", "hostile_dompurify/fixtures.jsonl")
        for line in (folder / name).read_text("utf-8").split("\n")
        if line
    ]
    naughty = json.loads((folder / "hostile_blns" / "blns.json").read_text("utf-8"))
    return [printable(text) for text in [*rows, *naughty]]


def _can_be_sought(text: str) -> bool:
    return not text.isspace() and text == text.strip()
