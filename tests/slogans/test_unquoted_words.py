"""Forms of slogans without quotation marks: every alternative, with what only looks so. Made up from the rules."""

import pytest

from analysis.slogans import propose_slogans, slogan_mentions


def quotes(text):
    """Return the slogans of a text, parted by strokes."""
    return "|".join(row.quote for row in slogan_mentions(text))


# (text with the slogan between « and », {} for each of the words; words)
FORMS = [
    ("落实«{}»工作", "1+1269 2+6+N 1+X 10+5 1000+1"),
    ("落实（«1+3»{}", "） ) 、 ”"),
    ("落实«1139»{}，", "工作部署 工作思路 工作法 工作机制 工作体系 产业体系 产业发展体系 现代产业体系 农业产业体系 战略 发展战略 行动 工程 计划"),
    ("作为«第一{}»，", "要务 动力 资源 生产力 战场 抓手 支点"),
    ("作为«第一位{}»，", "任务 工作 的任务 的工作"),
    ("抓好«{}»。", "1号工程 一号工程 1号项目 一号课题 二次创业 第二次创业"),
    ("入选«中国十大{}»。", "美丽城市 知名品牌 优秀企业 生态园区 旅游景区 改革案例 经济新闻 年度人物 时尚商圈 美丽名县 美丽名镇 美丽名村"),
    ("入选«百强{}»。", "民营企业 企业 城市 数字城市 创新城市 县市 县市区 市 区 中心镇 镇 乡镇 县 县域 县区 县（市、区） 园区 科技集群 创新集群 开发区 高新区 机场 医院 高校 景区"),
    ("入选«{}»。", "20强 500佳 百强 千强 十强 五百强 百佳园区党建案例 百佳案例"),
    ("评选«十佳窗口»{}", "称号 榜首 前列 ， 。 、 ； 和乡村 与乡村"),
    ("实现«一年强基{}二年培优»，", "、 ， ,"),
    ("推进«{}»。", "三年行动 五年攻坚 3年攻坚战 十年禁渔 三年会战 三年整治行动计划 三年提升方案 三年攻坚规划 三年提升工程 三年倍增工程 三年专项行动 三年推进计划 10年推进计划 三年整治"),
    ("开展«{}»。", "百日攻坚 百天攻坚 千日竞赛 百日活动 百日冲刺 百日会战行动 百日攻坚专项行动 百日攻坚活动 百日安全整治"),
    ("出台«稳增长20条»{}", "等 以及 和 与 及 》 ” ， 。 、 ； [1] 〔1〕 （1） (1)"),
    ("打造«{}»。", "15分钟生活圈 十分钟健身圈 十五分钟生活圈 二十分钟健身圈 三十分钟交通圈 一刻钟便民生活圈"),
    ("办好«{}»。", "10件实事 二十件实事 十项实事 百件实事 90件民生实事 十件好事实事 十件实事好事"),
    ("组织«{}»。", "百人“专家团” 千名“先锋队” 万企“联盟军” 百名“尖刀兵” 千人“服务员”"),
    ("实施«{}»。", "百企联百村 百企评百村 百企进百村 百企帮百村 百企兴百村 百企助百村 百企扶百村 千名干部进千村惠千民"),
    ("实施«{}»。", "百县万村工程 千乡万户行动 百园千企计划 千斤工程 千亩行动 百里工程 万人计划 千名行动 百家工程 万村行动 千企计划 万户工程 万头工程 千亿斤粮食工程"),
    ("实施«{}»。", "双百工程 双千工程 三百工程 四千工程 五百工程 六百工程"),
    ("推行«四个一»{}。", "责任 工程 活动 行动 机制 标准 要求"),
    ("实行«一镇一{}»。", "策 品 业 档 码 特色 专班"),
    ("推行«{}»。", "多证合一 二证合一 三证合一 九证合一 两证合一 多证照合一 多证（照）合一 多证(照)合一"),
    ("推行«{}»。", "一网办、一地办、一门办 一张图谱、一个平台、一套机制 一套班子、一条链子、一本账子 一支队伍、一项制度、一名组长"),
    ("优化«{}»布局", "一园三区 一江两岸三带 一主三区四组团 一轴两带 双核三极 一区多园 一核两翼 一圈两屏 一片三群 一链三港 一湾两心 一主三副 三纵四横 一廊两岸"),
    ("落实{}«十项规定»。", "省委 市委 省政府 市区"),
    ("落实省委«{}»。", "十项规定 八条规定"),
    ("坚持«{}»。", "两个“毫不动摇” 两个“确立” 两个“维护”"),
    ("整治«{}»（甲、乙、丙）", "三专项 三治理"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "words"), FORMS)
