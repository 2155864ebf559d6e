"""The tools of the first folder's generators, writing into this one."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

FILES = Path(__file__).resolve().parent.parent / "files"

_spec = spec_from_file_location("tools", Path(__file__).resolve().parents[2] / "generators" / "common.py")
tools = module_from_spec(_spec)
_spec.loader.exec_module(tools)
tools.FILES = FILES

people, padded, weighted, write = tools.people, tools.padded, tools.weighted, tools.write


def chance(name):
    return tools.chance(f"second folder, {name}")


def german(number):
    """1234.5 as 1.234,50"""
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
