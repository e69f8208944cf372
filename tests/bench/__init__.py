"""The bars of speed, measured as ratios in one run on a shop of a million customers: `python3 dev.py bench`."""
