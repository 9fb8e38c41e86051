"""Any passage of any text is found where it stands, however it is typed, and never with a token cut."""

from __future__ import annotations

import json

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model.fold import fold
from generator.model.text import canonical, contains, matches, tokens
from tests.anchor.written import anchored

LEXICON = """the soldiers said 8,000 18,000 8 000 5% $5bn non-nuclear mid-2024 Ukraine's “yes” (no) rose 3.5 -3 10–20
    left — – … U.S. 5 % likely unlikely naïve 兵士 3千 ไทย don’t‘a’ sol\u00addiers x\u0302 ½ 10:30"""
WORDS = st.sampled_from(LEXICON.split())
TEXTS = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", " ", "\u00a0", "\n", "  ", ", ", ". ", "\n\n"])), min_size=1
)
RETYPED = {
    "'": "'‘’‚‛", '"': '"“”„', "-": "-\u2010\u2011\u2012–—―−", " ": [" ", "\u00a0", "\n", "  ", "\u202f", " \u00ad "],
}  # fmt: skip


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    """A canonical text and the ends of a slice of whole tokens that has a letter or a digit."""
    text = canonical("".join(word + gap for word, gap in draw(TEXTS))).text
    spans = tokens(text)
    assume(spans)
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, min(len(spans) - 1, first + 12)))
    start, end = spans[first].start, spans[last].end
    assume(any(c.isalnum() for c in text[start:end]))
    return text, start, end


def retype(draw: st.DrawFn, text: str) -> str:
    """`text` with other quotation marks, dashes and white space, and soft hyphens within words."""
    typed = [draw(st.sampled_from(list(RETYPED[c]))) if c in RETYPED else c for c in fold(text).text]
    soft = draw(st.sets(st.integers(1, len(typed)), max_size=3))
    return "".join(c + ("\u00ad" if at in soft else "") for at, c in enumerate(typed, 1))


@given(passages(), st.data())
def test_a_slice_of_whole_tokens_is_found_at_exactly_its_span(
    passage: tuple[str, int, int], data: st.DataObject
) -> None:
    text, start, end = passage
    typed = retype(data.draw, text[start:end])
    whole = canonical(text)
    sought = canonical(typed).folded.text
    spans = [whole.folded.span(at, at + len(sought)) for at in matches(whole.folded, sought)]
    assert (start, end) in [(span.start, span.end) for span in spans]
    assert contains(whole, typed)


@given(passages(), st.data())
def test_a_slice_that_cuts_a_token_is_never_found_there(
    passage: tuple[str, int, int], data: st.DataObject
) -> None:
    text, start, _ = passage
    whole = canonical(text)
    token = next(span for span in tokens(text) if span.start == start)
    cut = data.draw(st.integers(token.start + 1, max(token.start + 1, token.end - 1)))
    assume(token.start < cut < token.end)
    assume(fold(text[cut]).text.strip() and fold(text[cut - 1]).text.strip())
    for piece in (text[token.start : cut], text[cut : token.end]):
        sought = canonical(piece).folded.text
        found = [whole.folded.span(at, at + len(sought)) for at in matches(whole.folded, sought)]
        assert all((span.start, span.end) not in [(token.start, cut), (cut, token.end)] for span in found)


@settings(max_examples=40)
@given(passages())
def test_an_anchored_quote_is_the_quote(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    assume("[" not in text and not text.startswith("-"))
    found, problems = anchored(json.dumps(text[start:end]), text)
    assert found == [text[start:end]] or [problem.code for problem in problems] == ["quote-ambiguous"]
