"""What people do between exercises: nothing in it is a repetition."""

from __future__ import annotations

from monitor.virtual.motions.gait import CYCLES
from monitor.virtual.motions.repetitions import fidget
from monitor.virtual.motions.spec import Spec
from monitor.virtual.script import Script, shifted

DEFAULT_S = 600


class DailyActivity:
    """Walk, stand, sit, lie down and adjust a strap in random order for `reps` seconds."""

    def perform(self, script: Script, spec: Spec) -> None:
        start_s = script.now_s
        end_s = start_s + (spec.reps or DEFAULT_S)
        doings = (self._walk, self._stand, self._sit, self._lie, self._adjust_strap)
        while script.now_s < end_s:
            doings[int(script.rng.integers(len(doings)))](script)
        script.truth["exercises"].append(
            {"exercise": spec.name, "start_s": start_s, "end_s": script.now_s, "repetitions": []})

    def _walk(self, script: Script) -> None:
        exercises = script.truth["exercises"]
        CYCLES["walking"].perform(script, Spec("walking", int(script.rng.integers(12, 40))))
        exercises.pop()   # here it is part of something else

    def _stand(self, script: Script) -> None:
        script.take("standing")
        script.stay(float(script.rng.uniform(3, 10)))
        fidget(script)

    def _sit(self, script: Script) -> None:
        script.take("sitting")
        seated = script.pose
        for _ in range(int(script.rng.integers(1, 5))):
            slid = float(script.rng.uniform(-25, 15))   # the foot is drawn in or pushed out
            script.go(shifted(seated, flexion=slid, hip_flexion=float(script.rng.uniform(-3, 4))), 1.1)
            script.stay(float(script.rng.uniform(3, 9)))
        script.go(seated, 1.0)

    def _lie(self, script: Script) -> None:
        script.take(str(script.rng.choice(["supine", "side_leg_up", "prone"])))
        script.stay(float(script.rng.uniform(5, 15)))
        fidget(script)

    def _adjust_strap(self, script: Script) -> None:
        """Pull at one of the straps for some seconds and leave it as it was."""
        strap = str(script.rng.choice(["thigh_strap", "shank_strap"]))
        worn = script.pose
        for _ in range(int(script.rng.integers(2, 6))):
            turned = float(script.rng.uniform(-14, 14))
            script.go(shifted(worn, hip_flexion=float(script.rng.uniform(0, 5)), **{strap: turned}), 0.5)
        script.go(worn, 0.6)
        script.stay(1.0)
