"""What is measured of the cooperation: a visit's page, an answer, the calendar, need, papers."""

from collections.abc import Iterator

from tests.bench.job import run
from tests.bench.schools import NATION, NATIONAL
from tests.bench.table import Line

PAPERS = "bench_papers"
MANY, FEW = 500, 100
MOST_QUERIES = 15
ROLES = ("fasilitator", "dinas", "sekolah")


def lines() -> Iterator[Line]:
    """Every line of the cooperation's table, as it is measured."""
    yield from _visits()
    yield from _papers()
    yield from _planning()


def _visits() -> Iterator[Line]:
    run("visits:large", PAPERS)
    for role in ROLES:
        page = run("visits:page", PAPERS, role)
        yield Line(f"visit page, {role}, p95 : E", page["ms"], page["E"], 4)
        yield Line("  its queries : allowed", page["queries"], MOST_QUERIES, 1, unit="")
    saved = run("visits:answer", PAPERS)
    yield Line("one answer saved, p95 : E", saved["ms"], saved["E"], 2)


def _papers() -> Iterator[Line]:
    run("papers:visits", PAPERS, MANY)
    before = run("papers:bare_typst", PAPERS)["ms"]
    ours = run("papers:portal", PAPERS)["ms"]
    after = run("papers:bare_typst", PAPERS)["ms"]
    yield Line("berita acara : typst, same template and data", ours, (before + after) / 2, 2)
    singles = run("papers:singles", PAPERS, MANY)["ms"]
    many, few = (run("papers:bundle", PAPERS, count) for count in (MANY, FEW))
    yield Line(f"{MANY} as one ZIP : {MANY} single ones", many["ms"], singles, 1.3)
    yield Line(f"  its peak memory : of {FEW}", many["peak_mb"], few["peak_mb"], 1.1, unit="MB")


def _planning() -> Iterator[Line]:
    run("planning:fill", NATIONAL, NATION)
    month = run("planning:calendar", NATIONAL)
    reference = month["E"] + month["S"]
    yield Line("month of 200 facilitators, p95 : E + S", month["ms"], reference, 4)
    for who, measured in run("planning:everywhere", NATIONAL)["readers"].items():
        for name, page in measured["pages"].items():
            reference = page["E"] + page["S"]
            yield Line(f"{who}, {name}, p95 : E + S", page["ms"], reference, 3)
