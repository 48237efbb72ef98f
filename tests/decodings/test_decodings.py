"""Members of slogans that a glossary explains, by the form in which it lists them."""

import pytest

from analysis.decodings import decode_term, decodings_of
from analysis.language import load_lexicon
from analysis.texts import make_reading

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 30


def decoded(term, definition):
    return [
        (slogan.quote, [definition[start:end] for start, end in spans])
        for slogan, spans, _ in decode_term(term, definition)
    ]


EXAMPLES = {
    # One list: marks, conjunctions, what leads to it and what closes it
    ("三馆", "图书馆、文化馆和科技馆。"): ["图书馆", "文化馆", "科技馆"],
    ("三馆", "图书馆、文化馆和美术馆。"): ["图书馆", "文化馆", "美术馆"],
    ("“三馆”", "指图书馆、文化馆、美术馆等三类场馆。"): ["图书馆", "文化馆", "美术馆"],
    ("“三大工程”", "即蓝天工程；碧水工程；净土工程。"): ["蓝天工程", "碧水工程", "净土工程"],
    ("“四苦”精神", "校长苦管、教师苦教、学生苦学、家长苦供的精神。"): ["校长苦管", "教师苦教", "学生苦学", "家长苦供"],
    ("四方责任", "属地、部门、单位、个人责任。"): ["属地", "部门", "单位", "个人"],
    ("“双减”", "减轻学生过重作业负担和校外培训负担。"): ["学生过重作业负担", "校外培训负担"],
    ("城市双修", "生态修复、城市修补，是治理城市病的有效手段。"): ["生态修复", "城市修补"],
    ("两个枢纽", "西部陆海新通道国际航运枢纽和面向太平洋、印度洋的航空区域门户枢纽。"): [
        "西部陆海新通道国际航运枢纽",
        "面向太平洋、印度洋的航空区域门户枢纽",
    ],
    ("“三个一”", "指海关与检验部门合作实行“一次申报，一次查验，一次放行”的模式。"): [
        "一次申报",
        "一次查验",
        "一次放行",
    ],
    ("三网融合", "电信网、广电网、互联网实现互联互通、资源共享。"): ["电信网", "广电网", "互联网"],
    ("三社融合", "“基层供销社+村集体组织+农民合作社”的新模式。"): ["基层供销社", "村集体组织", "农民合作社"],
    ("五个100", "着力抓好100个产业项目、100个创新项目和100个产品，引进100个企业和100个人才。"): [
        *("100个产业项目", "100个创新项目", "100个产品", "100个企业", "100个人才")
    ],
    ("四水四定", "即以水定城、以水定地、以水定人、以水定产。"): ["以水定城", "以水定地", "以水定人", "以水定产"],
    # Numbered lists and clauses with more behind them
    ("“三项机制”", "一是会商机制，每月开会；二是督办机制，每周检查；三是考核机制，每年评比。"): [
        "会商机制",
        "督办机制",
        "考核机制",
    ],
    ("三道防线", "第一道防线，由卫星预警；第二道防线，由雨量站预警；第三道防线，由水文站预警。"): [
        *("由卫星预警", "由雨量站预警", "由水文站预警")
    ],
    ("两新一重", "新型基础设施建设，新型城镇化建设，交通、水利等重大工程建设。"): [
        *("新型基础设施建设", "新型城镇化建设", "交通、水利等重大工程建设")
    ],
    # Parts with explanations
    ("“1+2”政策体系", "“1”指《甲意见》；“2”指《乙办法》《丙办法》。"): ["《甲意见》", "《乙办法》", "《丙办法》"],
    ("“一港两带”", "“一港”指东海港；“两带”指滨海带、沿江带。"): ["东海港", "滨海带", "沿江带"],
    ("一港两带", "一港，东海港；两带，滨海带、沿江带。"): ["东海港", "滨海带", "沿江带"],
    ("“一轴两区多中心”", "“一轴”指沿江轴；“两区”指东城、西城；“多中心”指剑东、剑西等城镇。"): [
        "沿江轴",
        "东城",
        "西城",
    ],
    ("“一规划两纲要”", "一规划是指国家、省、市的法治规划；两纲要是指法治政府纲要、法治社会纲要。"): [
        *("国家、省、市的法治规划", "法治政府纲要", "法治社会纲要")
    ],
    ("“二标四实”", "“二标”指标准作业图、标准地址库；“四实”指实有人口、实有房屋、实有单位、实有设施。"): [
        *("标准作业图", "标准地址库", "实有人口", "实有房屋", "实有单位", "实有设施")
    ],
    # Parts that share a text
    ("“三区三线”", "农业空间、生态空间、城镇空间三种空间，以及基本农田线、生态红线、城镇边界三条控制线。"): [
        *("农业空间", "生态空间", "城镇空间", "基本农田线", "生态红线", "城镇边界")
    ],
    ("“2+1”商圈", "建设东圈、西圈等2个大商圈，培育南圈等1个小商圈。"): ["东圈", "西圈", "南圈"],
    ("双随机一公开", "随机抽取检查对象，随机选派执法人员，抽查结果及时公开。"): [
        "随机抽取检查对象",
        "随机选派执法人员",
        "抽查结果及时公开",
    ],
    ("五大领域和三大产业", "指新材料、新能源、新医药、新信息、新装备等五大领域，钢铁、石化、建材等三大产业。"): [
        *("新材料", "新能源", "新医药", "新信息", "新装备", "钢铁", "石化", "建材")
    ],
    # What stands beside the first and the last member
    ("“双减”政策", "减轻义务教育阶段学生作业负担和校外培训负担。"): ["作业负担", "校外培训负担"],
    ("“三保障”", "保障其义务教育、基本医疗和住房安全。"): ["义务教育", "基本医疗", "住房安全"],
    ("“四医联动”改革", "医药、医保、医疗、医养同步联动改革。"): ["医药", "医保", "医疗", "医养"],
    ("农村“三治”", "推进自治、法治、德治“三治融合”。"): ["自治", "法治", "德治"],
    ("三证合一", "由工商部门核发营业执照、质监部门核发组织机构代码证、税务部门核发税务登记证。"): [
        *("营业执照", "组织机构代码证", "税务登记证")
    ],
    ("“三社联动”", "以社区为平台、社会组织为载体、社会工作者为支撑的机制。"): ["社区", "社会组织", "社会工作者"],
    ("六大创业行动", "毕业生、复退军人、农村能人、就业困难人员、民营企业家和科技带头人创业。"): [
        *("毕业生", "复退军人", "农村能人", "就业困难人员", "民营企业家", "科技带头人")
    ],
    ("五个必须", "必须甲乙、必须丙丁、必须戊己、必须庚辛、必须壬癸。"): [
        *("必须甲乙", "必须丙丁", "必须戊己", "必须庚辛", "必须壬癸")
    ],
    ("八个聚力", "要聚力甲，要聚力乙，要聚力丙，要聚力丁，要聚力戊，要聚力己，要聚力庚，要聚力辛。"): [
        *("聚力甲", "聚力乙", "聚力丙", "聚力丁", "聚力戊", "聚力己", "聚力庚", "聚力辛")
    ],
    ("“六大行动”", "就业促进行动、提振内需行动、补链行动、项目促建行动、稳外贸行动、“米袋子”“菜篮子”强基行动。"): [
        *("就业促进行动", "提振内需行动", "补链行动", "项目促建行动", "稳外贸行动", "“米袋子”“菜篮子”强基行动")
    ],
    # Clauses that hold or end with the word counted
    (
        "四个不摘",
        "书记保持稳定，做到摘帽不摘责任；政策继续执行，做到摘帽不摘政策；队伍不能撤，做到摘帽不摘帮扶；把返贫放在心上，做到摘帽不摘监管。",
    ): [*("摘帽不摘责任", "摘帽不摘政策", "摘帽不摘帮扶", "摘帽不摘监管")],
    ("三个表率", "坚持群众路线，带头做为民的表率；坚持求真务实，带头做担当的表率；坚持从严治党，带头做治党的表率。"): [
        *("坚持群众路线，带头做为民的表率", "坚持求真务实，带头做担当的表率", "坚持从严治党，带头做治党的表率")
    ],
    ("一岗双责", "既要抓好分管的业务工作，又要抓好分管部门的廉政建设。"): [
        "抓好分管的业务工作",
        "抓好分管部门的廉政建设",
    ],
    # Without marks, and in turn
    ("“双普”", "学前教育普及普惠。"): ["普及", "普惠"],
    ("三无", "无生活来源、无劳动能力又无抚养人。"): ["无生活来源", "无劳动能力", "无抚养人"],
    ("四查四问", "查作风、问初心；查责任、问担当；查漏洞、问短板；查落实、问成效。"): [
        *("查作风", "问初心", "查责任", "问担当", "查漏洞", "问短板", "查落实", "问成效")
    ],
    # Round numbers
    ("“双百·双千”工程", "引进高层次人才100名、培养领军人才100名，聚集高端人才1000名、发展实用人才1000名。"): [
        *("引进高层次人才100名", "培养领军人才100名", "聚集高端人才1000名", "发展实用人才1000名")
    ],
    ("三个100公里", "东部100公里产业带、北部100公里产业带、南部100公里产业带。"): [
        *("东部100公里产业带", "北部100公里产业带", "南部100公里产业带")
    ],
    # Letters, ones explained together, one thing with a frame
    ("“5+N”产业", "指链主企业、公共平台、中介机构、产业基金、领军人才，以及N个特色产业。"): [
        *("链主企业", "公共平台", "中介机构", "产业基金", "领军人才")
    ],
    ("“1+1+2”空间布局", "两个“1”分别指主城区和副中心，“2”包括东组团、西组团。"): [
        "主城区",
        "副中心",
        "东组团",
        "西组团",
    ],
    ("“一城两带”", "“一城”指以老城区为中心；“两带”指滨海带、沿江带。"): ["老城区", "滨海带", "沿江带"],
    # The next entry stands in the same paragraph
    ("四不两直", "不发通知、不打招呼、不听汇报、不用陪同接待、直奔基层、直插现场。“一芯三区”布局：甲、乙、丙、丁。"): [
        *("不发通知", "不打招呼", "不听汇报", "不用陪同接待", "直奔基层", "直插现场")
    ],
    # Nothing is listed
    ("“六个清单”", "详见市政府文件。"): [],
    ("千万工程", "即千村示范、万村整治工程。"): [],
    ("15分钟生活圈", "步行15分钟内有购物、教育、医疗等设施。"): [],
    ("“9064”养老服务", "居家养老占90%，社区养老占6%，机构养老占4%。"): [],
}
ANNOUNCED = {
    ("“1+2”体系", "“1”即总方案，“2”即甲方案、乙方案。"): 3,
    ("“1+2+N”体系", "“1”即总方案，“2”即甲方案、乙方案，“N”即若干实施细则。"): None,
    ("“一轴两区多中心”", "“一轴”指沿江轴；“两区”指东城、西城；“多中心”指剑东、剑西等城镇。"): None,
    ("一场两港四站", "“一场”即黄花机场，“两港”即霞凝港、铜官港，“四站”即北站、南站、东站、西站。"): 7,
    ("四水四定", "即以水定城、以水定地、以水定人、以水定产。"): 4,
    ("三区合一", "甲区、乙区、丙区实行一体化运行。"): 3,
    ("“9064”养老服务", "居家养老占90%，社区养老占6%，机构养老占4%。"): None,
    ("千万工程", "即千村示范、万村整治工程。"): None,
    ("“双百·双千”工程", "见名词解释8。"): 4,
    ("“双十”行动", "见名词解释8。"): 2,
    ("六多合一", "多证合一、多规合一、多介合一、多评合一、多审合一、多测合一。"): 6,
    ("一照一码", "指商事制度改革。"): 2,
    ("一县一业", "每个县发展一个产业。"): None,
    ("退二进三", "引导工业退出中心城区，引导服务业进入。"): None,
    ("二十字总要求", "产业兴旺、生态宜居。"): None,
    ("三大一强", "大保护、大治理、大修复，强化理念。"): 4,
    ("金融20条", "市政府出台的20条措施。"): 20,
}


