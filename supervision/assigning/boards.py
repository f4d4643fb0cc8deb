"""Which families and which colleagues stand on the board: those of nobody, or those of one worker."""

from agency.access import Permission
from families.models import Assignment
from supervision.assigning import colleagues
from supervision.assigning.pages import Board
from supervision.caseloads import Caseload, caseloads, unserved
from supervision.signs import since_known

MOST = 40  # families of nobody on one page


def of_nobody(user, clocks):
    """The board of families without a main worker, longest known first; and how many there are in all."""
    waiting = unserved(user, clocks.on)
    pks = list(waiting.order_by("known_since", "pk").values_list("pk", flat=True)[: MOST + 1])
    if not pks:
        return Board(Caseload(None, {}), [], []), 0
    count = len(pks) if len(pks) <= MOST else waiting.count()
    people = colleagues.near(user, pks[:MOST])
    *loads, source = caseloads(people, user, clocks, Permission.FAMILY_ASSIGN, nobodys=pks[:MOST])
    return Board(source, loads, list(source.families)), count


def of(worker, user, clocks, adds=True):
    """The board of one worker's families and the colleagues near by."""
    serving = Assignment.objects.visible_to(user, Permission.FAMILY_ASSIGN).in_force().filter(worker=worker)
    people = colleagues.near(user, serving.filter(kind="primary").values("family"), but=worker)
    source, *loads = caseloads([worker, *people], user, clocks, Permission.FAMILY_ASSIGN)
    return Board(source, loads, list(source.families), adds=adds)


def propose(board):
    """Whoever is over the limit gives up so many families, the newest bonds first; else a proposal for all."""
    over = board.source.planned - board.source.limit
    newest = sorted(board.pks, key=lambda pk: (-since_known(board.source.families[pk]), pk))
    board.propose(newest[:over] if over > 0 else None)