def test_every_form_is_found_whole(template, words):
    wrong = {}
    for word in words.split(" "):
        marked = template.replace("{}", word)
        expected = marked[marked.index("«") + 1 : marked.index("»")]
        if quotes(marked.replace("«", "").replace("»", "")) != expected:
            wrong[word] = quotes(marked.replace("«", "").replace("»", ""))
    assert wrong == {}


# (text; words for {}): no slogan
PLAIN = [
    ("落实{}工作", "1.1+2 A1+2 11111+2"),
    ("推进{}，", "2025行动 1990工程 500工程 1200工程 110工程 120工程 1139工程师 1139工程款 1.139工程"),
    ("拨打{}，", "12345亿元 12345元 12345个 12345人 12345吨 12345米 12345件 12345户 12345.6"),
    ("他是第一{}。", "责任人 责任部门 目标品牌"),
    ("有十强{}。", "化 度 势 调 大 烈 而 有 者 的"),
    ("经过{}完成", "三年内 三年后 三年来 三年间"),
    ("预计{}，", "三年免费上学、五年免费上班 三年入园率、五年入学率 一年强基、二年培优3"),
    ("投入{}，", "三年来行动 三年内攻坚 三年将整治 三年完成整治 三年获整治 三年我们整治 三年每次整治 三年各类整治 三年期整治 三年代整治 三年底整治 三年初整治 三年是整治"),
    ("改造道路{}，", "20条"),
    ("改造道路20条{}", "河道 以上"),
    ("办好{}。", "11件实事 三件实事 十一件实事"),
    ("组织{}。", "百人“专家组” 百人“代表” 百户“先锋队”"),
    ("有{}。", "千人以上参加行动 千户左右参加行动 千户的行动 千户等行动 千户元行动 千户和行动 千户通过行动 千人工程师"),
    ("实施{}。", "二百工程 七百工程 双万工程"),
    ("推行五个一{}。", "办法 个"),
    ("实行一镇一{}。", "碗 天"),
    ("推行{}。", "一网办、一地办 一网办、一地办、一门查 一张图谱、一个平台"),
    ("建设{}。", "五县一镇 三江六岸 多点多极 三山五园 一园两道 八湖两河"),
    ("坚持{}。", "两个“凡是”"),
    ("整治{}", "三专项（甲、乙） 三个（甲、乙、丙） 三家（甲、乙、丙） 三人（甲、乙、丙）"),
    ("省定12件、市定{}，", "20件民生实事"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "words"), PLAIN)
def test_what_only_looks_like_a_form_is_no_slogan(template, words):
    found = {word: quotes(template.replace("{}", word)) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own} == {}


