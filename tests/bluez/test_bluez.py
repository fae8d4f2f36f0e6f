"""The program's client on bleak's own Linux backend, `bluetoothd` and a real kernel, in a virtual machine.

Run by `make test-bluez`; the machine's files (some 500 MB) are fetched once and kept in the user's cache.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from platformdirs import user_cache_path

HERE = Path(__file__).parent
MINUTES = 60
pytestmark = [pytest.mark.bluez, pytest.mark.timeout(20 * MINUTES)]


@pytest.fixture
def rig(request):
    """The folder with the machine's files."""
    if "bluez" not in request.config.option.markexpr:
        pytest.skip("it takes minutes and fetches a kernel: `make test-bluez` runs it")
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        pytest.skip("the virtual machine is put together from Debian packages, and there is no apt-get here")
    folder = user_cache_path("patella", appauthor=False) / "bluez"
    if not (folder / "ready").exists():
        fetched = subprocess.run([HERE / "prepare.sh", folder], capture_output=True, text=True)
        if fetched.returncode != 0:
            pytest.skip(f"the packages of the virtual machine cannot be fetched: {fetched.stderr[-300:]}")
        (folder / "ready").touch()
    subprocess.run([sys.executable, HERE / "initramfs.py", folder], check=True)
    return folder


def test_scan_stream_disconnection_reconnection_and_loss_of_range(rig):
    said = subprocess.run([HERE / "machine.sh", rig, sys.executable], capture_output=True, text=True,
                          errors="replace", timeout=15 * MINUTES).stdout
    results = [line.removeprefix("RESULT ") for line in said.splitlines() if line.startswith("RESULT ")]
    assert results, said[-3000:]
    result = json.loads(results[0])
    assert sorted(sensor[:1] + sensor[2:] for sensor in result["scan"]) == [
        ["Patella-0051", "0000000000000051", "left_thigh", None],
        ["Patella-0052", "0000000000000052", "left_shank", None]]
    assert result["lost"] == [0, 0]
    assert result["doubled"] == 0
    assert min(result["packets"]) > 50
    assert result["failed"] == []
    write_down(result)


def write_down(result):
    """Keep the figures in docs/bluetooth.md."""
    spec = spec_from_file_location("sections", HERE.parents[1] / "benchmarks" / "sections.py")
    sections = module_from_spec(spec)
    spec.loader.exec_module(sections)
    p50, p99 = result["ping_ms_p50_p99"]
    sections.write_section("bluetooth.md", "bluez", "\n".join([
        "## On the real Linux stack", "",
        "`make test-bluez`: Debian's kernel and `bluetoothd` in a virtual machine without hardware "
        "acceleration, bleak's own Linux backend, virtual controllers behind /dev/vhci. Everything is slower "
        "there than on a computer.", "",
        "| what | measured |", "| --- | --- |",
        f"| sensors found, and asked who they are | {len(result['scan'])} |",
        f"| packets in ten seconds | {' and '.join(map(str, result['packets']))} |",
        f"| lost on the way, doubled | {sum(result['lost'])}, {result['doubled']} |",
        f"| not sent by a sensor that had to wait for the machine | {sum(result['overflown'])} |",
        f"| clock ping and answer, p50 and p99 | {p50} ms, {p99} ms |",
        f"| streams again after the sensor hung up | {result['reconnected_s']} s |",
        f"| loss of range noticed after | {result['loss_noticed_s']} s |",
        f"| streams again after coming back into range | {result['back_in_range_s']} s |",
        f"| batteries told | {sum(map(bool, result['battery']))} of 2 |"]))
