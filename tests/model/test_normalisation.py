"""Lock files name the version of what makes texts comparable: none of it changes unseen."""

from __future__ import annotations

from hashlib import sha256

from generator.model.text import NORMALISATION, canonical, fold_text, tokens

SAMPLES = [
    "\r\n  “About 8,000” soldiers —\u00a0or 18\u202f000 —\u2028have been\u00ad sent…\r\rNot “many”.  ",
    "It cost $5bn (€4.6 billion), up 3.5 % on 2024–25; non-nuclear, mid-2024, ‘rock ’n’ roll’.",
    "He re-signed on 4 March at 10:30; −5 °C, +/-5, ~3, ≥10, 3/4, 5½, 10², No. 5, COVID-19, CO₂.",
    "cafe\u0301 na\u00efve \u1e9b\u0323 \ufb01 \u212b Ö O\u0308 ǆ",
    "约8000名士兵。三万五千人、数千人。ドローンを3千機。ไม่มีใคร 5 คน",
    "L’État n’a rien dit. C’est « vrai ». Sveriges 8 000 kr, 2,5 procent.",
    "\u200fשלום 12%\u200e and 🇸🇪🇳🇴 flags, e\u200dmoji 👩\u200d👧.",
    "tab\tand\x0bvertical\x85next line\u1680ogham\u3000ideographic",
]

KNOWN = {
    "1": "2af6973cb2c513816df98c80070bc6f31e04e20d7df5eada619491cf4f9e663a",
    "2": "34935ad0865391c3d28873bb7493cf1cca247513d42650e22f8bc58f9845b298",
}
"""Each version with the digest of what it makes of the samples. A new one is added; none that is here is changed."""


def digest() -> str:
    """Of what the samples are once they are canonical, folded and cut into tokens."""
    made = sha256()
    for sample in SAMPLES:
        text = canonical(sample).text
        cut = [f"{span.start}-{span.end}" for span in tokens(text)]
        made.update("\0".join([text, fold_text(text), *cut]).encode())
    return made.hexdigest()


def test_the_version_is_raised_with_every_change() -> None:
    """If this fails: raise `NORMALISATION` in `model/text.py`, and add what it makes of the samples to `KNOWN`."""
    assert KNOWN.get(NORMALISATION) == digest()


def test_a_version_is_never_used_for_two_things() -> None:
    assert len(set(KNOWN.values())) == len(KNOWN)
