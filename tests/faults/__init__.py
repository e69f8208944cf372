"""The program under faults of the world: kills, power cuts, broken disks, clocks that jump."""

import pytest

pytest.register_assert_rewrite("tests.faults.scenarios")
