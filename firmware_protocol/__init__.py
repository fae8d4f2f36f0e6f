"""What the wire says: bytes in, values or one `PacketError` out. No input or output of its own."""
