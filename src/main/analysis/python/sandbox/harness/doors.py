"""The ways from Python back to JavaScript, closed. Deno's permissions hold without this; here is nothing to try them with."""
import os
import socket
import sys
import types

# Read now and loaded before the doors close: asyncio needs them to wait.
import pyodide.code
import pyodide.ffi
import pyodide.webloop
from pyodide.ffi import run_sync

# The parts of the standard library that analyses begin with, so that a snapshot holds them.
import asyncio
import collections
import csv
import dataclasses
import datetime
import decimal
import functools
import itertools
import math
import pathlib
import statistics
import textwrap

CLOSED = "JavaScript cannot be reached from Python here."


class Closed(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise ImportError(CLOSED)


def no_programs(*_args, **_kwargs):
    raise OSError("No programs can be run from this Python, and no servers opened.")


def closed(*_args, **_kwargs):
    raise PermissionError(CLOSED)


def close_doors():
    for name in [name for name in sys.modules if name.partition(".")[0] in ("js", "pyodide_js")]:
        del sys.modules[name]
    sys.meta_path[:] = [one for one in sys.meta_path if type(one).__module__ != "_pyodide._importhook"]
    sys.meta_path[:] = [one for one in sys.meta_path if getattr(one, "__module__", "") != "_pyodide._importhook"]
    sys.modules["_pyodide._importhook"].jsfinder.jsproxies.clear()
    sys.modules["js"] = Closed("js")
    runtime, inner = Closed("pyodide_js"), Closed("pyodide_js._api")
    # asyncio.run asks this whether it may wait; everything else of the runtime stays out of reach.
    inner.config = types.SimpleNamespace(enableRunUntilComplete=True)
    runtime._api = inner
    sys.modules["pyodide_js"], sys.modules["pyodide_js._api"] = runtime, inner
    # scikit-learn asks which libraries share threads, and warns each time it is not told: there are no threads here.
    libraries = Closed("pyodide_js._module")
    libraries.LDSO = types.SimpleNamespace(loadedLibsByName=types.SimpleNamespace(as_object_map=dict))
    runtime._module = sys.modules["pyodide_js._module"] = libraries
    os.system = no_programs
    socket.socket.bind = socket.socket.listen = no_programs
    for module in ("pyodide.code", "pyodide._run_js", "pyodide"):
        if module in sys.modules and hasattr(sys.modules[module], "run_js"):
            sys.modules[module].run_js = closed
