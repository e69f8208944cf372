"""What every room stands on: clock, ids, paths, texts, fault kinds; standard library and platformdirs only."""
