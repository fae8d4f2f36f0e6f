"""Where inputs come from, interchangeable: live Bluetooth, virtual sensors, replay."""
