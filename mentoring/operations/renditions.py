"""What becomes of an uploaded file before it is kept."""

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Rendered:
    """A file that was read: its original bytes, what is shown of it, and a thumbnail of a picture."""

    original: bytes
    extension: str
    display: bytes
    display_extension: str
    thumbnail: bytes = b""

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.original).hexdigest()

    @property
    def is_picture(self) -> bool:
        return self.display_extension == "jpg"
