"""The tools of the bank's own generators, which write into this folder here."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

FILES = Path(__file__).resolve().parent.parent / "files"

_spec = spec_from_file_location("bank_common", FILES.parent.parent / "generators" / "common.py")
_common = module_from_spec(_spec)
_spec.loader.exec_module(_common)
_common.FILES = FILES

weighted, people, padded, write = _common.weighted, _common.people, _common.padded, _common.write
WOMEN, MEN, LAST = _common.WOMEN, _common.MEN, _common.LAST


def chance(name):
    return _common.chance(f"fourth: {name}")


def bounded(number, low, high):
    return max(low, min(high, number))
