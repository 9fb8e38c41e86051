"""What building costs, as ratios within one run."""
