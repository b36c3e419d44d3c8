"""The table that `make bench` prints."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A figure beside its reference, in `unit`; their ratio may be at most `limit`."""

    measure: str
    figure: float
    reference: float
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.figure / self.reference

    @property
    def is_short(self) -> bool:
        return self.ratio > self.limit

    @property
    def cells(self) -> list[str]:
        return [
            self.measure,
            f"{self.figure:,.1f} {self.unit}",
            f"{self.reference:,.1f} {self.unit}",
            f"{self.ratio:.3g}",
            f"{self.limit:.3g}",
            "short" if self.is_short else "ok",
        ]


HEAD = ["measure", "figure", "reference", "ratio", "limit", ""]


def table(lines: list[Line]) -> str:
    """The lines as text, columns aligned; figures to the right."""
    rows = [HEAD, *(line.cells for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 5) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
