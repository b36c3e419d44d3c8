"""Whatever files of figures hold: twice is once, and an undo leaves everything as it was."""

from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from indicators.models import Measurement
from indicators.operations import Figure, correct_measurement
from portal.imports import operations
from portal.imports.models import Batch
from portal.operations import Refused
from schools.models import School
from tests.indicators.workbooks import staged

HEADER = "NPSN,Wilayah,Indikator,Kode,Tahun,Nilai,Label,Jenis Satuan,Status Satuan,Jenis Kelamin"
PLACES = st.sampled_from(
    [
        ("30304120", "", "", "", ""),
        ("30304121", "", "", "", ""),
        ("", "Kota Banjarmasin", "", "", ""),
        ("", "63.71", "SD", "negeri", ""),
        ("", "63.71", "", "", "P"),
    ]
)
INDICATORS = st.sampled_from(
    [("Kemampuan literasi", "A.1"), ("Karakter", ""), ("Kemampuan numerasi", "A.2.skor")]
)
VALUES = st.decimals(0, 100, places=2).map(lambda value: str(value).replace(".", ","))
NOISE = st.sampled_from(["-", "N/A", "1.234", "x", "101", "", "2,5"])
ROWS = st.lists(
    st.tuples(
        PLACES,
        INDICATORS,
        st.sampled_from(["2022", "2024", "2025", "2018"]),
        st.one_of(VALUES, VALUES, NOISE),
        st.sampled_from(["", "", "Baik", "Kurang", "Hebat"]),
    ),
    min_size=1,
    max_size=8,
)


def file_of(rows: list[tuple]) -> ContentFile:
    lines = [HEADER]
    for (npsn, area, form, status, sex), (name, code), year, value, label in rows:
        cells = (npsn, area, name, code, year, value, label, form, status, sex)
        lines.append(",".join(f'"{cell}"' for cell in cells))
    return ContentFile("\n".join(lines).encode(), name="tabel.csv")


def committed(rows: list[tuple]) -> Batch:
    """The batch of a file, with all rows that can go in."""
    batch = staged(file_of(rows))
    if batch.counts["new"] + batch.counts["changed"]:
        operations.commit(batch, by=None, accept_valid=True)
        batch.refresh_from_db()
    return batch


def figures() -> list[dict]:
    """All figures, without the counter of edits, which only grows."""
    fields = [f.attname for f in Measurement._meta.concrete_fields if f.attname != "version"]
    return list(Measurement.objects.order_by("pk").values(*fields))


def two_schools() -> None:
    """The schools that files speak of; each example begins without them."""
    School.objects.bulk_create(
        School(
            npsn=npsn, name=f"SDN {npsn}", form="SD", status="negeri", district_id="63.71.01"
        )
        for npsn in ("30304120", "30304121")
    )  # fmt: skip


class TestProperties(HypothesisTestCase):
    @settings(max_examples=25, deadline=None)
    @given(ROWS)
    def test_twice_is_once(self, rows):
        two_schools()
        committed(rows)
        once = figures()
        again = staged(file_of(rows))
        assert (again.counts["new"], again.counts["changed"]) == (0, 0)
        assert figures() == once

    @settings(max_examples=25, deadline=None)
    @given(st.lists(ROWS, min_size=1, max_size=3))
    def test_imports_undone_in_reverse_leave_everything_as_it_was(self, files):
        two_schools()
        before, batches = [figures()], []
        for rows in files:
            batch = committed(rows)
            if batch.committed_at:
                batches.append(batch)
                before.append(figures())
        for batch in reversed(batches):
            assert figures() == before.pop()
            operations.undo(batch, by=None)
        assert figures() == before.pop() == []

    @settings(max_examples=15, deadline=None)
    @given(ROWS, VALUES)
    def test_an_undo_leaves_what_somebody_corrected_since(self, rows, value):
        two_schools()
        batch = committed(rows)
        touched = Measurement.objects.exclude(value=None).first()
        if touched is None:
            return
        figure = Figure(touched.year, touched.value, "", "rapor cetak", note=value)
        try:
            correct_measurement(touched, figure, reason="salah baca", version=touched.version)
        except Refused:
            return
        operations.undo(batch, by=None)
        batch.refresh_from_db()
        assert [m.note for m in Measurement.objects.all()] == [value]
        assert batch.counts["left"] == 1