@pytest.mark.parametrize("before", [
    "分", "过去", "经过", "今后", "未来", "近", "这", "历时", "连续", "每", "前", "后", "提前", "为期", "时隔", "又一个",
])  # fmt: skip
def test_a_duration_is_no_campaign(before):
    assert quotes(f"甲区{before}五年攻坚，") == ""
    assert quotes("甲区推进五年攻坚，") == "五年攻坚"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("启动环境整治三年行动。", "环境整治三年行动"),
        ("3个公里整治三年行动。", "公里整治三年行动"),
        ("投资3亿元整治三年行动。", "整治三年行动"),
        ("。深化环境整治三年行动。", "环境整治三年行动"),
        ("全面深化环境整治三年行动。", "环境整治三年行动"),
        ("。国企改革深化提升三年行动。", "国企改革深化提升三年行动"),
        ("。巩固提升环境整治三年行动。", "环境整治三年行动"),
        ("我市人才引进三年行动。", "人才引进三年行动"),
        ("第七轮环境整治三年行动。", "环境整治三年行动"),
        ("新一轮环境整治三年行动。", "环境整治三年行动"),
        ("。客运一体化三年行动。", "客运一体化三年行动"),
        ("。企业的整治三年行动。", "整治三年行动"),
        ("。目的整治三年行动。", "目的整治三年行动"),
        ("。工厂等整治三年行动。", "整治三年行动"),
        ("。高等教育三年行动。", "高等教育三年行动"),
        ("。等级整治三年行动。", "等级整治三年行动"),
        ("。在郊区整治三年行动。", "郊区整治三年行动"),
        ("。在校整治三年行动。", "在校整治三年行动"),
        ("。棚户区和城中村改造三年行动。", "棚户区和城中村改造三年行动"),
        ("。改革试点和环境整治三年行动。", "环境整治三年行动"),
        ("。水泥、琉璃瓦和热电整治三年行动。", "热电整治三年行动"),
        ("。口岸建设与发展三年行动。", "口岸建设与发展三年行动"),
        ("。和谐社区三年行动。", "和谐社区三年行动"),
        ("。普及教育三年行动。", "普及教育三年行动"),
        ("。及时整治三年行动。", "及时整治三年行动"),
        ("。参与整治三年行动。", "参与整治三年行动"),
        ("。对外开放三年行动。", "对外开放三年行动"),
        ("。对企业服务三年行动。", "企业服务三年行动"),
        ("。把环境整治三年行动。", "环境整治三年行动"),
        ("。抓实安全生产三年行动。", "安全生产三年行动"),
        ("“一带”建设三年行动。", "三年行动"),
        ("国家（商品）馆三年行动。", "三年行动"),
        ("（10）疾病防控三年行动。", "疾病防控三年行动"),
    ],
)
def test_where_the_name_before_a_campaign_begins(text, name):
    assert quotes(text).split("|")[-1] == name


FILLER = "山水林田湖草沙冰山水林田湖草沙冰山水林田湖草沙冰"


def words(number):
    """Return as many signs that say nothing."""
    return FILLER[:number]


# How far each part of a form reaches, and what ends it (text with the slogan between « and »; words for {}).
REACHES = [
    ("全面落实«{}»工作部署，", "123456 130 1101 19001 20011 1001 139"),
    ("以«{}»为目标，", f"一年强基、二十五年培优 一年强基、二年{words(8)}"),
    ("入选«中国十大{}城市»。", f"{words(2)} {words(10)}"),
    ("入选«百佳{}案例»。", f"典型 {words(6)}"),
    ("评选«十佳{}»，", f"窗口 {words(6)}"),
    ("评选«十佳»{}，", f"排名次 榜单甲 获甲乙 入甲乙 列甲乙 并甲乙 之甲乙 位甲乙 第甲乙 和甲乙 与甲乙 等甲乙 居甲乙 评选甲 甲 {words(7)}"),
    ("入选«十强»{}，", "窗口 服务员"),
    ("推进«三年{}»。", f"{words(4)}整治 倍增 {words(4)}计划 提升规划 专项整治专项行动方案"),
    ("推进«{}推进计划»。", "十二年 两年 5年"),
    ("开展«百日{}»。", f"{words(4)}整治 攻坚"),
    ("出台«惠企政策{}»。", "二十三条 三条 5条 99条"),
    ("打造«{}»。", f"5分钟便民圈 15分钟圈 15分钟{words(6)}圈 一刻钟圈"),
    ("办好«二十件{}实事»。", f" {words(8)}"),
    ("组织«千人“{}”»。", f"军团 {words(7)}队"),
    ("实施«百{}联百村»。", f"企 {words(4)}"),
    ("实施«百千万亩{}工程»。", f" 造林 {words(8)}"),
    ("实施«千企{}工程»。", "提质"),
    ("开展«千名干部进千村促千户»{}", "。"),
    ("优化«{}»布局", "多轴三核 三轴多核"),
    ("聚焦«{}产业集群»，", "2大 5大 9大 10大 五大"),
    ("推进«百万亩造林行动{}", "计划»，后 方案»。"),
    ("实行«一{}一策»。", f"县 {words(3)}"),
    ("推行«多{}合一»。", "证 证照 证（执照） 证（照） 证照（执照）"),
    ("建立«{}»。", f"一条链子、一个平台、一套机制 一张{words(6)}、一项{words(6)}、一名{words(6)}"),
    ("落实我省«{}规定»。", "八条 十五项"),
    ("推进«百万亩造林行动{}»，", " 计划 方案"),
    ("推进«百万亩造林行动»{}，", "计划总投资 计划投资 计划完成 方案实施 计划安排 计划新增 计划在 计划于 计划用 计划从 计划到 计划今 计划明 计划年 计划2"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "fillings"), REACHES)
