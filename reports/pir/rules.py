"""The fixed vocabulary of rules: what an item of any year's form may count, and how. A number moves; a rule stays."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.pir import helped, living, people, told
from reports.pir.answers import everybody


@dataclass(frozen=True)
class Rule:
    """One way to answer an item. `answer(facts, form, item)` puts every family on one side or the other."""

    name: str | Promise
    explains: str | Promise
    answer: Callable | None
    of: str = "families"  # what the number counts: families, children, women, partners, or "" for no number
    keyed: bool = False  # asks "of what": which service, which agreement, which number kept by hand
    early: bool = False  # only Early Head Start is asked
    preschool: bool = False  # only Head Start is asked
    restricted: bool = False  # its families show only to who may read restricted records
    told: tuple = field(default=())  # the fields of a snapshot it reads

    @property
    def counts_families(self):
        return self.of in ("families", "children", "women")


START, END = "enrollment", "end"
AT = {
    START: _("Taken from the snapshot of when they came that speaks for this program year."),
    END: _(
        "Taken from the snapshot of the end of their year with us. Families that left count with the one of that day."
    ),
}


def _snapshot(name, moment, test, *fields):
    return Rule(name, AT[moment], told.by_snapshot(moment, test, *fields), told=fields)


def _says(name, moment, item, *values):
    return _snapshot(name, moment, told.says(item, *values), item)


def _two(name, test, *fields):
    return _snapshot(name, START, told.and_also(told.says("parents", "two_parents"), test), "parents", *fields)


def _one(name, test, *fields):
    return _snapshot(name, START, told.and_also(told.says("parents", "one_parent"), test), "parents", *fields)


WORK = ("employed", "in_training", "in_school")
LEARNING = ("in_training", "in_school")
BY_SERVICE = _(
    "A family is in when it received at least one service of a kind that counts under this letter, dated in the "
    "program year or in the summer after it, given by the program or reached through its referral. A referral alone "
    "does not count, nor does help a family found by itself. Families that left still count."
)
FATHERS = _(
    "Families in which an adult recorded as father or father figure took part in the year: on the list of an activity, "
    "in a strengths conversation, in a review of goals, or by signing the agreement. Never guessed."
)

RULES = {
    "heading": Rule(_("A heading, no number"), _("Only the words above other items."), None, of=""),
    "by_hand": Rule(
        _("A number written down by hand"),
        _("Our records do not hold this. Whoever knows the number writes it down for the program year."),
        people.by_hand, of="", keyed=True,
    ),
    "agreements": Rule(
        _("Partners with an agreement in force"),
        _("Partners with an agreement of this kind in force with the program on the last day of the year."),
        people.agreements, of="partners", keyed=True,
    ),
    "families_total": Rule(
        _("All families of the program"),
        _("Families with a place in the program on any day of the year, each once, however many children it has here. "
          "Families that left still count."),
        everybody,
    ),
    "two_parents": _says(_("Families with two parents"), START, "parents", "two_parents"),
    "one_parent": _says(_("Families with one parent"), START, "parents", "one_parent"),
    "figure_parents": _says(
        _("Raised by parents by birth, adoption or marriage"), START,
        "figure", "biological", "mother_only", "father_only",
    ),
    "figure_mother": _says(_("Raised by the mother only"), START, "figure", "mother_only"),
    "figure_father": _says(_("Raised by the father only"), START, "figure", "father_only"),
    "figure_grandparents": _says(_("Raised by grandparents"), START, "figure", "grandparents"),
    "figure_relatives": _says(_("Raised by other relatives"), START, "figure", "relatives"),
    "figure_foster": _says(_("Raised by foster parents, not relatives"), START, "figure", "foster"),
    "figure_other": _says(_("Raised by somebody else"), START, "figure", "other"),
    "education_degree": _says(_("Most schooling: a bachelor’s degree or more"), START, "education", "degree"),
    "education_some_college": _says(_("Most schooling: some college"), START, "education", "some_college"),
    "education_high_school": _says(_("Most schooling: high school or GED"), START, "education", "high_school"),
    "education_less": _says(_("Most schooling: less than high school"), START, "education", "less"),
    "working_start": _snapshot(_("At enrollment: works, trains or studies"), START, told.at_work(True), *WORK),
    "employed_start": _says(_("At enrollment: works"), START, "employed", "yes"),
    "training_start": _says(_("At enrollment: in job training"), START, "in_training", "yes"),
    "school_start": _says(_("At enrollment: in school"), START, "in_school", "yes"),
    "not_working_start": _snapshot(_("At enrollment: none of these"), START, told.at_work(False), *WORK),
    "working_end": _snapshot(_("At the end: works, trains or studies"), END, told.at_work(True), *WORK),
    "not_working_end": _snapshot(_("At the end: none of these"), END, told.at_work(False), *WORK),
    "working_both": Rule(_("Works at the end, and did at enrollment"), AT[END], told.changed(True, True), told=WORK),
    "working_new": Rule(
        _("Works at the end, and did not at enrollment"), AT[END], told.changed(False, True), told=WORK
    ),
    "not_working_lost": Rule(_("Not at the end, but at enrollment"), AT[END], told.changed(True, False), told=WORK),
    "not_working_still": Rule(_("Not at the end, nor at enrollment"), AT[END], told.changed(False, False), told=WORK),
    "military_active": _says(_("In the military now"), START, "military_active", "yes"),
    "military_veteran": _says(_("A veteran"), START, "military_veteran", "yes"),
    "tanf_start": _says(_("TANF at enrollment"), START, "tanf", "yes"),
    "tanf_end": _says(_("TANF at the end"), END, "tanf", "yes"),
    "ssi_start": _says(_("SSI at enrollment"), START, "ssi", "yes"),
    "ssi_end": _says(_("SSI at the end"), END, "ssi", "yes"),
    "wic_start": _says(_("WIC at enrollment"), START, "wic", "yes"),
    "wic_end": _says(_("WIC at the end"), END, "wic", "yes"),
    "snap_start": _says(_("SNAP at enrollment"), START, "snap", "yes"),
    "snap_end": _says(_("SNAP at the end"), END, "snap", "yes"),
    "two_figure_parents": _two(
        _("Two parents: by birth, adoption or marriage"), told.says("figure", "biological"), "figure"
    ),
    "two_figure_grandparents": _two(_("Two parents: grandparents"), told.says("figure", "grandparents"), "figure"),
    "two_figure_relatives": _two(_("Two parents: other relatives"), told.says("figure", "relatives"), "figure"),
    "two_figure_foster": _two(_("Two parents: foster parents"), told.says("figure", "foster"), "figure"),
    "two_figure_other": _two(_("Two parents: somebody else"), told.says("figure", "other"), "figure"),
    "one_figure_mother": _one(_("One parent: the mother"), told.says("figure", "mother_only"), "figure"),
    "one_figure_father": _one(_("One parent: the father"), told.says("figure", "father_only"), "figure"),
    "one_figure_grandparents": _one(_("One parent: a grandparent"), told.says("figure", "grandparents"), "figure"),
    "one_figure_relatives": _one(_("One parent: another relative"), told.says("figure", "relatives"), "figure"),
    "one_figure_foster": _one(_("One parent: a foster parent"), told.says("figure", "foster"), "figure"),
    "one_figure_other": _one(_("One parent: somebody else"), told.says("figure", "other"), "figure"),
    "two_none_employed": _two(_("Two parents: neither works"), told.says("employed", "no"), "employed"),
    "one_employed": _one(_("One parent: works"), told.says("employed", "yes"), "employed"),
    "one_none_employed": _one(_("One parent: does not work"), told.says("employed", "no"), "employed"),
    "two_none_learning": _two(_("Two parents: neither trains nor studies"), told.at_work(False, LEARNING), *LEARNING),
    "one_learning": _one(_("One parent: trains or studies"), told.at_work(True, LEARNING), *LEARNING),
    "one_none_learning": _one(_("One parent: neither trains nor studies"), told.at_work(False, LEARNING), *LEARNING),
    "service_received": Rule(_("Received this service"), BY_SERVICE, helped.received, keyed=True),
    "service_needed": Rule(
        _("Needed this service"),
        _("Families with a need of a kind that counts under this letter, open on any day of the year, wanted or seen."),
        helped.needed, keyed=True,
    ),
    "any_service_received": Rule(
        _("Received at least one service"),
        _("Families counted under at least one letter of the list, each once: never the sum of the letters."),
        helped.any_received,
    ),
    "any_service_needed": Rule(
        _("Needed at least one service"), _("Families counted under at least one need, each once."), helped.any_needed
    ),
    "father_assessment": Rule(_("Fathers: the family’s assessment"), FATHERS, people.fathers("assessment")),
    "father_goals": Rule(_("Fathers: setting goals"), FATHERS, people.fathers("goals")),
    "father_child": Rule(_("Fathers: their child’s development"), FATHERS, people.fathers("child")),
    "father_governance": Rule(_("Fathers: running the program"), FATHERS, people.fathers("governance")),
    "father_parenting": Rule(_("Fathers: parenting education"), FATHERS, people.fathers("parenting")),
    "homeless_families": Rule(
        _("Families without a home"),
        _("Families with a time without a home (McKinney-Vento) on any day of the year."), living.homeless_families,
    ),
    "homeless_children": Rule(
        _("Children without a home"),
        _("Enrolled children of families with a time without a home on any day of the year, each child once."),
        living.homeless_children, of="children",
    ),
    "housing_acquired": Rule(
        _("Families that found a home"),
        _("Families without a home in the year that found one in the year or in the summer after it."),
        living.housing_acquired,
    ),
    "foster_children": Rule(
        _("Children in foster care"),
        _("Enrolled children in foster care on any day of the year, each child once."),
        living.foster_children, of="children",
    ),
    "referred_children": Rule(
        _("Children sent by child welfare"),
        _("Enrolled children whom a child welfare agency sent to us, each child once."),
        living.referred_children, of="children", restricted=True,
    ),
    "children_left": Rule(
        _("Children who left"), people.LEFT, people.left(), of="children", preschool=True
    ),
    "children_left_early": Rule(
        _("Children who left within 45 days"), people.LEFT, people.left(people.FEW_DAYS), of="children",
        preschool=True,
    ),
    "toddlers_left": Rule(_("Infants and toddlers who left"), people.LEFT, people.left(), of="children", early=True),
    "toddlers_left_early": Rule(
        _("Infants and toddlers who left within 45 days"), people.LEFT, people.left(people.FEW_DAYS), of="children",
        early=True,
    ),
    "pregnant_women": Rule(
        _("Pregnant women enrolled"), _("Women with a place for the pregnancy on any day of the year, each once."),
        people.pregnant, of="women", early=True,
    ),
    "pregnant_service": Rule(
        _("Pregnant women who received this"),
        _("Women with a place for the pregnancy who received help of one of these kinds in the year. Help that names "
          "who took part counts for the women it names."),
        people.pregnant_service, of="women", keyed=True, early=True,
    ),
    "pregnant_first": Rule(
        _("Enrolled in the first three months"), people.BY_WEEKS, people.trimester(1), of="women", early=True
    ),
    "pregnant_second": Rule(
        _("Enrolled in the middle three months"), people.BY_WEEKS, people.trimester(2), of="women", early=True
    ),
    "pregnant_third": Rule(
        _("Enrolled in the last three months"), people.BY_WEEKS, people.trimester(3), of="women", early=True
    ),
}  # fmt: skip


# What a list of these tells of a family is restricted, whatever the kinds of help behind it say.
SENSITIVE = {
    "mental_health", "substance_prevention", "substance_treatment", "substance_risks", "child_abuse",
    "domestic_violence", "incarceration",
}  # fmt: skip

# What a question is about, by the beginning of its code: the tables of the worksheet.
THEMES = {
    "leaving": (_("Leaving and absence"), ("children_left", "toddlers_left", "by_hand:center_", "by_hand:chronic_")),
    "pregnancy": (_("Pregnant women"), ("pregnant_", "by_hand:high_risk")),
    "families": (
        _("Families, and who raises the child"),
        ("families_total", "two_parents", "one_parent", "figure_", "two_figure_", "one_figure_"),
    ),
    "work": (
        _("Schooling, work and training"),
        ("education_", "working_", "not_working_", "employed_", "training_", "school_", "two_", "one_", "by_hand:two_",
         "by_hand:completed_"),
    ),
    "aid": (_("Military service and public assistance"), ("military_", "tanf_", "ssi_", "wic_", "snap_")),
    "services": (_("Family services"), ("service_", "any_service_")),
    "fathers": (_("Fathers"), ("father_",)),
    "home": (
        _("Homelessness, foster care and child welfare"),
        ("homeless_", "housing_", "foster_", "referred_"),
    ),
    "program": (_("Staff, partners and agreements"), ("",)),
}  # fmt: skip


def theme_of(code):
    """(theme, its title) of a question."""
    return next((theme, str(title)) for theme, (title, begins) in THEMES.items() if code.startswith(begins))


def rule_of(item):
    return RULES[item.rule]
