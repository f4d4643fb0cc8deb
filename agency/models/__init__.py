from agency.models.catalogue import PirItemOfCategory, ServiceCategory
from agency.models.clocks import Deadline
from agency.models.events import AccessEvent, AuditEvent
from agency.models.organisation import Agency, Center, Closure, Program, ProgramYear
from agency.models.staff import RoleGrant, User
from agency.models.work import Draft, OutboxMail, WorkRun

__all__ = [
    "AccessEvent",
    "Agency",
    "AuditEvent",
    "Center",
    "Closure",
    "Deadline",
    "Draft",
    "OutboxMail",
    "PirItemOfCategory",
    "Program",
    "ProgramYear",
    "RoleGrant",
    "ServiceCategory",
    "User",
    "WorkRun",
]