def test_a_form_reaches_so_far(template, fillings):
    wrong = {}
    for word in fillings.split(" "):
        marked = template.replace("{}", word)
        expected = marked[marked.index("«") + 1 : marked.index("»")]
        if quotes(marked.replace("«", "").replace("»", "")) != expected:
            wrong[word] = quotes(marked.replace("«", "").replace("»", ""))
    assert wrong == {}


TOO_FAR = [
    ("达{}，", "1,500强 1.500强"),
    ("全面落实{}工作部署，", "12:139 12：139 至139 -139 1.139 1,139 12 1234567 110 129 1990 2025 1200 12300"),
    ("拨打{}，", "012345 1.12345 1,12345 12345万 12345.5 12345,6 123456"),
    ("预计{}，", "20三年行动 3三年攻坚"),
    ("以{}为目标，", f"一年强基、二年{words(9)} 一年强基、二年优 一年内强基、二年培优 一年后强基、二年培优 一年来强基、二年培优 一年间强基、二年培优 一年予以强基、二年培优 一年中职强基、二年培优 一年免费强基、二年培优 一年强为基、二年培优 一年强的基、二年培优 一年强和基、二年培优 一年强年基、二年培优"),
    ("以一年强基、二年{}，", f"{words(8)}A {words(8)}Ⅴ {words(8)}优 培优5 培优和 率先达 入率先 入学率先 入学甲率先 入学甲乙率 培优、十年大 培优，十年大 培优,十一年大"),
    ("以{}为目标，", "一年强基、一年培优 二年培优、一年强基 三年强基、二年培优"),
    ("入选{}。", f"5强 1000强 中国十大{words(11)}城市 中国十大甲城市 中国十大甲的乙城市 中国十大甲和乙城市 中国十大甲与乙城市"),
    ("推进{}。", f"三年{words(5)}整治 三年倍增长 三年翻倍增长 三年实了整治 三年度推进计划 三年甲计划 三年{words(5)}计划 百年推进 三年整治了"),
    ("开展{}。", f"百日{words(5)}整治 百日等整治 十日攻坚"),
    ("出台惠企政策{}。", "100条 三百二十五条"),
    ("打造{}。", f"100分钟便民圈 15分钟{words(7)}圈 二刻钟便民圈 四十分钟便民圈"),
    ("办好{}。", f"二十件{words(9)}实事 15件实事"),
    ("组织{}。", f"千人“团” 千人“{words(8)}队”"),
    ("实施{}。", f"百{words(5)}联百村 百千万亩{words(9)}工程"),
    ("实施{}百企联百村。", "进 入 惠 送 暖 到 连"),
    ("实行一{}一策。", words(4)),
    ("推行{}。", "多证照书合一 一证合一 一网一、一地一、一门一 一网办、一地办、一一办"),
    ("建立{}。", f"甲、一张图谱、一个平台、一套机制 一张图谱、一个平台、一套{words(7)} 一张图谱、一个平台、一套机制、 一件图谱、一个平台、一套机制"),
    ("落实{}规定。", "省委四条 我们十条 省委十二三条"),
    ("建设一园两廊{}，", "道 路 桥 内 外 边 三"),
    ("建设{}，", "一轴一核 多轴多核 一轴一"),
    ("聚焦{}产业集群，", "1大 11大 20大"),
    ("整治三{}（甲、乙、丙）", "座 条 所 名 户 处 台 件 种 只 期 号 年 月 类 是 级"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "fillings"), TOO_FAR)
