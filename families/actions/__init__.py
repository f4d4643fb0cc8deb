"""What people do with a family's record, where it crosses tables."""

from families.actions.conversation import (
    FinishedMeanwhile,
    NoQuestions,
    finish_assessment,
    keep_answers,
    keep_staff_levels,
    start_assessment,
    suggested_need,
)
from families.actions.help import receive
from families.actions.needs import add_need, close_need, reopen_need, take_first_step
from families.actions.people import add_child, add_household, add_member, begin, remove_contact, step_back
from families.actions.places import end_place, enroll, program_year_of
from families.actions.staffing import AssignedAlready, assign, end_assignment, end_review, let_review

__all__ = [
    "AssignedAlready",
    "FinishedMeanwhile",
    "NoQuestions",
    "add_child",
    "add_household",
    "add_member",
    "add_need",
    "assign",
    "begin",
    "close_need",
    "end_assignment",
    "end_place",
    "end_review",
    "enroll",
    "finish_assessment",
    "keep_answers",
    "keep_staff_levels",
    "let_review",
    "program_year_of",
    "receive",
    "remove_contact",
    "reopen_need",
    "start_assessment",
    "step_back",
    "suggested_need",
    "take_first_step",
]
