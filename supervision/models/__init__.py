from supervision.models.consultation import Consultation
from supervision.models.flag import CaseFlag, FlagEntry
from supervision.models.reflection import Reflection, ReflectionDraft
from supervision.models.session import Decision, Session, Topic

__all__ = [
    "CaseFlag",
    "Consultation",
    "Decision",
    "FlagEntry",
    "Reflection",
    "ReflectionDraft",
    "Session",
    "Topic",
]
