"""Who a family is: names, homes, telephones, places in the program, who serves it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from workspace.demo.texts import read, said

YEAR = 365
SECOND = {"es": "Spanish", "hmn": "Hmong", "ar": "Arabic", "so": "Somali", "vi": "Vietnamese", "ht": "Haitian Creole"}
# Of a hundred families, whose home the children live in.
KINDS = {"two": 44, "mother": 27, "father": 5, "grandmother": 6, "foster": 5, "kin": 4, "split": 9}
EXPECTING = 14  # of a hundred early families
HIDDEN = 12  # of those in which it may happen
AREA_CODES = ("509", "360", "564", "253", "425", "206")


@dataclass
class Person:
    pk: int
    first_name: str
    last_name: str
    relationship: str

    @property
    def name(self):
        return f"{self.first_name} {self.last_name}".strip()


@dataclass
class Life:
    """One family while it is being written: what later chapters need to know of the earlier ones."""

    pk: int
    plan: object
    rng: object
    name: str
    language: str
    kind: str
    entered: date
    until: int  # the last day anything may happen here
    adults: list = field(default_factory=list)
    children: list = field(default_factory=list)
    phones: list = field(default_factory=list)
    workers: list = field(default_factory=list)  # (from, until, Worker), days as numbers
    first_talk: int = 0
    needs: list = field(default_factory=list)
    agreed: str = ""  # where their agreement stands
    goals: list = field(default_factory=list)
    asked: set = field(default_factory=set)  # needs a partner was asked about
    has_baby: bool = False
    is_expecting: bool = False

    @property
    def spoken(self):
        """The language in which their words are kept: theirs when the worker writes it too, else English."""
        return "es" if self.language == "es" and self.plan.worker.language == "es" else "en"

    def worker_on(self, day):
        return next((worker for first, last, worker in self.workers if first <= day <= last), self.workers[-1][2])


def begin(ground, tables, plan):
    """Write who they are; returns the `Life` on which the rest is written."""
    rng = ground.random("family", plan.number)
    origin = _origin(rng, plan)
    kind = _kind(rng, plan)
    entered = date.fromordinal(plan.entered)
    language = "en" if origin["origin"] != "english" and rng.random() < 0.25 else origin["language"]
    life = Life(
        pk=0,
        plan=plan,
        rng=rng,
        name=rng.choice(origin["surnames"]),
        language=language,
        kind=kind,
        entered=entered,
        until=plan.exited if plan.left else ground.day - 1,
    )
    _family(tables, life, origin, ground)
    homes = _homes(tables, life, plan)
    _grown(tables, life, origin, homes)
    _children(tables, life, origin, homes)
    _enrollments(ground, tables, life)
    _serving(ground, tables, life)
    return life


def _origin(rng, plan):
    peoples = read("names")
    shares = [people["share"] for people in peoples]
    if plan.place.is_seasonal:
        shares = [92 if people["origin"] == "spanish" else people["share"] // 8 for people in peoples]
    elif plan.worker.speaks_spanish:
        shares = [people["share"] * (2 if people["origin"] == "spanish" else 1) for people in peoples]
    return rng.choices(peoples, shares)[0]


def _kind(rng, plan):
    if plan.place.is_early and not plan.left and rng.randrange(100) < EXPECTING and plan.situation != "new":
        return "expecting"
    return rng.choices(list(KINDS), list(KINDS.values()))[0]


def _family(tables, life, origin, ground):
    rng, plan = life.rng, life.plan
    known = plan.entered - rng.randrange(3, 30)
    has_voice = rng.random() < 0.4 and plan.situation != "new"
    second = origin["language"] if origin["language"] != life.language else ""
    life.pk = tables.family.add(
        name=life.name,
        center=plan.place.pk,
        language=life.language,
        also_speaks=SECOND.get(second, ""),
        needs_interpreter=life.language not in ("en", "es")
        or (life.language == "es" and not plan.worker.speaks_spanish),
        voice=said(rng.choice(read("details")["voices"]), life.spoken) if has_voice else "",
        voice_on=date.fromordinal(plan.entered + min(25, life.until - plan.entered)) if has_voice else None,
        known_since=date.fromordinal(known),
        added_by=plan.worker.pk,
    )


# ---- homes --------------------------------------------------------------------------------------------------------


def _homes(tables, life, plan):
    """One address; two where the parents live apart; now and then a hidden one."""
    rng, labels = life.rng, read("details")["homes"]
    if life.kind == "split":
        return [_home(tables, life, plan, said(labels[whose], life.spoken)) for whose in ("mother", "father")]
    hidden = rng.randrange(100) < HIDDEN and life.kind in ("mother", "expecting", "kin")
    return [_home(tables, life, plan, "", hidden)]


def _home(tables, life, plan, label, hidden=False):
    rng, streets = life.rng, read("streets")
    town = plan.place.town if rng.random() < 0.7 else rng.choice(streets["towns"])
    numbers = streets["house_numbers"]
    pk = tables.household.add(
        family=life.pk,
        label=label,
        address_1=(
            f"{rng.randrange(numbers['from'], numbers['to'])} {rng.choice(streets['streets'])} "
            f"{rng.choice(streets['kinds'])}"
        ),
        address_2=rng.choice(streets["units"]) if rng.random() < 0.35 else "",
        city=town["name"],
        state=streets["state"],
        postal_code=town["postal_code"],
        is_hidden=hidden,
    )
    return pk, hidden


# ---- people -------------------------------------------------------------------------------------------------------

PARENTS = {
    "two": ("mother", "father"),
    "mother": ("mother",),
    "father": ("father",),
    "grandmother": ("grandmother",),
    "foster": ("foster", "foster"),
    "kin": ("kin_foster",),
    "split": ("mother", "father"),
    "expecting": ("mother", "partner"),
}
THEIRS = {"foster": "foster_child", "kin": "foster_child", "grandmother": "grandchild"}
AGES = {"grandmother": (46, 66), "kin_foster": (30, 60), "foster": (32, 58)}


def _grown(tables, life, origin, homes):
    rng = life.rng
    relationships = PARENTS[life.kind]
    if life.kind == "expecting" and rng.random() < 0.4:
        relationships = relationships[:1]
    for number, relationship in enumerate(relationships):
        home, hidden = homes[min(number, len(homes) - 1)]
        life.adults.append(_adult(tables, life, origin, relationship, number == 0, home, hidden))
    if rng.random() < 0.12:
        helper = rng.choice(["aunt", "grandmother", "uncle"])
        _adult(tables, life, origin, helper, False, homes[0][0], homes[0][1], role="other")


def _adult(tables, life, origin, relationship, is_first, home, hidden, role="parent"):
    rng, details = life.rng, read("details")
    is_man = relationship in ("father", "uncle", "partner") or (relationship == "foster" and not is_first)
    first = rng.choice(origin["male" if is_man else "female"])
    last = life.name if rng.random() < 0.8 else rng.choice(origin["surnames"])
    youngest, oldest = AGES.get(relationship, (19, 41))
    born = life.entered - timedelta(days=rng.randrange(youngest * YEAR, oldest * YEAR))
    note = _how_to_reach(life, role, is_hidden=is_first and hidden)
    turn = life.pk + len(life.adults)  # without the dice: what was drawn before stays as it was
    pk = tables.member.add(
        family=life.pk,
        household=home,
        role=role,
        relationship=relationship,
        is_father_figure=relationship == "father" or (is_man and role == "parent"),
        first_name=first,
        last_name=last,
        born_on=born,
        is_expecting=life.kind == "expecting" and is_first,
        expected_on=_expected(life, turn) if life.kind == "expecting" and is_first else None,
        language=life.language,
        about=said(rng.choice(details["about_adults"]), life.spoken) if rng.random() < 0.12 else "",
        is_main_contact=is_first,
        reach_by="text" if hidden else rng.choice(["text", "text", "call", "call", "in_person"]),
        reach_note=note,
        **dict.fromkeys(("may_call", "may_leave_message", "may_mail", "may_visit"), not (is_first and hidden)),
        best_times=["evening"] if role == "parent" and turn % 7 == 3 else [],
        accommodations=["large_print"] if turn % 29 == 7 else ["read_aloud"] if turn % 23 == 5 else [],
        do_not_contact=role == "parent" and not is_first and life.kind == "split" and rng.random() < 0.06,
    )
    if role == "parent":
        _telephone(tables, life, pk, first)
    return Person(pk, first, last, relationship)


def _how_to_reach(life, role, *, is_hidden):
    if is_hidden:
        return said(life.rng.choice(read("details")["safe_contact"]), life.spoken)
    if role == "parent" and life.rng.random() < 0.18:
        return said(life.rng.choice(read("details")["reach_notes"]), life.spoken)
    return ""


def _expected(life, turn):
    """The baby is on its way: expected some weeks from now."""
    return date.fromordinal(life.until + 30 + turn % 120)


def _number(member):
    """Invented telephones end in 0100 to 0199; six areas give the first six hundred people one each."""
    return f"{AREA_CODES[member // 100 % len(AREA_CODES)]}55501{member % 100:02d}"


def _telephone(tables, life, member, first_name):
    rng = life.rng
    digits = _number(member)
    tables.contact_point.add(
        member=member,
        kind="mobile",
        value=f"({digits[:3]}) {digits[3:6]}-{digits[6:]}",
        digits=digits,
        may_text=rng.random() < 0.9,
        may_leave_message=rng.random() < 0.7,
    )
    if rng.random() < 0.15:
        address = "".join(letter for letter in first_name.lower() if "a" <= letter <= "z") or "family"
        tables.contact_point.add(member=member, kind="email", value=f"{address}{member}@mail.example")


def _children(tables, life, origin, homes):
    """Oldest first. The first one, or the woman who is expecting, holds the first place."""
    rng, plan = life.rng, life.plan
    count = rng.choices((1, 2, 3), (48, 37, 15))[0]
    if life.kind == "expecting":
        life.is_expecting = life.has_baby = True
        count = rng.choices((0, 1), (60, 40))[0]
    ages = (90, 800) if plan.place.is_early else (1080, 1720)
    born = plan.entered - rng.randrange(*ages)
    relationship = THEIRS.get(life.kind, "child")
    for _number in range(count):
        first = rng.choice(origin[rng.choice(["female", "male"])])
        about = said(rng.choice(read("details")["about_children"]), life.spoken) if rng.random() < 0.3 else ""
        pk = tables.member.add(
            family=life.pk,
            household=homes[0][0],
            role="child",
            relationship=relationship,
            first_name=first,
            last_name=life.name,
            born_on=date.fromordinal(born),
            language=life.language,
            about=about,
        )
        life.children.append(Person(pk, first, life.name, relationship))
        if life.kind == "split":
            tables.second_home.add(
                member=pk, household=homes[1][0], days=said(read("details")["second_home"], life.spoken),
                starts_on=date.fromordinal(plan.entered),
            )  # fmt: skip
        life.has_baby = life.has_baby or born > life.until - YEAR
        born += rng.randrange(420, 1100)
        if born > life.until:
            break


# ---- places in the program ----------------------------------------------------------------------------------------

REASONS = ("moved", "other_care", "schedule", "unknown", "moved")


def _enrollments(ground, tables, life):
    if life.is_expecting:
        _place(tables, life, life.adults[0], life.plan.entered, None, "", option="pregnancy")
    elif life.plan.place.is_seasonal:
        _seasons(ground, tables, life)
    else:
        _years(ground, tables, life)


def _years(ground, tables, life):
    """One child's place; where the family stays for more than two years, then the next child's."""
    plan, rng = life.plan, life.rng
    last = plan.exited
    years = [(first, end) for first, end, _pk in ground.years[plan.place.program] if end > plan.entered]
    if len(years) > 2 and len(life.children) > 1 and (last is None or last > years[2][0]):
        reason = "transfer" if plan.place.is_early else "kindergarten"
        _place(tables, life, life.children[0], plan.entered, years[1][1], reason)
        _place(tables, life, life.children[1], years[2][0], last, _reason(rng, last, years))
    else:
        _place(tables, life, life.children[0], plan.entered, last, _reason(rng, last, years))


def _reason(rng, last, years):
    if last is None:
        return ""
    return "kindergarten" if any(last == end for _first, end in years) else rng.choice(REASONS)


def _seasons(ground, tables, life):
    """A place for each season; between them the family follows the harvest."""
    plan = life.plan
    for first, last, _pk in ground.years[plan.place.program]:
        start, end = max(first, plan.entered), last
        if end < plan.entered or (plan.left and first > plan.exited) or first > ground.day:
            continue
        running = end >= ground.day
        _place(
            tables,
            life,
            life.children[0],
            start,
            plan.exited if plan.left and plan.exited < end else None if running else end,
            "" if running and not plan.left else "moved",
        )


def _place(tables, life, person, entered, exited, reason, option=None):
    place = life.plan.place
    tables.enrollment.add(
        family=life.pk,
        member=person.pk,
        program=place.program,
        center=place.pk,
        option=option or place.option,
        entered_on=date.fromordinal(entered),
        exited_on=date.fromordinal(exited) if exited else None,
        exit_reason=reason if exited else "",
    )


# ---- who serves them ----------------------------------------------------------------------------------------------


def _serving(ground, tables, life):
    plan, rng = life.plan, life.rng
    first = plan.entered - 2
    last = plan.exited + 14 if plan.left else None
    last = min(last, ground.day - 1) if last else None
    span = (last or ground.day) - first
    mates = [mate for mate in ground.workers if mate.places[0] is plan.worker.places[0] and mate is not plan.worker]
    if span > 300 and mates and rng.random() < 0.15:
        change = first + rng.randrange(120, span - 100)
        _assign(ground, tables, life, rng.choice(mates), first, change - 1, handover=True)
        first = change
    _assign(ground, tables, life, plan.worker, first, last)
    _team(ground, tables, life)
    _cover(ground, tables, life)


def _assign(ground, tables, life, worker, first, last, handover=False):
    life.workers.append((first, last or ground.day, worker))
    tables.assignment.add(
        family=life.pk,
        worker=worker.pk,
        kind="primary",
        starts_on=date.fromordinal(first),
        ends_on=date.fromordinal(last) if last else None,
        handover_note=said(life.rng.choice(read("details")["handovers"]), "en") if handover else "",
        assigned_by=ground.people["denise"].pk,
    )


def _team(ground, tables, life):
    for center, teammate in life.plan.worker.teammates:
        if center == life.plan.place.pk and not life.plan.left and life.rng.random() < 0.55:
            tables.assignment.add(
                family=life.pk,
                worker=teammate,
                kind="team",
                starts_on=date.fromordinal(max(life.plan.entered, ground.day - 240)),
                assigned_by=ground.people["denise"].pk,
            )


def _cover(ground, tables, life):
    """Monica covers three of Jamal's families while he is away."""
    jamal, monica = ground.people["jamal"].pk, ground.people["monica"].pk
    if life.plan.worker.pk == jamal and life.plan.situation in ("urgent_known", "step_soon", "celebrate"):
        tables.assignment.add(
            family=life.pk,
            worker=monica,
            kind="cover",
            starts_on=date.fromordinal(ground.day - 3),
            ends_on=date.fromordinal(ground.day + 13),
            assigned_by=ground.people["denise"].pk,
        )
