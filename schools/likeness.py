"""How alike two names of schools are, by the habits with which Indonesian schools are named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

ALIKE = 86  # of 100: from here on two names may mean the same school

# What a word stands for. Form and "negeri" stand in fields of their own and are left out below.
SHORT_FORMS = {
    "is": "islam",
    "it": "islam terpadu",
    "mesjid": "masjid",
    "mesjit": "masjid",
    "moh": "muhammad",
    "mohammad": "muhammad",
    "muh": "muhammadiyah",
    "muhamadiyah": "muhammadiyah",
    "st": "santo",
    "sei": "sungai",
    "sdi": "islam",
    "sdit": "islam terpadu",
    "smai": "islam",
    "smait": "islam terpadu",
    "smpi": "islam",
    "smpit": "islam terpadu",
    "tkit": "islam terpadu",
}
ROMAN = {"i": 1, "v": 5, "x": 10}
IS_ROMAN = re.compile(r"(?=[ivx])x{0,3}(ix|iv|v?i{0,3})")
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"],
        start=1,
    )
}
APOSTROPHES = re.compile("['`’‘]")
PARTS = re.compile(r"[^\W\d_]+|[0-9]+")


def words_of(name: str) -> list[str]:
    """The words and numbers of a name in lower case; `SDN1` are two, `Qur'an` is one."""
    return PARTS.findall(APOSTROPHES.sub("", name.lower()))


FORM_WORDS = frozenset(
    words_of("""
    tk tkn kb tpa sps ra sd sdn sds sdlb sdlbn mi min mis smp smpn smps smplb smplbn mts mtsn mtss
    sma sman smas smlb smlbn smalb smalbn ma man mas smk smkn smks mak slb slbn pkbm skb lkp
    negeri neg n swasta taman kanak dasar menengah pertama atas kejuruan sekolah
    madrasah ibtidaiyah tsanawiyah aliyah
    """)
)
# Words that tell neighbours apart: "Utara" and "Selatan" are never a slip of the pen.
TELLING = frozenset(
    words_of("""
    utara selatan timur barat tengah dalam luar hulu hilir kecil besar bawah putra putri
    kristen katolik islam muhammadiyah a b c d
    """)
)


@dataclass(frozen=True)
class NameParts:
    """A name taken apart: its own words, its numbers, and the words that tell neighbours apart."""

    core: str
    numbers: tuple[int, ...]
    telling: frozenset[str]


def parts_of(name: str, *, place: Iterable[str] = ()) -> NameParts:
    """Take a school's name apart; `place` are words that say no more than where it lies."""
    kept, numbers = [], []
    for word in words_of(name):
        number = _number(word)
        if number is not None:
            numbers.append(number)
        else:
            kept += SHORT_FORMS.get(word, word).split()
    words = [word for word in kept if word not in FORM_WORDS]
    ignored = set(place)
    core = [word for word in words if word not in ignored]
    return NameParts(" ".join(core), tuple(sorted(numbers)), TELLING.intersection(words))


def likeness(first: NameParts, second: NameParts) -> float:
    """How alike two names are, 0 to 100; 0 where a number or a telling word differs."""
    if first.numbers != second.numbers or first.telling != second.telling:
        return 0
    if not first.core or not second.core:
        return 100 if first.core == second.core and first.numbers else 0
    joined = fuzz.ratio(first.core.replace(" ", ""), second.core.replace(" ", ""))
    return max(joined, fuzz.token_sort_ratio(first.core, second.core))


def _number(word: str) -> int | None:
    """What a word counts: digits, a Roman numeral up to 39, or a number word up to ten."""
    if word.isdecimal():
        return int(word[:9])
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    return _roman(word) if IS_ROMAN.fullmatch(word) else None


def _roman(word: str) -> int:
    values = [ROMAN[letter] for letter in word]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
