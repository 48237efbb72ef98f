"""Status and period of one quantity alone, in a report, a news item or a bare text that is made around its words."""

from analysis.targets import find_quantities
from analysis.targets.frames import TextFrame
from analysis.targets.phrasing import read_phrase
from analysis.targets.status import status_of_doubling, status_of_statement
from tests.report_templates import TWO_SECTIONS

PLACES = {
    "review": TWO_SECTIONS.replace("{plan}", ""),
    "plan": TWO_SECTIONS.replace("{review}", ""),
    "term": "部署会\n二、今后五年的任务\n{plan}",
    "news": "区里的消息\n2023年5月10日\n{news}\n",
    "march": "区里的消息\n2023年3月10日\n{news}\n",
    "bare": "同志们：\n{bare}\n",
}


def standing(place, text, *, value=None, year=2023):
    """Return status and period of the last quantity of a text in its place, or of the one with a value."""
    template = PLACES[place]
    before = template[: template.index("{")]
    plain = f"{before}{text}\n"
    found = [own for own in find_quantities(plain) if own.start >= len(before)]
    quantity = found[-1] if value is None else next(own for own in found if own.value == value)
    frame = TextFrame(plain, year)
    phrase = read_phrase(plain, quantity, quantity.clause)
    read = status_of_statement(frame, quantity, (phrase.start, phrase.end), phrase)
    if quantity.kind == "doubling":
        read = status_of_doubling(frame, quantity, phrase, read)
    return read.status, read.period


ONGOING, DONE, DUE = ("ongoing", None), ("achieved", 2022), ("target", 2023)
NEWS_DONE = ("achieved", 2023)


def wrong(place, template, words, expected):
    found = {word: standing(place, template.replace("{}", word)) for word in words.split(" ")}
    return {word: own for word, own in found.items() if own != expected}
