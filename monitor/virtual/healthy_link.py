"""A healthy Bluetooth link to a virtual sensor, without a radio: what arrives, and when."""

from __future__ import annotations

import numpy as np

from firmware_protocol.commands import Sync, decode_reply, encode_command
from monitor.values import Input, LinkEvent, LinkKind, Placement, Received, Segment, Sensor
from monitor.virtual.firmware import VirtualSensor

START_NS = 1_767_225_600_000_000_000    # the first second of 2026: a simulation has no clock of its own
STREAM_FROM_S = 0.4
POLL_S = 0.25
INTERVAL_S = 0.015        # between two connection events
RETRY_SHARE = 0.03        # of connection events fail and are repeated at the next
HOST_LATENCY_S = 0.0008   # mean, from the radio to the program
HEALTH_S = 10.0
SILENT_S = 0.8            # without data before the client says so
MEAN_RSSI_DBM = -58
PACKETS_PER_S = 50


def host_ns(t_s: float) -> int:
    """The host's clock `t_s` seconds after the session's start."""
    return START_NS + round(t_s * 1e9)


class HealthyLink:
    """Packets wait for connection events, some of which fail; none is lost after it was built."""

    def __init__(self, sensor: VirtualSensor, rate_hz: float, rng: np.random.Generator) -> None:
        self._sensor, self._rate_hz, self._rng = sensor, rate_hz, rng
        self._phase_s = rng.uniform(0, INTERVAL_S)
        self._last_s = STREAM_FROM_S   # when the last packet came
        self._cookie = 0
        self._next_health_s = STREAM_FROM_S

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
        quiet_s = now_s - self._last_s
        if SILENT_S <= quiet_s < SILENT_S + POLL_S:
            detail = {"seconds": round(quiet_s, 3)}
            items.append(LinkEvent(placement, host_ns(now_s), LinkKind.SILENT, detail))
        if now_s >= self._next_health_s:
            self._next_health_s += HEALTH_S
            percent = self._sensor.battery_percent(round(now_s * 1e6))
            dbm = round(self._rng.normal(MEAN_RSSI_DBM, 3))
            items += [LinkEvent(placement, host_ns(now_s), LinkKind.BATTERY, {"percent": percent}),
                      LinkEvent(placement, host_ns(now_s), LinkKind.RSSI, {"dbm": dbm})]
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
