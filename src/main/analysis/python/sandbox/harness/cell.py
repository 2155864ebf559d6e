"""One cell: run it in the session's namespace, show what its last expression is worth, explain what went wrong."""
import __main__
import ast
import builtins
import inspect
import json
import linecache
import os
import random
import re
import sys
import time
import traceback
import types

TRACEBACK_AT_MOST = 60_000
MESSAGE_AT_MOST = 20_000
REPORTED = (
    "pandas", "numpy", "matplotlib", "scipy", "sklearn", "statsmodels", "seaborn", "pyarrow", "polars", "duckdb",
    "openpyxl", "plotly",
)
_cells = 0


def cut(text, length):
    return text if len(text) <= length else text[: length * 2 // 3] + "\n[...]\n" + text[-length // 3 :]


def read_cell(code, name):
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        return compile(code, name, "exec", flags, dont_inherit=True)
    except SyntaxError:
        for mended in (notebook_code, unescaped, lambda code: notebook_code(unescaped(code))):
            plain = mended(code)
            if plain == code:
                continue
            try:
                tree = compile(plain, name, "exec", flags, dont_inherit=True)
            except SyntaxError:
                continue
            remember(name, plain)
            return tree
        raise


def notebook_code(code):
    return re.sub(r"^[ \t]*[%!].*$", lambda line: notebook_line(line.group()), code, flags=re.MULTILINE)


def unescaped(code):
    """Models, and servers of theirs, escape code once too often: what is no Python may be some then."""
    plain = {"n": "\n", "t": "\t", "r": "", '"': '"', "'": "'", "\\": "\\", "/": "/"}
    return re.sub(r"""\\([ntr"'\\/])""", lambda match: plain[match.group(1)], code)


def remember(name, code):
    linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)


def notebook_line(line):
    """Notebooks' own commands are not Python: those about plots need not be said, the others cannot be done."""
    indent = line[: len(line) - len(line.lstrip())]
    command = line.strip()
    if command.startswith("%matplotlib"):
        return f"{indent}pass"
    text = f"[{command}: only Python runs here; packages are installed in Settings, Python packages]"
    return f"{indent}print({text!r})"


def run_code(code):
    result = eval(code, __main__.__dict__)
    if inspect.iscoroutine(result) and code.co_flags & inspect.CO_COROUTINE:
        return run_sync(result)
    return result


def execute(tree, name, quiet):
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    if tree.body:
        run_code(compile(tree, name, "exec", flags, dont_inherit=True))
    if last is not None:
        value = run_code(compile(ast.Expression(last.value), name, "eval", flags, dont_inherit=True))
        if value is not None and not quiet:
            __main__.__dict__["_"] = value
            show_value(value)


def units(text):
    """Its length in UTF-16 units, as editors count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def place_in(error, name):
    """Where in the cell an error is: lines and columns from 1. None where it is not in it, or not known."""
    if isinstance(error, SyntaxError) and error.filename == name:
        line, column = error.lineno, (error.offset or 1) - 1
        end_line, end_column = error.end_lineno, (error.end_offset or 0) - 1
        offset = lambda text, at: units(text[:at])
    else:
        frame = None
        step = error.__traceback__
        while step is not None:
            frame = step if step.tb_frame.f_code.co_filename == name else frame
            step = step.tb_next
        if frame is None:
            return None
        places = list(frame.tb_frame.f_code.co_positions())
        line, end_line, column, end_column = places[frame.tb_lasti // 2]
        offset = lambda text, at: units(text.encode()[:at].decode(errors="ignore"))
    if not line or column is None or column < 0:
        return None
    place = {"line": line, "column": offset(linecache.getline(name, line), column) + 1}
    if end_line and end_column is not None and (end_line, end_column) > (line, column):
        place["end"] = {"line": end_line, "column": offset(linecache.getline(name, end_line), end_column) + 1}
    return place


def place_of(error):
    try:
        return place_in(error, f"<cell {_cells}>")
    except Exception:
        return None


def describe(error):
    """The traceback from the analyst's own code on; how the sandbox got there is nobody's business."""
    frames = error.__traceback__
    while frames is not None and not frames.tb_frame.f_code.co_filename.startswith("<cell "):
        frames = frames.tb_next
    message = str(error)
    # Packages that need another one for something say so in words of their own, because of this.
    cause = error if isinstance(error, ModuleNotFoundError) else error.__cause__ or error.__context__
    absent = isinstance(error, ImportError) and isinstance(cause, ModuleNotFoundError)
    missing = missing_module(cause.name) if absent else None
    text = "".join(traceback.format_exception(type(error), error, frames, limit=-30))
    advice = explain_missing(missing) if missing else explain(error)
    if advice:
        text = text.rstrip("\n") + "\n" + advice + "\n"
    return {
        "type": type(error).__name__[:200],
        "message": cut(message, MESSAGE_AT_MOST),
        "traceback": cut(text, TRACEBACK_AT_MOST),
        "missing": missing,
        "at": place_of(error),
    }


def attempt(step, *args):
    try:
        step(*args)
    except SystemExit as ending:
        return None if ending.code in (None, 0) else describe(ending)
    except BaseException as error:
        try:
            return describe(error)
        except BaseException as worse:
            # An error whose own text fails must not take the session with it.
            name = type(error).__name__
            text = f"{name} (its text failed: {type(worse).__name__})\n"
            return {"type": name[:200], "message": "", "traceback": text, "missing": None, "at": None}
    return None


def mend_builtins(_all=builtins.__dict__, _kept=dict(builtins.__dict__)):
    # Only syntax here: whatever code took away may be missing.
    for name in _kept:
        if name not in _all:
            _all[name] = _kept[name]


def run_cell(code, tables="null"):
    global _cells
    mend_builtins()
    given = json.loads(tables)
    if given is not None:
        set_tables(given)
    forget_table()
    _cells += 1
    name = f"<cell {_cells}>"
    remember(name, code)
    quiet = code.rstrip().endswith(";")
    error = attempt(lambda: execute(read_cell(code, name), name, quiet))
    mend_builtins()
    undrawn = attempt(emit_figures)
    attempt(emit_table)
    glyphs = []
    attempt(lambda: glyphs.append(missing_glyphs()))
    attempt(flush)
    broken = attempt(check_output) is not None
    result = {"error": error or undrawn, "broken": broken, "packages": loaded_packages()}
    return json.dumps({**result, "missingGlyphs": "".join(glyphs)})


def loaded_packages():
    """Versions of what analyses are computed with, as far as code of this session has imported it."""
    known = []
    for name in REPORTED:
        version = getattr(sys.modules.get(name), "__version__", None)
        if isinstance(version, str):
            known.append({"name": name, "version": version[:50]})
    return known


def check_output():
    sys.__stdout__.flush()
    os.fstat(1)


def flush():
    sys.stdout.flush()
    sys.stderr.flush()
