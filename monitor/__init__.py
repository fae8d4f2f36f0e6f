"""Patella: a wearable-sensor rehab monitor for the knee."""
