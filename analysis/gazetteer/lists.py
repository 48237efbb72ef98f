"""Lists: the places and the slogans that have a page, in English and in Chinese.

A name leads to its page, which needs no script; in Chinese the end of the row leads to the answer in the look-up.
"""

from collections.abc import Iterable, Mapping

from ..lookup.names import shown_glosses
from ..publication.cells import value_words
from ..publication.markup import ShownCell
from ..publication.rendering import render_template
from ..texts.labels import bilingual, drawing_language
from ..vocabulary.glossary import pinyin_of
from .accounts import PlaceAccount, PromisedYear, SloganAccount
from .filenames import PLACE_LIST, SLOGANS, look_up_link, page_link
from .tables import curly_quotes, linked_cell, linked_table, plain_amount

_LONGEST_GLOSS = 40  # characters of what a slogan counts
_ANSWER = ("answer", "", "查一查")


def places_list(accounts: Iterable[PlaceAccount]) -> str:
    """Return the list of all places as HTML."""
    heads = [
        ("place", "place", "地点"),
        ("place_en", "in English", "英文"),
        ("province", "province", "省份"),
        ("reports", "reports", "报告数"),
        ("years", "years", "年份"),
        ("first", "first growth target", "最早增长目标"),
        ("last", "last growth target", "最近增长目标"),
    ]
    rows = []
    for account in accounts:
        targets = [one for one in account.promises if one.target is not None]
        ends = [f"{one.year}: {plain_amount(one.target, '%')}" for one in (targets[:1] + targets[-1:])] or ["", ""]
        rows.append(
            [
                linked_cell(account.place, page_link(account.code), account.code),
                linked_cell(account.english),
                linked_cell(account.province),
                linked_cell(len(account.years)),
                linked_cell("–".join(map(str, sorted({account.years[0], account.years[-1]})))),
                *map(linked_cell, ends),
            ]
        )
    return render_template(
        "gazetteer/list.html",
        say=bilingual,
        name=PLACE_LIST,
        title="Places",
        table=linked_table(heads, rows, ("reports",)),
    )


def slogans_list(accounts: Iterable[SloganAccount], files: Mapping[str, str]) -> str:
    """Return the list of the slogans that have a page as HTML, those of most reports first.

    Parameters
    ----------
    accounts
        Of the slogans.
    files
        Their pages, as from `page_files`.
    """
    heads = [
        ("slogan", "slogan", "口号"),
        ("type", "type", "类型"),
        ("gloss", "what it says", "释义"),
        ("reports", "reports", "报告数"),
        ("first", "first", "首见"),
        ("peak", "largest share", "比例最高"),
        ("last", "last", "末见"),
    ]
    rows = []
    for account in sorted(accounts, key=lambda one: (-one.reports, one.slogan)):
        first, last = account.years or ("", "")
        rows.append(
            [
                linked_cell(account.slogan, page_link(files[account.slogan]), pinyin_of(account.slogan))._replace(
                    is_chinese=True
                ),
                linked_cell(value_words("type").get(account.type, (account.type, ""))[0]),
                linked_cell(_gloss(account)),
                linked_cell(f"{account.reports:,}"),
                linked_cell(first),
                linked_cell(account.peak.year if account.peak else ""),
                linked_cell(last),
            ]
        )
    table = linked_table(heads, rows, ("reports", "first", "peak", "last"))
    return render_template("gazetteer/list.html", say=bilingual, name=SLOGANS, title="Slogans", table=table)


def _gloss(account: SloganAccount) -> str:
    """Return what a slogan says: its gloss, or the members that most reports give it, if they are few."""
    if gloss := shown_glosses().get(account.slogan):
        return curly_quotes(gloss)
    return _members(account)


def chinese_places_list(accounts: Iterable[PlaceAccount]) -> str:
    """Return the list of all places as HTML."""
    heads = [("place", "", "地方"), ("province", "", "省份"), ("reports", "", "报告份数"), ("years", "", "年份")]
    heads += [("first", "", "最早的增长目标"), ("last", "", "最近的增长目标"), _ANSWER]
    rows = [
        [
            linked_cell(account.place, page_link(account.code), account.code),
            linked_cell(account.province),
            linked_cell(len(account.years)),
            linked_cell("—".join(map(str, sorted({account.years[0], account.years[-1]})))),
            *map(linked_cell, _ends_of_targets(account.promises)),
            _answer(look_up_link(place=account.code)),
        ]
        for account in accounts
    ]
    return _list_html(PLACE_LIST, "地方", heads, rows, ("reports",))


def chinese_slogans_list(accounts: Iterable[SloganAccount], files: Mapping[str, str]) -> str:
    """Return the list of the slogans that have a page as HTML, those of most reports first.

    Parameters
    ----------
    accounts
        Of the slogans.
    files
        Their pages, as from `page_files`.
    """
    heads = [("slogan", "", "口号"), ("type", "", "类型"), ("members", "", "所指"), ("reports", "", "报告份数")]
    heads += [("first", "", "首见"), ("peak", "", "比例最高"), ("last", "", "末见"), _ANSWER]
    types = value_words("type")
    rows = []
    for account in sorted(accounts, key=lambda one: (-one.reports, one.slogan)):
        first, last = account.years or ("", "")
        rows.append(
            [
                linked_cell(account.slogan, page_link(files[account.slogan])),
                linked_cell(types.get(account.type, ("", account.type))[1]),
                linked_cell(_members(account)),
                linked_cell(f"{account.reports:,}"),
                linked_cell(first),
                linked_cell(account.peak.year if account.peak else ""),
                linked_cell(last),
                _answer(look_up_link(slogan=account.slogan)),
            ]
        )
    return _list_html(SLOGANS, "口号", heads, rows, ("reports", "first", "peak", "last"))


def _ends_of_targets(promises: Iterable[PromisedYear]) -> list[str]:
    targets = [f"{plain_amount(one.target, '%')}（{one.year}）" for one in promises if one.target is not None]
    return [targets[0], targets[-1]] if targets else ["", ""]


def _members(account: SloganAccount) -> str:
    """Return what most reports that say it list as counted, if it is short."""
    listed = "、".join(next((one.members for one in account.explanations if one.members), ()))
    return listed if len(listed) <= _LONGEST_GLOSS else ""


def _answer(link: str) -> ShownCell:
    return linked_cell("查一查", link)


def _list_html(
    name: str, title: str, heads: list[tuple[str, str, str]], rows: list[list[ShownCell]], numbers: tuple[str, ...]
) -> str:
    with drawing_language("zh"):
        table = linked_table(heads, rows, numbers)
        return render_template("gazetteer/list.html", say=bilingual, name=name, title=title, table=table)
