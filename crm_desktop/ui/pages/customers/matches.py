"""Where a search touches a text, free of Qt: the words themselves, and in names what pinyin or initials stand for."""

from __future__ import annotations

from crm_desktop.domain.names import is_chinese, plain
from crm_desktop.ui.widgets.highlight import Range, ranges


def name_ranges(name: str, key: str, query: str) -> list[Range]:
    """Return the found places of a name; `key` is its sound, syllable by syllable ("wang xiao ming")."""
    found = set(ranges(name, query))
    syllables = key.split()
    if len(syllables) == len(name) and all(map(is_chinese, name)):
        for word in plain(query).split():
            found.update(_spelt(syllables, word) if word.isascii() and word.isalpha() else ())
    return _merged(found)


def _spelt(syllables: list[str], word: str) -> list[Range]:
    initials = "".join(syllable[0] for syllable in syllables)
    at = initials.find(word)
    if at >= 0:
        return [(at, len(word))]
    for start in range(len(syllables)):
        length = _covered(syllables[start:], word)
        if length:
            return [(start, length)]
    return []


def _covered(syllables: list[str], word: str) -> int:
    """Return how many syllables a word spells from the first on, the last one perhaps in part; 0 for none."""
    rest = word
    for number, syllable in enumerate(syllables, start=1):
        if syllable.startswith(rest):
            return number
        if not rest.startswith(syllable):
            return 0
        rest = rest[len(syllable) :]
    return 0


def _merged(found: set[Range]) -> list[Range]:
    places = sorted({place for start, length in found for place in range(start, start + length)})
    runs: list[Range] = []
    for place in places:
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
