"""Who may do what with notices: everyone with their own, which `visible_to` decides."""

import rules

from portal.access import is_signed_in

rules.add_perm("notices.list_notices", is_signed_in)
rules.add_perm("notices.read_notice", is_signed_in)
rules.add_perm("notices.choose_mail", is_signed_in)
