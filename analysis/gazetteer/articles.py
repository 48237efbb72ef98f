"""Articles: what is written of a place or a slogan, as HTML, and with `lists` all that the look-up has without script.

Every place with a report has an article, and every slogan of `PAGES_FROM` reports or more or of the texts; `pages` puts
it into the frame of the book.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..characters import holds_chinese
from ..lookup.lives import listed_members
from ..lookup.names import shown_glosses
from ..lookup.sources import LEVELS, LookUpTables
from ..publication.cells import value_words
from ..publication.markup import ShownCell, ShownTable
from ..publication.rendering import render_template
from ..texts.labels import LANGUAGES, bilingual, drawing_language, placed_label, text_name
from ..texts.passages import card_anchor, edition_page, has_edition
from ..vocabulary.glossary import pinyin_of
from .accounts import (
    MOST_NAMES,
    Explanation,
    OwnMention,
    PlaceAccount,
    PlaceSlogan,
    PromisedYear,
    SloganAccount,
    place_accounts,
    slogan_accounts,
    slogans_with_pages,
)
from .drawing import Promise, life_drawing, targets_drawing
from .filenames import PLACE_LIST, SLOGANS, look_up_link, page_files, page_link
from .firsts import PlaceYears, central_document, day_in_words, first_and_outside, undated_beside
from .lists import chinese_places_list, chinese_slogans_list, places_list, slogans_list
from .tables import curly_quotes, linked_cell, linked_table, plain_amount, years_text

END_OF_ARTICLE = "<!-- look-up: end -->"
"""Where an article has room for its citation."""

TWIN_OF_ARTICLE = "<!-- look-up: twin -->"
"""Where an article has room for the way to the other language."""

_MORE_WORDINGS = {"at most": ("at most", "以内"), "qualitative": ("in words only", "仅文字")}
_MORE_WORDINGS |= {"parity": ("in step", "同步"), "level": ("an amount", "总量")}
_RESULTS = {"about": ("about {}", "{}左右"), "at least": ("at least {}", "{}以上"), "at most": ("at most {}", "{}以内")}
_MOST_PLACES = 40  # places of a slogan on its page; the look-up has all
_MOST_EXPLAINED = 8
_MOST_FIRST = 6  # places that are named where several were the first
_LEVEL_NAMES = {
    "national": ("nation", "全国"),
    "province": ("provinces", "省级"),
    "prefecture": ("prefectures", "地市"),
}
_STEP_NAMES = {"national": ("nation", "全国"), "province": ("province", "本省")}
_KINDS = {"national": ("The nation", "全国"), "province": ("Province", "省级"), "prefecture": ("Prefecture", "地级")}


class LookUpPage(NamedTuple):
    """A page without its frame."""

    name: str  # of its file, without ending
    title: str
    heading: str  # what is looked up, as a citation names it
    description: str
    article: str  # HTML


class _Linking(NamedTuple):
    """What a page needs to know of others."""

    files: Mapping[str, str]  # of the slogans that have a page
    places: Mapping[str, str]  # names of places by their code
    english: Mapping[str, str]
    named: Mapping[str, str]  # English names of places by the Chinese ones
    texts: Mapping[str, str]  # what the texts of the study are called, by their id
    text_years: Mapping[str, int]  # which they plan
    reports: int

    def slogan(self, slogan: str) -> str:
        return page_link(self.files[slogan]) if slogan in self.files else look_up_link(slogan=slogan)


def linking_of(tables: LookUpTables, slogans: Collection[str]) -> _Linking:
    """Return what pages need to know of each other.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    slogans
        Those that have a page.
    """
    codes = tables.places["code"]
    return _Linking(
        page_files(slogans),
        dict(zip(codes, tables.places["place"], strict=True)),
        dict(zip(codes, tables.places["english"], strict=True)),
        dict(zip(tables.places["place"], tables.places["english"], strict=True)),
        {row["doc_id"]: placed_label(text_name(row["label"])) for row in tables.texts.to_dict("records")},
        dict(zip(tables.texts["doc_id"], tables.texts["plan_year"], strict=True)),
        len(tables.reports),
    )


# Slogans


def slogan_page(account: SloganAccount, linking: _Linking) -> LookUpPage:
    """Return the page of a slogan."""
    slogan, years = account.slogan, account.years
    first, outside = first_and_outside(account.spread)
    whole = [one for one in account.explanations if len(one.members) > 1]
    parts = [one for one in account.explanations if len(one.members) == 1]
    gloss = curly_quotes(shown_glosses().get(slogan, ""))
    article = render_template(
        bilingual("gazetteer/slogan.html", "gazetteer/slogan-zh.html"),
        say=bilingual,
        account=account,
        pinyin=pinyin_of(slogan) if holds_chinese(slogan) else "",
        gloss=gloss,
        kind=value_words("type").get(account.type, (account.type, account.type)) if account.counts else ("", ""),
        linking=linking,
        years=years,
        first=first,
        homes=sorted({place.province for place in first}),
        day=day_in_words,
        earlier=account.earlier,
        older=_older_texts(account, linking),
        outside=outside,
        undated=undated_beside(account.spread),
        central=central_document(account.above, account.spread),
        most_first=_MOST_FIRST,
        explained=[_told(slogan, explanation, linking) for explanation in (whole or parts)[:_MOST_EXPLAINED]],
        single=[_told(slogan, explanation, linking) for explanation in parts[:_MOST_EXPLAINED] if whole],
        lists=len(whole or parts),
        singles=len(parts),
        drawing=_life(account),
        by_year=_year_table(account),
        spread=_spread_table(account, linking),
        most=_MOST_PLACES,
        mentions=_own(slogan, account.own, linking),
        look_up=look_up_link(slogan=slogan),
        page_link=page_link,
    )
    title = bilingual(f"{slogan}, looked up", f"{slogan}：查一查")
    return LookUpPage(linking.files[slogan], title, slogan, _described(account, gloss, linking.reports), article)


def _described(account: SloganAccount, gloss: str, reports: int) -> str:
    """Return what other programs are told of the page of a slogan."""
    slogan, years, with_it = account.slogan, account.years, account.reports
    if not years:
        return bilingual(
            f"{slogan}{f' ({gloss})' if gloss else ''}: a numeric slogan of the texts of this study; no government "
            "work report of the collection has it.",
            f"{slogan}：本书所读文本中的数字口号，库中政府工作报告均未出现。",
        )
    return bilingual(
        f"{slogan}{f' ({gloss})' if gloss else ''}: in {with_it} of {reports:,} Chinese government work reports, "
        f"{years[0]}–{years[1]}, by level, year and place, with the tables.",
        f"{slogan}：{reports:,}份政府工作报告中{with_it}份有此提法，{years[0]}—{years[1]}年，分层级、年份、地方，附数据表。",
    )


def _told(slogan: str, explanation: Explanation, linking: _Linking) -> dict[str, object]:
    reports, members = explanation.reports, listed_members(slogan, explanation.members)
    shown = [(linking.places.get(code, code), page_link(code), year) for code, year in reports[:_MOST_FIRST]]
    return {"members": members, "reports": shown, "more": len(reports) - len(shown)}


def _own(slogan: str, mentions: Iterable[OwnMention], linking: _Linking) -> list[dict[str, object]]:
    """Return what each text lists, once for mentions that list the same, with the first of them."""
    alike: dict[tuple[str, tuple[str, ...], str], list[int]] = {}
    for mention in mentions:
        alike.setdefault((mention.doc_id, mention.members, mention.verdict), []).append(mention.start)
    return [
        {
            "text": linking.texts[doc_id],
            "address": f"../{edition_page(doc_id)}.html#{card_anchor(doc_id, starts[0])}"
            if has_edition(doc_id)
            else "",
            "mentions": len(starts),
            "members": listed_members(slogan, members),
            "verdict": bilingual(*value_words("verdict").get(verdict, (verdict, verdict))),
        }
        for (doc_id, members, verdict), starts in alike.items()
    ]


def _older_texts(account: SloganAccount, linking: _Linking) -> list[dict[str, object]]:
    """Return those texts of the study that plan an earlier year than any report with the slogan, each once."""
    since = (account.years or (0,))[0]
    older = {one.doc_id: one for one in account.own if linking.text_years[one.doc_id] < since}
    return _own(account.slogan, older.values(), linking)


def _life(account: SloganAccount) -> object:
    if not account.life:
        return None
    nation, *others = LEVELS
    names = {level: bilingual(*both) for level, both in _LEVEL_NAMES.items()}
    return life_drawing({name: account.life[name] for name in others}, (nation, account.life[nation]), names)


def _year_table(account: SloganAccount) -> ShownTable | None:
    if not account.life:
        return None
    by_year: dict[int, dict[str, ShownCell]] = {}
    for level, shares in account.life.items():
        for share in shares:
            told = bilingual(f"{share.holding} of {share.reports}", f"{share.reports}份中{share.holding}份")
            by_year.setdefault(share.year, {})[level] = linked_cell(told)
            if level != LEVELS[0]:
                by_year[share.year][f"{level} share"] = linked_cell(f"{share.share:.0f}%")
    heads = [
        ("year", "year", "年份"),
        ("national", "nation", "全国"),
        ("province", "provinces", "省级"),
        ("province share", "share", "比例"),
        ("prefecture", "prefectures", "地级"),
        ("prefecture share", "share", "比例"),
    ]
    rows = [
        [linked_cell(year), *(cells.get(name, linked_cell("")) for name, _, _ in heads[1:])]
        for year, cells in sorted(by_year.items())
    ]
    return linked_table(heads, rows, [name for name, _, _ in heads])


def _spread_table(account: SloganAccount, linking: _Linking) -> ShownTable:
    english = not bilingual("", "zh")
    heads = [
        ("place", "place", "地点"),
        *([("place_en", "in English", "英文")] if english else []),
        ("province", "province", "省份"),
        ("first", "first", "首见"),
        ("years", "years", "年份"),
        ("mentions", "mentions", "次数"),
    ]
    rows = [
        [
            linked_cell(place.place, page_link(place.code), bilingual(linking.english[place.code], place.code)),
            *([linked_cell(linking.english[place.code])] if english else []),
            linked_cell(_province_of(place, linking)),
            linked_cell(place.years[0]),
            linked_cell(years_text(place.years)),
            linked_cell(place.mentions),
        ]
        for place in account.spread[:_MOST_PLACES]
    ]
    return linked_table(heads, rows, ("first", "mentions"))


def _province_of(place: PlaceYears, linking: _Linking) -> str:
    """Return the province of a place in the language of the page; "" for a province itself."""
    if place.province == place.place:
        return ""
    return bilingual(linking.named.get(place.province, place.province), place.province)


# Places


def place_page(account: PlaceAccount, linking: _Linking) -> LookUpPage:
    """Return the page of a place."""
    kept = Counter(promise.kept for promise in account.promises if promise.kept is not None)
    targets = [promise for promise in account.promises if promise.target is not None]
    described = bilingual(
        f"{account.english} {account.place}: {len(account.years)} government work reports, "
        f"{account.years[0]}–{account.years[-1]}: growth targets as worded, beside those above it and the results, "
        "nine other indicators, and numeric slogans.",
        f"{account.place}：{account.years[0]}—{account.years[-1]}年政府工作报告{len(account.years)}个年份，"
        "增长目标原文、上级目标与成绩，另有九项指标和数字口号。",
    )
    promises = [Promise(one.year, one.target, one.upper, one.wording, one.result) for one in account.promises]
    above: dict[str, dict[int, float]] = {}
    for one in account.promises:
        for level, value in one.above.items():
            above.setdefault(level, {})[one.year] = value
    article = render_template(
        bilingual("gazetteer/place.html", "gazetteer/place-zh.html"),
        say=bilingual,
        account=account,
        kind=bilingual(*_KINDS[account.level]),
        covered=years_text(account.years),
        of=account.span[1] - account.span[0] + 1,
        province_link=page_link(account.province_code) if account.province_code else "",
        targets=targets,
        kept=kept,
        drawing=targets_drawing(promises, above, _step_names(), account.place),
        above=list(above),
        promises=_promise_table(account.promises, list(above)),
        grid=account.grid,
        only=_names_table(account.only.first, linking, shared=False),
        shared=_names_table(account.shared.first, linking, shared=True),
        most=MOST_NAMES,
        look_up=look_up_link(place=account.code),
    )
    title = bilingual(f"{account.place} {account.english}, looked up", f"{account.place}：查一查")
    return LookUpPage(account.code, title, bilingual(account.english, account.place), described, article)


def _step_names() -> dict[str, str]:
    return {level: bilingual(*both) for level, both in _STEP_NAMES.items()}


def _promise_table(promises: Iterable[PromisedYear], above: Sequence[str]) -> ShownTable:
    step_heads = {
        "province": ("province", "province’s target", "本省目标"),
        "national": ("nation", "nation’s target", "全国目标"),
    }
    heads = [
        ("year", "year", "年份"),
        ("target", "target", "目标"),
        ("wording", "wording", "措辞"),
        ("quote", "as printed", "原文"),
        ("result", "result", "结果"),
        ("met", "met", "完成"),
        *(step_heads[level] for level in above),
    ]
    wordings = value_words("wording")
    rows = []
    for one in reversed(list(promises)):  # the newest are not folded away
        target = plain_amount(one.target, "%") + (
            f"{bilingual('–', '—')}{plain_amount(one.upper, '%')}" if one.upper is not None else ""
        )
        met = "" if one.kept is None else bilingual("yes", "是") if one.kept else bilingual("no", "否")
        if one.nearly:
            met += " ≈"
        came = plain_amount(one.result, "%")
        if one.worded:
            came = bilingual(*_RESULTS[one.worded]).format(came)
        rows.append(
            [
                linked_cell(one.year, one.source, bilingual("the report", "报告原文"))
                if one.source
                else linked_cell(one.year),
                linked_cell(target),
                linked_cell(bilingual(*wordings.get(one.wording, _MORE_WORDINGS.get(one.wording, (one.wording,) * 2)))),
                linked_cell(one.quote),
                linked_cell(came),
                linked_cell(met),
                *(linked_cell(plain_amount(one.above.get(level), "%")) for level in above),
            ]
        )
    return linked_table(heads, rows, ("target", "result", "nation", "province"))


def _names_table(names: Sequence[PlaceSlogan], linking: _Linking, *, shared: bool) -> ShownTable:
    heads = [("slogan", "slogan", "口号"), ("years", "years", "年份")]
    heads += [("places", "places that have it", "地方数")] if shared else []
    rows = [
        [
            linked_cell(name.slogan, linking.slogan(name.slogan), bilingual("look it up", "查一查"))._replace(
                is_chinese=True
            ),
            linked_cell(years_text(name.years)),
            *([linked_cell(name.places)] if shared else []),
        ]
        for name in names
    ]
    return linked_table(heads, rows, ("places",))


# All of them


def made_articles(tables: LookUpTables) -> bytes:
    """Return all pages and both lists in both languages, as JSON: `lists` and `pages`, by language and list.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    """
    slogans = slogans_with_pages(tables)
    of_slogans, of_places = list(slogan_accounts(tables, slogans)), list(place_accounts(tables))
    files = page_files(slogans)
    makers = ((slogans_list, places_list), (chinese_slogans_list, chinese_places_list))
    told: dict[str, dict[str, object]] = {"lists": {}, "pages": {}}
    for language, (list_slogans, list_places) in zip(LANGUAGES, makers, strict=True):
        with drawing_language(language):
            linking = linking_of(tables, slogans)
            told["lists"][language] = {SLOGANS: list_slogans(of_slogans, files), PLACE_LIST: list_places(of_places)}
            told["pages"][language] = {
                SLOGANS: [slogan_page(account, linking) for account in of_slogans],
                PLACE_LIST: [place_page(account, linking) for account in of_places],
            }
    return json.dumps(told, ensure_ascii=False).encode()