@pytest.mark.parametrize(("term", "definition"), EXAMPLES)
def test_members_of_a_slogan(term, definition):
    assert [members for _, members in decoded(term, definition)] == [EXAMPLES[term, definition]]


@pytest.mark.parametrize(("term", "definition"), ANNOUNCED)
def test_announced_number_of_a_slogan(term, definition):
    ((slogan, _, _),) = decode_term(term, definition)
    assert slogan.announced == ANNOUNCED[term, definition]


@pytest.mark.parametrize("entry", load_lexicon("definitions"))
def test_words_of_the_lexicon_prove_themselves(entry):
    fields = load_lexicon("definitions")[entry]
    assert set(fields) == {"means", "words", "matches", "rejects"}
    for example in (*fields["matches"], *fields["rejects"]):
        told, members = example.split(" -> ")
        assert [found for _, found in decoded(*told.split("："))] == [members.split("、")]


def test_two_slogans_of_one_term_have_a_clause_each():
    found = decoded("“三落实”“三精准”", "工作落实、政策落实、责任落实，识别精准、帮扶精准、退出精准。")
    assert [members for _, members in found][-1] == ["识别精准", "帮扶精准", "退出精准"]


def test_names_that_are_made_one_stand_alone():
    found = decode_term("三证合一、一照一码", "将营业执照、组织机构代码证、税务登记证改为一个证。")
    assert [(slogan.quote, slogan.announced) for slogan, _, _ in found] == [("三证合一", 3), ("一照一码", 2)]