def test_a_form_reaches_no_farther(template, fillings):
    found = {word: quotes(template.replace("{}", word)) for word in fillings.split(" ")}
    assert {word: own for word, own in found.items() if own} == {}


@pytest.mark.parametrize(
    ("before", "fillings"),
    [
        # deeds that are counted beside others
        ("", "12件、市定 5项、市级 123件、 12件省定、 12件市列、 12件州级、 12件县下、 12件区办、 12件国、 12件重点、 12件为民办实事、 12件民生实事和市级 12件实事、省 11件市级重点民生实事、"),
        ("20件民生实事", "10件、市定 20项和 1234件、 12件省定甲、 12件，市定 12件、我们市 12家、市定 甲件、市定 12件市级重点为民办实事、市级别"),
    ],
)  # fmt: skip
def test_deeds_beside_others_are_counted(before, fillings):
    found = {word: quotes(f"省定{word}20件民生实事，") for word in fillings.split(" ")}
    assert {word: own for word, own in found.items() if own != before} == {}


@pytest.mark.parametrize(
    ("verb", "whole"),
    [
        *((verb, True) for verb in ("进", "惠", "入")),
        *((f"{sign}进", False) for sign in "推跃迈促引改走挺跨增"),
        ("深入", False),
        ("到", False),
    ],
)
def test_what_many_enter_belongs_to_the_name(verb, whole):
    assert quotes(f"实施健康生活{verb}百万家庭工程，") == f"{f'健康生活{verb}' if whole else ''}百万家庭工程"


@pytest.mark.parametrize("mark", "。！？；\n")
def test_a_sentence_that_begins_with_years_tells_how_long(mark):
    for words_after in ("拓展提升", "拓展整治", "倍增", "大建设", "大提升"):
        assert quotes(f"甲区{mark}五年{words_after}，") == ""
        assert quotes(f"甲区，五年{words_after}，") == f"五年{words_after}"
    assert quotes(f"甲区{mark}五年攻坚，") == "五年攻坚"
    assert quotes(f"甲区{mark}五年整治行动，") == "五年整治行动"
    assert quotes("五年整治，") == "五年整治"  # nothing stands before it


# (text, its only proposal and why it is none)
REFUSED = [
    ("改造道路20条，", "20条", "plain count"),
    ("过去五年攻坚，", "五年攻坚", "plain duration"),
    ("省定12件、市定20件民生实事，", "20件民生实事", "plain count"),
    ("五县一镇入列", "五县一镇", "plain count"),
    ("整治三专项（甲、乙）", "三专项", "plain count"),
    ("一年强基、一年培优，", "一年强基、一年培优", "plain duration"),
]


@pytest.mark.parametrize(("text", "phrase", "reason"), REFUSED)
def test_what_has_a_form_and_is_refused_is_kept_with_its_reason(text, phrase, reason):
    assert [(row.quote, row.refused) for row in propose_slogans(text)] == [(phrase, reason)]


# (what stands before the name; words for {}); the name is 环境整治三年行动
CUTS = [
    ("。新增3{}", "公里 个 项 件 家 条 户 处 座 名 元 月 日 万元 亿元 万个"),
    ("。{}", "深化 巩固 巩固提升 巩固拓展 巩固深化 工厂持续深化 工厂全面深化 工厂的 工厂等 工厂在 工厂了 工厂将 工厂把 工厂是 工厂以 工厂以下 工厂以上 工厂以内 工厂以外 工厂对 第七轮 新一 实施 实施好 省政府 我市"),
    ("{}", "， “ ） 1 A"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "fillings"), CUTS)
