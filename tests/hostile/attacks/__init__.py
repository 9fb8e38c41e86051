"""Inputs made to be slow, deep or huge, for every entrance of the program."""
