"""Imports: packages of this machine are unpacked when they are first imported; what cannot be met is explained."""
import hashlib
import importlib.machinery
import json
import os
import shutil
import sys
import sysconfig
import zipfile
from importlib.abc import MetaPathFinder

PACKAGES = "/assay/packages"
LIBRARIES = "/usr/lib"
_unpacked = set()
# Packages whose file was not what it should be when it was last needed.
_damaged = set()


def closure(key, needed=None):
    needed = [] if needed is None else needed
    package = INDEX["packages"].get(key)
    if package is not None and key not in needed:
        needed.append(key)
        for other in package["depends"]:
            closure(other, needed)
    return needed


def is_installed(key):
    return os.path.exists(os.path.join(PACKAGES, INDEX["packages"][key]["file"]))


def is_whole(key):
    package = INDEX["packages"][key]
    with open(os.path.join(PACKAGES, package["file"]), "rb") as file:
        whole = hashlib.file_digest(file, "sha256").hexdigest() == package["sha256"]
    (_damaged.discard if whole else _damaged.add)(key)
    return whole


def unpack(key):
    package = INDEX["packages"][key]
    path = os.path.join(PACKAGES, package["file"])
    if package["shared"]:
        os.makedirs(LIBRARIES, exist_ok=True)
        shutil.unpack_archive(path, LIBRARIES)
    else:
        with zipfile.ZipFile(path) as wheel:
            wheel.extractall(sysconfig.get_path("purelib"))
    _unpacked.add(key)


def tell_loading(names):
    device = os.open("/assay/loading", os.O_WRONLY)
    try:
        os.write(device, json.dumps(names).encode())
    finally:
        os.close(device)


class PackageFinder(MetaPathFinder):
    """Asked last, when nothing else knows the module."""

    def find_spec(self, fullname, path=None, target=None):
        key = INDEX["imports"].get(fullname)
        if key is None or key in _unpacked:
            return None
        wanted = [other for other in closure(key) if other not in _unpacked]
        # All of them before any is unpacked, so that everything damaged is known at once.
        if not all(is_installed(other) for other in wanted) or not all([is_whole(other) for other in wanted]):
            return None
        tell_loading([INDEX["packages"][other]["name"] for other in wanted])
        try:
            for other in wanted:
                unpack(other)
        finally:
            tell_loading([])
        importlib.invalidate_caches()
        return importlib.machinery.PathFinder.find_spec(fullname, path, target)


def missing_module(name):
    """Which module could not be imported, as data; nothing for one inside a package that is there."""
    top = (name or "").partition(".")[0]
    key = INDEX["imports"].get(name) or INDEX["imports"].get(top)
    if not top or key in _unpacked:
        return None
    standard = key is None and top in sys.stdlib_module_names
    missing = {"module": top[:500], "package": key, "standard": standard}
    if key is not None and any(other in _damaged for other in closure(key)):
        missing["damaged"] = True
    return missing


def explain_missing(missing):
    """What to do about it, for who reads the traceback."""
    top, key = missing["module"], missing["package"]
    if key is not None:
        needed = closure(key)
        command = " ".join(["npm run python:packages --", key])
        if "damaged" in missing:
            files = ", ".join(INDEX["packages"][other]["file"] for other in needed if other in _damaged)
            return (
                f"A file that {top} needs is damaged. Install {'it' if key == top else key} again in Settings, Python"
                " packages, then run this again.\n"
                f"Not what it should be: {files}.\n"
                f"The command line does the same: {command}"
            )
        packages = [INDEX["packages"][other] for other in needed if not is_installed(other)]
        names = ", ".join(f"{package['name']} {package['version']}" for package in packages)
        # The first line is what people are shown at once; the rest is there for who asks.
        return (
            f"{top} is not installed. Install {'it' if key == top else key} in Settings, Python packages, then run this"
            " again.\n"
            f"It needs {names}.\n"
            f"The command line does the same: {command}\n"
            "Without a network, name a mirror or a folder of package files there, or in ASSAY_PYTHON_PACKAGES.\n"
            "Nothing was downloaded now, and Python's standard library works without it."
        )
    if missing["standard"]:
        return f"{top} is a part of Python that this sandbox leaves out: it needs programs, windows or a network."
    return (
        f"No package of this Python has a module called {top}, and packages cannot be downloaded by code. Use"
        " Python's standard library, or the packages listed in Settings, Python packages."
    )


def hook_imports():
    hook_shows()
    sys.meta_path.append(PackageFinder())
