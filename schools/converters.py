"""What an address may hold where it names a school."""

from django.urls import register_converter
from django.urls.converters import StringConverter


class Npsn(StringConverter):
    """A well-formed NPSN, so that no other text reaches the database; the app registers it."""

    regex = r"[0-9PK][0-9]{7}"


register_converter(Npsn, "npsn")
