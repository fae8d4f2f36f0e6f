"""What the sensors say, as bytes and as values: the open Patella protocol and the dialects of other sensors.

Sans-IO: bytes in, values or one `PacketError` out. Imports nothing of the monitor.
"""
