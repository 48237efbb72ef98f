"""Lists that name some of what is announced, and where a definition speaks of each of several names."""

import pytest

from analysis.decodings.open_lists import clauses_of, find_open_list, stretches_of_names
from tests.decodings.made_lists import NONE


def opened(text, count):
    return "|".join(text[slice(*span)] for span in find_open_list(text, (0, len(text)), count, NONE))


OPEN = {
    ("建设东山、西湖、南岭等，春夏秋冬", 6): "东山|西湖|南岭",
    ("建设东山、西湖和南岭等，春夏秋冬", 6): "东山|西湖|南岭",
    ("建设东山、西湖、南岭等，春夏秋冬", 3): "",
    ("建设东山等，春夏秋冬", 6): "",
    # The list is all of the text, and names nearly so many
    ("东山、西湖、南岭", 6): "东山|西湖|南岭",
    ("东山、西湖、南岭", 7): "",
    ("东山、西湖、南岭、北海、中原、春花", 2): "",
    ("东山、西湖、南岭、北海", 2): "东山|西湖|南岭|北海",
    ("东山、西湖", 3): "",
    ("东山、西湖、南岭，春", 6): "东山|西湖|南岭",
    ("东山、西湖、南岭，春夏秋", 6): "东山|西湖|南岭",
    ("东山、西湖、南岭，春夏秋冬", 6): "",
    # A count must be that announced
    ("东山、西湖等六项，春夏秋冬", 6): "东山|西湖",
    ("东山、西湖等6项，春夏秋冬", 6): "东山|西湖",
    ("东山、西湖等16项，春夏秋冬", 16): "东山|西湖",
    ("东山、西湖等十六项，春夏秋冬", 16): "东山|西湖",
    ("东山、西湖等五项，春夏秋冬", 6): "",
    ("东山、西湖等5项，春夏秋冬", 6): "",
    ("东山五项、西湖、南岭等，春夏秋冬", 6): "东山五项|西湖|南岭",
    ("东山、西湖等五项。南岭、北海等六项。", 6): "南岭|北海",
    # 等 near the end of the clause, not as a part of a word
    ("东山、西湖、南岭等山水画廊春风晓月，春夏秋冬", 6): "东山|西湖|南岭",
    (f"东山、西湖、南岭等{'春' * 13}，春夏秋冬", 6): "",
    ("东山等山、西湖、南岭，春夏秋冬", 6): "",
    **{(f"东山、西湖{word}等学校，春夏秋冬", 6): "" for word in "高中初平均同"},
    # A list that is all of a text must look more like one than a list that says itself that it is open
    ("东山、西湖、南岭白云", 4): "东山|西湖|南岭白云",
    ("东山、西湖、南岭白云红叶", 4): "",
    ("东山、西湖、南岭白云红叶小桥流水等", 4): "东山|西湖|南岭白云红叶小桥流水",
    (f"东山、西湖、南岭白云红叶小桥流水{'人家' * 12}等", 4): "",
    # Of two the better
    ("东山红叶、西湖清泉等。春、花秋月等。", 6): "东山红叶|西湖清泉",
    ("春、花秋月等。东山红叶、西湖清泉等。", 6): "东山红叶|西湖清泉",
    ("东山红叶、西湖清泉等。春花秋月、夏雨冬雪等六项。", 6): "春花秋月|夏雨冬雪",
}


@pytest.mark.parametrize(("text", "count"), OPEN)
def test_a_list_that_names_some_of_what_is_announced(text, count):
    assert opened(text, count) == OPEN[text, count]


STRETCHES = {
    # Each is named where its explanation begins
    ("“三改”指甲、乙、丙；“两清”指丁、戊。", ("三改", "两清")): ["甲、乙、丙", "丁、戊。"],
    ("两清：丁、戊。三改：甲、乙、丙。", ("三改", "两清")): ["甲、乙、丙。", "丁、戊"],
    ("其中三改即甲、乙、丙，其中两清即丁、戊。", ("三改", "两清")): ["甲、乙、丙", "丁、戊。"],
    ("三改行动是指甲、乙、丙\n两清行动是指：丁、戊。", ("三改", "两清")): ["甲、乙、丙", "丁、戊。"],
    ("三改甲、乙、丙；两清丁、戊。", ("三改", "两清")): ["甲、乙、丙", "丁、戊。"],
    ("三改工作的行动是指甲；两清丁、戊。", ("三改", "两清")): ["工作的行动是指甲", "丁、戊。"],
    ("见五年之中三改即甲；两清即丁、戊。", ("三改", "两清")): ["见五年之中三改即甲", "两清即丁、戊"],
    # Each has its list before it
    ("甲、乙、丙“三废”利用，丁、戊、己“三水”同治", ("三废", "三水")): ["甲、乙、丙", "丁、戊、己"],
    ("全部甲、乙、丙三废利用；全部丁、戊、己三水同治", ("三废", "三水")): ["全部甲、乙、丙", "全部丁、戊、己"],
    # As many sentences or clauses as names
    ("甲、乙、丙。丁、戊。", ("三改", "两清")): ["甲、乙、丙", "丁、戊"],
    ("甲、乙、丙\n丁、戊", ("三改", "两清")): ["甲、乙、丙", "丁、戊"],
    ("甲、乙、丙；丁、戊", ("三改", "两清")): ["甲、乙、丙", "丁、戊"],
    ("甲、乙、丙，丁、戊", ("三改", "两清")): ["甲、乙、丙", "丁、戊"],
    ("甲、乙，丙。丁，戊己。", ("三改", "两清")): ["甲、乙，丙", "丁，戊己"],
    ("甲、乙；丙丁，丁戊；戊、己", ("三改", "两清")): ["甲、乙；丙丁，丁戊；戊、己"] * 2,
    ("“1”即甲，“2”即乙", ("三改", "两清")): ["“1”即甲，“2”即乙"] * 2,
    ("“一”即甲，“二”即乙", ("三改", "两清")): ["“一”即甲", "“二”即乙"],
    ("甲、乙、丙", ("三改", "两清")): ["甲、乙、丙"] * 2,
    ("甲；乙", ("三改",)): ["甲；乙"],
    ("甲，乙", ()): [],
}


@pytest.mark.parametrize(("text", "names"), STRETCHES)
def test_where_a_definition_speaks_of_each_name(text, names):
    found = [text[slice(*span)].strip("，") for span in stretches_of_names(text, names)]
    assert [stretch.rstrip("；。\n") for stretch in found] == [
        stretch.rstrip("。") for stretch in STRETCHES[text, names]
    ]


def test_single_characters_are_no_clauses():
    text = "春，东山，，西湖红叶，秋"
    assert [text[slice(*span)] for span in clauses_of(text, (0, len(text)), "，")] == ["东山", "西湖红叶"]
    assert clauses_of(text, (3, 5), "，") == []
