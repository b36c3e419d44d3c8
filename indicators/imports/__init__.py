"""Files with figures: what they look like, how their rows are read, and where they go."""

from indicators.imports.profile import FIGURES

__all__ = ["FIGURES"]
