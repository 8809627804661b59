# ruff: noqa: E501 - templates and word lists are one a line
"""Chinese, Japanese and Korean references: national patterns beside those of international journals."""

from __future__ import annotations

import random

from training.render_parts import Part, closed, fill
from training.render_works import packs

EAST_ASIAN = ("zh", "ja", "ko")
NUMBERS = [
    "{v}<({i})>",
    "Vol.{v}<, No.{i}>",
    "Vol.{v}< No.{i}>",
    "vol. {v}<, no. {i}>",
    "{v}<-{i}>",
    "{v}<:{i}>",
    "{v}</{i}>",
    "({v}<:{i}>)",
]
OWN_NUMBERS = {
    "ko": ["제{v}권< 제{i}호>", "제{v}권<, 제{i}호>", "제{v}권<제{i}호>"],
    "zh": ["第{v}卷<第{i}期>", "{v}卷<{i}期>"],
    "ja": ["第{v}巻<第{i}号>", "{v}巻< {i}号>", "{v}巻<{i}号>"],
}
# N: volume and issue, P: pages, Q: the title in its quotation marks, M and S: the marks between and behind fields.
FORMS = [
    "{a} ({y}). QM{c}, N<, P{p}>",
    "{a}({y}). QM{c}, N<, P{p}>",
    "{a}, {y}, QM{c} N<, P{p}>",
    "{a}. {y}. QM{c}, N<: P{p}>",
    "{a} {y}. QM{c} N<, P{p}>",
    "{a}SQM{c}, {y}, N<: P{p}>",
    "{a}SQM{c}, {y},N<:P{p}>",
    "{a}SQM{c}S{y}SN<SP{p}>",
    "{a}SQM{c}SN<SP{p}>, {y}",
    "{a}SQM{c}SN<SP{p}> ({y})",
    "{a}SQM{c}SN, {y}<, P{p}>",
    "{a}SQM{c} N ({y})<, P{p}>",
]
QUOTES = ["", "", "", "", "", "''", "“”", "「」", '""', "『』"]
# The humanities: 「」 or 〈〉 for what stands in 『』 or 《》, the editor's word behind a name, places and publishers.
HUMANITIES = {
    "zh": [
        "{a}：《{t}》，{l}：{h}，{y}年", "{a}：《{t}》，{l}：{h}，{y}年，第{p}页", "{a}：《{t}》，《{c}》{y}年第{i}期",
        "{a}：“{t}”，《{c}》{y}年第{i}期，第{p}页", "{a}：〈{t}〉，《{c}》第{v}卷第{i}期（{y}），頁{p}", "{a}主编：《{t}》，{l}：{h}，{y}年",
        "{a}主编. {t}[M]. {l}: {h}, {y}", "{a}. {t}[M]. {l}: {h}, {y}", "{a}编. {t}[M]. {l}: {h}, {y}: {p}", "{a}，《{t}》（{l}：{h}，{y}）",
        "{a}著，《{t}》，{l}：{h}，{y}", "{a}（{y}）。《{t}》。{l}：{h}", "{a}（{y}）。〈{t}〉。《{c}》，{v}({i})，{p}", "{a}. {t}[D]. {l}: {h}, {y}",
        "{a}. {t}[N]. {c}, {y}-05-12({i})", "{a}. {t}[EB/OL]. ({y}-03-19)[2021-05-01]", "{a}. {t}[C]//{c}. {l}: {h}, {y}: {p}",
        "{a}({y})。《{t}》。{l}:{h}", "{a}({y})。〈{t}〉。《{c}》,{v}({i}),{p}", "{a}：〈{t}〉，《{c}》，{y}年5月12日，版{i}", "{a}，{t}，{h}，{y}",
    ],
    "ja": [
        "{a}『{t}』{h}、{y}年", "{a}『{t}』{h}、{y}年、{p}頁", "{a}『{t}』（{h}、{y}年）", "{a}「{t}」『{c}』{v}巻{i}号、{y}年、{p}頁",
        "{a}「{t}」『{c}』第{v}号、{y}年、{p}頁", "{a}({y})「{t}」『{c}』{v}({i}), {p}", "{a}（{y}）『{t}』{h}", "{a}編『{t}』{h}、{y}年",
        "{a}, {y}, 『{t}』{h}", "{a}（{y}）「{t}」『{c}』{v}, pp.{p}", "{a}：{t}，{c}，{v}（{i}），{p}，{y}", "{a}編著（{y}）『{t}』{h}",
        "{a}「{t}」{e}編『{c}』{h}、{y}年、{p}頁",
        "「{t}」『{c}』（朝刊）、{y}年3月10日", "「{t}」『{c}』{y}年3月10日付", "{a}({y})『{t}』 {h}", "{a}({y})「{t}」『{c}』第{v}巻第{i}号", "{a}, {t}, {h}, {y}", "{a},{t},{h},{y}",
        "{a}, {t}, {c} {v}({i}), {y}", "{a}「{t}」、{e}編({y})『{c}』{h}、所収", "{a}({y})『{t}』({e}訳){h}",
    ],
    "ko": [
        "{a}, 「{t}」, 『{c}』 제{v}권 제{i}호, {y}, {p}쪽", "{a}, 「{t}」, 『{c}』 {v}, {y}, {p}쪽", "{a}, 『{t}』, {h}, {y}", "{a}, 『{t}』, {l}: {h}, {y}",
        "{a}, 「{t}」, 『{c}』, {h}, {y}, {p}면", "{a}. {y}. 『{t}』. {l}: {h}", "{a}. ({y}). {t}. {l}: {h}", "{a}, <{t}>, 《{c}》 {v}, {y}", "{a} 편, 『{t}』, {h}, {y}",
        "{a}, “{t},” 『{c}』 제{v}호({y}), {p}쪽",
    ],
}  # fmt: skip
HUMANE = 0.3  # of all are of the humanities
PLACES = {"zh": "北京|上海|台北|广州|南京|武汉|成都|香港|臺北", "ja": "東京|京都|大阪", "ko": "서울|파주|부산|대구"}
OWN_PUBLISHERS = {
    "zh": "中华书局|商务印书馆|上海古籍出版社|人民出版社|三联书店|北京大学出版社|人民教育出版社|联经出版公司|中国社会科学出版社|高等教育出版社",
    "ja": "岩波書店|東京大学出版会|講談社|有斐閣|みすず書房|筑摩書房|ミネルヴァ書房|中央公論社|勁草書房|医学書院|新曜社|金子書房",
    "ko": "창작과비평사|문학과지성사|민음사|한길사|나남|을유문화사|학지사|박영사|법문사|서울대학교출판부|돌베개|책세상",
}


