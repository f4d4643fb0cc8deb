from supervision.models.caseload import CaseloadCount, LoadWeight, Sign
from supervision.models.consultation import Consultation
from supervision.models.flag import CaseFlag, FlagEntry
from supervision.models.moving import Absence, Handed, HandOver
from supervision.models.reflection import Reflection, ReflectionDraft
from supervision.models.session import Decision, Session, Topic

__all__ = [
    "Absence",
    "CaseFlag",
    "CaseloadCount",
    "Consultation",
    "Decision",
    "FlagEntry",
    "HandOver",
    "Handed",
    "LoadWeight",
    "Reflection",
    "ReflectionDraft",
    "Session",
    "Sign",
    "Topic",
]
