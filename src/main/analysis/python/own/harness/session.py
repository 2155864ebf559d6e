"""A session of the analyst's own Python: one thread runs cells, two others speak with the app."""
import asyncio
import faulthandler

_loop = None
_running = False


def write_picture(head, png):
    emit({"type": "image", "name": json.loads(head)["name"][:200]}, png)


def write_table(rows):
    emit({"type": "table"}, rows)


def run_sync(coroutine):
    global _loop
    if _loop is None or _loop.is_closed():
        _loop = asyncio.new_event_loop()
    return _loop.run_until_complete(coroutine)


def missing_module(name):
    """Nothing for a module inside a package that is there."""
    top = (name or "").partition(".")[0]
    if not top or top in sys.modules:
        return None
    return {"module": top[:500], "package": None, "standard": top in STANDARD, "own": True}


STANDARD = getattr(sys, "stdlib_module_names", frozenset())


def explain_missing(missing):
    version = ".".join(str(part) for part in sys.version_info[:3])
    if missing["standard"]:
        return f"{missing['module']} is a part of Python that your installation of Python {version} lacks."
    return (
        f"{missing['module']} is not installed in your own Python {version}. Install it there, then run this again; code"
        " cannot download packages."
    )


def on_interrupt(_signal, _frame):
    if _running:
        raise KeyboardInterrupt


def limit_memory(boot):
    import resource

    for limit, most in (
        (resource.RLIMIT_DATA, boot["heapBytes"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 1024),
        (resource.RLIMIT_FSIZE, boot["diskBytes"]),
    ):
        hard = resource.getrlimit(limit)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):
            pass  # macOS has no limit of memory that holds; the app watches it from outside.


class DataPaths(ast.NodeTransformer):
    """Where no folder can be mounted at /mnt/data, texts that begin with it mean the session's own."""

    def __init__(self, root):
        self.root = root

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, str) and (value == DATA or value.startswith(DATA + "/")):
            return ast.copy_location(ast.Constant(self.root + value[len(DATA) :]), node)
        return node


DATA = "/mnt/data"


def perform_run(code, tables, data, boot):
    global _running
    data.mark()
    signal.signal(signal.SIGINT, on_interrupt)
    # Ends a call that holds the interpreter when the app that would have ended it is gone.
    faulthandler.dump_traceback_later(boot["callMs"] / 1000 + 60, exit=True, file=_silence)
    _running = True
    try:
        result = json.loads(run_cell(code, json.dumps(tables)))
    except KeyboardInterrupt:
        text = "KeyboardInterrupt\n"
        error = {"type": "KeyboardInterrupt", "message": "", "traceback": text, "missing": None}
        result = {"error": error, "broken": False, "packages": [], "missingGlyphs": ""}
    finally:
        _running = False
    faulthandler.cancel_dump_traceback_later()
    files, omitted = data.changed(boot)
    for path in files:
        try:
            body = data.read(path, boot["outputFileBytes"])
        except OSError:
            body = None
        if body is None or len(body) > boot["outputFileBytes"]:
            omitted += 1
            continue
        emit({"type": "file", "path": path}, body)
    emit({"type": "finished", "omitted": omitted, **result})


_silence = None


def main():
    global _silence, read_cell, DATA_FOLDER
    open_pipes()
    boot = inbox.get()[0]["boot"]
    root = boot["dataFolder"]
    os.chdir(root)
    DATA_FOLDER = root
    _silence = open(os.devnull, "w")
    for folder in boot["sitePaths"]:
        __import__("site").addsitedir(folder)
    data = DataFolder(root)
    if root != DATA:
        read_plain = read_cell
        read_cell = lambda code, name: ast.fix_missing_locations(DataPaths(root).visit(read_plain(code, name)))
    limit_memory(boot)
    builtins.display = display
    hook_print()
    builtins.input = no_input
    hook_shows()
    open_tables()
    signal.signal(signal.SIGINT, on_interrupt)
    emit({"type": "ready", "restored": False, "python": sys.version.split()[0]})
    while True:
        request, body = inbox.get()
        op = request["op"]
        if op == "file":
            data.begin(request["path"], request["alias"], request["size"])
            whole = request["size"] == 0
        elif op == "bytes":
            whole = data.add(body)
        else:
            whole = False
        if whole:
            data.finish()
            emit({"type": "file_received"})
        elif op == "alias":
            data.alias(request["path"], request["alias"])
        elif op == "link":
            data.link(request["path"], request["alias"], request["target"])
            emit({"type": "file_received"})
        elif op == "run":
            perform_run(request["code"], request["tables"], data, boot)
