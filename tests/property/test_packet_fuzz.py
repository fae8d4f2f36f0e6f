"""Whatever comes: a packet that is accepted encodes back to the same bytes, all else is `PacketError`."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from firmware_protocol import commands, movella_dot, movella_sync, unquantised, witmotion_frames
from firmware_protocol.codec import decode_data, decode_info, encode_data, encode_info
from firmware_protocol.dialects import decoder_for
from firmware_protocol.errors import PacketError
from firmware_protocol.movella_control import Mode
from firmware_protocol.samples import Decoder, Samples
from firmware_protocol.table_packets import decode_rows, device, shipped

VECTORS = Path(__file__).parents[2] / "firmware_protocol" / "vectors"

Again = Callable[[bytes], bytes]


def seeds(file: str, *parts: str) -> list[bytes]:
    content = json.loads((VECTORS / file).read_text())
    return [bytes.fromhex(vector["hex"]) for part in parts for vector in content[part]]


def samples_seeds() -> list[bytes]:
    rows = np.arange(28.0).reshape(4, 7)
    return [unquantised.encode_rows(rows), unquantised.encode_rows(rows[:1])]


def dot(mode: Mode) -> Again:
    return lambda payload: movella_dot.encode_packet(movella_dot.decode_packet(mode, payload))


# what a packet becomes when it is decoded and encoded again
ROUND_TRIPS: dict[str, tuple[list[bytes], Again]] = {
    "data": (seeds("data.json", "good"), lambda p: encode_data(decode_data(p))),
    "info": (seeds("info.json", "good"), lambda p: encode_info(decode_info(p))),
    "command": (seeds("command.json", "good"),
                lambda p: commands.encode_command(*commands.decode_command(p))),
    "reply": (seeds("reply.json", "good"), lambda p: commands.encode_reply(commands.decode_reply(p))),
    "dot mode 21": (seeds("movella_dot.json", "good")[:1], dot(Mode.RATE_QUANTITIES)),
    "dot mode 26": (seeds("movella_dot.json", "good")[2:3], dot(Mode.CUSTOM_5)),
    "dot mode 3": (seeds("movella_dot.json", "good")[3:], dot(Mode.COMPLETE_QUATERNION)),
    "dot message": (seeds("movella_dot.json", "messages"),
                    lambda p: movella_sync.encode_message(movella_sync.decode_message(p))),
    "witmotion frame": (seeds("witmotion.json", "motion", "registers"),
                        lambda p: witmotion_frames.encode_frame(witmotion_frames.decode_frame(p))),
    "thingy52 rows": (seeds("table.json", "good")[:1],
                      lambda p: decode_rows(shipped("thingy52"), p).tobytes()),
    "plain_float rows": (seeds("table.json", "good")[1:],
                         lambda p: decode_rows(shipped("plain_float"), p).tobytes()),
    "samples": (samples_seeds(), lambda p: unquantised.encode_rows(unquantised.decode_rows(p))),
}
DIALECTS: dict[str, list[bytes]] = {
    "patella": seeds("data.json", "good"),
    "movella_dot": seeds("movella_dot.json", "good")[:2],
    "witmotion": seeds("witmotion.json", "motion", "registers"),
    "table": seeds("table.json", "good")[:1],
    "samples": samples_seeds(),
}


def mutated(seed: Sequence[bytes], rng: random.Random) -> bytes:
    """One of the seeds with a few bits, bytes or lengths changed; sometimes nothing at all."""
    packet = bytearray(rng.choice(seed))
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(packet) + 1)
        match rng.randrange(6):
            case 0 if at < len(packet):
                packet[at] ^= 1 << rng.randrange(8)
            case 1 if at < len(packet):
                packet[at] = rng.choice((0, 1, 127, 128, 255, rng.randrange(256)))
            case 2:
                del packet[at:]
            case 3:
                packet[at:at] = rng.randbytes(rng.randrange(9))
            case 4:
                packet += rng.choice(seed)
            case 5:
                del packet[at:at + rng.randrange(9)]
    return bytes(packet)


def check_round_trips(name: str, count: int) -> int:
    seed, again = ROUND_TRIPS[name]
    rng, accepted = random.Random(name), 0
    for _ in range(count):
        packet = mutated(seed, rng)
        with suppress(PacketError):
            assert again(packet) == packet
            accepted += 1
    return accepted


def decoder(dialect: str) -> Decoder:
    layout = device(shipped("thingy52")).layout if dialect == "table" else {}
    return decoder_for(dialect, rate_hz=100.0, acc_range_g=16.0, gyr_range_dps=2000.0, layout=layout)


def check_samples(samples: Samples) -> None:
    n = len(samples.acc_m_s2)
    assert n >= 1
    assert samples.acc_m_s2.shape == samples.gyr_rad_s.shape == (n, 3)
    assert samples.acc_saturated.shape == samples.gyr_saturated.shape == (n,)
    assert np.isfinite(samples.acc_m_s2).all()
    assert np.isfinite(samples.gyr_rad_s).all()
    for times in (samples.t_us, samples.t_ns):
        assert times is None or (times.shape == (n,) and times.dtype == np.int64)


def check_decoder(dialect: str, count: int) -> int:
    rng, accepted = random.Random(dialect), 0
    fuzzed = decoder(dialect)
    for i in range(count):
        with suppress(PacketError):
            for samples in fuzzed.push(mutated(DIALECTS[dialect], rng)):
                if i % 16 == 0:
                    check_samples(samples)
                accepted += 1
    return accepted


@pytest.mark.parametrize("name", ROUND_TRIPS)
def test_what_is_accepted_encodes_back(name: str) -> None:
    assert 20_000 > check_round_trips(name, 20_000) > 1_000


@pytest.mark.parametrize("dialect", DIALECTS)
def test_decoders_raise_nothing_but_packet_error(dialect: str) -> None:
    assert check_decoder(dialect, 20_000) > 1_000


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", ROUND_TRIPS)
def test_a_million_round_trips(name: str) -> None:
    assert check_round_trips(name, 1_000_000) > 50_000


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_million_damaged_packets(dialect: str) -> None:
    assert check_decoder(dialect, 1_000_000) > 50_000
