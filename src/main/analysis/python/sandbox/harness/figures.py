"""Pictures: matplotlib's figures and images become outputs of the cell, in order with what is printed."""
import io
import json
import os
import sys

_shown = 0


def emit_picture(png, name=None):
    global _shown
    _shown += 1
    head = json.dumps({"name": name or f"figure {_shown}.png"}).encode() + b"\n"
    sys.stdout.flush()
    sys.stderr.flush()
    device = os.open("/assay/pictures", os.O_WRONLY)
    try:
        os.write(device, head + bytes(png))
    finally:
        os.close(device)


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
