from expectations import either, winner
from reading import best


def any_of(*expectations):
    """The readings that lead to different answers: one alone where they all agree."""
    different = [each for place, each in enumerate(expectations) if each not in expectations[:place]]
    return different[0] if len(different) == 1 else either(*different)


def best_of(*figures, lowest=False):
    """Who comes first in each of some measures; the figure is that of the first measure that names them."""
    found = {}
    for each in figures:
        pair = best(each, lowest)
        found.setdefault(pair[0], winner(pair))
    return any_of(*found.values())
