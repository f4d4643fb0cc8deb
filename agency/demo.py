"""The demo's log-ins: one person a role, all with the same password, printed and shown in the demo only."""

from agency.access import Role
from agency.models import RoleGrant

PASSWORD = "harvest-valley"  # noqa: S105  invented people, in the demo only


def demo_logins():
    """For each role of the demo somebody holds, the first person who holds it."""
    grants = RoleGrant.objects.in_force().filter(user__is_active=True).select_related("user").order_by("user_id")
    firsts = {}
    for grant in grants:
        firsts.setdefault(grant.role, grant.user)
    return [
        {"role": role.label, "label": str(firsts[role]), "username": firsts[role].username, "password": PASSWORD}
        for role in Role
        if role in firsts
    ]
