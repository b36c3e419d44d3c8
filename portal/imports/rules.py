"""Who may import. What a kind of file may change is asked of the permission that its profile names."""

import rules

from portal.access import has_role
from portal.imports.profiles import profile_of
from portal.models import Role, User

imports_files = has_role(Role.ADMIN, Role.DINAS)


@rules.predicate
def reaches_its_area(user: User, batch) -> bool:
    """Whoever was moved to another area reads an import of before, and changes nothing by it."""
    if batch is None or user.area_id is None:
        return True
    return batch.area_id is not None and user.area.contains(batch.area_id)


@rules.predicate
def may_import_its_kind(user: User, batch) -> bool:
    return batch is None or user.has_perm(profile_of(batch.kind).permission)


rules.add_perm("imports.list_batches", imports_files)
rules.add_perm("imports.view_batch", imports_files)
rules.add_perm("imports.change_batch", imports_files & reaches_its_area & may_import_its_kind)
