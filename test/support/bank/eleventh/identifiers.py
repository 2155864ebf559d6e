"""A row may be named by another column that identifies it as well: an id for a name."""

from readings import any_of


def also_by(bank, rows, name, identifier):
    """Accepts the values of `identifier` wherever an expected answer has those of `name`."""
    ids = {row[name]: row[identifier] for row in rows}
    if len(set(ids.values())) != len(ids) or len({(row[name], row[identifier]) for row in rows}) != len(ids):
        raise ValueError(f"{identifier} does not identify {name}")
    for entry in bank.questions:
        expectations = entry["expect"].get("either", [entry["expect"]])
        entry["expect"] = any_of(*expectations, *(renamed(one, ids, name, identifier) for one in expectations))


def renamed(expected, ids, name, identifier):
    changed = dict(expected)
    if isinstance(expected.get("value"), str):
        changed["value"] = ids.get(expected["value"], expected["value"])
    if "rows" in expected:
        changed["column"] = identifier if expected["column"] == name else expected["column"]
        changed["rows"] = [ids.get(key, key) for key in expected["rows"]]
    if "table" in expected:
        rows = expected["table"]["rows"].items()
        named = {"|".join(ids.get(part, part) for part in key.split("|")): figure for key, figure in rows}
        keys = [identifier if key == name else key for key in expected["table"]["keys"]]
        changed["table"] = {**expected["table"], "keys": keys, "rows": named}
    return changed
