"""What an address may hold where it names a school."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class Npsn(StringConverter):
    """A well-formed NPSN, so that no other text reaches the database; the app registers it."""

    regex = r"[0-9PK][0-9]{7}"


class SmallNpsn(StringConverter):
    """An NPSN whose letter was typed small: its page is found under the capital one."""

    regex = r"[pk][0-9]{7}"

    def to_python(self, value: str) -> str:
        return value.upper()


register_converter(Npsn, "npsn")
register_converter(SmallNpsn, "small_npsn")
