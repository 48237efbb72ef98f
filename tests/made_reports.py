"""A small collection of made-up work reports, in the layout of the public collection."""

from pathlib import Path

CLOSING = "各位代表！让我们团结一心、真抓实干，为谱写新篇章而努力奋斗！"
SLOGANS = {"滨州市": "1+838"}
FILLER = [
    "我们坚持稳中求进工作总基调，推动各项事业取得新的进展，群众的获得感不断增强。",
    "城乡面貌持续改善，道路桥梁加快建设，公共服务水平稳步提高，社会大局保持和谐稳定。",
    "改革开放不断深化，营商环境更加优化，各类企业活力进一步释放，发展动能加快转换。",
    "生态环境质量稳定向好，蓝天碧水净土保卫战扎实推进，绿色成为发展的鲜明底色。",
]


def report(place: str, year: int, growth: float, result: float, *, month: int = 1) -> str:
    """Return the text of a report for a year with a growth target, and last year's growth."""
    given = year - (month >= 10)
    name = "".join("零壹贰叁肆伍陆柒捌玖"[int(digit)] for digit in str(year))  # sentences that no other report has
    filler = "".join(f"{place}{name}第{index}项工作中，{line}\n" for index, line in enumerate(FILLER * 25))
    return f"""---
title: {place}政府工作报告
source: https://example.org/{place}/{year}
---

**政府工作报告**

——{given}年{month}月15日在{place}人民代表大会第三次会议上

各位代表：

现在，我代表{place}人民政府，向大会报告工作，请予审议。

**一、{year - 1}年工作回顾**

过去的一年，全年地区生产总值增长{result}%，固定资产投资增长{result + 1}%，一般公共预算收入增长{result - 1}%。
{filler}
**二、{year}年工作安排**

今年经济社会发展的主要预期目标是：地区生产总值增长{growth}%左右，\
固定资产投资增长{growth + 2}%以上，社会消费品零售总额增长{growth + 1}%。
我们要实施“{SLOGANS.get(place, "三个一批")}”行动，加快建设现代化产业体系。

{CLOSING}
"""


def write(folder: Path) -> Path:
    """Write the collection: a nation, two provinces and two prefectures in two years."""
    for year in (2022, 2023):
        texts = {
            f"政府工作报告-国务院/{year}.md": report("全国", year, 5, 3, month=3),
            f"政府工作报告-省自治区/山东省/{year}.md": report("山东省", year, 6, 4),
            f"政府工作报告-省自治区/江苏省/{year}.md": report("江苏省", year, 5.5, 4.5),
            f"政府工作报告-其他地市/滨州市/{year}.md": report("滨州市", year, 7, 6),
            f"政府工作报告-主要城市/青岛市/{year}.md": report("青岛市", year, 6.5, 5),
        }
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder
