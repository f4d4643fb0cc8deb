"""What agreements of each kind must or should cover: the points, in our own words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Topic:
    """One point of an agreement. `is_required` when a law names it."""

    code: str
    label: str
    asks: str
    is_required: bool = False


# Head Start Act 642(e)(5)(A)(ii), 42 U.S.C. 9837(e)(5): the ten points of the agreement with publicly funded preschool.
PRESCHOOL = (
    Topic("education", _("What and how children learn"), _("Activities, aims of the curriculum, instruction."), True),
    Topic(
        "information",
        _("Telling families about both programs"),
        _("Where families hear of either, and how they reach both."),
        True,
    ),
    Topic("selection", _("Who is taken first"), _("Each side’s order of selection, and how the two fit."), True),
    Topic("areas", _("Service areas"), _("Which neighborhoods each side serves."), True),
    Topic("training", _("Staff training"), _("Training each side opens to the other, and training together."), True),
    Topic("assistance", _("Technical assistance"), _("Help with running the program that both can use."), True),
    Topic("working_parents", _("More for parents who work"), _("Longer hours, care before and after, summers."), True),
    Topic(
        "kindergarten",
        _("The way into kindergarten"),
        _("How we talk with parents and schools so that the start goes well."),
        True,
    ),
    Topic("facilities", _("Buildings, transport and the like"), _("What is shared, and who pays."), True),
    Topic("other", _("Whatever else both agreed on"), _("Say “nothing further” when there is nothing."), True),
)

# The points a child welfare partnership needs (recommended practice; 45 CFR 1302.53(a)(2)(iii)).
CHILD_WELFARE = (
    Topic("vision", _("Why we do this together"), _("The picture both sides share.")),
    Topic("persons", _("A person to call on each side"), _("For referrals, coordination, questions and trouble.")),
    Topic(
        "places",
        _("Places for children in foster and kin care"),
        _("How they are referred and how they rank for enrollment."),
    ),
    Topic("sharing", _("Sharing information"), _("With the parents’ permission; what, how, and how it is kept safe.")),
    Topic("reporting", _("Reporting and staff roles"), _("Who reports what, and what staff may expect afterwards.")),
    Topic("training", _("Learning together"), _("Training both staffs attend.")),
    Topic("planning", _("Case planning and family meetings"), _("When our staff take part, and at whose wish.")),
    Topic(
        "visits",
        _("Visits and coming home"),
        _("Use of our places for parents’ visits; support when a child comes home."),
    ),
    Topic("numbers", _("How many it concerns"), _("Families in investigation, in-home services, foster care.")),
    Topic("outcomes", _("What should be different"), _("Expected outcomes and how progress is looked at.")),
    Topic("governance", _("Seats at each other’s tables"), _("Policy council, advisory committees, boards.")),
)

# What any other agreement is well advised to settle.
GENERAL = (
    Topic("purpose", _("What it is for"), _("In a sentence a parent would understand.")),
    Topic("ours", _("What we do"), _("Our side’s part.")),
    Topic("theirs", _("What they do"), _("Their side’s part.")),
    Topic("referrals", _("How families get there"), _("The way of a referral, and the answer we get.")),
    Topic("sharing", _("Sharing information"), _("What leaves, under which consent, and how it is kept safe.")),
    Topic("trouble", _("When something goes wrong"), _("Who talks to whom; how the agreement ends.")),
)

DISABILITIES = (
    Topic("referral", _("Referring a child"), _("How, to whom, and within how many days.")),
    Topic("evaluation", _("Evaluation"), _("Who evaluates, where, and how parents take part.")),
    Topic("plans", _("Plans and services"), _("Who is at the table, and where services are given.")),
    Topic("transition", _("Changing programs"), _("From Part C to Part B, and into school.")),
    Topic("sharing", _("Sharing information"), _("What leaves, under which consent, and how it is kept safe.")),
    Topic("training", _("Learning together"), _("Training both staffs attend.")),
)
