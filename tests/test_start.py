"""What starting the portal promises, seen from outside: it runs as processes of its own."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from itertools import takewhile
from pathlib import Path

import psutil
import pytest

from tests.processes import (
    CHECKOUT,
    Session,
    end_later,
    environment,
    manage,
    runs,
    server_folder,
    wait_until_stopped,
)

PRODUCTION = {"SECRET_KEY": "7c3f0a" * 10, "ALLOWED_HOSTS": "contoh.go.id"}
COUNTS = (
    "SELECT count(*) FROM portal_area",
    "SELECT count(*) FROM portal_user",
    "SELECT count(*) FROM schools_school",
    "SELECT count(*) FROM mentoring_visit",
)


@pytest.fixture(scope="module")
def folder():
    with server_folder() as path:
        yield path


# Configuration


@pytest.mark.parametrize("missing", PRODUCTION)
def test_production_without_a_required_variable_says_what_to_set(missing):
    given = {name: value for name, value in PRODUCTION.items() if name != missing}
    done = manage("check", **given)
    assert done.returncode != 0
    assert f"Isi variabel lingkungan {missing} dengan" in done.stderr


def test_production_passes_djangos_deployment_check_in_silence():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"


def test_another_database_than_postgresql_is_refused():
    done = manage("check", DEMO="true", DATABASE_URL="sqlite:///portal.sqlite3")
    assert done.returncode != 0
    assert "DATABASE_URL harus menunjuk PostgreSQL" in done.stderr


def test_a_database_url_leaves_the_embedded_server_out():
    done = manage(
        "shell",
        "--no-imports",
        "--command=import sys; from django.db import connection; print(connection.vendor, "
        "connection.settings_dict['HOST'], 'portal.embedded_postgres' in sys.modules)",
        **PRODUCTION,
        DATABASE_URL="postgres://portal@db.contoh.go.id/portal",
    )
    assert done.stdout == "postgresql db.contoh.go.id False\n"


@pytest.mark.parametrize("command", ["demo", "run"])
def test_demo_commands_refuse_production_before_touching_a_database(command, tmp_path):
    done = manage(command, **PRODUCTION, EMBEDDED_POSTGRES_DIR=tmp_path / "pg")
    assert done.returncode == 1
    assert "DEMO=true" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_used_port_is_named_before_anything_starts(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = manage("run", f"--port={port}", DEMO="true", EMBEDDED_POSTGRES_DIR=tmp_path / "pg")
    assert done.returncode == 1
    assert f"Porta {port} sedang dipakai program lain. Atur porta lain dengan PORT" in done.stderr
    assert list(tmp_path.iterdir()) == []


# The embedded server


def test_first_starts_at_the_same_moment_share_one_server_that_knows_all_letters(folder):
    sessions = [Session(folder) for _ in range(3)]
    for session in sessions:
        session.send("SELECT pg_postmaster_start_time()")
    started = {session.receive() for session in sessions}
    upper = sessions[0].sql("SELECT upper('é') || lower('Ñ')")
    assert [session.end() for session in sessions] == ["", "", ""]
    assert len(started) == 1
    assert upper == "Éñ"


def test_data_is_private_and_outlives_the_server(folder):
    first = Session(folder)
    first.sql("CREATE TABLE kept AS SELECT 42 AS answer")
    assert (folder / "pgdata").stat().st_mode & 0o777 == 0o700
    assert first.end() == ""
    wait_until_stopped(folder)
    second = Session(folder)
    assert second.sql("SELECT answer FROM kept") == "42"
    assert second.end() == ""


def test_server_stops_with_its_last_user_even_when_that_one_is_killed(folder):
    first, last = Session(folder), Session(folder)
    for session in (first, last):
        assert session.sql("SELECT 1") == "1"
    first.end()
    for _ in range(200):  # a server that is told to stop does so within these
        assert last.sql("SELECT 1") == "1"
    last.kill()
    wait_until_stopped(folder)


def test_remains_of_a_crash_do_not_prevent_a_start(folder):
    wait_until_stopped(folder)
    stale = folder / "pgdata" / "postmaster.pid"
    # The number of a process that lives and is no server, as after the machine was switched off.
    stale.write_text(f"{os.getpid()}\n")
    session = Session(folder)
    assert session.sql("SELECT 1") == "1"
    session.end()
    wait_until_stopped(folder)


def test_a_server_without_its_keeper_is_replaced_and_stops_in_the_end(folder):
    session = Session(folder)
    session.sql("SELECT 1")
    server = int((folder / "pgdata" / "postmaster.pid").read_text().split()[0])
    psutil.Process(server).parent().kill()
    later = Session(folder)
    assert later.sql("SELECT 1") == "1"
    session.kill()
    later.end()
    wait_until_stopped(folder)


def test_a_path_too_long_for_a_socket_is_refused(tmp_path):
    done = manage("migrate", DEMO="true", EMBEDDED_POSTGRES_DIR=tmp_path / ("x" * 90))
    assert done.returncode != 0
    assert "Jalur folder data PostgreSQL terlalu panjang" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another user for the server")
def test_root_opens_no_private_folder_to_the_server():
    with tempfile.TemporaryDirectory(prefix="mm-") as private:
        done = manage("migrate", DEMO="true", EMBEDDED_POSTGRES_DIR=Path(private) / "pg")
        assert f"tidak dapat melewati folder {private}, dan izinnya tidak kami ubah" in done.stderr
        assert Path(private).stat().st_mode & 0o777 == 0o700
        assert list(Path(private).iterdir()) == []


# `make run`


def test_run_serves_until_ctrl_c_and_a_second_start_loads_nothing_twice(folder):
    counts = []
    for _ in range(2):
        run_until_ctrl_c(folder)
        session = Session(folder)
        counts.append([session.sql(count) for count in COUNTS])
        session.end()
    assert counts[0] == counts[1]
    assert "0" not in counts[0]


def run_until_ctrl_c(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]  # free again when the block ends
    run = subprocess.Popen(
        [sys.executable, "manage.py", "run", f"--port={port}"],
        cwd=CHECKOUT,
        env=environment(DEMO="true", EMBEDDED_POSTGRES_DIR=folder, MEDIA_ROOT=folder / "media"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    limit = end_later(run)
    said = "".join(takewhile(lambda line: line != "Hentikan dengan Ctrl-C.\n", run.stdout))
    assert f"http://localhost:{port}\n" in said
    with urllib.request.urlopen(f"http://localhost:{port}/", timeout=10) as answer:  # noqa: S310
        assert answer.status == 200
    os.killpg(run.pid, signal.SIGINT)
    assert run.communicate()[0].endswith("Portal dihentikan.\n")
    limit.cancel()
    assert run.returncode == 0
    assert not runs(folder)
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
