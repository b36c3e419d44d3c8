"""Who may do what with people and with the portal itself."""

import rules

from portal.access import is_admin, is_nationwide, is_signed_in

rules.add_perm("portal.use", is_signed_in)
rules.add_perm("portal.change_view", is_signed_in)
rules.add_perm("portal.administer", is_admin)
# What the whole nation shares and a ministry publishes: cities read it, whoever keeps the nation writes.
rules.add_perm("portal.administer_nation", is_admin & is_nationwide)
