"""The names of the checks for what is still last period's: a remark of one of them is about the next period too."""

from __future__ import annotations

PERIOD, DATE, EVENT, YEAR_NAME = "stale-period", "stale-date", "stale-event", "stale-year-name"
FIGURE, COMPARISON = "stale-figure", "stale-comparison"
SENTENCE, REPLACED = "carried-sentence", "replace-all"
BODY, COMMUNE = "abolished-body", "renamed-commune"
STALE = frozenset({PERIOD, DATE, EVENT, YEAR_NAME, FIGURE, COMPARISON, SENTENCE, REPLACED, BODY, COMMUNE})
