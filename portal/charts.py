"""Small charts drawn on the server: a few hundred bytes of SVG that print and need no script."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH, HEIGHT, GAP = 240, 56, 4  # in the units of the drawing, which scales with its place


@dataclass(frozen=True)
class Point:
    """A value with what stands below it, for instance its year; None where it is not known."""

    label: str
    value: int | Decimal | None


@dataclass(frozen=True)
class Bar:
    """A column of a chart, in the units of the drawing; y counts down from the top."""

    x: float
    y: float
    width: float
    height: float
    point: Point


@dataclass(frozen=True)
class BarChart:
    """Columns of one thing over time, oldest first, each as high as its share of the largest."""

    title: str
    points: Sequence[Point]

    width, height = WIDTH, HEIGHT

    @property
    def known(self) -> list[Point]:
        """The points that have a value."""
        return [point for point in self.points if point.value is not None]

    @property
    def bars(self) -> list[Bar]:
        """A column for each known point; an unknown one leaves its place empty."""
        largest = max((point.value for point in self.known), default=0) or 1
        step = WIDTH / len(self.points)
        return [
            Bar(n * step, HEIGHT - high, step - GAP, high, point)
            for n, point in enumerate(self.points)
            if point.value is not None
            for high in [round(float(point.value / largest) * HEIGHT, 1)]
        ]
