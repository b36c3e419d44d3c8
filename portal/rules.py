"""Who may do what with people and with the portal itself."""

import rules

from portal.access import is_admin, is_signed_in

rules.add_perm("portal.use", is_signed_in)
rules.add_perm("portal.administer", is_admin)
