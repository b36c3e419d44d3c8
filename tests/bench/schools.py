"""What is measured of the registry: import, list, export."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.job import run
from tests.bench.table import Line

NATION = 440_000
IMPORTS = "bench_import"
NATIONAL = "bench_nation"
MOST_MB = 400


def lines() -> Iterator[Line]:
    """Every line of the registry's table, as it is measured."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _imports(Path(folder))
    yield from _lists()
    yield from _exports()


def _imports(folder: Path) -> Iterator[Line]:
    large, small = folder / "100000.xlsx", folder / "10000.xlsx"
    run("imports:workbook", IMPORTS, large, 100_000)
    run("imports:workbook", IMPORTS, small, 10_000)
    before = run("imports:reading_and_copy", IMPORTS, large)["ms"]
    ours = run("imports:portal", IMPORTS, large)
    after = run("imports:reading_and_copy", IMPORTS, large)["ms"]
    reference = (before + after) / 2
    yield Line("import 100,000 from .xlsx : reading + COPY", ours["ms"], reference, 4)
    yield Line("  its peak memory : allowed", ours["peak_mb"], MOST_MB, 1, unit="MB")
    ours = run("imports:portal", IMPORTS, small)["ms"]
    theirs = run("imports:import_export", IMPORTS, small)["ms"]
    yield Line("import 10,000 : django-import-export", ours, theirs, 1 / 15)


def _lists() -> Iterator[Line]:
    run("lists:nation", NATIONAL, NATION)
    for who, area in (("kabupaten", "35.07"), ("nation", "")):
        measured = run("lists:pages", NATIONAL, area)["pages"]
        most = 0
        for name, page in measured.items():
            yield Line(f"{who}, {name}, p95 : E + S", page["ms"], page["E"] + page["S"], 3)
            most = max(most, page["queries"])
        yield Line(f"{who}, most queries of a list : allowed", most, 10, 1, unit="")


def _exports() -> Iterator[Line]:
    for rows, database in ((10_000, "bench_10k"), (100_000, "bench_100k")):
        run("lists:nation", database, int(rows * 1.03))  # some of them ceased, and are not listed
    many = run("exports:portal", "bench_100k", "xlsx")
    bare = run("exports:xlsx_from_list", "bench_100k")["ms"]
    yield Line("export 100,000 as .xlsx : XlsxWriter from a list", many["ms"], bare, 2)
    few = run("exports:portal", "bench_10k", "xlsx")
    yield Line("  its peak memory : of 10,000", many["peak_mb"], few["peak_mb"], 1.1, unit="MB")
    csv = run("exports:portal", "bench_100k", "csv")["ms"]
    bare = run("exports:copy_to_file", "bench_100k")["ms"]
    yield Line("export 100,000 as .csv : COPY to a file", csv, bare, 1.5)
