"""Small charts drawn on the server: a few hundred bytes of SVG that print and need no script."""

from collections.abc import Callable, Sequence
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


@dataclass(frozen=True)
class Dot:
    """A point of a scatter, in the units of the drawing; y counts down from the top."""

    x: float
    y: float


@dataclass(frozen=True)
class Scatter:
    """Two numbers of many things as dots: the one across, which begins at 0, the other up.

    Beyond `most` things every n-th is drawn, which the reader is told.
    """

    title: str
    across: str
    up: str
    pairs: Sequence[tuple[Decimal, Decimal]]
    most: int = 2000

    width, height, margin = 240, 120, 6

    @property
    def drawn(self) -> Sequence[tuple[Decimal, Decimal]]:
        """The pairs that are drawn."""
        return self.pairs[:: -(-len(self.pairs) // self.most) or 1]

    @property
    def is_thinned(self) -> bool:
        return len(self.pairs) > self.most

    @property
    def most_across(self) -> Decimal:
        return max((x for x, _y in self.pairs), default=Decimal(0))

    @property
    def lowest(self) -> Decimal:
        """The lower end of the scale up, which holds 0."""
        return min((*(y for _x, y in self.pairs), Decimal(0)))

    @property
    def highest(self) -> Decimal:
        """The upper end of the scale up, which holds 0."""
        return max((*(y for _x, y in self.pairs), Decimal(0)))

    @property
    def dots(self) -> list[Dot]:
        wide, most, down = self.width - 2 * self.margin, float(self.most_across or 1), self._down()
        return [
            Dot(round(self.margin + float(x) / most * wide, 1), down(float(y)))
            for x, y in self.drawn
        ]

    @property
    def zero(self) -> float:
        """Where the line of no change lies."""
        return self._down()(0.0)

    def _down(self) -> Callable[[float], float]:
        """How far down a value lies; the ends of the scale are looked up once for all dots."""
        highest = float(self.highest)
        spread = (highest - float(self.lowest)) or 1.0
        high = self.height - 2 * self.margin
        return lambda y: round(self.margin + (highest - y) / spread * high, 1)