def east_asian(dice: random.Random, code: str) -> list[Part]:
    """One reference in Chinese (zh), Japanese (ja) or Korean (ko)."""
    pack = packs()[code]
    if dice.random() < HUMANE:
        return _humane(dice, code)
    people = [dice.choice(pack["people"]) for _ in range(dice.choices([1, 2, 3, 4], [5, 3, 2, 1])[0])]
    first = dice.randint(1, 800)
    values = {
        "a": dice.choice([", ", ", ", "·", "，", ".", "; "]).join(people),
        "t": _title(dice, code),
        "c": _title(dice, code) if dice.random() < 0.06 else dice.choice(pack["journals"]),
        "y": str(dice.randint(1960, 2023)),
        "v": str(dice.randint(1, 60)) if dice.random() < 0.93 else "",
        "i": str(dice.randint(1, 12)) if dice.random() < 0.75 else "",
        "p": f"{first}{dice.choice(['-', '-', '–', '~'])}{first + dice.randint(2, 40)}" if dice.random() < 0.85 else "",
    }
    number = dice.choice([*NUMBERS, *OWN_NUMBERS[code] * 2])
    if not values["v"]:
        number = "<({i})>"
    quotes = dice.choice(QUOTES)
    title = f"{quotes[:1]}{{t}}{',' if quotes and dice.random() < 0.3 else ''}{quotes[1:]}"
    mark = dice.choice(["[J]. ", "[J].", ". ", "，"]) if code == "zh" else dice.choice([", ", ". ", ", ", " "])
    template = dice.choice(FORMS)
    pages = dice.choice(["pp.", "pp. ", "p.", "", "", "", "쪽 " if code == "ko" else "頁"])
    stop = dice.choice([", ", ", ", ". ", ". "])
    for sign, text in (("Q", title), ("M", mark), ("N", number), ("P", pages), ("S", stop)):
        template = template.replace(sign, text)
    parts = fill(template, values)
    if dice.random() < 0.08:
        parts += [(". ", ""), (dice.choice(pack["publishers"]).split(": ")[-1], "publisher")]
    if dice.random() < 0.06:
        parts.append((f". doi:10.{dice.randint(1000, 9999)}/abc.{values['y']}.{first}", ""))
    if dice.random() < 0.1:
        parts.insert(0, (dice.choice([f"[{first}] ", f"{first % 90}. ", f"{first % 90}) "]), ""))
    return closed(parts, dice)


