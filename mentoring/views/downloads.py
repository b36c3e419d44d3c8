"""Stored scans as downloads."""

from django.http import FileResponse, Http404

from mentoring.models.scans import content_type_of


def scan_download(scan, name: str) -> FileResponse:
    """A stored scan as a download by what it is and not by what it calls itself; 404 without one."""
    if not scan:
        raise Http404
    try:
        file = scan.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    ending = scan.name[scan.name.rfind(".") :].lower()
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{name}{ending}",
        content_type=content_type_of(scan.name),
    )
