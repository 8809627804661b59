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


def east_asian(dice: random.Random, code: str) -> list[Part]:
    """One reference in Chinese (zh), Japanese (ja) or Korean (ko)."""
    pack = packs()[code]
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
