"""Which tests share a worker: those of files that start a server or load the demo once for all.

xdist's own groups do nothing under pytest 9.2 (pytest-xdist issue 1386): it writes them into names
of tests that pytest no longer reads. What belongs together here is seen from the file alone.
"""

from xdist.scheduler import LoadScopeScheduling

ONE_SERVER = ("tests/test_start.py", "tests/test_import_killed.py")
BROWSER = "tests/browser"
# Each walk lasts as long as all other browser tests together.
WALKS = f"{BROWSER}/test_pages.py"


def unit_of(nodeid: str) -> str:
    """What is given to a worker as a whole: one test, or all that share what is costly."""
    file = nodeid.partition("::")[0]
    if file in ONE_SERVER:
        return file
    if file.startswith(f"{BROWSER}/") and file != WALKS:
        return BROWSER
    return nodeid


class UnitScheduling(LoadScopeScheduling):
    """Units go to the next free worker, those of most tests first."""

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)
