"""How background work ends. The run somebody watches says so, well or ill; an error goes on its way."""

from contextlib import contextmanager

from django.utils import timezone

from agency.models import WorkRun


@contextmanager
def ending(run_id, *, if_it_stops=None):
    """Yields the facts a run is done with, to be filled. An error is written on the run, without its words.

    `if_it_stops` is called first then: what waits for the work goes back to where it was.
    """
    facts = {}
    try:
        yield facts
    except Exception as error:  # whatever it was: the log says that the work stopped, and the error goes on its way
        if if_it_stops:
            if_it_stops()
        _ended(run_id, state=WorkRun.State.FAILED, error=type(error).__name__)
        raise
    _ended(run_id, state=WorkRun.State.DONE, **facts)


def _ended(run_id, **facts):
    WorkRun.objects.filter(pk=run_id).update(finished_at=timezone.now(), **facts)
