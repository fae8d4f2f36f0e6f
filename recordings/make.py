"""Makes the recordings in this folder again, bit for bit: `python recordings/make.py [FOLDER]`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from monitor.recording.writer import RecordingWriter
from monitor.values import Side
from monitor.virtual.faults import HEALTHY, Fault, Trouble
from monitor.virtual.simulate import simulate

HERE = Path(__file__).parent
VERSION = "simulated"      # not the program's own: a new release must not change these files
RATE_HZ = 100


@dataclass(frozen=True, slots=True)
class Session:
    name: str
    specs: tuple[str, ...]
    side: Side
    seed: int
    trouble: Trouble = HEALTHY


SESSIONS = (
    Session("first_exercises", ("calibration", "squat:4", "straight_leg_raise_supine:3x3"), Side.RIGHT, 1),
    Session("on_the_side", ("calibration", "clamshell:3x2", "straight_leg_raise_side:2x3"), Side.LEFT, 2),
    Session("hops_and_walking", ("calibration", "double_leg_hop:4", "walking:15"), Side.RIGHT, 3),
    Session("slipped_strap", ("calibration", "knee_extension_seated:6x1"), Side.LEFT, 4,
            Trouble(frozenset({Fault.STRAP_SLIP}), from_s=50.0)),
)


def make(session: Session, folder: Path) -> None:
    """Write one session and its truth into `folder`."""
    made = simulate(session.specs, side=session.side, seed=session.seed, rate_hz=RATE_HZ, loss_percent=1.0,
                    bias_deg_s=0.3, soft_tissue_deg=5.0, trouble=session.trouble)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{session.name}.mcap"
    with RecordingWriter(path, side=session.side, patient="virtual", version=VERSION) as writer:
        for item in made.inputs:
            writer.write(item)
    made.write_truth(folder / session.name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE, help="where they go; here if not given")
    folder = parser.parse_args().folder
    for session in SESSIONS:
        make(session, folder)


if __name__ == "__main__":
    main()
