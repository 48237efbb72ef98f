import random

from hypothesis import given
from hypothesis import strategies as st

from analysis.archive.likeness import find_copies, sentence_sketch, sketch_resemblance
from tests.made_reports import report

SENTENCE = st.text(alphabet="一丁七万丈三上下不与丑专且世丘丙业丛东丝", min_size=16, max_size=30)


def test_a_copy_with_other_marks_has_the_same_sketch():
    text = report("滨州市", 2023, 7, 6)
    assert sentence_sketch(text) == sentence_sketch(text.replace("，", " , ").replace("2023", "２０２３"))


@given(st.lists(SENTENCE, min_size=1, max_size=60, unique=True))
def test_a_text_resembles_itself_and_its_reverse(sentences):
    one, other = ("。".join(part) for part in (sentences, sentences[::-1]))
    assert sketch_resemblance(sentence_sketch(one), sentence_sketch(other)) == 1


@given(st.integers(0, 10_000), st.integers(0, 100))
def test_the_estimate_is_near_the_true_share(seed, common):
    draw = random.Random(seed)  # noqa: S311
    sentences = ["".join(draw.choices("一丁七万丈三上下不与丑专且世丘丙", k=20)) for _ in range(200)]
    first, second = sentences[:100], sentences[100 - common : 200 - common]
    share = common / (200 - common)
    estimate = sketch_resemblance(sentence_sketch("。".join(first)), sentence_sketch("。".join(second)))
    assert abs(estimate - share) < 0.5  # more than five standard errors
    assert common or estimate == 0


def test_only_copies_are_found():
    texts = {
        "one": report("滨州市", 2023, 7, 6),
        "other": report("青岛市", 2023, 7, 6),
        "copy": report("滨州市", 2023, 7, 6) + "\n来源：滨州日报",
        "short": "短文。",
    }
    found = list(find_copies({name: sentence_sketch(text) for name, text in texts.items()}))
    assert [pair[:2] for pair in found] == [("copy", "one")]
