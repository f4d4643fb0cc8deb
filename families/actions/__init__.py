"""What people do with a family's record, where it crosses tables."""

from families.actions.conversation import (
    FinishedMeanwhile,
    NoQuestions,
    finish_assessment,
    keep_answers,
    keep_staff_levels,
    key_in,
    may_not_wait,
    start_assessment,
    suggested_need,
)
from families.actions.help import (
    NotByHand,
    ReceivedAlready,
    TooLateToTakeBack,
    change_help,
    give,
    receive,
    receive_by_hand,
    take_back,
    years_of,
)
from families.actions.needs import add_need, close_need, move, reopen_need, take_first_step, work_on
from families.actions.papers import answer, give_notice, keep_papers
from families.actions.people import (
    add_child,
    add_household,
    add_member,
    begin,
    finish_intake,
    reach_step,
    remove_contact,
    step_back,
)
from families.actions.places import end_place, enroll, program_year_of
from families.actions.reaching import print_labels, reveal
from families.actions.situation import end_fact, keep_fact
from families.actions.staffing import AssignedAlready, assign, end_assignment, end_review, let_review
from families.actions.ties import keep_tie, keep_ties

__all__ = [
    "AssignedAlready",
    "FinishedMeanwhile",
    "NoQuestions",
    "NotByHand",
    "ReceivedAlready",
    "TooLateToTakeBack",
    "add_child",
    "add_household",
    "add_member",
    "add_need",
    "answer",
    "assign",
    "begin",
    "change_help",
    "close_need",
    "end_assignment",
    "end_fact",
    "end_place",
    "end_review",
    "enroll",
    "finish_assessment",
    "finish_intake",
    "give",
    "give_notice",
    "keep_answers",
    "keep_fact",
    "keep_papers",
    "keep_staff_levels",
    "keep_tie",
    "keep_ties",
    "key_in",
    "let_review",
    "may_not_wait",
    "move",
    "print_labels",
    "program_year_of",
    "reach_step",
    "receive",
    "receive_by_hand",
    "remove_contact",
    "reopen_need",
    "reveal",
    "start_assessment",
    "step_back",
    "suggested_need",
    "take_back",
    "take_first_step",
    "work_on",
    "years_of",
]
