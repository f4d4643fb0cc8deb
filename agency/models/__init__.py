from agency.models.caseload import AboveLimit, CaseloadException, CaseloadLimit, InTimeQuerySet
from agency.models.catalogue import PirItemOfCategory, ServiceCategory
from agency.models.clocks import Deadline
from agency.models.events import AccessEvent, AuditEvent
from agency.models.imports import DateOrder, Fate, ImportBatch, ImportedRows, ImportIssue, ImportMapping, ImportRow
from agency.models.organisation import Agency, Center, Closure, Program, ProgramOption, ProgramYear
from agency.models.reminders import Digest, ReminderChoice
from agency.models.staff import RoleGrant, User
from agency.models.work import Draft, OutboxMail, WorkRun

__all__ = [
    "AboveLimit",
    "AccessEvent",
    "Agency",
    "AuditEvent",
    "CaseloadException",
    "CaseloadLimit",
    "Center",
    "Closure",
    "DateOrder",
    "Deadline",
    "Digest",
    "Draft",
    "Fate",
    "ImportBatch",
    "ImportIssue",
    "ImportMapping",
    "ImportRow",
    "ImportedRows",
    "InTimeQuerySet",
    "OutboxMail",
    "PirItemOfCategory",
    "Program",
    "ProgramOption",
    "ProgramYear",
    "ReminderChoice",
    "RoleGrant",
    "ServiceCategory",
    "User",
    "WorkRun",
]
