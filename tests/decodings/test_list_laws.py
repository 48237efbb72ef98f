"""Laws of every list that is found in a definition, whatever its text."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from analysis.closure.edges import is_balanced, lead_cuts, oddness, shared_beginning, trimmed
from analysis.decodings.endings import close_cuts
from analysis.decodings.listings import ORDINALS, find_list
from analysis.decodings.open_lists import clauses_of, find_open_list, stretches_of_names
from tests.decodings.made_lists import NONE, named

WORDS = [
    *("东山", "西湖清泉", "南岭", "改路", "改水", "100个项目", "一张表", "社会和谐", "普及", "建设港口", "“三馆”"),
    *("《条例》", "（甲、乙）", "等三项", "即", "推进", "的", "以", "为主线", "农村"),
]
MARKS = ["、", "，", "；", "。", "和", "以及", "：", "", "\n", "一是", "；二是", "；三是"]
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), min_size=1, max_size=9).map(
    lambda parts: "".join(itertools.chain(*parts))
)
NAMES = st.sampled_from(
    [NONE, named("三改", None, "改"), named("三个100", None, "100"), named("三个建设", None, "建设")]
)
COUNTS = st.integers(2, 5)


@given(TEXTS, COUNTS, NAMES)
def test_a_list_has_so_many_members_one_behind_the_other_in_the_stretch(text, count, name):
    found = find_list(text, 0, len(text), count, name)
    if found:
        _, _, members = found
        assert len(members) == count
        assert all(low < high for low, high in members)
        assert all(high <= low for (_, high), (low, _) in itertools.pairwise(members))
        assert members[0][0] >= 0
        assert members[-1][1] <= len(text)
        assert len({text[low:high] for low, high in members}) == count


@given(TEXTS, COUNTS, NAMES)
def test_a_list_is_the_same_behind_whatever_sentence(text, count, name):
    found = [
        find_list(f"{before}{text}", len(before), len(before) + len(text), count, name)
        for before in ("春。", "甲乙丙丁。")
    ]
    assert (found[0] is None) is (found[1] is None)
    if found[0] and found[1]:
        assert found[0][:2] == found[1][:2]
        assert [(low + 3, high + 3) for low, high in found[0][2]] == found[1][2]


@given(TEXTS, COUNTS, NAMES)
def test_what_stands_behind_the_stretch_is_not_read(text, count, name):
    one, other = (find_list(f"{text}{more}", 0, len(text), count, name) for more in ("。东山、西湖、南岭", "。"))
    assert one == other


@given(TEXTS, COUNTS, NAMES)
def test_an_open_list_is_in_its_stretch(text, count, name):
    members = find_open_list(text, (0, len(text)), count, name)
    assert all(0 <= low < high <= len(text) for low, high in members)
    assert not members or len(members) >= 2


@given(TEXTS, st.sampled_from(["、", "，,；;。\n", "。\n"]))
def test_clauses_are_parts_of_the_text_in_order(text, marks):
    found = clauses_of(text, (0, len(text)), marks)
    assert all(high - low > 1 for low, high in found)
    assert all(high <= low for (_, high), (low, _) in itertools.pairwise(found))


@given(TEXTS, st.lists(st.sampled_from(["三改", "两清", "东山"]), max_size=3, unique=True))
def test_each_name_has_a_stretch(text, names):
    assert len(stretches_of_names(text, names)) == len(names)


@given(TEXTS, TEXTS, NAMES)
def test_a_first_and_a_last_member_may_stay_whole_and_are_cut_within(first, other, name):
    text = f"{first}、{other}"
    one, two = (0, len(first)), (len(first) + 1, len(text))
    leads = lead_cuts(text, one, [two], name)
    closes = close_cuts(text, two, [one], name)
    assert one in [span for _, span in leads]
    assert two in [span for _, span in closes]
    assert all(end == one[1] and start < end for _, (start, end) in leads)
    assert all(start == two[0] and start < end <= two[1] for _, (start, end) in closes)
    assert len({span for _, span in leads}) == len(leads)
    assert len({span for _, span in closes}) == len(closes)


@given(TEXTS)
def test_what_is_trimmed_is_trimmed_once_for_all(text):
    start, end = trimmed(text, 0, len(text))
    assert trimmed(text, start, end) == (start, end)
    assert is_balanced(text, 0, len(text)) is is_balanced(f"“{text}”", 0, len(text) + 2)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_all_words_begin_with_what_they_share(words):
    shared = shared_beginning(words)
    assert all(word.startswith(shared) for word in words)
    assert len({word[: len(shared) + 1] for word in words}) > 1 or shared in words


@given(st.lists(st.sampled_from(["东山", "西湖清泉", "南岭白云路"]), min_size=1, max_size=4), st.booleans())
def test_a_length_is_odder_the_farther_it_is_from_those_of_the_others(others, is_pair):
    sizes = sorted({len(other) for other in others})
    longer = [oddness(size, others, is_pair=is_pair) for size in range(sizes[-1], 30)]
    shorter = [oddness(size, others, is_pair=is_pair) for size in range(sizes[0], -1, -1)]
    assert longer == sorted(longer)
    assert shorter == sorted(shorter)
    assert longer[0] == shorter[0] == 0 < longer[-1]


def test_numbers_are_a_form_of_their_own():
    text = "一是东山，二是西湖"
    assert find_list(text, 0, len(text), 2, NONE)[1] == ORDINALS
