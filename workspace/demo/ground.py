"""What stands before the first family comes: the agency, its programs and years, its people, its partners."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from django.contrib.auth.hashers import make_password

from agency.access import Role
from agency.content import load_catalogue, load_clocks
from agency.demo import PASSWORD
from agency.models import Agency, Center, Closure, Program, ProgramYear, RoleGrant, ServiceCategory, User
from families.content import load_instrument
from partners.content import load_sensitive_kinds
from partners.models import (
    Location,
    Partner,
    Phone,
    RequiredDocument,
    SensitiveKind,
    Service,
    ServiceLanguage,
    Verification,
)
from workspace.demo import directory, papers
from workspace.demo.days import anchor
from workspace.demo.texts import read, said

SEASONAL = ("mshs", "mshs_ehs")
TEAM_OF_A_SUPERVISOR = 8
MAIL = "harvest-valley.example"
# How many of the small agency's families each of its workers serves.
SHARES = {"monica": 38, "jamal": 22, "hoa": 9, "rosa": 6, "claire": 5}
SECOND_CENTER = {"juniper": "home-based", "riverside": "little-river"}  # workers there visit both


@dataclass
class Place:
    """A center, with what a family's story needs to know of it."""

    pk: int
    name: str
    program: int
    kind: str
    phone: str
    town: dict
    code: str = ""

    @property
    def is_early(self):
        return self.kind in ("ehs", "mshs_ehs", "aian_ehs")

    @property
    def is_seasonal(self):
        return self.kind in SEASONAL

    @property
    def option(self):
        return "home" if self.code == "home-based" else "center"


@dataclass
class Worker:
    """A family service worker, with the places where they serve families."""

    pk: int
    name: str
    first_name: str
    phone: str
    places: list
    share: int
    language: str = "en"
    speaks_spanish: bool = False
    teammates: list = field(default_factory=list)


@dataclass
class Ground:
    """Everything families are written upon."""

    size: object
    today: date
    seed: int
    workers: list = field(default_factory=list)
    places: dict = field(default_factory=dict)  # by code, for the named ones
    people: dict = field(default_factory=dict)  # User by username
    programs: dict = field(default_factory=dict)  # Program by code
    years: dict = field(default_factory=dict)  # program pk → [(first, last, ProgramYear pk)], days as numbers
    categories: dict = field(default_factory=dict)  # ServiceCategory by code
    services: dict = field(default_factory=dict)  # (partner code, service code) → Service
    help: dict = field(default_factory=dict)  # category code → [Service]
    version: object = None  # of the instrument
    items: list = field(default_factory=list)
    supervisors: list = field(default_factory=list)
    agency_name: str = ""

    @property
    def day(self):
        return self.today.toordinal()

    @property
    def anchors(self):
        """The first days of the program years, oldest first; the last is the newest that has begun."""
        newest = self.today.year if anchor(self.today.year) <= self.today else self.today.year - 1
        return [anchor(newest - back) for back in reversed(range(self.size.years))]

    def random(self, *what):
        return Random(":".join(map(str, (self.seed, *what))))  # noqa: S311  a story, not a secret

    def year_on(self, program, day):
        """The primary key of the program year in which a day falls, or None."""
        return next((pk for first, last, pk in self.years[program] if first <= day <= last), None)


def lay(size, today, seed):
    """Make all of it; returns the `Ground`."""
    ground = Ground(size, today, seed)
    told = read("agency")
    ground.agency_name = told["agency"]["name"]
    _agency(told["agency"])
    load_catalogue()
    load_sensitive_kinds()
    ground.categories = {category.code: category for category in ServiceCategory.objects.all()}
    _programs(ground, told)
    load_clocks(ground.anchors[0] - timedelta(days=100))
    ground.version = load_instrument()
    ground.form = papers.prepare()
    ground.items = list(ground.version.items.select_related("category"))
    places = _places(ground, told)
    _staff(ground, told, places)
    _partners(ground)
    return ground


def _agency(told):
    told = {name: value for name, value in told.items() if name != "county"}
    Agency.objects.create(**told)


# ---- programs, years, centers -------------------------------------------------------------------------------------


def _programs(ground, told):
    rows = [row | {"code": row["code"]} for row in told["programs"]]
    delegate = rows[-1]
    streets = read("streets")["streets"]
    for number in range(1, ground.size.delegates):
        name = streets[number * 7 % len(streets)]
        rows.append(
            delegate
            | {
                "code": f"delegate-{number}-hs",
                "name": f"{name} Head Start",
                "delegate_name": f"{name} Neighbors Association",
            }
        )
    for row in rows:
        program = Program.objects.create(
            **{name: row[name] for name in ("code", "kind", "name", "grant_number", "delegate_name")}
        )
        ground.programs[row["code"]] = program
        ground.years[program.pk] = [_year(ground, program, start, row["year"]) for start in ground.anchors]
        for start in ground.anchors:
            _closures(program, start, told["closures"])


def _year(ground, program, start, length):
    first, last = start + timedelta(days=length["starts"]), start + timedelta(days=length["ends"])
    year = ProgramYear.objects.create(program=program, starts_on=first, ends_on=last)
    return first.toordinal(), last.toordinal(), year.pk


def _closures(program, start, told):
    """The storm closed one center only; that stands in the story, not among the program's closures."""
    Closure.objects.bulk_create(
        Closure(
            program=program,
            starts_on=start + timedelta(days=row["from"]),
            ends_on=start + timedelta(days=row["to"]),
            reason=row["why"]["en"],
        )
        for row in told
        if "center" not in row
    )


def _places(ground, told):
    """The named centers, then as many more as the size asks for, spread over the programs by their share."""
    streets = read("streets")
    towns = {town["postal_code"]: town for town in streets["towns"]}
    rows = [(row["code"], row, ground.programs[row["program"]]) for row in told["centers"]]
    rows += [("", row, program) for row, program in _more_centers(ground, told, streets)]
    places = []
    for code, row, program in rows:
        center = Center.objects.create(
            program=program, **{name: row[name] for name in ("name", "address", "postal_code", "phone")}
        )
        place = Place(center.pk, center.name, program.pk, program.kind, center.phone, towns[row["postal_code"]], code)
        places.append(place)
        if code:
            ground.places[code] = place
    return places


def _more_centers(ground, told, streets):
    shares = {row["code"]: row["share"] for row in told["programs"]}
    delegates = [code for code in ground.programs if code not in shares]
    weights = shares | dict.fromkeys(delegates, shares["northside-hs"])
    rng = ground.random("centers")
    used = {(row["program"], row["name"]) for row in told["centers"]}
    wanted = delegates + rng.choices(list(weights), list(weights.values()), k=ground.size.centers)
    for code in wanted[: max(0, ground.size.centers - len(told["centers"]))]:
        town = rng.choice(streets["towns"])
        name = next(
            name
            for name in iter(lambda: f"{rng.choice(streets['streets'])} {rng.choice(streets['kinds'])}", "")
            if (code, name) not in used
        )
        used.add((code, name))
        address = f"{rng.randrange(12, 1980)} {name}, {town['name']}"
        phone = f"(509) 555-01{rng.randrange(100):02d}"
        yield (
            {"name": name, "address": address, "postal_code": town["postal_code"], "phone": phone},
            ground.programs[code],
        )


# ---- staff --------------------------------------------------------------------------------------------------------


def _staff(ground, told, places):
    hashed = make_password(PASSWORD, salt=f"demo{ground.seed}")
    since = ground.anchors[0] - timedelta(days=120)
    for row in told["staff"]:
        _person(ground, row, hashed)
    _roles_of_the_named(ground, told["staff"], since)
    for row in told["staff"]:
        if row["role"] == Role.WORKER:
            _worker(ground, row["username"], _near(ground, row["center"]), row["languages"])
    _more_workers(ground, places, hashed, since)
    _shares(ground)
    _more_supervisors(ground, hashed, since)
    _teammates(ground, told["staff"])


def _person(ground, row, hashed):
    ground.people[row["username"]] = User.objects.create(
        username=row["username"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        email=f"{row['username']}@{MAIL}",
        password=hashed,
        title=said(row["title"], row["language"]),
        phone=row["phone"],
        language=row["language"],
        works_in=", ".join({"en": "English", "es": "Spanish", "vi": "Vietnamese"}[code] for code in row["languages"]),
    )


def _roles_of_the_named(ground, rows, since):
    for row in rows:
        user, scopes = ground.people[row["username"]], [{}]
        if row["center"]:
            scopes = [{"center_id": place.pk} for place in _near(ground, row["center"])]
        elif row["role"] == Role.SUPERVISOR:
            scopes = _scopes_of_the_supervisor(ground)
        ends = None
        if row["role"] == Role.MONITOR:
            ends = max(ground.anchors[-1] + timedelta(days=row["ends"]), ground.today + timedelta(days=21))
        for scope in scopes:
            RoleGrant.objects.create(user=user, role=row["role"], starts_on=since, ends_on=ends, **scope)


def _near(ground, code):
    codes = [code] + ([SECOND_CENTER[code]] if code in SECOND_CENTER else [])
    return [ground.places[code] for code in codes]


def _scopes_of_the_supervisor(ground):
    """Where it is small she leads all; where it is large, the named centers only."""
    if ground.size.centers <= len(ground.places):
        return [{"program": program} for program in ground.programs.values()]
    return [{"center_id": place.pk} for place in ground.places.values()]


def _worker(ground, username, places, languages):
    user = ground.people[username]
    ground.workers.append(
        Worker(
            user.pk,
            user.get_full_name(),
            user.first_name,
            user.phone,
            places,
            share=1,
            language=user.language,
            speaks_spanish="es" in languages,
        )
    )


def _more_workers(ground, places, hashed, since):
    """Without names in the story: at the named centers first, then one or two at each other center."""
    rng = ground.random("workers")
    named = [ground.places[code] for code in ("juniper", "riverside", "home-based", "northside")]
    homes = named if len(places) == len(ground.places) else [p for p in places if not p.code] + named
    for number in range(ground.size.workers - len(ground.workers)):
        place = homes[number % len(homes)]
        speaks_spanish = place.is_seasonal or rng.random() < 0.5
        username = _invented(ground, rng, f"worker{number + 1}", "Family service worker", hashed, speaks_spanish)
        RoleGrant.objects.create(user=ground.people[username], role=Role.WORKER, center_id=place.pk, starts_on=since)
        _worker(ground, username, [place], ["en", "es"] if speaks_spanish else ["en"])


def _invented(ground, rng, username, title, hashed, speaks_spanish=False):
    origin = rng.choice(read("names")[: 2 if speaks_spanish else 1])
    row = {
        "username": username,
        "first_name": rng.choice(origin[rng.choice(["female", "male"])]),
        "last_name": rng.choice(origin["surnames"]),
        "title": {"en": title},
        "language": "en",
        "languages": ["en", "es"] if speaks_spanish else ["en"],
        "phone": f"(509) 555-01{rng.randrange(100):02d}",
    }
    _person(ground, row, hashed)
    return username


def _shares(ground):
    """In the small agency as the story has it; elsewhere nearly even, Monica's a little over the limit."""
    rng = ground.random("shares")
    for worker in ground.workers:
        worker.share = rng.randrange(88, 112)
    if ground.size.name == "small":
        for username, share in SHARES.items():
            _of(ground, username).share = share
    else:
        _of(ground, "monica").share = 132


def _of(ground, username):
    return next(worker for worker in ground.workers if worker.pk == ground.people[username].pk)


def _more_supervisors(ground, hashed, since):
    """One for each team of workers, at the centers where these work; Denise leads the named centers."""
    rng = ground.random("supervisors")
    ground.supervisors = [ground.people["denise"].pk]
    others = [worker for worker in ground.workers if not worker.places[0].code]
    for number, start in enumerate(range(0, len(others), TEAM_OF_A_SUPERVISOR), start=1):
        title = "Family services supervisor"
        username = _invented(ground, rng, f"supervisor{number}", title, hashed)
        user = ground.people[username]
        ground.supervisors.append(user.pk)
        centers = {worker.places[0].pk for worker in others[start : start + TEAM_OF_A_SUPERVISOR]}
        RoleGrant.objects.bulk_create(
            RoleGrant(user=user, role=Role.SUPERVISOR, center_id=center, starts_on=since) for center in sorted(centers)
        )


def _teammates(ground, rows):
    """Who stands beside a family from its place: the teacher, the home visitor, the consultant."""
    by_center = {}
    for row in rows:
        if row["role"] == Role.TEAMMATE:
            for place in _near(ground, row["center"])[:1]:
                by_center.setdefault(place.pk, []).append(ground.people[row["username"]].pk)
    for worker in ground.workers:
        worker.teammates = [(place.pk, pk) for place in worker.places for pk in by_center.get(place.pk, ())]


# ---- partners -----------------------------------------------------------------------------------------------------


def _partners(ground):
    directory.places()
    shelters = SensitiveKind.objects.get(code="violence")
    checkers = [ground.people[name] for name in ("monica", "jamal", "denise")]
    for number, row in enumerate(read("partners")):
        partner = Partner.objects.create(
            name=row["name"],
            description=row["description"]["en"],
            email=row["email"],
            website=row["website"] or "",
            group=row["group"],
            point_person=row["point_person"] or "",
            sensitive_kind=shelters if row["group"] == ServiceCategory.Group.VIOLENCE else None,
        )
        Phone.objects.create(partner=partner, number=row["phone"])
        place = _location(partner, row["location"])
        directory.of_partner(partner, place, row)
        for told in row["services"]:
            service = _service(ground, partner, place, row, told, checkers[number % len(checkers)])
            ground.services[row["code"], told["code"]] = service
            for code in told["categories"]:
                ground.help.setdefault(code, []).append(service)


def _location(partner, row):
    town = next(town for town in read("streets")["towns"] if town["name"] == row["town"])
    return Location.objects.create(
        partner=partner,
        address_1=row["street"],
        city=row["town"],
        state_province=read("streets")["state"],
        postal_code=town["postal_code"],
        transportation=said(row["getting_there"], "en"),
        is_confidential=row["is_confidential"],
    )


def _service(ground, partner, place, row, told, checker):
    checked_on = ground.today - timedelta(days=row["checked_days_ago"])
    service = Service.objects.create(
        partner=partner,
        name=told["name"]["en"],
        description=told["description"]["en"],
        description_es=told["description"]["es"],
        application_process=said(told["how_to_ask"], "en"),
        fees_description=said(told["cost"], "en"),
        eligibility_description=said(told["eligibility"], "en"),
        minimum_age=told["minimum_age"],
        maximum_age=told["maximum_age"],
        hours=said(told["hours"], "en"),
        interpretation_services=said(told["interpreter"], "en"),
        wait_seen=said(told["wait_seen"], "en"),
        wait_seen_on=checked_on if told["wait_seen"] else None,
        verified_on=checked_on,
        verified_by=checker,
    )
    service.categories.set(ground.categories[code] for code in told["categories"])
    service.locations.add(place)
    ServiceLanguage.objects.bulk_create(ServiceLanguage(service=service, code=code) for code in row["languages"])
    RequiredDocument.objects.bulk_create(
        RequiredDocument(service=service, document=said(paper, "en")) for paper in told["documents"]
    )
    said_at = f"{checked_on} 15:10+00"
    Verification.objects.create(service=service, verdict="right", said_by=checker, said_at=said_at)
    directory.of_service(ground, service, row, told, checker)
    return service
