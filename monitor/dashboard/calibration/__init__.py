"""The guided calibration: its steps, its card on other pages, and the wizard."""