def test_the_name_of_a_campaign_begins_behind_these_words(before, fillings):
    found = {word: quotes(f"{before.replace('{}', word)}环境整治三年行动。") for word in fillings.split(" ")}
    assert {word: own for word, own in found.items() if own != "环境整治三年行动"} == {}


@pytest.mark.parametrize(
    "word",
    [
        "一体",
        "一步",
        "一般",
        "一流",
        "一定",
        "目的",
        "高等",
        "中等",
        "初等",
        "平等",
        "等级",
        "在线",
        "在校",
        "在建",
        "在编",
        "在岗",
        "和谐",
        "和平",
        "和睦",
        "和美",
        "普及",
        "涉及",
        "及时",
        "参与",
        "对外",
        "对口",
        "对标",
        "对接",
        "对象",
        "对非",
        "工厂深化",
        "工厂巩固",
    ],
)
def test_words_that_hold_such_a_sign_belong_to_the_name(word):
    assert quotes(f"。{word}整治三年行动。") == f"{word}整治三年行动"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        # what one name coordinates
        *((f"棚户区{join}城中村改造", f"棚户区{join}城中村改造") for join in "和及与·"),
        ("城和农村改造", "农村改造"),
        (f"{words(2)}和农村改造", f"{words(2)}和农村改造"),
        (f"{words(12)}和农村改造", f"{words(12)}和农村改造"),
        (f"{words(13)}和农村改造", "农村改造"),
        ("环境整治和", ""),
        ("改革试验田和农村改造", "改革试验田和农村改造"),
        ("行动区与发展", "行动区与发展"),
        ("持续抓实安全生产", "安全生产"),
        *((f"口岸建设与{done}", f"口岸建设与{done}") for done in ["发展", "利用", "管护", "管理", "治理", "提升", "改造", "整治", "入地", "保护", "建设", "运营"]),
        ("口岸建设与运输", "运输"),
        *((f"口岸{own}与发展", "发展") for own in ("行动", "计划", "方案", "工程", "措施")),
        ("岸与发展", "发展"),
        (f"{words(2)}与发展", f"{words(2)}与发展"),
        (f"{words(12)}与发展", f"{words(12)}与发展"),
        (f"{words(13)}与发展", "发展"),
        *((f"水泥{mark}琉璃瓦和热电整治", "热电整治") for mark in "、和及与·）)”》"),
        # the name reaches no farther than some words
        (f"实施{words(22)}", words(22)),
        (f"实施{words(22)}沙", ""),
    ],
)  # fmt: skip
def test_how_much_of_what_stands_before_is_the_name(before, name):
    assert quotes(f"。{before}三年行动。") == f"{name}三年行动"


def test_a_coordination_at_the_begin_of_a_text_is_cut():
    assert quotes("棚户区和城中村改造三年行动。") == "城中村改造三年行动"


@pytest.mark.parametrize("before", ["超", "破", "逾"])
def test_a_threshold_is_no_name(before):
    assert quotes(f"推进“千亿元园区”。总产值{before}千亿元园区，") == "千亿元园区"
    assert quotes("推进“千亿元园区”。建设千亿元园区，") == "千亿元园区|千亿元园区"


def test_a_name_known_from_its_quotation_is_no_part_of_a_number():
    assert quotes("落实“1+838”策略。第1+838，") == "1+838"
    assert quotes("落实“1+838”策略。二1+838，") == "1+838"
    assert quotes("落实“1+838”策略。另有1+838，") == "1+838|1+838"
    assert quotes("落实“新三大布局”。超新三大布局，") == "新三大布局|新三大布局"


def test_what_a_quotation_takes_is_proposed_once():
    assert quotes("首个千人“三级帮办团”，") == "三级帮办团"


def test_what_ends_with_its_words_does_not_begin_earlier():
    assert quotes("全国，我市20强。") == "20强"
    assert quotes("实施健康生活进社区百万家庭工程，") == "百万家庭工程"
    assert quotes("实施百万亩造林行动计划，落实“六个北海”。") == "百万亩造林行动计划|六个北海"
