"""What the keys of an article and of a party mean."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.brief import Entry, FrontMatter, Party
from generator.model.meanings.meaning import Meaning

KEYS: Mapping[type[Entry], Mapping[str, Meaning]] = {
    FrontMatter: {
        "outlet": Meaning("The id of the party that published it, from `parties.yml`.", ("reuters",), "$1"),
        "title": Meaning("The headline, word for word.", ("Ferry runs aground, dozens hurt",), "$1"),
        "author": Meaning("The byline: a name or a list.", ("Ada Berg", ["Ada Berg", "Jo Lind"])),
        "published": Meaning("When it was published (EDTF).", ("2025-02-12",)),
        "updated": Meaning("When it last changed.", ("2025-02-13",)),
        "accessed": Meaning("When its text was taken.", ("2025-02-14",)),
        "url": Meaning("Where it was published.", ("https://example.org/ferry",)),
        "archive_url": Meaning("Where a copy of it is kept.", ("https://archive.example.org/ferry",)),
        "language": Meaning("The language of its text (BCP 47); the brief's unless said.", ("sv",)),
        "rendition": Meaning(
            "How the text relates to what was published; `verbatim` unless said.",
            ("translation",),
            "${1|verbatim,translation,adaptation,paraphrase|}",
        ),
        "based_on": Meaning(
            "Whose text it was before: an id, words that describe, or a list.",
            ("kyodo", ["kyodo", "tass"]),
        ),
        "rights": Meaning(
            "What of it may be published: all, the annotated sentences (unless said), or the quotes only.",
            ("full",),
            "${1|full,excerpts,none|}",
        ),
        "text": Meaning(
            "`withheld` where the text may not be in the repository: quotations are checked against the lock.",
            ("withheld",),
        ),
        "aliases": Meaning(
            "Ids that the article had before; its old addresses lead here.", (["wire"],), ["$1"]
        ),
    },
    Party: {
        "name": Meaning("The name as readers know it.", ("Reuters",), "$1"),
        "full_name": Meaning("The name in full.", ("Japan Broadcasting Corporation",)),
        "kind": Meaning(
            "What it is.",
            ("agency",),
            "${1|newspaper,broadcaster,agency,government,organisation,person|}",
        ),
        "country": Meaning("Where it is at home (ISO 3166-1, two capital letters).", ("SE",)),
        "role": Meaning("A person's office or role.", ("harbour master",)),
        "url": Meaning("Its own site.", ("https://example.org/",)),
        "part_of": Meaning(
            "The id of the party that it belongs to: the two are not independent of each other.", ("nhk",)
        ),
        "aliases": Meaning("Other names that it goes by.", (["Nippon Hoso Kyokai"],), ["$1"]),
    },
}
