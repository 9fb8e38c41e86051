"""Charts as values: figures to scale, dates on a line, and who had what from whom; templates draw them as SVG.

Positions along an axis are per cent of a plot whose width is the reader's, so that lettering keeps its size on any
screen. Nothing here measures a font: widths of text are estimated, and estimated wide.
"""
