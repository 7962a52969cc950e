"""Where what stands under a heading of the units' reports goes."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.report.merged import Placement

OWN = "*"
"""Instead of a section's id: a section of its own is made for it, with its heading."""

LEFT_OUT = ""
"""Instead of a section's id: it is not merged."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A heading of the units' reports, and into which section or appendix (`part`, its id) its text goes.

    `heading` is the key by which placements remember it, `titles` what is typed from the top down. `part` may be OWN
    or LEFT_OUT. `sure`: it needs not be asked. `texts` counts what stands under it in all units; where that is 0 it
    only holds other headings.
    """

    heading: str
    titles: tuple[str, ...]
    units: tuple[str, ...]
    part: str
    sure: bool
    texts: int

    @property
    def placement(self) -> Placement:
        """The proposal as it is handed to a merge."""
        return Placement(self.heading, self.part)
