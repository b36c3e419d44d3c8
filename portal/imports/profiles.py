"""What a kind of file holds and where its rows go, described once by the app that owns the tables.

SQL in a profile is written by us, never by users. It is evaluated over these aliases:

- `r`: the row as text, one trimmed column for each Column, '' where the file has nothing;
- `c`: the clean row: `number`, `key`, and each name of `Profile.clean`;
- `t`: the record of a target that a row is about, NULL for a new one;

and may use the parameters `%(area)s` (a code, NULL for the nation), `%(holds_from)s` and
`%(file_name)s` of the batch; a literal per cent sign is written twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.imports.columns import Column
from portal.imports.reading import Source

# What the engine itself finds, whatever the kind of file.
SENTENCES = {
    "formula": _("Teks yang diawali “=” dibaca sebagai rumus. Hapus tanda samadengannya."),
    "repeated_differently": _(
        "Baris %(others)s berisi hal yang sama dengan isian yang berbeda. Bandingkan, lalu lewati "
        "salah satunya atau samakan berkasnya."
    ),
    "merged_rows": _("Baris lain yang sama persis (%(others)s) digabungkan ke baris ini."),
    "repeated": _("Sama persis dengan baris %(others)s; cukup disimpan sekali."),
    "conflict": _("Registri memuat data yang lebih baru, atau sekolah ini tidak lagi buka."),
    "edited_meanwhile": _("Data ini diubah orang lain sesudah berkas diperiksa."),
    "left_edited": _("Tidak dikembalikan: data ini diubah sesudah impor."),
    "left_later": _("Tidak dikembalikan: data ini berubah lagi sejak tanggal sesudahnya."),
    "left_taken": _("Tidak dikembalikan: isian lamanya kini dipakai catatan lain."),
    "left_referenced": _("Tidak dihapus: catatan baru ini sudah dipakai di bagian lain."),
    "left_gone": _("Tidak dikembalikan: catatan ini sudah tidak ada."),
}


@dataclass(frozen=True)
class Check:
    """A fault of a row: SQL over `c` that is true for it, and what to tell its reader.

    The sentence may name `%(value)s`, the cell as the file has it. `column` is None where the fault
    is the row's.
    """

    code: str
    column: str | None
    when: str
    sentence: str


@dataclass(frozen=True)
class Target:
    """A table that rows go to.

    `find` is SQL over `c` and `t` that tells a row's record; `joins` SQL to reach what it needs.
    `values` maps columns of the table to SQL over `c`; NULL says nothing about that column, so an
    import never erases. `new_values` are further columns of new records; `along` maps columns to
    (SQL, columns): written when one of these columns changes. `needed` are the columns without which
    no record can be made, each with a code. `refused` maps codes to SQL over `c` and `t`: records that
    this batch must not touch, whatever a person decides; `fixed` likewise, where it would change them.
    `later` is SQL over `t` and `d` (what the batch wrote): the record has moved on in a way that its
    undo would falsify. `conflicts` are pairs of SQL over `c` and
    `t` and the columns (all, when empty) whose change it leaves to a person to decide. `only`
    narrows the rows that speak about this table. `sorted_by` is the column in whose order new records
    are written: that of the lists that read them, so that a page of one lies together on the disk.
    """

    name: str
    model: type[models.Model]
    find: str
    values: dict[str, str]
    key: str = "c.key"
    joins: str = ""
    new_values: dict[str, str] = field(default_factory=dict)
    along: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    needed: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    later: str = "false"
    conflicts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    only: str = "true"
    sorted_by: str = ""


@dataclass(frozen=True)
class Profile:
    """A kind of file.

    `clean` maps names to SQL over `r` and what `joins` bring; `r` holds the texts of a part of the
    file's rows, without spaces around them. `alone` maps names of `clean` to (name, code): rows of the
    same value must agree in the other name.
    """

    kind: str
    label: str
    permission: str
    columns: tuple[Column, ...]
    clean: dict[str, str]
    key: str  # SQL over `r`: what makes two rows the same row
    checks: tuple[Check, ...]
    targets: tuple[Target, ...]
    joins: str = ""
    alone: dict[str, tuple[str, str]] = field(default_factory=dict)
    # Names of `clean` in which repeated rows must agree to be one row.
    content: tuple[str, ...] = ()
    sentences: dict[str, str] = field(default_factory=dict)  # further codes, e.g. of `needed`
    # Which files these are, for those who choose; without it the columns are named.
    about: str = ""
    titled_by: int = 2  # of the first columns, what a row is called by
    # Whether the rows hold from a day, which the upload asks for.
    is_dated: bool = True
    # What a reader may want to know of a row that is no fault: told beside it.
    remarks: tuple[Check, ...] = ()
    # From the sheets of a file, given its name, to the one table that the columns speak of.
    reshape: Callable[[Source, str], Source] | None = None
    # SQL over `t` (a record of the first target, which has a name): it belongs to what the file
    # should hold. Without it a file need not hold anything.
    missing: str = ""

    @property
    def is_reshaped(self) -> bool:
        """Whether the table of the import is another than the file's: its rows are called by cells."""
        return self.reshape is not None

    def sentence(self, code: str) -> str:
        """The sentence of a check, a remark, a conflict or a note."""
        for check in (*self.checks, *self.remarks):
            if check.code == code:
                return str(check.sentence)
        known = {**SENTENCES, **self.sentences}
        return str(known.get(code) or known[code.rpartition(".")[2]])

    def column_of(self, code: str) -> str | None:
        """The column that a code is about: `npsn.malformed` is about `npsn`; None: the row."""
        name = code.partition(".")[0]
        return name if any(column.name == name for column in self.columns) else None

    def position(self, name: str) -> int:
        """The place of a column in a staged row's cells, from 0."""
        return [column.name for column in self.columns].index(name)


_registered: dict[str, Profile] = {}


def register(profile: Profile) -> None:
    """Make a kind of file known; called by the app that owns its tables."""
    _registered[profile.kind] = profile


def profiles() -> list[Profile]:
    """The kinds of files that can be imported."""
    return list(_registered.values())


def profile_of(kind: str) -> Profile:
    """The profile of a kind. Raises KeyError for an unknown one."""
    return _registered[kind]
