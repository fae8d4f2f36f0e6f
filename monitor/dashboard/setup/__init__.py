"""What is set up once: sensors, prescription, settings."""
