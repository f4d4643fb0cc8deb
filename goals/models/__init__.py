from goals.models.agreement import AgreementVersion, PartnershipAgreement, Signature
from goals.models.calendar import CalendarFeed
from goals.models.classroom import ClassroomGoal, ClassroomNote
from goals.models.form import FormSection, SectionAnswer
from goals.models.goal import Goal, GoalStatusChange, GoalStep, GoalSupport
from goals.models.ideas import GoalIdea
from goals.models.notes import GoalTouched, NoteTemplate, ProgressNote, SharedWriting
from goals.models.papers import AgreementBundle, CopyGiven, PaperScan
from goals.models.review import Celebration, CelebrationConsent, CelebrationPhoto, Review, ReviewDecision, ReviewedNeed
from goals.models.team import CheckInRhythm, TeamAction, TeamMeeting, TeamMember

__all__ = [
    "AgreementBundle",
    "AgreementVersion",
    "CalendarFeed",
    "Celebration",
    "CelebrationConsent",
    "CelebrationPhoto",
    "CheckInRhythm",
    "ClassroomGoal",
    "ClassroomNote",
    "CopyGiven",
    "FormSection",
    "Goal",
    "GoalIdea",
    "GoalStatusChange",
    "GoalStep",
    "GoalSupport",
    "GoalTouched",
    "NoteTemplate",
    "PaperScan",
    "PartnershipAgreement",
    "ProgressNote",
    "Review",
    "ReviewDecision",
    "ReviewedNeed",
    "SectionAnswer",
    "SharedWriting",
    "Signature",
    "TeamAction",
    "TeamMeeting",
    "TeamMember",
]
