import json

import numpy as np
import pytest

from monitor.analysis import analyze
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.smoothing import SmoothedKnee, smooth_knee
from monitor.values import Side


@pytest.fixture(scope="module")
def path(worn, tmp_path_factory):
    file = tmp_path_factory.mktemp("smooth") / "session.mcap"
    with RecordingWriter(file, side=Side.RIGHT, patient="p", version="1") as writer:
        for one in worn.inputs:
            writer.write(one)
    return file


def test_a_recording_is_estimated_again_only_on_request(path):
    assert "smoothed" not in analyze(path).to_json()
    result = json.loads(json.dumps(analyze(path, smooth=True).to_json(), allow_nan=False))
    assert result["smoothed"]["causal"] is False
    assert result["smoothed"]["flexion_max_deg"] == pytest.approx(result["knee"]["flexion_max_deg"], abs=5.0)
    assert result["smoothed"]["valid_percent"] > 90.0


def test_without_a_calibration_there_is_none(path):
    assert smooth_knee(open_recording(path), Side.RIGHT, None) is None


def test_nothing_known_is_said_in_plain_values():
    nothing = SmoothedKnee(np.zeros(3, np.int64), np.zeros(3), np.zeros(3, np.bool_))
    assert nothing.to_json() == {"flexion_min_deg": None, "flexion_max_deg": None, "causal": False,
                                 "valid_percent": 0.0}
