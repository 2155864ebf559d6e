"""Pictures: matplotlib's figures and images become outputs of the cell, in order with what is printed."""
import io
import json
import sys
from importlib.abc import Loader, MetaPathFinder

_shown = 0


def emit_picture(png, name=None):
    global _shown
    _shown += 1
    sys.stdout.flush()
    sys.stderr.flush()
    write_picture(json.dumps({"name": name or f"figure {_shown}.png"}).encode(), bytes(png))


def emit_figures(*_args, **_kwargs):
    """Stands in for pyplot.show, and runs at the end of every cell."""
    plt = sys.modules.get("matplotlib.pyplot")
    numbers = plt.get_fignums() if plt is not None and hasattr(plt, "get_fignums") else []
    try:
        for number in numbers:
            png = io.BytesIO()
            plt.figure(number).savefig(png, format="png", bbox_inches="tight")
            emit_picture(png.getvalue())
    finally:
        if numbers:
            plt.close("all")


def emit_image(image, title=None, **_kwargs):
    """Stands in for PIL.Image.Image.show."""
    png = io.BytesIO()
    image.save(png, format="PNG")
    emit_picture(png.getvalue(), f"{title}.png" if title else None)


def show_value(value):
    """The value of a cell's last expression, as a notebook would show it."""
    png = getattr(type(value), "_repr_png_", None)
    if png is not None:
        data = png(value)
        data = data[0] if isinstance(data, tuple) else data
        if data:
            return emit_picture(data)
    if type(value).__module__.startswith("pandas.") and type(value).__name__ in ("DataFrame", "Series"):
        text = value.to_string(max_rows=60)
    else:
        text = repr(value)
    print(text)


def display(*values):
    for value in values:
        show_value(value)


class AfterLoader(Loader):
    def __init__(self, loader, then):
        self.loader, self.then = loader, then

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__loader__ = module.__spec__.loader = self.loader
        self.loader.exec_module(module)
        self.then(module)


class AfterFinder(MetaPathFinder):
    """Asked first, to put our own `show` into the two modules that have one."""

    def __init__(self, hooks):
        self.hooks = hooks

    def find_spec(self, fullname, path=None, target=None):
        then = self.hooks.get(fullname)
        if then is None:
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(fullname, path, target)
            if spec is not None:
                if spec.loader is not None and hasattr(spec.loader, "exec_module"):
                    spec.loader = AfterLoader(spec.loader, then)
                return spec
        return None


def hook_shows():
    hooks = {
        "matplotlib.pyplot": lambda module: setattr(module, "show", emit_figures),
        "PIL.Image": lambda module: setattr(module.Image, "show", emit_image),
    }
    sys.meta_path.insert(0, AfterFinder(hooks))
