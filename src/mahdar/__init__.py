"""Mahdar reads Arabic diplomatic news into a record whose every value leads back to its sentence."""

__version__ = "0.1.0"