def _joined(dice: random.Random, code: str, people: list[str]) -> str:
    """The names with their marks, the last one behind a word for "and" in part of the Chinese lists."""
    mark = dice.choice([", ", "·"] if code == "ko" else ["、", "，", "・", ", "])
    last = dice.choice(["與", "与", "和", mark, mark]) if code == "zh" else mark
    return last.join([mark.join(people[:-1]), people[-1]]) if len(people) > 1 else people[0]


def _humane(dice: random.Random, code: str) -> list[Part]:
    """A note or an entry of the humanities."""
    pack = packs()[code]
    first = dice.randint(1, 500)
    values = {
        "a": _joined(dice, code, [dice.choice(pack["people"]) for _ in range(dice.choice([1, 1, 1, 1, 2, 3]))]),
        "e": dice.choice(pack["people"]),
        "t": _title(dice, code),
        "c": dice.choice(pack["journals"]),
        "l": dice.choice(PLACES[code].split("|")),
        "h": dice.choice(OWN_PUBLISHERS[code].split("|")),
        "y": str(dice.randint(1930, 2023)),
        "v": str(dice.randint(1, 90)),
        "i": str(dice.randint(1, 12)),
        "p": f"{first}{dice.choice('-–~—')}{first + dice.randint(2, 40)}" if dice.random() < 0.7 else str(first),
    }
    form = dice.choice(HUMANITIES[code])
    if form.startswith(("{a}主编", "{a}编", "{a}編", "{a} 편")):
        form = form.replace("{a}", "{e}", 1)
    lead = [(dice.choice([f"[{first % 90}] ", f"{first % 90}. ", f"{first % 90} "]), "")] if dice.random() < 0.1 else []
    return [*lead, *fill(form, values), (dice.choice(["。", "。", ".", "", "．"]), "")]


def _title(dice: random.Random, code: str) -> str:
    pack = packs()[code]

    def pick(name: str) -> str:
        return dice.choice(pack[name])

    if code != "ko":
        text = "".join(pick("parts") + pick("links") for _ in range(dice.randint(1, 3))) + pick("parts") + pick("tails")
        if dice.random() < 0.2:
            ends = ["を中心に", "の事例から"] if code == "ja" else ["为例", "的视角"]
            text += dice.choice(["：", ": ", "—", "―"]) + pick("parts") + dice.choice(ends)
        return text
    phrases = [f"{pick('parts')}{pick('links').rstrip()} {pick('parts')}" for _ in range(dice.randint(1, 3))]
    text = " ".join(phrases) + dice.choice(["의 ", " ", "에 관한 ", "을 통한 "]) + pick("tails")
    if dice.random() < 0.25:
        text += dice.choice([": ", " - "]) + pick("parts") + "를 중심으로"
    if dice.random() < 0.06:
        text = dice.choice(["TRIPS ", "Thermophilic bacillus로 ", "AI ", "SNS ", "COVID-19 "]) + text
    return text
