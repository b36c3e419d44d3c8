"""Instruments as files: JSON, and a workbook with the sheets Instrumen, Bagian and Butir.

What is written is read back equal. Numbers of rows and cells are those that a spreadsheet shows.
"""

import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from mentoring.imports.instruments import (
    LEVELS,
    OF_INSTRUMENT,
    OF_ITEM,
    OF_SECTION,
    Fault,
    Faulty,
    Record,
    Told,
    blueprint_from,
)
from mentoring.models.kinds import lines_of
from mentoring.queries.blueprints import Blueprint, ItemPlan, SectionPlan

FORMAT = "mitra-mutu/instrumen/1"
MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 50 * 1024 * 1024
MOST_ROWS = 2000
ZIP = b"PK\x03\x04"
SECTION_OF_ITEM = "bagian"  # its number, from 1
SHEETS = {"Instrumen": None, "Bagian": OF_SECTION, "Butir": (SECTION_OF_ITEM, *OF_ITEM)}
# Titles of columns: the name with spaces, its first letter large.
TITLES = {name: name.replace("_", " ").capitalize() for name in (SECTION_OF_ITEM, *OF_ITEM)}
TITLES |= {name: name.capitalize() for name in (*OF_INSTRUMENT, *OF_SECTION)}


def read(content: bytes) -> Blueprint:
    """The instrument in a file, JSON or a workbook. Raises Faulty with every fault at once."""
    if len(content) > MOST_BYTES:
        raise _whole(_("Berkas ini lebih dari 2 MB. Sebuah instrumen jauh lebih kecil."))
    return blueprint_from(_told_book(content) if content.startswith(ZIP) else _told_json(content))


def _whole(sentence: str) -> Faulty:
    return Faulty([Fault(_("Berkas"), sentence)])


# JSON


