"""How articles say who told them, as regular expressions over one sentence."""

from __future__ import annotations

import re

NP = r"[^;:\"]{1,120}?"
BY = re.compile(
    r"(?:\b(?:seen|obtained|reviewed|read|received|published|viewed|verified|cited|quoted)\s+by|"
    r"\bsent to|\bgiven to)\s+"
    r"(?P<by>(?:the |Japan's |Germany's )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)
DOCUMENT = re.compile(
    r"^(?:the |an? |its |their |new |official |preliminary |first |own |internal |company "
    r")*(?:figures|data|report|statement|"
    r"memo|survey|study|documents?|numbers|statistics|estimates?|records|accounts?|poll|exit poll|"
    r"analysis|letter|note|"
    r"filing|count|calculations?|information|projections?)\s+"
    r"(?:(?:that|which)\s+(?P<whose>.{2,60}?)\s+(?:published|released|issued|presented|gave|put|made|collected)\b"
    r"|(?:published|released|issued|presented|collected|compiled|prepared|provided|made|from|by|"
    r"of)(?: (?:by|from))?(?: on \w+day by)?\s+(?P<of>.+))",
    re.IGNORECASE,
)
PAPER = (
    r"(?:the |an? )?(?:\w+ ){0,3}(?:memo|document|report|email|e-mail|letter|draft|filing|copy|statement)s?\b"
)
OWNED = re.compile(
    r"^(?P<whose>.+?)(?:'s|s)(?: own| egen| egna)? (?:accounts|figures|data|records|count|numbers|"
    r"statistics|report|website|räkning|"
    r"siffror|rapport|statistik|uppgifter)$",
    re.IGNORECASE,
)
TIME = (
    r"(?:,?\s+(?:late |early )?(?:on|in|at|during|by)\s+(?:[A-Z]\w+day(?: \w+)?|[A-Z][a-z]{2,8}\.? "
    r"\d{1,2}(?:, \d{4})?|\d{1,2} [A-Z]\w+|"
    r"an? [^,;:]{3,50}?(?=,| that\b|:)|the capital|\w+dagen)|\s+(?:yesterday|today|i går|i dag|later|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?))*"
)
POLL = (
    r"(?:an?|the|one|another)? ?(?:[\w-]+ ){0,2}(?:poll|survey|study|report|analysis|census|"
    r"inquiry)s? (?:by|from|for) "
    r"(?P<by>(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*) (?:has |had |also )*(?P<verb>put|puts|found|"
    r"finds|showed|shows|suggested|suggests|"
    r"estimated|estimates|gave|gives|counted)\b"
)
OF_BEFORE = (
    r"(?:Det|Detta) (?:säger|uppger|skriver|meddelar|berättar|rapporterar) (?P<np>.+?)(?: (?:till|för) "
    r"(?P<to>[^,]+?))?\.?\s*$"
)
"""A sentence that says of the one before it who told it."""

SO = (
    r"(?:(?P<np>[^;:\"]{2,110}?),? (?:(?:said|reported|says|reports|announced|told "
    r"(?P<to>[A-Z][^.,]+?)) so\b|(?:has|had|got) (?:this|that|it|"
    r"the news) from (?P<origin>[^.,;]+))).*$"
)
REST = re.compile(
    r"^\s*[\"']?[.!?]?[\"']?\s*$|^\s+(?:late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"^,?\s*(?:on|in|at|late|early|after|to|during|by|of|this|last|yesterday|today|when|as|for|without|from|"
    r"who|earlier|through|via|citing|quoting|referring|has|had|till|i|på|under|efter|som|med|med hänvisning|och)\b"
    r"|^,\s*\d+|^\s*,\s",
    re.IGNORECASE,
)
NAME_ALONE = re.compile(r"[\"']?\s*[A-ZÅÄÖ][\w'’-]+(?: [A-ZÅÄÖ][\w'’-]+){1,2}")
"""A name and nothing else, as it stands before “, chief physician at …, told X”."""
