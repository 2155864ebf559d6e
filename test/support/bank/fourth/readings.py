"""Several readings of one question."""

from expectations import either, winner


def any_of(*expectations):
    """Either of these; readings that come to the same answer count once."""
    left = [one for place, one in enumerate(expectations) if one not in expectations[:place]]
    return either(*left) if len(left) > 1 else left[0]


def leaders(figures, lowest=False):
    """The winner, or all that share the first place, for questions whose readings are many anyway."""
    most = (min if lowest else max)(figures.values())
    return [winner((key, figure)) for key, figure in figures.items() if abs(figure - most) < 1e-9]
