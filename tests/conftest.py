"""What tests of more than one folder share."""

import numpy as np
import pytest

from monitor.leg import Posture, Reason
from monitor.snapshot import CalibrationState, CalibrationStatus, KneeNow, Snapshot, Trace
from monitor.values import Side


@pytest.fixture
def moment() -> Snapshot:
    """A session that has just begun and shows a valid angle."""
    return Snapshot(
        t_s=0.0, side=Side.LEFT, patient="", sensors=(), skew_ms=None,
        calibration=CalibrationStatus(CalibrationState.MISSING, ""),
        knee=KneeNow(30.0, 1.0, True, Reason.NONE, 0.0), posture=Posture.STANDING,
        trace=Trace(**dict.fromkeys(Trace.__dataclass_fields__, np.zeros(0))))
