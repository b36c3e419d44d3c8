"""What is measured of figures: pages of a nation with millions of them, roll-up, import."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.job import run
from tests.bench.schools import NATION
from tests.bench.table import Line

FIGURES = "bench_figures"
MOST_QUERIES = 15
SHEET_SCHOOLS, SHEET_COLUMNS = 50_000, 20


def lines() -> Iterator[Line]:
    """Every line of the table of figures, as it is measured."""
    run("figures:fill", FIGURES, NATION)
    pages = run("figures:pages", FIGURES)["pages"]
    for name, page in pages.items():
        yield Line(f"{name}, p95 : E + S", page["ms"], page["E"] + page["S"], 3)
    most = max(page["queries"] for page in pages.values())
    yield Line("most queries of a page : allowed", most, MOST_QUERIES, 1, unit="")
    scan = run("figures:full_scan", FIGURES)["ms"]
    yield Line("S of the nation : full scan of figures", pages["nation, overview"]["S"], scan, 0.1)
    sums = run("figures:roll_up", FIGURES)
    yield Line("roll-up of the nation's year : GROUP BY", sums["ms"], sums["bare"], 3)
    with tempfile.TemporaryDirectory() as folder:
        yield from _import(Path(folder) / "capaian.xlsx")


def _import(path: Path) -> Iterator[Line]:
    run("figures:sheet", FIGURES, path, SHEET_SCHOOLS, SHEET_COLUMNS)
    before = run("figures:reading_and_copy", FIGURES, path)["ms"]
    ours = run("figures:portal", FIGURES, path)["ms"]
    after = run("figures:reading_and_copy", FIGURES, path)["ms"]
    yield Line("import 1,000,000 values : reading + COPY", ours, (before + after) / 2, 5)
