"""The tools of the bank's own generators, which write into this folder here."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

FILES = Path(__file__).resolve().parent.parent / "files"

_spec = spec_from_file_location("bank_common", FILES.parent.parent / "generators" / "common.py")
_common = module_from_spec(_spec)
_spec.loader.exec_module(_common)
_common.FILES = FILES

weighted, people, write = _common.weighted, _common.people, _common.write


def chance(name):
    return _common.chance(f"eleventh: {name}")
