"""What typed counts and indexes have in common."""

from typing import ClassVar

from portal.models import Versioned


class Kept(Versioned):
    """A record that people type, correct with a reason, and remove with a reason."""

    # The constraint that holds it once, and what is said where it is there already.
    once: ClassVar[tuple[str, str]]
    # What a correction leaves as it stands.
    stays: ClassVar[tuple[str, ...]]

    class Meta:
        abstract = True
