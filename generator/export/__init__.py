"""Findings as data for machines, and problems for people and machines."""
