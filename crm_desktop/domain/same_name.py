"""Whether two names may be one person's: written alike, sounding alike, or one a shorter form of the other."""

from __future__ import annotations

from functools import lru_cache

from crm_desktop.domain.names import is_chinese, plain, spell

_TITLES = ("先生", "女士", "小姐", "太太", "老师", "阿姨", "叔叔", "大姐", "经理", "总", "姐", "哥")


@lru_cache(maxsize=8_192)
def names_agree(one: str, other: str) -> bool:
    """Return whether two names do not speak against one person: 王丽 and 王莉, 王女士 and 王丽, Bob Lee and Lee Bob."""
    first, second = plain(one), plain(other)
    if not first or not second or first == second:
        return True
    if sorted(first.split()) == sorted(second.split()):
        return True
    if _is_form_of(first, second) or _is_form_of(second, first):
        return True
    key = spell(one).key.replace(" ", "")
    return bool(key) and key == spell(other).key.replace(" ", "")


def _is_form_of(short: str, full: str) -> bool:
    """Tell whether a name is a surname with a title, or all words of it are words of the other."""
    surname = next((short.removesuffix(title) for title in _TITLES if short.endswith(title)), "")
    if surname and is_chinese(surname[0]):
        return full.startswith(surname)
    words = short.split()
    return len(words) > 1 and set(words) < set(full.split())
