"""The minutes of many visits as one ZIP: asked for, made in the background, thrown away after a week."""

from tempfile import TemporaryFile
from zipfile import ZIP_STORED, ZipFile

from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _

from mentoring.documents import minutes
from mentoring.models import Bundle, Paper, Visit
from mentoring.queries.papers import REPORTED
from mentoring.tasks import make_bundle
from portal.documents.rendering import Unprintable
from portal.locks import alone, is_held
from portal.models import User
from portal.operations import Refused

MOST_VISITS = 2_000
LOCK_CLASS = 0x1B01D  # tells our advisory locks from others'
TOGETHER = 20  # visits in a part: what is held in memory does not grow with the bundle
LEFT_OUT = "TIDAK-TERMUAT.txt"
State = Bundle.State


def request_bundle(visits, *, by: User, query: str = "") -> Bundle:
    """Have the minutes of these visits put into one ZIP by a background task.

    `visits` lie in the scope of `by`; those without a report are left out. A bundle with the same
    filters that is still being made is returned instead of a second one. Raises Refused for none and
    for more than 2,000.
    """
    under_way = Bundle.objects.filter(by=by, query=query, state__in=[State.WAITING, State.WORKING])
    if earlier := under_way.first():
        return earlier
    reported = visits.filter(state__in=REPORTED).order_by("pk").values_list("pk", flat=True)
    found = list(reported[: MOST_VISITS + 1])
    if not found:
        raise Refused(_("Belum ada kunjungan yang dilaporkan dalam daftar ini."))
    if len(found) > MOST_VISITS:
        raise Refused(_("Paling banyak 2.000 kunjungan sekali unduh. Persempit filternya."))
    with transaction.atomic():
        bundle = Bundle.objects.create(by=by, query=query, visits=found, total=len(found))
        _enqueue(bundle)
    return bundle


def carry_on(bundle: Bundle) -> None:
    """Make the file of a bundle; after a crash go on behind the last part that was kept.

    Does nothing while another process works on it, or when nothing is waiting.
    """
    with alone(LOCK_CLASS, bundle.pk) as is_mine:
        if not is_mine:
            return
        bundle.refresh_from_db()
        if bundle.is_under_way:
            Bundle.objects.filter(pk=bundle.pk).update(state=State.WORKING)
            _make(bundle)


@transaction.atomic
def resume(bundle: Bundle) -> None:
    """Have an abandoned bundle made after all. Raises Refused while a process works on it."""
    if not nobody_works_on(bundle):
        raise Refused(_("Berkas ini sedang dibuat. Tunggu sebentar."))
    _enqueue(bundle)


def nobody_works_on(bundle: Bundle) -> bool:
    """Whether work is waiting that no process is doing, for instance after a crash."""
    return bundle.is_under_way and not is_held(LOCK_CLASS, bundle.pk)


def discard_expired() -> int:
    """Throw the files away that were asked for more than 7 days ago; returns how many."""
    expired = list(Bundle.objects.expired())
    for bundle in expired:
        name, storage = bundle.file.name, bundle.file.storage
        with transaction.atomic():
            bundle.state, bundle.file, bundle.size = State.DISCARDED, "", 0
            bundle.save(update_fields=["state", "file", "size"])
            transaction.on_commit(lambda bundle=bundle: _forget_parts(bundle))
            if name:
                transaction.on_commit(lambda name=name, storage=storage: storage.delete(name))
    return len(expired)


def _enqueue(bundle: Bundle) -> None:
    transaction.on_commit(lambda: make_bundle.enqueue(bundle.pk))


def _make(bundle: Bundle) -> None:
    """Write the ZIP part by part, telling how far it is, and keep it when it is whole."""
    starts = range(0, bundle.total, TOGETHER)
    for start in starts:
        if bundle.done < min(start + TOGETHER, bundle.total):
            _write_part(bundle, start)
    bundle.left_out = 0
    with TemporaryFile() as out:
        with ZipFile(out, "w", ZIP_STORED) as archive:
            _join(bundle, [_part_name(bundle, start) for start in starts], archive)
        bundle.size = out.tell()
        out.seek(0)
        bundle.file.save("x.zip", File(out), save=False)
    bundle.state = State.DONE
    bundle.save(update_fields=["file", "size", "left_out", "state"])
    _forget_parts(bundle)


def _write_part(bundle: Bundle, start: int) -> None:
    """Keep the minutes of some visits; only then they count as done, for whoever goes on."""
    left_out, end = [], min(start + TOGETHER, bundle.total)
    with TemporaryFile() as out:
        with ZipFile(out, "w", ZIP_STORED) as archive:  # a PDF is compressed already
            for done, visit in enumerate(_visits(bundle, start), start=start):
                Bundle.objects.filter(pk=bundle.pk).update(done=done)
                try:
                    archive.writestr(_name_of(visit), _content_of(visit))
                except (FileNotFoundError, Unprintable):
                    left_out.append(visit.number)
            if left_out:
                archive.writestr(LEFT_OUT, "\n".join(left_out))
        out.seek(0)
        storage, name = bundle.file.storage, _part_name(bundle, start)
        storage.delete(name)  # of one that was interrupted
        storage.save(name, File(out))
    bundle.done = end
    bundle.save(update_fields=["done"])


def _join(bundle: Bundle, parts: list[str], archive: ZipFile) -> None:
    """Copy the entries of the parts into one archive, an entry at a time."""
    left_out = []
    for name in parts:
        with bundle.file.storage.open(name) as file, ZipFile(file) as part:
            for entry in part.namelist():
                if entry == LEFT_OUT:
                    left_out += part.read(entry).decode().split("\n")
                else:
                    archive.writestr(entry, part.read(entry))
    if left_out:
        archive.writestr(LEFT_OUT, "\n".join(left_out))
    bundle.left_out = len(left_out)


def _part_name(bundle: Bundle, start: int) -> str:
    return f"bundles/parts/{bundle.pk}-{start}.zip"


def _forget_parts(bundle: Bundle) -> None:
    for start in range(0, bundle.total, TOGETHER):
        bundle.file.storage.delete(_part_name(bundle, start))


def _visits(bundle: Bundle, start: int) -> QuerySet:
    """Some visits of a bundle that its person still sees, with their parts."""
    visible = Visit.objects.visible_to(bundle.by).filter(state__in=REPORTED)
    some = visible.filter(pk__in=bundle.visits[start : start + TOGETHER])
    return minutes.printed_visits(some).prefetch_related("papers").order_by("pk")


def _content_of(visit: Visit) -> bytes:
    """The frozen minutes of a visit; a draft, marked as such, where there are none."""
    if paper := _current(visit):
        with paper.file.open("rb") as file:
            return file.read()
    return minutes.print_minutes(visit, minutes.snapshot_of(visit))


def _name_of(visit: Visit) -> str:
    """A name in the ZIP that sorts by date and is taken only once."""
    draft = "" if _current(visit) else "-draf"
    return f"{visit.date:%Y-%m-%d}-{visit.number}-{slugify(visit.school.name)[:40]}{draft}.pdf"


def _current(visit: Visit) -> Paper | None:
    papers = (p for p in visit.papers.all() if p.kind == Paper.Kind.MINUTES and p.is_current)
    return next(papers, None)
