"""How alike two names are: written or sounding alike, typed wrongly, turned round, shortened, or there only in part.

Chinese names are compared by their characters and by their sound, with surnames read as surnames; names in other
letters word by word, in whatever order they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from crm_desktop.domain.likeness import Sign
from crm_desktop.domain.names import is_chinese, plain, spell

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam"})
_CHINESE_TITLES = (
    "先生", "女士", "小姐", "太太", "老师", "医生", "经理", "老板", "师傅", "阿姨", "叔叔", "总", "姐", "哥",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PRACTICALLY_SAME, _TYPED_WRONGLY = 0.92, 0.82
"""Jaro-Winkler likeness of two words from which one is the other with a slip, or with several."""
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class NameTraits:
    """What two names are compared by: Chinese characters with their syllables, or words of other letters."""

    text: str
    chinese: str
    syllables: tuple[str, ...]
    words: tuple[str, ...]
    titled: bool


@lru_cache(maxsize=262_144)
def name_traits(name: str) -> NameTraits:
    """Return what a name is compared by; titles do not count."""
    text = plain(name)
    chinese = "".join(filter(is_chinese, text))
    bare = _without_title(chinese)
    words = tuple(word.replace("'", "").replace("’", "") for word in _WORD.findall(text) if not is_chinese(word[0]))
    words = tuple(word for word in words if word not in _TITLES)
    syllables = tuple(spell(bare).key.split()) if bare else ()
    return NameTraits(text, bare, syllables, words, bare != chinese)


def _without_title(chinese: str) -> str:
    for title in _CHINESE_TITLES:
        if chinese.endswith(title) and len(chinese) > len(title):
            return chinese[: -len(title)]
    return chinese


@lru_cache(maxsize=65_536)
def compare_names(one: str, other: str) -> tuple[Sign, float]:
    """Return how two names stand to each other, and which share (0 to 1) of a sign's full weight it has."""
    first, second = name_traits(one), name_traits(other)
    if first.chinese and second.chinese:
        return _compare_chinese(first, second)
    if first.chinese or second.chinese:
        return _compare_scripts(first, second) if first.chinese else _compare_scripts(second, first)
    return _compare_words(first, second)


# Chinese names


def _compare_chinese(one: NameTraits, other: NameTraits) -> tuple[Sign, float]:
    if one.chinese == other.chinese:
        return (Sign.SAME_NAME, 1.0) if len(one.chinese) > 1 else (Sign.PART_OF_NAME, 0.4)
    if one.syllables == other.syllables:
        return (Sign.SAME_SOUND, 1.0) if len(one.chinese) > 1 else (Sign.PART_OF_NAME, 0.2)
    shorter, longer = sorted((one, other), key=lambda name: len(name.chinese))
    if part := _chinese_part(shorter, longer):
        return Sign.PART_OF_NAME, part
    if sorted(one.chinese) == sorted(other.chinese):
        return Sign.SWAPPED_NAME, 1.0
    if _one_character_apart(one, other):
        return Sign.NEAR_NAME, 1.0
    return Sign.OTHER_NAME, 1.0


def _chinese_part(shorter: NameTraits, longer: NameTraits) -> float:
    """Return how much it says that a shorter name is in a longer: the given name much, a surname alone little."""
    few, many = shorter.chinese, longer.chinese
    if len(few) == len(many) or len(few) >= 4:
        return 0.0
    if len(few) >= 2:
        return 1.0 if many.endswith(few) else 0.6 if many.startswith(few) else 0.0
    return 0.3 if many.startswith(few) and shorter.titled else 0.0


def _one_character_apart(one: NameTraits, other: NameTraits) -> bool:
    """Tell whether three or more characters differ in one (same surname or same given name), by look or by sound."""
    first, second = one.chinese, other.chinese
    if len(first) != len(second) or len(first) < 3:
        return False
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _compare_scripts(chinese: NameTraits, latin: NameTraits) -> tuple[Sign, float]:
    """Compare a Chinese name with one written in Latin letters, family name first or last."""
    spelt = "".join(latin.words)
    if not spelt or chinese.words:
        shared = set(chinese.words) & set(latin.words)
        return (Sign.SHORT_NAME, 0.6) if shared else (Sign.OTHER_NAME, 0.4)
    sound = "".join(chinese.syllables)
    turned = "".join(chinese.syllables[1:] + chinese.syllables[:1])
    if spelt in (sound, turned) or "".join(reversed(latin.words)) == sound:
        return Sign.SAME_SOUND, 1.0
    initials = "".join(syllable[0] for syllable in chinese.syllables)
    return (Sign.SHORT_NAME, 0.4) if spelt == initials else (Sign.OTHER_NAME, 0.4)


