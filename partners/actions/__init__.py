"""What people do with partners, by noun."""

from partners.actions.directory import mark_right, report_wrong, settle
from partners.actions.mou import (
    NotRenewable,
    RenewedAlready,
    add_file,
    amend,
    ask_topics,
    keep,
    keep_mou,
    meet,
    move,
    remove_party,
    renew,
    review_annex,
    submit,
)
from partners.actions.partnership import (
    PlanThere,
    begin_plan,
    close_plan,
    do_action,
    keep_meeting,
    keep_partnership,
    reach_stage,
)

__all__ = [
    "NotRenewable", "PlanThere", "RenewedAlready", "add_file", "amend", "ask_topics", "begin_plan", "close_plan",
    "do_action", "keep", "keep_meeting", "keep_mou", "keep_partnership", "mark_right", "meet", "move", "reach_stage",
    "remove_party", "renew", "report_wrong", "review_annex", "settle", "submit",
]  # fmt: skip
