"""Who may import. What a kind of file may change is asked of the permission that its profile names."""

import rules

from portal.access import has_role
from portal.models import Role

imports_files = has_role(Role.ADMIN, Role.DINAS)

rules.add_perm("imports.list_batches", imports_files)
rules.add_perm("imports.view_batch", imports_files)
rules.add_perm("imports.change_batch", imports_files)
