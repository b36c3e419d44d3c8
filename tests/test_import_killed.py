"""A commit whose worker or database dies in the middle leaves all or nothing, and can be resumed."""

import os
import signal
import subprocess
import sys

import psutil
import pytest

from tests.databases import carry, migrated_template
from tests.processes import CHECKOUT, Session, environment, manage, server_folder

STAGE = """
from datetime import date
from django.core.files import File
from portal.imports import operations
from portal.imports.profiles import profile_of
with open("schools/data/schools_banjarmasin_2019.csv", "rb") as file:
    batch = operations.receive(File(file, name="sekolah.csv"), name="sekolah.csv",
        profile=profile_of("sekolah"), by=None, area=None, holds_from=date(2019, 6, 1))
print(batch.pk)
"""
COMMIT = """
import sys, django
django.setup()
from portal.imports.models import Batch
from portal.imports.operations import commit
commit(Batch.objects.get(pk=int(sys.argv[1])), by=None)
"""
RESUME = """
from portal.imports.models import Batch
from portal.imports.operations import carry_on, nobody_works_on
batch = Batch.objects.get(pk={batch})
print(nobody_works_on(batch))
carry_on(batch, by=None)
batch.refresh_from_db()
print(batch.state)
"""
# Held by the test: the commit has written its schools, and waits to write their history.
BLOCK = "LOCK TABLE schools_schoolevent IN SHARE MODE"
BLOCKED = "SELECT count(*) FROM pg_locks WHERE NOT granted"
STAGE_LARGE = """
from datetime import date
from django.core.files.base import ContentFile
from portal.imports import operations
from portal.imports.profiles import profile_of
lines = ["NPSN,Nama"] + [f"{40_000_000 + n},SDN {n}" for n in range(10_001)]
batch = operations.receive(ContentFile("\\n".join(lines).encode(), name="a.csv"), name="a.csv",
    profile=profile_of("sekolah"), by=None, area=None, holds_from=date(2019, 6, 1))
print(batch.pk)
"""
SCHOOLS = "SELECT count(*) FROM schools_school"
READ = "SELECT done || ' of ' || row_count FROM imports_batch WHERE id = {batch}"
STATE = "SELECT state FROM imports_batch WHERE id = {batch}"


@pytest.fixture(scope="module")
def folder(django_db_blocker):
    with server_folder() as path:
        session = Session(path)
        assert session.sql("SELECT 1") == "1"
        with django_db_blocker.unblock():
            carry(migrated_template(), path)
        session.end()
        done = manage("load_reference", **variables(path))
        assert done.returncode == 0, done.stderr
        yield path


def variables(folder) -> dict:
    return {"DEMO": "true", "EMBEDDED_POSTGRES_DIR": folder, "MEDIA_ROOT": folder / "media"}


def shell(folder, code: str) -> list[str]:
    done = manage("shell", "-v0", "-c", code, **variables(folder))
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def commit_in_the_middle(folder, batch: str, holder: Session, watcher: Session) -> subprocess.Popen:
    """A process whose commit is held up between its first and its last write."""
    holder.sql("BEGIN")
    holder.sql(BLOCK)
    worker = subprocess.Popen(
        [sys.executable, "-c", COMMIT, batch],
        cwd=CHECKOUT,
        env=environment(**variables(folder)),
        stderr=subprocess.PIPE,
    )
    while watcher.sql(BLOCKED) == "0":
        assert worker.poll() is None, worker.stderr.read()
    return worker


def test_a_large_file_is_read_by_the_worker_which_tells_how_far_it_is(folder):
    [batch] = shell(folder, STAGE_LARGE)
    watcher = Session(folder)
    assert watcher.sql(STATE.format(batch=batch)) == "dibaca"
    worked = manage("db_worker", "--batch", "--no-startup-delay", **variables(folder))
    assert worked.returncode == 0, worked.stderr
    assert watcher.sql(STATE.format(batch=batch)) == "siap"
    assert watcher.sql(READ.format(batch=batch)) == "10001 of 10001"
    watcher.end()


def test_a_worker_killed_in_the_middle_of_a_commit_leaves_nothing_and_is_resumed(folder):
    [batch] = shell(folder, STAGE)
    holder, watcher = Session(folder), Session(folder)
    worker = commit_in_the_middle(folder, batch, holder, watcher)
    worker.kill()
    worker.communicate()
    holder.sql("ROLLBACK")
    while watcher.sql("SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle'") != "1":
        pass  # the server notices on its next word to the worker
    assert watcher.sql(SCHOOLS) == "0"
    assert watcher.sql(STATE.format(batch=batch)) == "menyimpan"
    assert shell(folder, RESUME.format(batch=batch)) == ["True", "tersimpan"]
    assert watcher.sql(SCHOOLS) == "371"
    undone = shell(
        folder,
        "from portal.imports.models import Batch\n"
        "from portal.imports.operations import undo\n"
        f"undo(Batch.objects.get(pk={batch}), by=None)",
    )
    assert undone == []
    holder.end()
    watcher.end()


def test_a_database_killed_in_the_middle_of_a_commit_leaves_nothing_and_is_resumed(folder):
    [batch] = shell(folder, STAGE)
    holder, watcher = Session(folder), Session(folder)
    worker = commit_in_the_middle(folder, batch, holder, watcher)
    server = psutil.Process(int((folder / "pgdata" / "postmaster.pid").read_text().split()[0]))
    backends = server.children()
    server.send_signal(signal.SIGKILL)
    for backend in backends:
        os.kill(backend.pid, signal.SIGKILL)
    psutil.wait_procs([server, *backends])
    assert worker.wait() != 0
    worker.communicate()
    holder.kill()
    watcher.kill()
    afterwards = Session(folder)
    assert afterwards.sql(SCHOOLS) == "0"
    assert afterwards.sql(STATE.format(batch=batch)) == "menyimpan"
    assert shell(folder, RESUME.format(batch=batch)) == ["True", "tersimpan"]
    assert afterwards.sql(SCHOOLS) == "371"
    afterwards.end()
