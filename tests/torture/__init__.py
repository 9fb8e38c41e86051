"""How much of the code that may not be wrong its tests hold: branches run, and faults put in that they find."""
