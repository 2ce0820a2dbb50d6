"""Cordial: the back office of a small shop that posts parcels."""

__version__ = "0.1.0"
