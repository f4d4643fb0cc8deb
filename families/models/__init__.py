from families.models.assessment import Answer, Assessment, Instrument, InstrumentVersion, Item, Outcome
from families.models.assignment import Assignment, ReviewerAccess
from families.models.enrollment import Enrollment
from families.models.family import ContactPoint, ExternalId, Family, FamilyMember, Household, Language
from families.models.needs import Need, ServiceReceived

__all__ = [
    "Answer",
    "Assessment",
    "Assignment",
    "ContactPoint",
    "Enrollment",
    "ExternalId",
    "Family",
    "FamilyMember",
    "Household",
    "Instrument",
    "InstrumentVersion",
    "Item",
    "Language",
    "Need",
    "Outcome",
    "ReviewerAccess",
    "ServiceReceived",
]