def test_a_term_that_reports_a_number_is_no_slogan():
    assert decode_term("国家森林公园2个", "甲森林公园、乙森林公园。") == []
    assert decode_term("2镇3村入围全国名单", "甲镇、乙镇。") == []


def test_each_of_several_names_has_the_list_before_it():
    found = decoded("“三水”同治、“三园”同建", "粪污、洗涤污水、厨房污水“三水”同治，菜园、花园、果园“三园”同建。")
    assert [members for _, members in found] == [["粪污", "洗涤污水", "厨房污水"], ["菜园", "花园", "果园"]]


def test_a_formula_announces_the_sum_of_its_digits():
    ((slogan, spans, _),) = decode_term("“1+2”体系", "“1”即总方案，“2”即甲方案、乙方案。")
    assert (slogan.type, slogan.digits, slogan.announced, len(spans)) == ("formula", (1, 2), 3, 3)


def test_a_row_leads_to_the_characters_of_the_file():
    raw = f"{BODY}名词解释\n１．“三馆”：图书馆、\n文化馆、美术馆。\n２．物流：运货。\n"
    (row,) = decodings_of(make_reading(raw))
    assert (row.slogan, row.announced, row.found, row.closes, row.printed) == ("三馆", 3, 3, True, "dot colon")
    assert raw[row.start : row.end] == row.term == "“三馆”"
    assert [raw[start:end].replace("\n", "") for start, end in row.spans] == list(row.members)


def test_a_report_without_a_glossary_has_no_rows():
    assert decodings_of(make_reading(BODY)) == []


MISSES = {
    # What is said of the first of two
    ("两癌", "针对危害女性健康的宫颈癌和乳腺癌开展的检查。"): ["宫颈癌", "乳腺癌"],
    # What a member has in common with the others is only a syllable
    ("四地", "河池市、百色市和黔南州、黔东南州创新提出建立试验区。"): ["河池市", "百色市", "黔南州", "黔东南州"],
    # A clause for each member that says more than its name
    ("双平衡", "对占用的耕地、林地，通过复垦补充，实现占补平衡。"): [],
}


@pytest.mark.xfail(strict=True, reason="known misses")
@pytest.mark.parametrize(("term", "definition"), MISSES)
def test_members_that_are_not_read_yet(term, definition):
    assert [members for _, members in decoded(term, definition)] == [MISSES[term, definition]]
