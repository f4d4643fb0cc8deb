from goals.models.agreement import AgreementVersion, PartnershipAgreement, Signature
from goals.models.goal import Goal, GoalStatusChange, GoalStep, GoalSupport
from goals.models.notes import GoalTouched, ProgressNote
from goals.models.review import Celebration, Review, ReviewDecision

__all__ = [
    "AgreementVersion",
    "Celebration",
    "Goal",
    "GoalStatusChange",
    "GoalStep",
    "GoalSupport",
    "GoalTouched",
    "PartnershipAgreement",
    "ProgressNote",
    "Review",
    "ReviewDecision",
    "Signature",
]
