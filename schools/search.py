"""How a name is cut into words for the search, in Python as in the database's generated column."""

import re


def words(text: str) -> list[str]:
    """The words of a text in lower case, parted by white space and ASCII punctuation.

    Safe to put between quotes into a raw tsquery, because no quote or backslash is left.
    """
    return re.findall(r"[^\s\0!-/:-@\[-`{-~]+", text.lower())
