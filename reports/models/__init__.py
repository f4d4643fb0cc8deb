from reports.models.narrative import ReportNarrative
from reports.models.run import FamiliesQuerySet, ReportFamilies, ReportRun, ReportRunQuerySet
from reports.pir_models import PirFiledFigure, PirForm, PirItem, PirReference, PirSaid, PirWorkbook

__all__ = [
    "FamiliesQuerySet",
    "PirFiledFigure",
    "PirForm",
    "PirItem",
    "PirReference",
    "PirSaid",
    "PirWorkbook",
    "ReportFamilies",
    "ReportNarrative",
    "ReportRun",
    "ReportRunQuerySet",
]
