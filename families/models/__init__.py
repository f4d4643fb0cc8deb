from families.models.activity import Activity, Attendance
from families.models.assessment import Answer, Assessment, Instrument, InstrumentVersion, Item, Outcome
from families.models.assignment import Assignment, ReviewerAccess
from families.models.enrollment import Enrollment
from families.models.family import ContactPoint, ExternalId, Family, FamilyMember, Household, Language
from families.models.imports import Difference
from families.models.needs import Need, ServiceReceived
from families.models.notices import FamilyConsent, Intake, NoticeGiven
from families.models.relation import Relation, SecondHome
from families.models.situation import ChildWelfareInvolvement, ExistingPlan, FosterCare, HomelessnessEpisode
from families.models.snapshot import Snapshot, SnapshotYear
from families.models.snooze import Snooze
from families.models.structure import FamilyLink, StructureChange

__all__ = [
    "Activity",
    "Answer",
    "Assessment",
    "Assignment",
    "Attendance",
    "ChildWelfareInvolvement",
    "ContactPoint",
    "Difference",
    "Enrollment",
    "ExistingPlan",
    "ExternalId",
    "Family",
    "FamilyConsent",
    "FamilyLink",
    "FamilyMember",
    "FosterCare",
    "HomelessnessEpisode",
    "Household",
    "Instrument",
    "InstrumentVersion",
    "Intake",
    "Item",
    "Language",
    "Need",
    "NoticeGiven",
    "Outcome",
    "Relation",
    "ReviewerAccess",
    "SecondHome",
    "ServiceReceived",
    "Snapshot",
    "SnapshotYear",
    "Snooze",
    "StructureChange",
]
