"""A whole session without a radio: what a recording would hold, and what truly happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from firmware_protocol.commands import Sync, decode_reply, encode_command
from monitor.errors import PatellaError
from monitor.values import (
    EventKind,
    Input,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    Sensor,
    SessionEvent,
    Side,
    Tick,
)
from monitor.virtual.faults import HEALTHY, Trouble
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.motions import EXERCISES
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import Patient, Wear, wear, write_script
from monitor.virtual.truth import Truth, Witness, observe

START_NS = 1_767_225_600_000_000_000    # the first second of 2026: a simulation has no clock of its own
STREAM_FROM_S = 0.4
POLL_S = 0.25
INTERVAL_S = 0.015        # between two connection events of the link
RETRY_SHARE = 0.03        # of connection events fail and are repeated at the next
HOST_LATENCY_S = 0.0008   # mean, from the radio to the program
TICK_S, SYNC_S, BATTERY_S = 0.1, 0.25, 30.0
PACKETS_PER_S = 50
SPEC = re.compile(r"(?P<name>\w+)(?::(?P<reps>[1-9]\d{0,3})(?:x(?P<hold>\d{1,3}(?:\.\d+)?))?)?")


class SpecError(PatellaError):
    """Raised for what the virtual patient cannot do or a virtual sensor cannot be."""


def parse_specs(texts: Sequence[str]) -> tuple[Spec, ...]:
    """Read `name[:reps[xhold_s]]`, such as `squat:10` or `quad_set:10x5`; raises `SpecError`."""
    if not texts:
        raise SpecError("Say what to simulate, for example: calibration squat:10")
    return tuple(_parse_spec(text) for text in texts)


def _parse_spec(text: str) -> Spec:
    match = SPEC.fullmatch(text)
    if match is None:
        raise SpecError(f"'{text}' is not written name[:repetitions[xhold seconds]], "
                        "such as squat:10 or quad_set:10x5.")
    name, reps, hold = match.group("name", "reps", "hold")
    if name not in EXERCISES:
        raise SpecError(f"The virtual patient does not know the exercise '{name}'; it knows "
                        f"{', '.join(sorted(EXERCISES))}.")
    return Spec(name, int(reps) if reps else None, float(hold) if hold else None)


@dataclass(frozen=True, slots=True)
class Simulation:
    """A simulated session: `inputs` in order of time, as a recording keeps them, and the `truth`."""

    inputs: tuple[Input, ...]
    truth: Truth

    def write_truth(self, folder: Path) -> None:
        """Write `flexion.csv` (`t_s,flexion_deg`, at the sample rate) and `events.json`."""
        self.truth.write(folder)


def simulate(specs: Sequence[str | Spec], *, side: Side = Side.RIGHT, seed: int = 0, rate_hz: float = 200,
             loss_percent: float = 0.0, bias_deg_s: float = 0.0, soft_tissue_deg: float = 0.0,
             acc_range_g: float = 16, off_axis_deg: float = 5.0, trouble: Trouble = HEALTHY,
             progress: Callable[[float], None] | None = None) -> Simulation:
    """Let a virtual patient do `specs` with two sensors on one leg.

    The same arguments give the same bytes. `progress` is told the part done, 0 to 1.
    Raises `SpecError` for an unknown exercise and for numbers a sensor cannot have.
    """
    wanted = tuple(s if isinstance(s, Spec) else parse_specs([s])[0] for s in specs) or parse_specs([])
    script = write_script(wanted, seed)
    how = Wear(bias_deg_s, soft_tissue_deg, off_axis_deg, whole_g(acc_range_g), loss_percent, trouble)
    _check(rate_hz, how)
    patient = wear(iter(script.moves), side, seed, how)
    inputs = [*_people(side, script.truth["calibrations"], script.now_s)]
    inputs += [Tick(host_ns(t)) for t in np.arange(TICK_S, script.now_s, TICK_S)]
    witness = Witness(patient.motion)
    for now_s, arrived in _acquire(patient, script.now_s, rate_hz, np.random.default_rng([seed, 5])):
        inputs += arrived
        witness.see(now_s)
        if progress is not None:
            progress(now_s / script.now_s)
    witness.see(np.inf)
    inputs.sort(key=lambda item: item.t_host_ns)
    return Simulation(tuple(inputs), observe(witness.course(), script, rate_hz, seed, side))


def host_ns(t_s: float) -> int:
    return START_NS + round(t_s * 1e9)


def whole_g(acc_range_g: float) -> int:
    if acc_range_g != int(acc_range_g):
        raise SpecError(f"The range of a virtual sensor must be a whole number of g, not {acc_range_g:g}.")
    return int(acc_range_g)


def _check(rate_hz: float, how: Wear) -> None:
    limits = (("rate", rate_hz, 25, 1000, "Hz"), ("loss", how.loss_percent, 0, 90, "percent"),
              ("bias", how.bias_dps, 0, 50, "deg/s"), ("soft tissue", how.soft_tissue_deg, 0, 45, "degrees"),
              ("range", how.acc_range_g, 2, 200, "g"))
    for what, value, low, high, unit in limits:
        if not low <= value <= high:
            raise SpecError(f"The {what} of a virtual sensor must be {low} to {high} {unit}, not {value:g}.")


def _people(side: Side, calibrations: Sequence[dict[str, float]], end_s: float) -> Iterator[Input]:
    yield SessionEvent(START_NS, EventKind.START,
                       {"side": str(side), "patient": "virtual", "version": "virtual", "note": "simulated"})
    for calibration in calibrations:
        yield SessionEvent(host_ns(calibration["start_s"]), EventKind.CALIBRATION,
                           {"action": "start", "variant": calibration["variant"]})
    yield SessionEvent(host_ns(end_s), EventKind.STOP, {})


def _acquire(patient: Patient, end_s: float, rate_hz: float,
             rng: np.random.Generator) -> Iterator[tuple[float, list[Input]]]:
    """What comes over both links, step by step until `end_s`."""
    links = [_Link(sensor, rate_hz, link_rng)
             for sensor, link_rng in zip(patient.sensors, rng.spawn(2), strict=True)]
    yield STREAM_FROM_S, [item for link in links for item in link.connect()]
    for now_s in np.arange(STREAM_FROM_S + POLL_S, end_s, POLL_S):
        arrived = [item for link in links for item in link.poll(float(now_s))]
        yield float(now_s), [item for item in arrived if item.t_host_ns <= host_ns(end_s)]


class _Link:
    """A healthy Bluetooth link to one sensor: packets wait for connection events, some of which fail."""

    def __init__(self, sensor: VirtualSensor, rate_hz: float, rng: np.random.Generator) -> None:
        self._sensor, self._rate_hz, self._rng = sensor, rate_hz, rng
        self._phase_s = rng.uniform(0, INTERVAL_S)
        self._last_s = 0.0
        self._cookie = 0
        self._next_battery_s = STREAM_FROM_S

    def connect(self) -> list[Input]:
        sensor, placement = self._sensor, self._sensor.placement
        sensor.start(self._rate_hz, max(round(self._rate_hz / PACKETS_PER_S), 1), round(STREAM_FROM_S * 1e6))
        info = sensor.settings
        described = Sensor(placement, "patella", self._rate_hz, sensor.serial, "virtual", info.acc_range_g,
                           info.gyr_range_dps, info.boot_id, info.declares_mounting)
        soon = 0.05 if placement.segment is Segment.THIGH else 0.2
        return [LinkEvent(placement, host_ns(soon), LinkKind.CONNECTED, described.to_json()),
                LinkEvent(placement, host_ns(STREAM_FROM_S), LinkKind.STREAMING)]

    def poll(self, now_s: float) -> list[Input]:
        """What arrives because of the last `POLL_S` seconds."""
        placement: Placement = self._sensor.placement
        items: list[Input] = [self._sync(now_s - POLL_S * self._rng.random())]
        items += [Received(placement, host_ns(self._arrival_s(built.ready_us * 1e-6)), built.payload)
                  for built in self._sensor.built_until(round(now_s * 1e6))]
        if now_s >= self._next_battery_s:
            self._next_battery_s += BATTERY_S
            percent = self._sensor.battery_percent(round(now_s * 1e6))
            items.append(LinkEvent(placement, host_ns(now_s), LinkKind.BATTERY, {"percent": percent}))
        return items

    def _arrival_s(self, ready_s: float) -> float:
        """Packets keep their order."""
        arrival_s = self._event_s(ready_s) + self._rng.exponential(HOST_LATENCY_S)
        self._last_s = max(self._last_s + 1e-6, arrival_s)
        return self._last_s

    def _event_s(self, ready_s: float) -> float:
        """The connection event that carries what is ready at `ready_s`."""
        waits = np.ceil((ready_s - self._phase_s) / INTERVAL_S)
        failures = int(self._rng.geometric(1 - RETRY_SHARE)) - 1
        return float(self._phase_s + (waits + failures) * INTERVAL_S)

    def _sync(self, sent_s: float) -> LinkEvent:
        reached_s = self._event_s(sent_s)
        self._cookie += 1
        ping = encode_command(Sync(self._cookie), self._cookie % 256)
        answer = self._sensor.command(ping, round(reached_s * 1e6))
        stamp = decode_reply(answer).sync
        back_s = self._event_s(reached_s + 1e-4) + self._rng.exponential(HOST_LATENCY_S)
        return LinkEvent(self._sensor.placement, host_ns(back_s), LinkKind.SYNC, {
            "host_send_ns": host_ns(sent_s), "host_receive_ns": host_ns(back_s),
            "device_us": stamp.device_us if stamp else 0})
