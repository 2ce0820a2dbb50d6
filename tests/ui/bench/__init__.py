"""Tests of the packing bench."""