# names in other letters


def _compare_words(one: NameTraits, other: NameTraits) -> tuple[Sign, float]:
    first, second = one.words[:_MOST_WORDS], other.words[:_MOST_WORDS]
    if not first or not second:
        return (Sign.SAME_NAME, 1.0) if one.text == other.text != "" else (Sign.PART_OF_NAME, 0.0)
    if first == second:
        return (Sign.SAME_NAME, 1.0) if len(first) > 1 else (Sign.PART_OF_NAME, 1.0)
    if sorted(first) == sorted(second):
        return Sign.SWAPPED_NAME, 1.0
    joined = "".join(first), "".join(second)
    if joined[0] == joined[1]:
        return Sign.SAME_NAME, 0.95
    shorter, longer = sorted((first, second), key=len)
    likes, in_order = _best_pairing(shorter, longer)
    return _judge(shorter, longer, likes, in_order)


def _best_pairing(shorter: tuple[str, ...], longer: tuple[str, ...]) -> tuple[list[float], bool]:
    """Pair the words of two names so that they are most alike; return the likenesses and whether the order is kept."""
    table = [[_word_likeness(a, b) for b in longer] for a in shorter]
    places = range(len(longer))
    best, kept = [row[i] for i, row in enumerate(table)], True
    for order in permutations(places, len(shorter)):
        likes = [table[i][place] for i, place in enumerate(order)]
        if sum(likes) > sum(best) + 1e-9:
            best, kept = likes, list(order) == sorted(order)
    return best, kept


@lru_cache(maxsize=262_144)
def _word_likeness(one: str, other: str) -> float:
    """Return how alike two words are, 0 to 1; a first letter or a beginning stands for the whole in part."""
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter):
        return 0.88 if len(shorter) == 1 else 0.9 if len(shorter) >= 3 else 0.86
    from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

    like: float = JaroWinkler.similarity(one, other)
    steps = DamerauLevenshtein.distance(one, other, score_cutoff=3)
    if steps == 1 and len(longer) >= 4:
        return max(like, 0.94)
    if steps == 2 and len(longer) >= 6:
        return max(like, 0.86)
    return like if steps <= 3 else min(like, 0.8)


def _judge(shorter: tuple[str, ...], longer: tuple[str, ...], likes: list[float], in_order: bool) -> tuple[Sign, float]:
    worst = min(likes)
    if len(shorter) == 1 < len(longer):
        return _judge_part(worst)
    if worst >= _PRACTICALLY_SAME:
        return Sign.MISTYPED_NAME, 1.0 if in_order else 0.9
    if worst >= _TYPED_WRONGLY:
        short = any(_stands_for(a, b) for a in shorter for b in longer)
        return (Sign.SHORT_NAME, 1.0) if short else (Sign.MISTYPED_NAME, 0.8)
    if len(longer) == 1:
        return Sign.OTHER_NAME, 0.5  # one may be the first name, the other the family's
    if max(likes) >= _PRACTICALLY_SAME:
        return Sign.OTHER_NAME, 0.6 if worst >= 0.6 else 0.8
    return Sign.OTHER_NAME, 1.0


def _judge_part(like: float) -> tuple[Sign, float]:
    """Judge a single word by the word of a longer name that is most like it."""
    shares = ((1.0, 1.0), (_PRACTICALLY_SAME, 0.9), (_TYPED_WRONGLY, 0.6))
    found = next((share for bound, share in shares if like >= bound), None)
    return (Sign.OTHER_NAME, 1.0) if found is None else (Sign.PART_OF_NAME, found)


def _stands_for(one: str, other: str) -> bool:
    """Tell whether one word is the beginning of the other, by more than a letter left out."""
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) > 1 and longer.startswith(shorter)
