"""The six steps of a plan with a partner: what each asks, and what one may think of. The words are our own."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from partners.models import PartnershipPlan

GENERAL, CHILD_WELFARE = PartnershipPlan.Template.GENERAL, PartnershipPlan.Template.CHILD_WELFARE


@dataclass(frozen=True)
class Step:
    """One screen of a plan. `hints` belong to a field; those of the child welfare template come beside them."""

    number: int
    title: str
    lede: str
    fields: tuple = ()
    hints: dict = field(default_factory=dict)
    child_welfare: dict = field(default_factory=dict)

    def hints_for(self, template):
        return self.hints | (self.child_welfare if template == CHILD_WELFARE else {})


STEPS = (
    Step(
        1,
        _("Our mission"),
        _("Before anything is planned: who sits at the table, what each needs, what we want together."),
        ("stakeholders", "parents_who_plan", "interests", "mission", "mission_on"),
        {
            "stakeholders": _("Everybody who will carry it: leaders, and those who meet families each day."),
            "parents_who_plan": _("First names are enough. Parents plan with us; they are not only asked afterwards."),
            "interests": _("Each side needs something of its own. Said aloud, it does no harm."),
            "mission": _("One or two sentences that both sides would sign."),
        },
        {
            "stakeholders": _(
                "Caseworkers, their supervisors, our family workers and teachers, foster and kin parents, and parents "
                "who have been in the system themselves."
            ),
            "interests": _(
                "What would make a caseworker’s day easier? What do our families fear from that agency? How will we "
                "get to know each other before we need each other?"
            ),
            "mission": _("What could be true for children here in three years that is not true today?"),
        },
    ),
    Step(
        2,
        _("Where we stand"),
        _("How it is now, told honestly by both sides."),
        ("environment", "strengths", "gaps", "barriers"),
        {
            "environment": _("How we work together today: who calls whom, what is written down, what is custom."),
            "strengths": _("Keep what works. What helped in the past counts too."),
            "gaps": _("What neither of us does, and a family would need."),
            "barriers": _("For our staff, for families, for their staff: three different lists."),
        },
        {
            "environment": _(
                "How do children in care reach us now? What do caseworkers know of our places and our priorities?"
            ),
            "gaps": _("What do our staff need to know before they can talk well with a caseworker, and with a parent?"),
            "barriers": _(
                "What do families expect from us when an agency is involved? What do our staff expect from the agency? "
                "Where do reporting and trust pull in different directions?"
            ),
        },
    ),
    Step(
        3,
        _("What we want to reach"),
        _("Two or three goals are plenty. Each says where it starts and how we will know."),
    ),
    Step(
        4,
        _("The ways we take"),
        _("Several ways lead there. Write down those you thought of, then those you take."),
        ("considered", "chosen", "training", "communication", "exchanged"),
        {
            "considered": _("Ideas that were not taken may be right next year."),
            "training": _("For our staff, for theirs, and what both could learn in one room."),
            "communication": _("How often, who with whom, and what happens when it hurts."),
            "exchanged": _("What they need to hear from us, and we from them. Families’ facts only with permission."),
        },
        {
            "training": _(
                "How child welfare works here; what reporters must do and what follows; talking with a parent about a "
                "worry; grief and fear after a separation; bias in what we notice."
            ),
            "communication": _("A person to call on each side, and a fixed hour in which cases are not the topic."),
            "exchanged": _("Our enrollment priorities and open places; their calendar of case and family meetings."),
        },
    ),
    Step(
        5,
        _("Who does what"),
        _("Actions with a name and a day. They stand on the partner’s page and with whoever took them on."),
        ("monitoring",),
        {"monitoring": _("When do we look together at how far we are, and who prepares it?")},
    ),
    Step(
        6,
        _("What changes in the community"),
        _("Beyond single families: what would be different here because we work together."),
        ("impact", "shared_data", "bundled", "feedback", "safeguards"),
        {
            "impact": _("Something a neighbor would notice."),
            "shared_data": _("Counts and trends need no name. Anything about one family needs its permission."),
            "bundled": _("Two visits that could be one; a form that could be filled in once."),
            "feedback": _("And how they hear what became of it."),
            "safeguards": _("Who sees what, where it lies, when it is thrown away."),
        },
        {
            "shared_data": _("How many children we serve are in care, how long they stay, how many come home."),
            "bundled": _("Parents’ visits at our center; one meeting for their plan and ours."),
        },
    ),
)

# What others have set out to reach and to do with a child welfare agency. Offered, never filled in by itself.
GOAL_IDEAS = (
    _("More children in foster and kin care have a place with us"),
    _("More families who get prevention or reunification services have a place with us"),
    _("Fewer children have to change their caregiver, and those in care come home sooner"),
    _("Families meet one team that knows of each other, and get help in time"),
    _("Parents see their strengths and have more to rely on"),
    _("Our staff and theirs know each other by name and trust each other"),
    _("Our staff take part in case planning when parents wish it"),
    _("Our work with families at risk is paid from prevention funds"),
)
ACTION_IDEAS = (
    _("Write a memorandum of understanding, or read the old one again together"),
    _("Name a person to call on each side"),
    _("Look at our own figures: attendance, health and goals of children in care"),
    _("Tell their staff what we offer, and how foster families get a place"),
    _("Hold a training for both staffs"),
    _("Teach new staff how child welfare works here, and what reporters must do"),
    _("Write down for our staff what is expected of them when a family is involved, and who stands by them"),
    _("Invite somebody of theirs, and a parent, to a committee of ours; take a seat in theirs"),
    _("Plan a day for all families together, such as a parent café or a fair"),
    _("Offer a room for parents’ visits"),
)


def step(number):
    return STEPS[number - 1]


def ideas(plan, what):
    """Sentences to start from ("goals" or "actions"); only the child welfare template has any."""
    if plan is None or plan.template != CHILD_WELFARE:
        return ()
    return {"goals": GOAL_IDEAS, "actions": ACTION_IDEAS}.get(what, ())


def is_begun(plan, number):
    """Something is written in this step."""
    if number == 3:
        return bool(plan.goals.all())
    if number == 5:
        return bool(plan.monitoring or plan.actions.all())
    return any(getattr(plan, name) for name in step(number).fields)
