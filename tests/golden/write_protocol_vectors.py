"""Write `firmware_protocol/vectors/*.json`: `python tests/golden/write_protocol_vectors.py`.

The bytes are spelled with `struct` from the written protocols and from captures of the sensors, never with
the codec that they hold down.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parents[2] / "firmware_protocol" / "vectors"

STILL = [[0, 2048, 0, 0, 0, 0]] * 4
RAMP = [[i * 1000 - 9000, -i, i, 32767, -32768, i * i] for i in range(19)]


def data(name: str, counts: list[list[int]], *, flags: int = 0, seq: int = 0, dt_us: int = 5000,
         t0_us: int = 0, impact: tuple[int, int] | None = None) -> dict[str, Any]:
    payload = struct.pack("<BBBBHHI", 1, flags, len(counts), 0, seq, dt_us, t0_us)
    payload += b"".join(struct.pack("<6h", *row) for row in counts)
    payload += struct.pack("<HH", *impact) if impact else b""
    trailer = {"peak": impact[0], "offset_us": impact[1]} if impact else None
    return {"name": name, "hex": payload.hex(), "flags": flags, "seq": seq, "dt_us": dt_us, "t0_us": t0_us,
            "counts": counts, "impact": trailer}


DATA = [
    data("standing still, 16 g, 200 Hz", STILL),
    data("one sample", [[1, 2, 3, 4, 5, 6]], seq=1, dt_us=2500, t0_us=123456),
    data("all signs and rails", RAMP, flags=2 | 4, seq=65535, dt_us=2500, t0_us=0xFFFFFFFF),
    data("nineteen samples and the trailer: 244 bytes", RAMP, flags=2 | 4 | 32, dt_us=2500,
         impact=(56756, 44000)),
    data("first after START with other ranges", STILL, flags=1 | 8, seq=300, t0_us=4_000_000_000),
    data("tapped", STILL, flags=16, seq=77),
    data("landing at 28 g on a 32 g part", STILL, flags=32, seq=1000, impact=(28672, 13125)),
    data("every flag and the largest fields", [[-1] * 6], flags=63, seq=513, dt_us=65535, t0_us=1,
         impact=(65535, 65535)),
]

GOOD = bytes.fromhex(DATA[1]["hex"])
BAD_DATA = [
    ("empty", b"", "too_short"),
    ("version 0", b"\x00" + GOOD[1:], "wrong_version"),
    ("version 2", b"\x02" + GOOD[1:], "wrong_version"),
    ("version 2 alone", b"\x02", "wrong_version"),
    ("header only, no samples", GOOD[:2] + b"\x00" + GOOD[3:12], "bad_count"),
    ("twenty samples", GOOD[:2] + b"\x14" + GOOD[3:12] + bytes(240), "bad_count"),
    ("count 255", GOOD[:2] + b"\xff" + GOOD[3:], "bad_count"),
    ("count says two, one came", GOOD[:2] + b"\x02" + GOOD[3:], "wrong_length"),
    ("flag 64", GOOD[:1] + b"\x40" + GOOD[2:], "bad_field"),
    ("flag 128", GOOD[:1] + b"\x80" + GOOD[2:], "bad_field"),
    ("reserved byte", GOOD[:3] + b"\x01" + GOOD[4:], "bad_field"),
    ("no sample period", GOOD[:6] + b"\x00\x00" + GOOD[8:], "bad_field"),
    ("impact flag without trailer", GOOD[:1] + b"\x20" + GOOD[2:], "wrong_length"),
    ("trailer without impact flag", GOOD + bytes(4), "wrong_length"),
    ("half a trailer", GOOD[:1] + b"\x20" + GOOD[2:] + bytes(2), "wrong_length"),
    ("ten kilobytes", GOOD + bytes(10_000), "wrong_length"),
]

COMMANDS = [
    ("the default stream", "0107c80004", 7, "Start", {"rate_hz": 200, "samples": 4}),
    ("a fast stream", "0100900108", 0, "Start", {"rate_hz": 400, "samples": 8}),
    ("stop", "02ff", 255, "Stop", {}),
    ("32 g and 2000 deg/s", "030120d007", 1, "SetRange", {"acc_range_g": 32, "gyr_range_dps": 2000}),
    ("blink five seconds", "040205", 2, "Identify", {"seconds": 5}),
    ("left shank", "05030201", 3, "SetRole", {"role": 2, "side": 1}),
    ("15 ms", "06040c00", 4, "ConnectionInterval", {"units": 12}),
    ("ping", "1005efbeadde", 5, "Sync", {"cookie": 0xDEADBEEF}),
    ("reset statistics", "2006", 6, "ResetStats", {}),
]
BAD_COMMANDS = [
    ("empty", "", "too_short"), ("no tag", "01", "too_short"),
    ("no such command", "0700", "unknown_op"), ("a reply", "8100", "unknown_op"),
    ("START without count", "0107c800", "wrong_length"), ("START and more", "0107c8000400", "wrong_length"),
    ("STOP with an argument", "020000", "wrong_length"),
    ("role 3", "05030301", "bad_field"), ("side 3", "05030203", "bad_field"),
]
REPLIES = [
    ("started", "810700", 0x01, 7, 0, None),
    ("rate not supported", "810703", 0x01, 7, 3, None),
    ("range while streaming", "830104", 0x03, 1, 4, None),
    ("no such command", "f70901", 0x77, 9, 1, None),
    ("pong", "900500efbeadde00e1f505", 0x10, 5, 0, {"cookie": 0xDEADBEEF, "device_us": 100_000_000}),
    ("ping of a wrong length", "900502", 0x10, 5, 2, None),
]
BAD_REPLIES = [
    ("empty", "", "too_short"), ("no status", "8107", "too_short"),
    ("a command", "010700", "bad_field"), ("status 6", "810706", "bad_field"),
    ("pong without time", "900500efbeadde", "wrong_length"), ("started and more", "81070000", "wrong_length"),
    ("unknown command done", "f70900", "unknown_op"),
]

INFO = [{
    "name": "a thigh sensor out of the box",
    "hex": struct.pack("<BBBBHHQIIBBHHBBBB", 1, 1, 1, 2, 1, 1660, 0x0123456789ABCDEF, 0xCAFEBABE, 12,
                       16, 19, 2000, 200, 4, 0b01111, 0b011111, 0b11111).hex(),
    "role": 1, "side": 2, "declares_mounting": True, "hardware": 1, "output_rate_hz": 1660,
    "serial": 0x0123456789ABCDEF, "boot_id": 0xCAFEBABE, "dropped": 12, "acc_range_g": 16, "samples_cap": 19,
    "gyr_range_dps": 2000, "rate_hz": 200, "samples": 4, "acc_ranges_g": [2, 4, 8, 16],
    "gyr_ranges_dps": [125, 250, 500, 1000, 2000], "rates_hz": [25, 50, 100, 200, 400],
}]
BAD_INFO = [(name, bytes.fromhex(INFO[0]["hex"]), at, value, reason) for name, at, value, reason in (
    ("version 9", 0, 9, "wrong_version"), ("mounting 2", 1, 2, "bad_field"), ("role 3", 2, 3, "bad_field"),
    ("side 7", 3, 7, "bad_field"), ("range not offered", 24, 32, "bad_field"),
    ("cap 0", 25, 0, "bad_count"), ("cap 20", 25, 20, "bad_count"), ("no samples", 30, 0, "bad_count"),
    ("more samples than the cap", 30, 20, "bad_count"),
    ("a range this version has not", 31, 0x2F, "bad_field"), ("no rates", 33, 0, "bad_field"))]

DOT = [
    ("mode 21", 21, struct.pack("<I6f", 1_000_000, 0.5, -9.75, 1.25, 90.0, -180.0, 0.25),
     1_000_000, [0.5, -9.75, 1.25, 90.0, -180.0, 0.25]),
    ("mode 21 before the wrap", 21, struct.pack("<I6f", 0xFFFFFFFF, *([0.0] * 6)), 0xFFFFFFFF, [0.0] * 6),
    ("mode 26", 26, struct.pack("<I10f", 42, 1.0, 0.0, 0.0, 0.0, 0.0, 9.75, 0.0, 1.0, 2.0, 3.0),
     42, [1.0, 0.0, 0.0, 0.0, 0.0, 9.75, 0.0, 1.0, 2.0, 3.0]),
    ("mode 3", 3, struct.pack("<I7f", 7, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0, -1.5),
     7, [0.5, 0.5, 0.5, 0.5, 0.0, 0.0, -1.5]),
]
DOT_MESSAGES = [
    ("get status", "020108f5", 0x08, ""), ("status: unsynced", "02025109a2", 0x51, "09"),
    ("status: synced", "02025104a7", 0x51, "04"),
    ("start, root D4:CA:6E:F1:69:3D", "0207013d69f16ecad453", 0x01, "3d69f16ecad4"),
    ("acknowledged", "02020300f9", 0x03, "00"), ("stop", "020102fb", 0x02, ""),
    ("result", "02025000ac", 0x50, "00"),
]

WITMOTION = [
    # a capture that was cut after roll, 16 bytes; the last four here, pitch and yaw, are zeros
    {"name": "captured at rest", "hex": "556135ff59ff0a08000000000000b9fc00000000",
     "counts": [-203, -167, 2058, 0, 0, 0, -839, 0, 0],
     "acc_g": [-0.0991, -0.0815, 1.0049], "roll_deg": -4.609},
]
REGISTERS = [{"name": "battery 3.91 V", "hex": "55716400" + struct.pack("<8h", 391, *[0] * 7).hex(),
              "first": 0x64, "values": [391, 0, 0, 0, 0, 0, 0, 0], "percent": 75}]

TABLE = [
    {"name": "Thingy:52 at rest, +z up", "table": "thingy52",
     "hex": struct.pack("<9h", 0, 0, -1024, 32, -64, 0, 100, 200, 300).hex(),
     "acc_g": [0.0, 0.0, 1.0], "gyr_deg_s": [1.0, -2.0, 0.0]},
    {"name": "plain floats", "table": "plain_float",
     "hex": struct.pack("<6f", 0.5, 0.0, -1.0, 90, -45, 0).hex(),
     "acc_g": [0.5, 0.0, -1.0], "gyr_deg_s": [90.0, -45.0, 0.0]},
]


def files() -> dict[str, Any]:
    """The contents of each vector file by its name."""
    def bad(rows: list[tuple[str, str, str]]) -> list[dict[str, str]]:
        return [{"name": name, "hex": text, "reason": reason} for name, text, reason in rows]

    return {
        "data.json": {"good": DATA, "bad": bad([(n, p.hex(), r) for n, p, r in BAD_DATA])},
        "command.json": {
            "good": [{"name": n, "hex": h, "tag": t, "command": c, "args": a} for n, h, t, c, a in COMMANDS],
            "bad": bad(BAD_COMMANDS)},
        "reply.json": {
            "good": [{"name": n, "hex": h, "op": o, "tag": t, "status": s, "sync": y}
                     for n, h, o, t, s, y in REPLIES],
            "bad": bad(BAD_REPLIES)},
        "info.json": {"good": INFO, "bad": bad([(n, (p[:at] + bytes([v]) + p[at + 1:]).hex(), r)
                                                for n, p, at, v, r in BAD_INFO])},
        "movella_dot.json": {
            "good": [{"name": n, "mode": m, "hex": p.hex(), "t_us": t, "values": v} for n, m, p, t, v in DOT],
            "messages": [{"name": n, "hex": h, "id": i, "data": d} for n, h, i, d in DOT_MESSAGES]},
        "witmotion.json": {"motion": WITMOTION, "registers": REGISTERS},
        "table.json": {"good": TABLE},
    }


def one_line_each(content: dict[str, list[Any]]) -> str:
    """JSON with a line for each vector, so that a change shows as one line."""
    parts = (f'"{part}": [\n' + ",\n".join(map(json.dumps, rows)) + "\n]" for part, rows in content.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    VECTORS.mkdir(exist_ok=True)
    for name, content in files().items():
        (VECTORS / name).write_text(one_line_each(content))
