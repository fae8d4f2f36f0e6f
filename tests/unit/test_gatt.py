from __future__ import annotations

from uuid import UUID

from firmware_protocol import gatt

LONGEST_ADVERTISEMENT = 31      # legacy advertising; Linux drops what is longer


def elements(payload: bytes) -> dict[int, bytes]:
    found = {}
    while payload:
        size, kind = payload[:2]
        found[kind] = payload[2:size + 1]
        payload = payload[size + 1:]
    return found


def test_advertising_fits_and_names_the_service() -> None:
    payload = gatt.advertising_data()
    assert len(payload) <= LONGEST_ADVERTISEMENT
    assert elements(payload) == {0x01: b"\x06", 0x07: UUID(gatt.SERVICE_UUID).bytes[::-1]}


def test_scan_response_carries_the_name() -> None:
    payload = gatt.scan_response_data(0x0123_4567_89AB_CDEF)
    assert len(payload) <= LONGEST_ADVERTISEMENT
    assert elements(payload) == {0x09: b"Patella-CDEF"}


def test_a_small_serial_is_padded() -> None:
    assert gatt.serial_text(0xA) == "000000000000000A"
    assert gatt.sensor_name(0xA) == "Patella-000A"


def test_uuids_are_lower_case_and_distinct() -> None:
    uuids = [value for name, value in vars(gatt).items() if name.endswith("_UUID")]
    assert len(set(uuids)) == len(uuids) == 11
    assert all(str(UUID(uuid)) == uuid for uuid in uuids)
    assert gatt.BATTERY_LEVEL_UUID == "00002a19-0000-1000-8000-00805f9b34fb"
