"""The pages of an import, through the doors that people take."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from python_calamine import CalamineWorkbook

from portal.imports.models import Batch, RememberedMatching, State
from schools.models import School

HEADER = "NPSN;Nama Sekolah;BP;Status;Kecamatan"
ONE = "30304061;SDN SEBERANG MESJID 1;SD;N;Banjarmasin Tengah"
WRONG = "123456;SDN SALAH;SD;N;Martapura"


@pytest.fixture
def admin(client_of):
    return client_of("admin")


def send(client, *lines, name="sekolah.csv", **fields):
    """Upload these lines as a file."""
    page = client.get("/impor/baru/sekolah/")
    values = {
        "key": page.context["form"]["key"].value(),
        "holds_from": str(timezone.localdate()),
        "file": SimpleUploadedFile(name, "\n".join(lines).encode()),
    }
    return client.post("/impor/baru/sekolah/", values | fields)


def uploaded(client, *lines) -> Batch:
    send(client, *lines)
    return Batch.objects.latest("pk")


def test_a_file_is_uploaded_saved_and_taken_back(admin):
    response = send(admin, HEADER, ONE)
    batch = Batch.objects.get()
    assert response.url == f"/impor/{batch.pk}/"
    assert "Simpan 1 sekolah baru" in admin.get(response.url).content.decode()
    admin.post(f"{response.url}simpan/")
    assert School.objects.get().npsn == "30304061"
    admin.post(f"{response.url}batalkan/")
    assert not School.objects.exists()
    assert "Semuanya kembali seperti sebelumnya" in admin.get(response.url).content.decode()


def test_history_names_the_person_at_the_browser(admin):
    batch = uploaded(admin, HEADER, ONE)
    admin.post(f"/impor/{batch.pk}/simpan/")
    context = School.pgh_event_model.objects.get().pgh_context.metadata
    assert (context["user"], context["batch"]) == (admin.person.pk, batch.pk)


def test_the_same_form_twice_makes_one_batch(admin):
    page = admin.get("/impor/baru/sekolah/")
    key = page.context["form"]["key"].value()
    for _round in range(2):
        response = send(admin, HEADER, ONE, key=key)
    assert Batch.objects.count() == 1
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["MZ\0\0"], "bukan buku kerja"),
        ([""], "kosong"),
        (["a;b", "1;2"], "Baris judul kolom tidak ditemukan"),
        ([HEADER], "tidak ada satu baris pun"),
        ([HEADER, "30304061;=1+1;SD;N;Banjarmasin Tengah"], "Sel B2 berisi rumus"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_beside_the_field(admin, lines, sentence):
    response = send(admin, *lines)
    assert response.status_code == 422
    assert sentence in response.context["form"].errors["file"][0]
    assert not Batch.objects.exists()


def test_a_date_that_has_not_come_and_an_area_outside_the_scope_are_told(admin):
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = send(admin, HEADER, ONE, holds_from=str(tomorrow), area="62.71")
    assert set(response.context["form"].errors) == {"holds_from", "area"}


def test_an_unknown_kind_does_not_exist(admin):
    assert admin.get("/impor/baru/guru/").status_code == 404


def test_every_fault_stands_beside_its_cell_and_can_be_mended(admin):
    batch = uploaded(admin, HEADER, WRONG)
    page = admin.get(f"/impor/{batch.pk}/")
    [row] = page.context["rows"]
    assert [cell.name for cell in row.faulty_cells] == ["npsn", "kecamatan"]
    mended = {"act": "fix", "number": "2", "npsn": "30304061", "kecamatan": "Banjarmasin Utara"}
    admin.post(f"/impor/{batch.pk}/baris/", mended)
    batch.refresh_from_db()
    assert (batch.counts["new"], batch.counts["error"]) == (1, 0)


@pytest.mark.parametrize("number", ["", "x", "-1", "99", "9" * 30, "\u0662"])
def test_a_row_that_is_not_there_changes_nothing(admin, number):
    batch = uploaded(admin, HEADER, WRONG)
    sent = {"act": "fix", "number": number, "npsn": "30304061"}
    assert admin.post(f"/impor/{batch.pk}/baris/", sent).status_code == 302
    batch.refresh_from_db()
    assert batch.counts["error"] == 1


def test_wrong_rows_are_left_out_only_where_a_person_says_so(admin):
    batch = uploaded(admin, HEADER, ONE, WRONG)
    admin.post(f"/impor/{batch.pk}/simpan/")
    assert not School.objects.exists()
    admin.post(f"/impor/{batch.pk}/simpan/", {"accept_valid": "1"})
    assert School.objects.get().npsn == "30304061"


def test_the_marked_workbook_names_each_fault_and_comes_back_in(admin):
    batch = uploaded(admin, HEADER, ONE, WRONG)
    response = admin.get(f"/impor/{batch.pk}/bertanda.xlsx")
    content = b"".join(response.streaming_content)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[0][-1] == "Kesalahan"
    assert rows[1][0] == "30304061"
    assert "perguruan tinggi" in rows[2][-1]
    again = SimpleUploadedFile("lagi.xlsx", content)
    send(admin, "", name="lagi.xlsx", file=again)
    assert Batch.objects.latest("pk").counts == batch.counts


def test_the_original_file_is_handed_out_as_it_came(admin):
    batch = uploaded(admin, HEADER, ONE)
    response = admin.get(f"/impor/{batch.pk}/berkas/")
    assert b"".join(response.streaming_content).decode().splitlines() == [HEADER, ONE]
    assert response["Content-Disposition"].startswith("attachment")


def test_columns_are_matched_by_hand_and_remembered(admin):
    batch = uploaded(admin, HEADER.replace("NPSN", "Nomor"), ONE)
    assert batch.state == State.MATCHING
    address = f"/impor/{batch.pk}/kolom/"
    assert "Nomor" in admin.get(address).content.decode()
    assert admin.post(address, {"header_row": "1"}).status_code == 422
    columns = {"npsn": 0, "nama": 1, "bentuk": 2, "status": 3, "kecamatan": 4}
    chosen = {f"column_{name}": str(position) for name, position in columns.items()}
    admin.post(address, {"header_row": "1", "remember": "on"} | chosen)
    batch.refresh_from_db()
    assert batch.counts["new"] == 1
    assert RememberedMatching.objects.get().by == admin.person


def test_a_column_to_be_matched_shows_what_stands_below_its_header(admin):
    rows = [";SDN A", "30304061;SDN B", "30304062;", "30304063;SDN C", "30304064;SDN D"]
    batch = uploaded(admin, "Nomor;Nama Sekolah", *rows)
    form = admin.get(f"/impor/{batch.pk}/kolom/").context["form"]
    assert [label for _value, label in form.fields["column_npsn"].choices[1:]] == [
        "A: Nomor (30304061, 30304062, 30304063)",
        "B: Nama Sekolah (SDN A, SDN B, SDN C)",
    ]


@pytest.mark.parametrize("row", ["0", "5000", "900", "x", ""])
def test_a_header_row_that_is_not_there_is_told(admin, row):
    batch = uploaded(admin, HEADER, ONE)
    address = f"/impor/{batch.pk}/kolom/"
    assert admin.post(address, {"header_row": row, "column_npsn": "0"}).status_code == 422


def test_a_discarded_batch_leaves_nothing_and_is_told(admin):
    batch = uploaded(admin, HEADER, ONE)
    admin.post(f"/impor/{batch.pk}/buang/")
    batch.refresh_from_db()
    assert batch.state == State.DISCARDED
    assert not batch.rows.exists()
    assert "dibuang tanpa disimpan" in admin.get(f"/impor/{batch.pk}/").content.decode()
    admin.post(f"/impor/{batch.pk}/simpan/")
    assert not School.objects.exists()


def test_the_empty_workbook_has_the_usual_headers(admin):
    content = b"".join(admin.get("/impor/baru/dapodik/contoh.xlsx").streaming_content)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    assert {"NPSN", "Tahun", "PD"} <= set(sheet.to_python()[0])


def many(number: int) -> list[str]:
    return [f"{30_000_000 + n};SDN {n};SD;N;{'Martapura' if n % 2 else ''}" for n in range(number)]


def test_the_page_takes_as_many_queries_for_a_thousand_rows_as_for_ten(admin):
    counts = []
    for number in (10, 1000):
        batch = uploaded(admin, HEADER, *many(number))
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(f"/impor/{batch.pk}/?hasil=error").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15


def test_pages_of_rows_follow_each_other(admin):
    batch = uploaded(admin, HEADER, *many(120))
    first = admin.get(f"/impor/{batch.pk}/").context
    second = admin.get(f"/impor/{batch.pk}/?hasil=error&sesudah={first['further']}").context
    numbers = [row.number for row in [*first["rows"], *second["rows"]]]
    assert numbers == list(range(2, 102))


@pytest.mark.parametrize("query", ["hasil=x", "sesudah=x", "sesudah=-1", "sesudah=" + "9" * 40])
def test_a_broken_address_shows_the_first_page(admin, query):
    batch = uploaded(admin, HEADER, ONE)
    assert admin.get(f"/impor/{batch.pk}/?{query}").status_code == 200


def test_a_large_file_waits_for_the_worker_and_shows_its_progress(
    admin, settings, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send(admin, HEADER, *many(5001))
    batch = Batch.objects.get()
    assert batch.state == State.READING
    [waiting] = DBTaskResult.objects.all()
    assert admin.get(f"/impor/{batch.pk}/kemajuan/").status_code == 200
    waiting.task.call(*waiting.args_kwargs["args"])
    batch.refresh_from_db()
    assert (batch.state, batch.row_count) == (State.STAGED, 5001)
    assert admin.get(f"/impor/{batch.pk}/kemajuan/")["HX-Refresh"] == "true"


def test_work_that_nobody_does_can_be_taken_up_by_hand(admin, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(admin, HEADER, *many(5001))
    batch = Batch.objects.get()
    assert "Lanjutkan" in admin.get(f"/impor/{batch.pk}/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"/impor/{batch.pk}/lanjutkan/")
    for waiting in DBTaskResult.objects.order_by("enqueued_at"):  # the second finds nothing to do
        waiting.task.call(*waiting.args_kwargs["args"])
    batch.refresh_from_db()
    assert batch.state == State.STAGED


def worked_on(waiting) -> None:
    """What the worker does with a task that waits for it."""
    waiting.task.call(*waiting.args_kwargs["args"])


@pytest.fixture
def large(admin, django_capture_on_commit_callbacks) -> Batch:
    """A batch of more rows than are worked on at once, one of them wrong, read by the worker."""
    with django_capture_on_commit_callbacks(execute=True):
        send(
            admin,
            HEADER,
            *(f"{30_000_000 + n};SDN {n};SD;N;Banjarmasin Utara" for n in range(5001)),
            WRONG,
        )
    worked_on(DBTaskResult.objects.get())
    DBTaskResult.objects.all().delete()
    return Batch.objects.get()


def test_a_large_batch_is_judged_anew_by_the_worker(
    admin, large, django_capture_on_commit_callbacks
):
    address = f"/impor/{large.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        told = admin.post(f"{address}baris/", {"act": "skip", "number": "5003"}, follow=True)
    large.refresh_from_db()
    assert large.state == State.CHECKING
    assert "Sedang diperiksa ulang" in told.content.decode()
    admin.post(f"{address}simpan/")
    assert not School.objects.exists()
    worked_on(DBTaskResult.objects.get())
    large.refresh_from_db()
    assert (large.state, large.counts["error"], large.counts["new"]) == (State.STAGED, 0, 5001)


def test_a_commit_that_the_worker_refuses_waits_for_a_decision_and_says_why(
    admin, large, make_school, django_capture_on_commit_callbacks
):
    address = f"/impor/{large.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"{address}simpan/", {"accept_valid": "1"})
    large.refresh_from_db()
    assert large.state == State.COMMITTING
    make_school(npsn="30000007", name="DARI FORMULIR", district="63.71.04")
    worked_on(DBTaskResult.objects.get())
    large.refresh_from_db()
    assert (large.state, large.counts["conflict"]) == (State.STAGED, 1)
    assert School.objects.get().name == "DARI FORMULIR"
    page = admin.get(address).content.decode()
    assert "belum ada yang disimpan" in page
    assert "Sedang disimpan" not in page


def test_what_a_file_lacks_is_listed_to_its_end_and_handed_out(admin, make_school):
    make_school(npsn="30304061", district="63.71.05")
    for number in range(60):
        make_school(npsn=str(30_400_000 + number), name=f"SDN {number:02}", district="63.71.05")
    batch = uploaded(admin, HEADER, ONE)
    page = admin.get(f"/impor/{batch.pk}/")
    assert (len(page.context["missing"]), page.context["missing_count"]) == (20, 60)
    assert f"/impor/{batch.pk}/tidak-ada/" in page.content.decode()
    address, found = f"/impor/{batch.pk}/tidak-ada/", []
    query = ""
    while True:
        rows = admin.get(f"{address}{query}").context["page"]
        found += [school.name for school in rows.object_list]
        if not rows.has_next:
            break
        query = f"?setelah={rows.last.pk}"
    assert found == [f"SDN {number:02}" for number in range(60)]
    content = b"".join(admin.get(f"/impor/{batch.pk}/tidak-ada.xlsx").streaming_content)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[0][:2] == ["NPSN", "Nama"]
    assert [row[1] for row in sheet[1:]] == found
    assert sheet[1][4] == "Banjarmasin Tengah"


def test_what_would_be_saved_is_counted_by_its_sort(admin):
    lines = [
        f"{HEADER};PD;Tahun",
        f"{ONE};100;2021",
        f"{ONE};110;2022",
        "30304062;SDN 2;SD;N;Banjarmasin Tengah;90;2022",
    ]
    page = admin.get("/impor/baru/dapodik/")
    values = {
        "key": page.context["form"]["key"].value(),
        "holds_from": str(timezone.localdate()),
        "file": SimpleUploadedFile("dapodik.csv", "\n".join(lines).encode()),
    }
    address = admin.post("/impor/baru/dapodik/", values).url
    assert "Akan disimpan: 2 sekolah baru, 3 data tahunan baru." in admin.get(address).text
    admin.post(f"{address}simpan/")
    assert ": 2 sekolah baru, 3 data tahunan baru. Impor ini dapat" in admin.get(address).text


def test_imports_are_seen_by_those_whose_scope_holds_their_area(admin, nation_client, client_of):
    batch = uploaded(admin, HEADER, ONE)
    address = f"/impor/{batch.pk}/"
    assert nation_client.get(address).status_code == 200
    assert batch.file_name in nation_client.get("/impor/").text
    assert client_of("dinas", area="63.71").get(address).status_code == 200
    assert client_of("dinas", area="63.72").get(address).status_code == 404


def test_who_was_moved_elsewhere_reads_an_own_import_and_changes_nothing_by_it(admin):
    batch = uploaded(admin, HEADER, ONE)
    type(admin.person).objects.filter(pk=admin.person.pk).update(area="63.72")
    assert admin.get(f"/impor/{batch.pk}/").status_code == 200
    assert admin.post(f"/impor/{batch.pk}/simpan/").status_code == 403
    assert not School.objects.exists()
