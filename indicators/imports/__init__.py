"""Files with figures and counts: what they look like, how their rows are read, where they go."""

from indicators.imports.headcounts import HEADCOUNTS
from indicators.imports.profile import FIGURES

__all__ = ["FIGURES", "HEADCOUNTS"]
