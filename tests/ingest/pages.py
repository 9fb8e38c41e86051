"""Invented pages, as a browser's “select all” copies them and as they are saved."""

from __future__ import annotations

BODY = [
    "The eastern quay of Tarnhavn was closed to all traffic at noon on Tuesday after a crack "
    "was found in two of its piles, "
    "the harbour master said in a statement.",
    "Divers are to look at the piles before the ferry may land there again, which could take "
    "until the end of the week, "
    "according to the port authority.",
    "About 340 passengers had to be taken to the old pier by bus, and a further 60 were told "
    "to wait for the evening boat.",
    "“We would rather close it a day too early than an hour too late,” the harbour master, "
    "Ruben Achterberg, told reporters. "
    "“Nobody was in danger at any time.”",
    "The quay was built in 1961 and last repaired nine years ago, when the town council "
    "turned down a plan to replace it.",
    "A spokeswoman for the ferry company said that it had learned of the closure from the "
    "radio, and that it would ask for "
    "its costs to be paid.",
]

TITLE = "Quay closed after cracks are found in Tarnhavn"

PASTED = "\n".join(
    [
        *"Skip to content|Menu|Home|Town|Harbour|Sport|Weather|Subscribe|Log in||Home / Harbour|".split("|"),
        TITLE, "", "4 min read", TITLE, "By Ottilie Brandt", "Published: March 3, 2026 at 14:05", "",
        *"Share|Tweet|Email|".split("|"),
        "The eastern quay, seen from the old pier. Photo: Mina Solheim / The Alder Gazette", "",
        *[line for paragraph in BODY[:4] for line in (paragraph, "")],
        "Advertisement", "",
        *[line for paragraph in BODY[4:] for line in (paragraph, "")],
        *"Ottilie Brandt|Harbour reporter".split("|"),
        "Ottilie Brandt is a reporter for The Alder Gazette. She has covered the harbour since 2019.", "",
        *"Read more|Ferry runs late for the third day|Ferry runs late for the third day".split("|"),
        *"Council to vote on bridge toll|Council to vote on bridge toll|".split("|"),
        *"Most read|1|Fog expected all week|2|Library opens on Sundays|".split("|"),
        *"© 2026 The Alder Gazette. All rights reserved.|Privacy Policy|Contact".split("|"),
    ]
)  # fmt: skip

SWEDISH_BODY = [
    "Den östra kajen i Tarnhavn stängdes för all trafik klockan tolv på tisdagen sedan man hade funnit sprickor "
    "i två av pålarna, enligt ett uttalande från hamnchefen.",
    "Dykare ska undersöka pålarna innan färjan får lägga till där igen, och det kan dröja till slutet av veckan, "
    "uppger hamnmyndigheten.",
    "Omkring 340 passagerare fick åka buss till den gamla piren, och ytterligare 60 blev ombedda att vänta på "
    "kvällsbåten.",
    "Kajen byggdes 1961 och reparerades senast för nio år sedan, då kommunen sade nej till att bygga en ny.",
]
SWEDISH = "\n".join(
    [
        *"Meny|Logga in|Nyheter|Sport|Kultur||Kajen i Tarnhavn stängs efter sprickor||Av Greta Lindqvist".split(
            "|"
        ),
        *"Publicerad 3 mars 2026||Dela|".split("|"),
        *[line for paragraph in SWEDISH_BODY for line in (paragraph, "")],
        *"Läs mer|Färjan är sen för tredje dagen|Dimma väntas hela veckan||© 2026 Tarnhavns Nyheter".split(
            "|"
        ),
        *"Kakor|Kontakt".split("|"),
    ]
)

HTML = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} | The Alder Gazette</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="The Alder Gazette">
<link rel="canonical" href="https://aldergazette.example/harbour/quay-closed">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "{TITLE}", "datePublished": "2026-03-03T14:05:00+01:00",
"author": {{"@type": "Person", "name": "Ottilie Brandt"}}}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li></ul></nav>
<main><article><h1>{TITLE}</h1>
<figure><img src="quay.jpg"><figcaption>The quay. Photo: Mina Solheim</figcaption></figure>
<p>{BODY[0]}</p><p>{BODY[1]}</p><h2>Buses to the old pier</h2><p>{BODY[2]}</p><p>{BODY[3]}</p>
<aside><a href="/late">Ferry runs late for the third day</a></aside><p>{BODY[4]}</p><p>{BODY[5]}</p></article></main>
<footer><p>© 2026 The Alder Gazette. <a href="/privacy">Privacy</a></p></footer></body></html>
"""
