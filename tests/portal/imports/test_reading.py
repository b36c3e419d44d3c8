"""What a file really is, and how its cells read."""

import contextlib
import datetime
import re
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from portal.imports.opening import MOST_BYTES, open_file
from portal.imports.reading import Unreadable
from tests.portal.imports.conftest import zipped

ODS = "application/vnd.oasis.opendocument.spreadsheet"
OLD_EXCEL = Path(__file__).parent / "data" / "sekolah.xls"


def test_a_workbook_reads_as_text_without_traces_of_number_formats(workbook, rows_in):
    path = workbook([["NPSN", "Nama"], [69760306.0, "SDN 1"], [-3.3194, True]])
    assert rows_in(path) == [["NPSN", "Nama"], ["69760306", "SDN 1"], ["-3.3194", "TRUE"]]


def test_rows_and_columns_count_from_the_first_of_the_file(workbook, rows_in):
    path = workbook([[], [], ["", "", "NPSN"], ["", "", "30304061"]])
    assert rows_in(path)[2:] == [["", "", "NPSN"], ["", "", "30304061"]]


def test_dates_are_iso(written, tmp_path, rows_in):
    path = tmp_path / "tanggal.xlsx"
    book = xlsxwriter.Workbook(str(path))
    style = book.add_format({"num_format": "dd/mm/yyyy"})
    book.add_worksheet().write_datetime(0, 0, datetime.datetime(2022, 11, 2), style)
    book.close()
    assert rows_in(path) == [["2022-11-02"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_files_in_each_encoding_and_with_each_delimiter(written, rows_in, delimiter, encoding):
    lines = [["NPSN", "Nama"], ["30304061", 'SD "Café", 1']]
    text = "\n".join(
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines
    )
    assert rows_in(written("a.csv", text.encode(encoding))) == lines


def test_a_comma_in_quotes_does_not_hide_the_semicolons(written, rows_in):
    path = written("a.csv", 'NPSN;Alamat\n30304061;"Jl. A, B, C"\n')
    assert rows_in(path)[1] == ["30304061", "Jl. A, B, C"]


def open_document(rows: str, prefix: str = "") -> bytes:
    """An .ods workbook whose only sheet `L` has these rows, its names with a prefix before theirs."""
    parts = ("office", "table", "text")
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in parts
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names} office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="L">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    content = re.sub(
        r"(</?|\s|xmlns:(?=\w+=))(office|table|text)(?=[:=])", rf"\1{prefix}\2", content
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return zipped({"mimetype": ODS, "META-INF/manifest.xml": manifest, "content.xml": content})


def cell(text: str, attributes: str = "") -> str:
    """A cell of an .ods workbook."""
    return (
        f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def row(*cells: str, times: int = 1) -> str:
    """A row of an .ods workbook, so many times."""
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def test_an_open_document_reads_too(written, rows_in):
    assert rows_in(written("a.ods", open_document(row(cell("NPSN"))))) == [["NPSN"]]


def test_a_workbook_of_excel_97_reads_too(rows_in):
    rows = rows_in(OLD_EXCEL)
    assert rows[0][0] == "DAFTAR SEKOLAH"
    assert rows[2][:3] == ["30304061", "SDN SEBERANG MESJID 1", "SD"]
    assert rows[2][7] == "2022-11-02"
    assert rows[3][0] == "P2961752"
    assert rows[3][5:] == ["-3.29", "114.6", ""]


BOMB = zipped({"xl/workbook.xml": b"<workbook/>", "xl/big.xml": b"0" * (80 * 1024 * 1024)})
REFUSED = {
    "empty": (b"", "kosong"),
    "program": (b"MZ\x90\x00" + b"\0" * 600, "bukan buku kerja"),
    "paper": (b"%PDF-1.7 ...", "bukan buku kerja"),
    "page": (b"<html><table><tr><td>NPSN</td></tr></table></html>", "halaman web"),
    "binary": (b"NPSN,Nama\n\0\1\2", "bukan buku kerja"),
    "macro": (zipped({"xl/workbook.xml": b"<w/>", "xl/vbaProject.bin": b"x"}), "makro"),
    "other zip": (zipped({"word/document.xml": b"<w/>"}), "bukan buku kerja"),
    "xlsb": (zipped({"xl/workbook.bin": b"x"}), "xlsb"),
    "bomb": (BOMB, "tidak wajar"),
    "locked": (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
        "kata sandi",
    ),
    "word document": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, "bukan buku kerja"),
    "locked ods": (
        zipped({"mimetype": ODS, "META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "kata sandi",
    ),
    "hollow xlsx": (zipped({"xl/workbook.xml": b"<w"}), "rusak"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_readable_workbook_is_refused_with_a_sentence(written, kind, rows_in):
    content, sentence = REFUSED[kind]
    with pytest.raises(Unreadable, match=sentence):
        rows_in(written("sekolah.xlsx", content))


def test_a_truncated_workbook_is_refused(workbook, written, rows_in):
    whole = workbook([["NPSN"], ["30304061"]]).read_bytes()
    with pytest.raises(Unreadable, match="rusak"):
        rows_in(written("potong.xlsx", whole[: len(whole) // 2]))


def test_a_file_above_fifty_megabytes_is_refused(tmp_path):
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(Unreadable, match="50 MB"):
        open_file(path, path.name)


def test_a_formula_below_the_header_is_found_by_its_cell(workbook):
    path = workbook([["NPSN", "Nama"], ["30304061", "{=A1&B1}"], ["30304062", "{=A2}"]])
    source = open_file(path, path.name)
    assert source.first_formula("Lembar1", {1}, 1) == "B2"
    assert source.first_formula("Lembar1", {1}, 2) == "B3"
    assert source.first_formula("Lembar1", {0}, 1) is None


def test_formulas_are_looked_for_on_the_sheet_that_is_asked(workbook):
    path = workbook([["NPSN"], ["{=1+1}"]], sheets=("A", "B"))
    source = open_file(path, path.name)
    assert source.first_formula("B", {0}, 1) == "A2"


def test_a_wide_or_a_long_sheet_is_read(workbook, rows_in):
    assert len(rows_in(workbook([[str(n) for n in range(800)]]))[0]) == 800


def rewritten(path, change, sheet="xl/worksheets/sheet1.xml") -> bytes:
    """A .xlsx whose first sheet went through `change`, and stands in the archive as `sheet`."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[sheet] = change(parts.pop("xl/worksheets/sheet1.xml"))
    links = parts["xl/_rels/workbook.xml.rels"].decode()
    moved = links.replace("worksheets/sheet1.xml", sheet.removeprefix("xl/"))
    return zipped(parts | {"xl/_rels/workbook.xml.rels": moved.encode()})


END = b"</sheetData>"
MAIN = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRAY = {
    "as usual": b'<row r="500001"><c r="WQK500001"><v>1</v></c></row>',
    "in another order": b'<row r="9"><c t="n" r="WQK500001"><v>1</v></c></row>',
    "in single quotes": b"<row r='9'><c r='WQK500001'><v>1</v></c></row>",
    "after another cell's name": b'<row r="500001"><c r="WQJ500001"/><c><v>1</v></c></row>',
    "by its row's name": b'<row r="500001">' + b"<c/>" * 16_000 + b"<c><v>1</v></c></row>",
    "with a prefix": b"<x:row " + MAIN + b' r="9"><x:c r="WQK500001"><x:v>1</x:v></x:c></x:row>',
}


@pytest.mark.parametrize("way", STRAY)
def test_a_cell_far_away_is_refused_however_it_is_written(workbook, written, way):
    path = workbook([["NPSN", "Nama"], ["30304061", "SDN"]])
    content = rewritten(path, lambda part: part.replace(b"</sheetData>", STRAY[way] + END))
    with pytest.raises(Unreadable, match="Lembar ke-1 terbentang sampai sel WQK500001"):
        open_file(written("jauh.xlsx", content), "jauh.xlsx")


def test_a_far_cell_is_found_wherever_the_sheet_lies_in_the_archive(workbook, written):
    path = workbook([["NPSN"], ["30304061"]])
    content = rewritten(
        path, lambda part: part.replace(END, STRAY["as usual"] + END), sheet="xl/lembar/Data.bin"
    )
    with pytest.raises(Unreadable, match="terbentang"):
        open_file(written("jauh.xlsx", content), "jauh.xlsx")


def test_one_cell_in_the_last_row_of_a_small_sheet_is_refused(workbook, written):
    path = workbook([["NPSN", "Nama"], ["30304061", "SDN"]])
    last = b'<row r="1048576"><c r="F1048576"><v>1</v></c></row>'
    content = rewritten(path, lambda part: part.replace(END, last + END))
    with pytest.raises(Unreadable, match="sel F1048576"):
        open_file(written("jauh.xlsx", content), "jauh.xlsx")


def test_cells_with_a_format_and_nothing_in_them_do_not_count(workbook, written, rows_in):
    far = b'<row r="500001"><c r="WQK500001" s="0"/></row>'
    path = workbook([["NPSN"], ["30304061"]])
    content = rewritten(path, lambda part: part.replace(END, far + END))
    assert rows_in(written("format.xlsx", content)) == [["NPSN"], ["30304061"]]


def test_a_long_sheet_that_is_filled_is_read(tmp_path, rows_in):
    path = tmp_path / "panjang.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for number in range(240_000):
        sheet.write_number(number, 0, number)
    sheet.write_number(number, 17, 1)
    book.close()
    assert len(rows_in(path)) == 240_000


def test_repeated_cells_of_an_open_document_are_refused(written):
    wide = cell("1", 'table:number-columns-repeated="16000"')
    content = open_document(row(wide, times=500_000))
    with pytest.raises(Unreadable, match="sampai sel WQJ500000"):
        open_file(written("jauh.ods", content), "jauh.ods")


def test_a_cell_behind_empty_ones_of_an_open_document_is_refused(written):
    gap = '<table:table-cell table:number-columns-repeated="99"/>'
    content = open_document(row(cell("NPSN")) + row(gap, times=1_000_000) + row(gap, cell("x")))
    with pytest.raises(Unreadable, match="sampai sel CV1000002"):
        open_file(written("jauh.ods", content), "jauh.ods")


def test_an_open_document_with_other_prefixes_is_refused_before_it_takes_the_memory(written):
    wide = cell("1", 'table:number-columns-repeated="16000"')
    content = open_document(row(wide, times=500_000), prefix="x")
    with pytest.raises(Unreadable, match="terbentang"):
        open_file(written("jauh.ods", content), "jauh.ods")


def test_empty_cells_to_the_end_of_an_open_document_do_not_count(written, rows_in):
    empty = '<table:table-cell table:number-columns-repeated="16383"/>'
    content = open_document(row(cell("NPSN"), empty) + row(empty, times=1_048_575))
    assert rows_in(written("kosong.ods", content)) == [["NPSN"]]


def test_a_far_cell_of_excel_97_is_refused(written):
    second = struct.pack("<HH", 1, 1)  # row and column of the formula, from 0
    content = OLD_EXCEL.read_bytes()
    moved, changed = re.subn(
        rb"(\x06\0..)" + second, rb"\1" + struct.pack("<HH", 65_535, 255), content, flags=re.DOTALL
    )
    assert changed == 1
    with pytest.raises(Unreadable, match="Lembar ke-2 terbentang sampai sel IV65536"):
        open_file(written("jauh.xls", moved), "jauh.xls")


@pytest.mark.parametrize("at", [30, 48, 76, 512, 600, 1024, 3000])
def test_a_damaged_workbook_of_excel_97_breaks_nothing(written, rows_in, at):
    content = OLD_EXCEL.read_bytes()
    path = written("rusak.xls", content[:at] + b"\xfe\xfe\xfe\xfe" * 8 + content[at + 32 :])
    with contextlib.suppress(Unreadable):  # or read, where the damage does no harm
        rows_in(path)


def test_a_formula_is_found_in_every_kind_of_workbook(workbook, written):
    prefixed = rewritten(
        workbook([["NPSN", "Nama"], ["30304061", "{=A1&B1}"]]),
        lambda part: (
            part.replace(b"<f", b"<x:f")
            .replace(b"</f>", b"</x:f>")
            .replace(b"<worksheet ", b"<worksheet " + MAIN + b" ")
        ),
    )
    formula = cell("SDN 1", 'table:formula="of:=A1"')
    document = open_document(row(cell("30304061"), cell("SDN"), times=3) + row(formula * 2))
    paths = {
        written("a.xlsx", prefixed): "B2",
        written("a.ods", document): "B4",
        OLD_EXCEL: "B2",
    }
    for path, found in paths.items():
        source = open_file(path, path.name)
        assert source.first_formula(source.sheets[-1], {1}, 1) == found
        assert source.first_formula(source.sheets[-1], {2}, 1) is None


def test_a_text_file_with_old_line_ends_counts_its_rows(written):
    path = written("a.csv", "\r".join(["NPSN,Nama"] * 10_500))
    assert open_file(path, "a.csv").height("") >= 10_000
