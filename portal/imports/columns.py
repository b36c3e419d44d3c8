"""What a kind of file may call its columns."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column that a kind of file may have.

    `names` are the headers it is known by, in any case and spelling; `text` columns refuse a cell
    that begins with `=`, which a spreadsheet would take for a formula.
    """

    name: str
    label: str
    names: tuple[str, ...]
    required: bool = False
    text: bool = False