def as_json(plan: Blueprint) -> bytes:
    told = {
        "format": FORMAT,
        "kode": plan.code,
        "nama": plan.name,
        "keterangan": plan.description,
        "bagian": [
            {
                "judul": section.title,
                "bobot": _number(section.weight),
                "butir": [_item_values(item) for item in section.items],
            }
            for section in plan.sections
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _item_values(item: ItemPlan) -> dict:
    return {
        "kode": item.code,
        "jenis": item.kind,
        "butir": item.text,
        "bantuan": item.help,
        "wajib": item.required,
        "bobot": _number(item.weight),
        **dict(zip(LEVELS, item.levels, strict=True)),
        "angka_terkecil": _number(item.minimum),
        "angka_terbesar": _number(item.maximum),
        "satuan": item.unit,
        "pilihan": list(item.choices),
        "tampil_menurut": item.shown_if,
        "tampil_bila": item.shown_how,
        "nilai": lines_of(item.shown_value),
    }


def _number(value: Decimal | None) -> int | float | None:
    """At most 14 digits, so that a float holds it exactly as it is written."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _told_json(content: bytes) -> Told:
    try:
        found = json.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        raise _whole(_("Berkas ini bukan JSON dan bukan buku kerja .xlsx.")) from None
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        line = getattr(error, "lineno", 1)
        raise _whole(_("JSON tidak terbaca pada baris %d. Periksa tanda bacanya.") % line) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _whole(_("Berkas ini bukan instrumen: tulis “format”: “%s”.") % FORMAT)
    told = Told(Record(found, lambda name: name))
    faults = [*_unknown(found, {"format", "bagian", *OF_INSTRUMENT}, "")]
    for place, section in _objects(found, "bagian", "", faults):
        path = f"bagian[{place + 1}]"
        faults += _unknown(section, {"butir", *OF_SECTION}, f"{path}.")
        told.sections.append(Record(section, _at(path)))
        for number, item in _objects(section, "butir", f"{path}.", faults):
            faults += _unknown(item, set(OF_ITEM), f"{path}.butir[{number + 1}].")
            told.items.append((place, Record(item, _at(f"{path}.butir[{number + 1}]"))))
    if faults:
        raise Faulty(faults)
    return told


def _at(path: str):
    return lambda name: f"{path}.{name}"


def _objects(of: dict, name: str, path: str, faults: list[Fault]) -> Iterator[tuple[int, dict]]:
    """The objects of a list, each with its place; what is no object is a fault."""
    found = of.get(name, [])
    if not isinstance(found, list):
        faults.append(Fault(f"{path}{name}", _("Tulis daftar [ … ] di sini.")))
        return
    for place, one in enumerate(found):
        if isinstance(one, dict):
            yield place, one
        else:
            faults.append(Fault(f"{path}{name}[{place + 1}]", _("Tulis objek { … } di sini.")))


def _unknown(of: dict, known: set[str], path: str) -> list[Fault]:
    return [
        Fault(f"{path}{name}", _("Nama ini tidak dikenal. Periksa ejaannya."))
        for name in of
        if name not in known
    ]


# Workbook


def as_workbook(plan: Blueprint) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    about = book.add_worksheet("Instrumen")
    about.set_column(1, 1, 60, wrap)
    for row, (name, text) in enumerate(
        zip(OF_INSTRUMENT, (plan.code, plan.name, plan.description), strict=True)
    ):
        about.write_string(row, 0, TITLES[name], bold)
        about.write_string(row, 1, text, wrap)
    sections = [{"judul": s.title, "bobot": _number(s.weight)} for s in plan.sections]
    _write_sheet(book, "Bagian", sections)
    _write_sheet(book, "Butir", list(_item_rows(plan.sections)))
    book.close()
    return out.getvalue()


def _item_rows(sections: tuple[SectionPlan, ...]) -> Iterator[dict]:
    for number, section in enumerate(sections, 1):
        for item in section.items:
            values = _item_values(item)
            for name in ("pilihan", "nilai"):
                values[name] = "\n".join(values[name])
            values["wajib"] = "ya" if item.required else "tidak"
            yield {SECTION_OF_ITEM: number} | values


def _write_sheet(book: xlsxwriter.Workbook, name: str, rows: list[dict]) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, field in enumerate(SHEETS[name]):
        sheet.write_string(0, column, TITLES[field], bold)
        for row, values in enumerate(rows, 1):
            value = values[field]
            if isinstance(value, (int, float)):
                sheet.write_number(row, column, value, wrap)
            elif value:
                sheet.write_string(row, column, value, wrap)
    sheet.set_column(0, len(SHEETS[name]) - 1, 18)
    sheet.freeze_panes(1, 0)


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise _whole(_damaged()) from None
    if unpacked > MOST_UNPACKED:
        raise _whole(
            _("Isi berkas ini tidak wajar besarnya setelah dibuka, sehingga tidak dibaca.")
        )


def _damaged() -> str:
    return _("Buku kerja ini rusak atau bukan .xlsx. Simpan ulang sebagai .xlsx.")


def _told_book(content: bytes) -> Told:
    _refuse_bomb(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        absent = [name for name in SHEETS if name not in book.sheet_names]
        grids = {n: _grid(book.get_sheet_by_name(n)) for n in SHEETS if n not in absent}
    except PasswordError:
        raise _whole(
            _("Berkas ini dikunci dengan kata sandi. Buka kuncinya, lalu unggah lagi.")
        ) from None
    except (CalamineError, OSError):
        raise _whole(_damaged()) from None
    if absent:
        raise Faulty([Fault(name, _("Lembar ini tidak ada dalam berkas.")) for name in absent])
    faults: list[Fault] = []
    told = Told(_about(grids["Instrumen"], faults))
    told.sections = _records("Bagian", grids["Bagian"], faults)
    for record in _records("Butir", grids["Butir"], faults):
        place = record.values.pop(SECTION_OF_ITEM, None)
        if not _is_place(place, len(told.sections)):
            words = _("Tulis nomor bagian, 1 sampai %d.") % len(told.sections)
            faults.append(Fault(record.where(SECTION_OF_ITEM), words))
            continue
        told.items.append((int(place) - 1, record))
    if faults:
        raise Faulty(faults)
    return told


def _is_place(value, most: int) -> bool:
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return text.isascii() and text.isdigit() and 1 <= int(text) <= most


def _grid(sheet) -> list[list]:
    """The cells from A1 on; calamine leaves out what is empty above and at the left."""
    if sheet.total_height > MOST_ROWS:
        raise _whole(_("Lembar ini lebih dari %d baris.") % MOST_ROWS)
    return sheet.to_python(skip_empty_area=False)


def _about(grid: list[list], faults: list[Fault]) -> Record:
    """The sheet of the instrument itself: a name in column A, its value in column B."""
    rows = {str(row[0]).strip().casefold(): n for n, row in enumerate(grid) if row and row[0]}
    for name in rows:
        if name not in OF_INSTRUMENT:
            words = _("Nama ini tidak dikenal. Periksa ejaannya.")
            faults.append(Fault(_cell("Instrumen", rows[name], 0), words))
    values = {name: grid[n][1] for name, n in rows.items() if len(grid[n]) > 1}
    return Record(values, lambda name: _cell("Instrumen", rows.get(name, 0), 1))


def _records(name: str, grid: list[list], faults: list[Fault]) -> list[Record]:
    """The rows below the titles, those that hold nothing left out."""
    titles = {TITLES[field].casefold(): field for field in SHEETS[name]}
    header = [str(cell).strip().casefold() for cell in (grid[0] if grid else [])]
    places = {titles[title]: n for n, title in enumerate(header) if title in titles}
    for field in SHEETS[name]:
        if field not in places:
            words = _("Kolom “%s” tidak ada pada baris 1.") % TITLES[field]
            faults.append(Fault(_("Lembar %s") % name, words))
    for n, title in enumerate(header):
        if title and title not in titles:
            words = _("Judul kolom ini tidak dikenal. Periksa ejaannya.")
            faults.append(Fault(_cell(name, 0, n), words))
    found = []
    for number, row in enumerate(grid[1:], 1):
        values = {field: row[n] for field, n in places.items() if row[n] != ""}
        if values:
            found.append(Record(values, _in_row(name, number, places)))
    return found


def _in_row(sheet: str, row: int, places: dict[str, int]):
    return lambda name: _cell(sheet, row, places.get(name, 0))


def _cell(sheet: str, row: int, column: int) -> str:
    """A cell as a spreadsheet names it: Butir C7."""
    return f"{sheet} {xlsxwriter.utility.xl_rowcol_to_cell(row, column)}"
