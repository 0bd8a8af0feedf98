"""Measures of speed: `python -m bench` prints a table; nothing here is a test."""
