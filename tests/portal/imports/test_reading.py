"""What a file really is, and how its cells read."""

import datetime
import zipfile

import pytest

from portal.imports.reading import MOST_BYTES, Unreadable, open_file
from tests.portal.imports.conftest import zipped

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def test_a_workbook_reads_as_text_without_traces_of_number_formats(workbook, rows_in):
    path = workbook([["NPSN", "Nama"], [69760306.0, "SDN 1"], [-3.3194, True]])
    assert rows_in(path) == [["NPSN", "Nama"], ["69760306", "SDN 1"], ["-3.3194", "TRUE"]]


def test_rows_and_columns_count_from_the_first_of_the_file(workbook, rows_in):
    path = workbook([[], [], ["", "", "NPSN"], ["", "", "30304061"]])
    assert rows_in(path)[2:] == [["", "", "NPSN"], ["", "", "30304061"]]


def test_dates_are_iso(written, tmp_path, rows_in):
    import xlsxwriter

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


def test_an_open_document_reads_too(written, rows_in):
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        '<office:body><office:spreadsheet><table:table table:name="S"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>NPSN</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    parts = {"mimetype": ODS, "META-INF/manifest.xml": manifest, "content.xml": content}
    assert rows_in(written("a.ods", zipped(parts))) == [["NPSN"]]


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


def test_a_cell_far_away_is_refused_before_anything_is_laid_out(workbook, tmp_path):
    path = workbook([["NPSN", "Nama"], ["30304061", "SDN"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    far = b'<row r="500001"><c r="WQK500001" t="str"><v>x</v></c></row></sheetData>'
    parts[sheet] = parts[sheet].replace(b"</sheetData>", far)
    path.write_bytes(zipped(parts))
    with pytest.raises(Unreadable, match="terbentang"):
        open_file(path, path.name)


def test_a_wide_or_a_long_sheet_is_read(workbook, rows_in):
    assert len(rows_in(workbook([[str(n) for n in range(800)]]))[0]) == 800


OPEN_DOCUMENT_START = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="L">'
)
OPEN_DOCUMENT_END = "</table:table></office:spreadsheet></office:body></office:document-content>"


def open_document(tmp_path, rows: str):
    path = tmp_path / "a.ods"
    content = OPEN_DOCUMENT_START + rows + OPEN_DOCUMENT_END
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    parts = {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    path.write_bytes(zipped({name: text.encode() for name, text in parts.items()}))
    return path


CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'


def test_an_open_document_tells_formulas_and_far_cells(tmp_path):
    names = CELL.format("", "NPSN") + CELL.format("", "Nama")
    head = f"<table:table-row>{names}</table:table-row>"
    formula = CELL.format(' table:formula="of:=1+1"', "2")
    rows = f"{head}<table:table-row>{CELL.format('', '1')}{formula}</table:table-row>"
    source = open_file(open_document(tmp_path, rows), "a.ods")
    assert source.first_formula("L", {1}, 1) == "B2"
    assert source.first_formula("L", {0}, 1) is None
    empty = (
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    open_file(open_document(tmp_path, rows + empty), "a.ods")
    gap = '<table:table-cell table:number-columns-repeated="99"/>'
    far = f"{empty}<table:table-row>{gap}{CELL.format('', 'x')}</table:table-row>"
    with pytest.raises(Unreadable, match="terbentang"):
        open_file(open_document(tmp_path, rows + far), "a.ods")


def test_a_text_file_with_old_line_ends_counts_its_rows(written):
    path = written("a.csv", "\r".join(["NPSN,Nama"] * 10_500))
    assert open_file(path, "a.csv").height("") >= 10_000
