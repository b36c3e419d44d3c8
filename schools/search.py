"""How a name is cut into words for the search, in Python as in the database's generated column."""

import re

# Forms that names shorten together with "negeri": `SDN 1` and `SD NEGERI 1` are one school.
WITH_NEGERI = {
    f"{form}n": form
    for form in (
        "tk",
        "sd",
        "smp",
        "sma",
        "smk",
        "mi",
        "mts",
        "ma",
        "slb",
        "sdlb",
        "smplb",
        "smalb",
    )
}
NEGERI = ("negeri", "neg")


def words(text: str) -> list[str]:
    """The words of a text in lower case, parted by white space and ASCII punctuation.

    Safe to put between quotes into a raw tsquery, because no quote or backslash is left.
    """
    return re.findall(r"[^\s\0!-/:-@\[-`{-~]+", text.lower())


def query_of(text: str) -> str:
    """A raw tsquery that asks for every word of a text from its beginning; '' for no word.

    `sdn` finds `SD NEGERI` as well, and `sd negeri` finds `SDN`.
    """
    asked, typed = [], words(text)
    while typed:
        word, *typed = typed
        if typed and f"{word}n" in WITH_NEGERI and typed[0] in NEGERI:
            asked.append(f"('{word}':* & '{typed.pop(0)}':* | '{word}n':*)")
        elif word in WITH_NEGERI:
            apart = " | ".join(f"'{each}'" for each in NEGERI)
            asked.append(f"('{word}':* | '{WITH_NEGERI[word]}' & ({apart}))")
        else:
            asked.append(f"'{word}':*")
    return " & ".join(asked)
