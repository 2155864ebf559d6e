"""Pictures: matplotlib's figures and images become outputs of the cell, in order with what is printed."""
import io
import json
import logging
import os
import sys
from html.parser import HTMLParser
from importlib.abc import Loader, MetaPathFinder

DATA_FOLDER = "/mnt/data"
# A table as notebooks have it, of some ten thousand cells.
MARKUP_AT_MOST = 2_000_000

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
    note_table(value)
    png = getattr(type(value), "_repr_png_", None)
    if png is not None:
        data = png(value)
        data = data[0] if isinstance(data, tuple) else data
        if data:
            return emit_picture(data)
    drawing = markup_of(value, "_repr_svg_")
    if drawing and drawing.lstrip().startswith("<"):
        return emit_drawing(drawing)
    print(text_of(value))


def text_of(value):
    kind = type(value)
    if kind.__module__.startswith("pandas."):
        if kind.__name__ == "DataFrame":
            return value.to_string(max_rows=60)
        if kind.__name__ == "Series":
            return value.to_string(max_rows=60, name=True, dtype=True)
    # What has no text of its own but one for notebooks is read as that; nothing of it is ever run.
    if kind.__repr__ is object.__repr__ or kind.__name__ == "Styler":
        markup = markup_of(value, "_repr_html_")
        if markup:
            return text_of_markup(markup)
    return repr(value)


def markup_of(value, name):
    method = getattr(type(value), name, None)
    markup = method(value) if method is not None else None
    markup = markup[0] if isinstance(markup, tuple) else markup
    return markup if isinstance(markup, str) else None


class MarkupText(HTMLParser):
    """The words of markup; cells of a table stand in columns."""

    SILENT = {"style", "script", "head", "title", "template"}
    BLOCKS = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "caption", "pre"}

    def __init__(self):
        super().__init__()
        self.lines, self.row, self.silent, self.tables = [[""]], None, 0, 0

    def handle_starttag(self, tag, attributes):
        if tag in self.SILENT:
            self.silent += 1
        elif tag == "tr":
            self.row = []
        elif tag in ("td", "th") and self.row is not None:
            self.row.append("")
        elif tag in self.BLOCKS and self.row is None:
            self.lines.append([""])

    def handle_endtag(self, tag):
        if tag in self.SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag == "tr" and self.row is not None:
            self.lines.append(self.row)
            self.row = None
        elif tag in ("table", *self.BLOCKS) and self.row is None:
            self.lines.append([""])

    def handle_data(self, data):
        words = " ".join(data.split())
        line = self.lines[-1] if self.row is None else self.row
        if words and line and not self.silent:
            line[-1] = f"{line[-1]} {words}".strip()

    def text(self):
        rows = [line for line in self.lines if len(line) > 1]
        widths = [max(len(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows), default=0))]
        aligned = ["  ".join(cell.rjust(widths[at]) for at, cell in enumerate(line)) if len(line) > 1 else line[0]
                   for line in self.lines if any(line)]
        return "\n".join(aligned)


def text_of_markup(markup):
    parser = MarkupText()
    parser.feed(markup[:MARKUP_AT_MOST])
    parser.close()
    return parser.text()


def emit_drawing(markup):
    """A drawing in text form is a file: pictures of cells are PNG."""
    global _shown
    _shown += 1
    name = f"figure {_shown}.svg"
    with open(os.path.join(DATA_FOLDER, name), "w", encoding="utf-8") as file:
        file.write(markup)
    print(f"[{name}]")


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
        "matplotlib.font_manager": offer_fonts,
        "matplotlib._text_helpers": note_missing_glyphs,
        "PIL.Image": lambda module: setattr(module.Image, "show", emit_image),
    }
    sys.meta_path.insert(0, AfterFinder(hooks))
    # That its first start takes a while is nothing of the analyst's; that a font is not there is.
    logging.getLogger("matplotlib.font_manager").addFilter(lambda record: "findfont" in record.funcName)
