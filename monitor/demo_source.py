"""A virtual patient and two virtual sensors, reached by the program's own Bluetooth client."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.sources.base import Emit
from monitor.sources.ble import BleSource
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import Clock
from monitor.sources.pairing import Pairing
from monitor.values import EventKind, Input, Legs, LinkEvent, LinkKind, Placement, SessionEvent, Side
from monitor.virtual.faults import Trouble, parse_faults
from monitor.virtual.makes import places, serve_as
from monitor.virtual.on_air import on_air
from monitor.virtual.patient import Wear, virtual_patient
from monitor.virtual.simulate import parse_specs


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be shown.

    Attributes:
        specs: what the patient does, the last of it again and again.
        seed: another one is another patient.
        rate_hz: of the sensors, None for their usual one.
        faults: what goes wrong, such as "strap-slip,dropout".
        make: what hardware the sensors behave like, one of `monitor.virtual.makes.MAKES`.
        legs: which wear sensors.
    """

    specs: tuple[str, ...] = ("calibration", "squat:4", "knee_extension_seated:4x3", "squat:4")
    seed: int = 1
    rate_hz: int | None = None
    faults: str = ""
    make: str = "patella"
    legs: Legs = Legs.LEFT


class DemoSource:
    """As soon as all sensors stream, the patient begins to move, and the guided calibration is asked for.

    Raises `SpecError` and `FaultError` for a scene that cannot be played.
    """

    def __init__(self, scene: Scene, side: Side | Legs, clock: Clock) -> None:
        self._scene, self._legs, self._clock = scene, Legs(side), clock
        self._specs = parse_specs(scene.specs)
        self._wear = Wear(trouble=Trouble(parse_faults(scene.faults)))

    async def run(self, emit: Emit) -> None:
        """Stream until cancelled."""
        scene, guide = self._scene, Guide(emit, len(self._legs.places))
        sensors = virtual_patient(self._specs, self._legs, scene.seed, how=self._wear,
                                  ready=lambda: guide.called)
        async with on_air(serve_as(scene.make, sensors), seed=scene.seed) as air:
            backend = Backend(air.adapter.scanner, air.adapter.client)
            source = BleSource(self._legs.places, self._clock, backend=backend, rate_hz=scene.rate_hz,
                               pairing=Pairing(places(scene.make, sensors)), seed=scene.seed)
            await source.run(guide.push)


class Guide:
    """Passes everything on, and asks for the guided calibration once all sensors stream.

    Attributes:
        called: whether it has asked; the patient must not move before, however long a make of sensors takes
            to agree on its clocks.
    """

    def __init__(self, emit: Emit, sensors: int = 2) -> None:
        self.called = False
        self._emit, self._sensors = emit, sensors
        self._streaming: set[Placement | None] = set()

    def push(self, item: Input) -> None:
        """Pass the next input on."""
        self._emit(item)
        if isinstance(item, LinkEvent) and item.kind is LinkKind.STREAMING:
            self._streaming.add(item.placement)
            if len(self._streaming) == self._sensors and not self.called:
                self.called = True
                self._emit(SessionEvent(item.t_host_ns, EventKind.CALIBRATION,
                                        {"action": "start", "variant": "standing"}))
