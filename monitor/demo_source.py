"""A virtual patient and two virtual sensors, reached by the program's own Bluetooth client."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.sources.base import Emit
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import Clock
from monitor.sources.pairing import Pairing
from monitor.values import EventKind, Input, LinkEvent, LinkKind, Placement, SessionEvent, Side
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
    """

    specs: tuple[str, ...] = ("calibration", "squat:4", "knee_extension_seated:4x3", "squat:4")
    seed: int = 1
    rate_hz: int | None = None
    faults: str = ""
    make: str = "patella"


class DemoSource:
    """As soon as both sensors stream, the patient begins to move, and the guided calibration is asked for.

    Raises `SpecError` and `FaultError` for a scene that cannot be played.
    """

    def __init__(self, scene: Scene, side: Side, clock: Clock) -> None:
        self._scene, self._side, self._clock = scene, side, clock
        self._specs = parse_specs(scene.specs)
        self._wear = Wear(trouble=Trouble(parse_faults(scene.faults)))

    async def run(self, emit: Emit) -> None:
        """Stream until cancelled."""
        scene, guide = self._scene, Guide(emit)
        sensors = virtual_patient(self._specs, self._side, scene.seed, how=self._wear,
                                  ready=lambda: guide.called)
        async with on_air(serve_as(scene.make, sensors), seed=scene.seed) as air:
            backend = Backend(air.adapter.scanner, air.adapter.client)
            source = BleSource(leg(self._side), self._clock, backend=backend, rate_hz=scene.rate_hz,
                               pairing=Pairing(places(scene.make, sensors)), seed=scene.seed)
            await source.run(guide.push)


class Guide:
    """Passes everything on, and asks for the guided calibration once two sensors stream.

    Attributes:
        called: whether it has asked; the patient must not move before, however long a make of sensors takes
            to agree on its clocks.
    """

    def __init__(self, emit: Emit) -> None:
        self.called = False
        self._emit = emit
        self._streaming: set[Placement | None] = set()

    def push(self, item: Input) -> None:
        """Pass the next input on."""
        self._emit(item)
        if isinstance(item, LinkEvent) and item.kind is LinkKind.STREAMING:
            self._streaming.add(item.placement)
            if len(self._streaming) == 2 and not self.called:
                self.called = True
                self._emit(SessionEvent(item.t_host_ns, EventKind.CALIBRATION,
                                        {"action": "start", "variant": "standing"}))
