def text(cell):
    cell = cell.strip()
    return None if cell.lower() in NOTHING else cell


def number(cell, comma=False):
    cell = text(cell)
    if cell is None:
        return None
    cell = cell.strip("$€£ ")
    return Decimal(cell.replace(".", "").replace(",", ".") if comma else cell.replace(",", ""))


def moment(cell):
    cell = text(cell)
    return None if cell is None else cell.replace(" ", "T")


def yes(cell):
    cell = text(cell)
    return None if cell is None else cell.lower() in ("true", "yes")


def days(start, end):
    return Decimal((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()) / 86400


def total(values):
    return sum(values) if values else None


def spread(values):
    return max(values) - min(values) if values else None


def deviation(values):
    return statistics.stdev(values) if len(values) > 1 else None


def mean(values):
    return sum(values) / len(values) if values else None


def percentile(values, share):
    values = sorted(values)
    if not values:
        return None
    place = Decimal(share) * (len(values) - 1) / 100
    low = int(place)
    return values[low] + (values[min(low + 1, len(values) - 1)] - values[low]) * (place - low)


def divided(a, b):
    return None if a is None or b is None or b == 0 else a / b


def groups_of(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def by(name, lines, falling=False):
    known = [line for line in lines if line[name] is not None]
    return sorted(known, key=lambda line: line[name], reverse=falling) + [line for line in lines if line[name] is None]
