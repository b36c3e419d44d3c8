import http.client
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from portal.home.demo import demo_accounts

LONGEST_START = 60  # seconds
LONGEST_STOP = 10  # seconds


class Command(BaseCommand):
    help = "Serve a throw-away portal with demo data on this machine until Ctrl-C."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port, **options):
        """Prepare the data, serve, and stop everything that was started.

        Raises CommandError on a production configuration, on a port in use and when the web
        process does not answer.
        """
        if settings.PRODUCTION:
            raise CommandError(
                "Perintah ini hanya untuk portal contoh. Atur DEMO=true, atau jalankan `make run`."
            )
        refuse_used_port(port)
        # SIGINT too: a shell's background job is started with it ignored.
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, signal.default_int_handler)
        try:
            self.say("Menyiapkan basis data dan data contoh …")
            call_command("migrate", verbosity=0, interactive=False)
            call_command("demo", verbosity=0)
            self.serve(port)
        except KeyboardInterrupt:
            self.say("Portal dihentikan.")
        finally:
            leave_database()

    def serve(self, port: int) -> None:
        """Run the web process, the worker and, once, the daily jobs as children.

        Until the web process ends, or this one is told to.
        """
        web, *others = start_web(port), start_worker(), start_daily()
        try:
            wait_for_answer(web, port)
            self.say(f"\nPortal siap di http://localhost:{port}\n\nAkun contoh:")
            for role, email, password in demo_accounts():
                self.say(f"  {role:<28} {email:<32} {password}")
            self.say("\nHentikan dengan Ctrl-C.")
            if web.wait():
                raise CommandError(f"Proses web berhenti sendiri dengan kode {web.returncode}.")
        finally:
            stop(web, *others)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def refuse_used_port(port: int) -> None:
    """Raise CommandError when another process listens on the port."""
    with socket.socket() as probe:
        # As gunicorn does: a port whose last connections are just closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                f"Porta {port} sedang dipakai program lain. Atur porta lain dengan PORT, "
                f"misalnya: make run PORT={port + 1}"
            ) from error


def start_web(port: int) -> subprocess.Popen:
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}"]
    size = ["--workers", "2", "--threads", "4", "--graceful-timeout", "5"]
    quiet = ["--log-level", "warning", "--no-control-socket"]
    return subprocess.Popen([*command, *size, *quiet], cwd=settings.BASE_DIR)  # noqa: S603


def start_worker() -> subprocess.Popen:
    """The process that works on large files and sends mails in the background."""
    command = [sys.executable, "manage.py", "db_worker", "--interval", "1"]
    return subprocess.Popen(command, cwd=settings.BASE_DIR)  # noqa: S603


def start_daily() -> subprocess.Popen:
    """The daily jobs, in a session of their own: Ctrl-C is for this process, which then ends them."""
    command = [sys.executable, "manage.py", "daily"]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, start_new_session=True)  # noqa: S603


def wait_for_answer(web: subprocess.Popen, port: int) -> None:
    """Return when the web process answers a request, whatever it says.

    Raises CommandError when it ends or stays silent for LONGEST_START seconds.
    """
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline:
        if web.poll() is not None:
            raise CommandError("Proses web tidak dapat dijalankan; lihat pesan di atas.")
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_START)
        try:
            asked.request("GET", "/")
            asked.getresponse()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            asked.close()
    raise CommandError(f"Proses web tidak menjawab dalam {LONGEST_START} detik.")


def stop(*children: subprocess.Popen) -> None:
    # From here on nothing may interrupt: a second Ctrl-C would leave processes behind.
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_IGN)
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(LONGEST_STOP)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def leave_database() -> None:
    """Close the connections and, with the embedded server, wait until it has stopped."""
    connections.close_all()
    stop_server = getattr(connection, "leave_server", None)
    if stop_server:
        stop_server()
