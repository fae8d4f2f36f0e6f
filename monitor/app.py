"""The composition root: the one place that names concrete classes and puts them together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitor.acquisition import Acquisition
from monitor.agreement import Agreement
from monitor.errors import PatellaError
from monitor.folders import data_folder
from monitor.logfile import start_log
from monitor.recording.name import recording_name
from monitor.recording.outputs import replacing
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.runtime import Monitor, steady_clock
from monitor.session import documents, session_of
from monitor.sources.base import Source
from monitor.sources.clock import Clock
from monitor.sources.replay import ReplaySource
from monitor.values import NOBODY, Legs, Side
from monitor.worker import Setup

if TYPE_CHECKING:
    from monitor.dashboard.bridge import Desk
    from monitor.demo_source import Scene
    from monitor.sources.bluetooth import Backend

VERSION = version("patella")
SCAN_S = 6.0
PRESCRIPTION = "prescription.toml"


def live(legs: Legs, folder: Path | None) -> None:
    """Stream from the sensors on one leg or both, record, and show the window until it is closed."""
    from monitor.dashboard.application import application
    from monitor.sources.ble import BleSource
    from monitor.sources.pairing import default_path, load_pairing, save_pairing

    application()
    start_log()
    path, clock, backend = default_path(), steady_clock(), bluetooth()

    def source(legs: Legs) -> BleSource:
        return BleSource(legs.places, clock, backend=backend, pairing=load_pairing(path), bond=True,
                         remember=lambda pairing: save_pairing(path, pairing))

    folder = folder or data_folder() / "recordings"
    show(Monitor(live_setup(source, folder, clock), NOBODY, legs), folder)


def show(monitor: Monitor, folder: Path, page: str = "", seconds: float | None = None) -> None:
    """Run the session behind its window until that is closed, or the time is over."""
    from monitor.dashboard.application import run

    monitor.start()
    try:
        run(monitor, desk(monitor, folder), page, seconds)
    finally:
        monitor.stop()


def desk(monitor: Monitor, folder: Path) -> Desk:
    """What lies beside the session: the recordings of `folder`, the prescription in it, and the weeks."""
    from monitor.dashboard.bridge import Desk
    from monitor.diary import Diary
    from monitor.plan import PrescriptionFile
    from monitor.shelf import Shelf

    def being_written() -> Path | None:
        recording = monitor.snapshot().recording
        return Path(recording.path) if recording else None

    plan = PrescriptionFile(folder / PRESCRIPTION, lambda: diary.done_today())
    diary = Diary(folder, monitor.snapshot, plan.prescription)
    return Desk(Shelf(folder, being_written), plan, diary)


def scan() -> Iterator[str]:
    """A line for each sensor nearby; raises `LinkError` without Bluetooth."""
    from monitor.sources.scan import scan as look

    found = asyncio.run(look(SCAN_S, bluetooth()))
    for sensor in found:
        told = sensor.problem or f"serial {sensor.serial}, worn: {sensor.stored or 'not assigned'}"
        yield f"{sensor.name}  {sensor.rssi_dbm} dBm  {sensor.kind.title}  {told}"
    if not found:
        yield "No sensor was found: switch the sensors on and bring them near."


def identify(serial: str) -> str:
    """Let the sensor with this serial number blink; its name. Raises `LinkError` where it cannot."""
    from monitor.sources.scan import blink

    return asyncio.run(blink(serial, SCAN_S, bluetooth()))


def bluetooth() -> Backend:
    """The system's Bluetooth, and the sensors that the user described in the data folder's `sensors`."""
    from monitor.sources.bluetooth import Backend
    from monitor.sources.own_sensors import own_sensors

    return Backend(described=own_sensors(data_folder() / "sensors"))


def replay(path: Path, *, speed: float | None, headless: bool) -> str:
    """Play a recording through the live session: in the window, or headless and then say whether it agrees.

    `speed` is times real time, None for as fast as possible. Raises `PatellaError` where it does not agree.
    """
    recording = open_recording(path)
    agreement, info = Agreement(recording), recording.info
    setup = Setup(lambda _: ReplaySource(recording.inputs, speed),
                  lambda *_: Acquisition(session_of(info.legs), agreement, algorithm=VERSION))
    monitor = Monitor(setup, info.patient, info.legs)
    if not headless:
        show(monitor, path.parent, "live")
        return ""
    monitor.start()
    monitor.wait()
    for problem in monitor.snapshot().problems:
        if problem.id in ("source", "analysis"):
            raise PatellaError(problem.sentence)
    if not agreement.whole:
        raise PatellaError(f"{agreement.sentence()} Version {info.version} showed it, this is {VERSION}.")
    return agreement.sentence()


def demo_monitor(folder: Path, scene: Scene, *, acquisition: type[Acquisition] = Acquisition) -> Monitor:
    """A session with a virtual patient, recorded in `folder`."""
    from monitor.demo_source import DemoSource

    clock = steady_clock()
    setup = live_setup(lambda legs: DemoSource(scene, legs, clock), folder, clock, acquisition)
    return Monitor(setup, "virtual", scene.legs)


def live_setup(source: Callable[[Legs], Source], folder: Path, clock: Clock,
               acquisition: type[Acquisition] = Acquisition) -> Setup:
    """Sessions that are recorded in `folder`, each in a file of its own."""
    warm_up()

    def begin(patient: str, legs: Legs) -> Acquisition:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_path(folder, clock(), patient, legs)
        writer = RecordingWriter(path, side=legs, patient=patient, version=VERSION)
        session = session_of(legs)
        return acquisition(session, writer, algorithm=VERSION, path=path,
                           documents=lambda: documents(session))

    return Setup(source, begin, clock, VERSION, lambda: prescription_text(folder))


def warm_up() -> None:
    """Load now what the core imports where it is used: while data come in, a second of loading would show."""
    from monitor.exercises.definition import library

    for name in ("scipy.optimize", "scipy.signal", "scipy.spatial.transform", "vqf",
                 "monitor.exercises.engine"):
        import_module(name)
    library()


def prescription_text(folder: Path) -> str:
    """The prescription that lies beside the recordings, empty where there is none."""
    from monitor.plan import PrescriptionFile

    return PrescriptionFile(folder / PRESCRIPTION).text()


def free_path(folder: Path, now_ns: int, patient: str, legs: Legs) -> Path:
    """A name that no recording has yet: two may begin within one second."""
    path = folder / recording_name(now_ns, patient, legs)
    return free_path(folder, now_ns + 1_000_000_000, patient, legs) if path.exists() else path


def simulate(specs: Sequence[str], output: Path, truth: Path | None, *, side: Side | Legs,
             **how: Any) -> None:
    """Write a recording of a virtual patient, and the truth where it is wanted."""
    from monitor.virtual.simulate import simulate as make

    simulation = make(specs, side=side, **how)
    with replacing(output) as part:
        with RecordingWriter(part, side=side, patient="virtual", version=VERSION) as writer:
            for item in simulation.inputs:
                writer.write(item)
        if truth is not None:
            simulation.write_truth(truth)
