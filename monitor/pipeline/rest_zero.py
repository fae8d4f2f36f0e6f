"""Does the knee still read straight where the wearer stands straight?

A strap that slipped along the bend of the knee shows nowhere else: the hinge stays where it was, only the
zero has moved. Gravity tells it in every rest on the feet, one segment at a time. A knee reads bent backwards
by more than a lax knee gives only after a slip. Read bent forwards it may simply be bent, and then both
segments lean, one against the other. A slip leans one of them alone, and in every rest from then on: two in a
row with movement between decide.
"""

from __future__ import annotations

from dataclasses import dataclass

UPRIGHT_DEG = 30.0
REST_STEPS = 3               # 0.6 s
BACKWARDS_DEG, FORWARDS_DEG = 9.0, 7.0     # a lax knee gives some degrees backwards without a slip
ALONE = 0.35                 # lean of the one segment, in that of the other, under which it stands straight
BENT_DEG = 30.0              # between two rests that count as two
STRAIGHT_DEG = 5.0           # within which people come back to a straight leg


@dataclass(slots=True)
class RestZero:
    """Watches the rests of one knee, five times a second; every field is its state.

    `slipped` names the segment whose strap moved, empty while none did.
    """

    slipped: str = ""
    suspected: str = ""
    rest_steps: int = 0
    moved: bool = False        # since the rest that raised the suspicion
    thigh_deg: float = 0.0     # mean of the present rest
    shank_deg: float = 0.0

    @property
    def straight(self) -> bool:
        """Whether a rest has just become long enough, and reads as straight as the still pose."""
        return self.rest_steps == REST_STEPS and abs(self.thigh_deg - self.shank_deg) < STRAIGHT_DEG

    def push(self, thigh_deg: float, shank_deg: float, calm: bool) -> None:
        """Take one step in: how far each segment leans forward of the still pose, and whether both rest."""
        if not calm or max(abs(thigh_deg), abs(shank_deg)) > UPRIGHT_DEG:
            self.rest_steps = 0
            self.moved |= thigh_deg - shank_deg > BENT_DEG
            return
        self.rest_steps += 1
        gain = 1.0 / min(self.rest_steps, REST_STEPS)
        self.thigh_deg += gain * (thigh_deg - self.thigh_deg)
        self.shank_deg += gain * (shank_deg - self.shank_deg)
        if self.rest_steps == REST_STEPS:
            self._judge()

    def _judge(self) -> None:
        bent = self.thigh_deg - self.shank_deg
        thigh, shank = abs(self.thigh_deg), abs(self.shank_deg)
        leaning = "thigh" if thigh > shank else "shank"
        alone = min(thigh, shank) < ALONE * max(thigh, shank)
        if bent < -BACKWARDS_DEG or (bent > FORWARDS_DEG and alone):
            if self.suspected == leaning and self.moved:
                self.slipped = leaning
            self.suspected, self.moved = leaning, False
        else:
            self.suspected = ""
