"""What is measured of the cooperation: its papers."""

from collections.abc import Iterator

from tests.bench.job import run
from tests.bench.table import Line

PAPERS = "bench_papers"
MANY, FEW = 500, 100


def lines() -> Iterator[Line]:
    """Every line of the cooperation's table, as it is measured."""
    run("papers:visits", PAPERS, MANY)
    before = run("papers:bare_typst", PAPERS)["ms"]
    ours = run("papers:portal", PAPERS)["ms"]
    after = run("papers:bare_typst", PAPERS)["ms"]
    yield Line("berita acara : typst, same template and data", ours, (before + after) / 2, 2)
    singles = run("papers:singles", PAPERS, MANY)["ms"]
    many, few = (run("papers:bundle", PAPERS, count) for count in (MANY, FEW))
    yield Line(f"{MANY} as one ZIP : {MANY} single ones", many["ms"], singles, 1.3)
    yield Line(f"  its peak memory : of {FEW}", many["peak_mb"], few["peak_mb"], 1.1, unit="MB")
