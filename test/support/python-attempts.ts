/**
 * What hostile code tries. `refused` attempts end by themselves in an error or in a harmless answer that says `contained`;
 * `never` matches what must not be in what comes back.
 */
export interface Attempt {
  name: string;
  code: string;
  /** The name of one that is of the same kind, and is tried more often. */
  like?: string;
}

/** An attempt, and how it is made, or ends, in a Python of this computer where that differs; null where it is no attempt there. */
export type Either<A extends Attempt> = A & { own?: Partial<A> | null };

export const attempt = (body: string): string => `
def attempt():
${body
  .trim()
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
try:
    got = attempt()
    print('REACHED' if got not in (None, False) else 'contained: nothing', repr(got)[:300] if got is not None else '')
except BaseException as error:
    print('contained:', type(error).__name__, str(error)[:300])
`;

/** Found by Python from any object of JavaScript's that is still in its memory. */
const FIND_JS = `
import gc
from pyodide.ffi import JsProxy
proxies = [one for one in gc.get_objects() if isinstance(one, JsProxy)]
import pyodide.webloop
proxies += [one for one in vars(pyodide.webloop).values() if isinstance(one, JsProxy)]
`;

/** Each of these must print `contained` and go on: nothing of the machine is reached. */
export const ESCAPES: Either<Attempt>[] = [
  { name: 'the js module', code: attempt('import js\nreturn js.Deno') },
  { name: 'fetch through js', code: attempt('from js import fetch\nreturn fetch("http://127.0.0.1:1")') },
  { name: 'the pyodide_js module', code: attempt('import pyodide_js\nreturn pyodide_js.FS') },
  {
    name: 'the runtime through its inner api',
    code: attempt('from pyodide_js._api import scheduleCallback, rawRun\nreturn rawRun'),
  },
  { name: 'run_js', code: attempt('from pyodide.code import run_js\nreturn run_js("1+1")') },
  { name: 'run_js of the inner module', code: attempt('from pyodide._run_js import run_js\nreturn run_js("Deno")') },
  {
    name: 'js after a reload of the import hook',
    code: attempt(
      'import sys, importlib\nsys.modules.pop("js")\nfrom _pyodide import _importhook\n_importhook.register_js_finder()\nimport js\nreturn js.Deno',
    ),
  },
  {
    name: 'the js finder itself',
    code: attempt('from _pyodide._importhook import jsfinder\nreturn jsfinder.jsproxies["js"]'),
  },
  {
    name: 'the constructor of what is left of JavaScript',
    code: attempt(`${FIND_JS}\nreturn [one.constructor.constructor("return 1")() for one in proxies][:1]`),
  },
  {
    name: 'Function by way of a callback',
    code: attempt(
      'from pyodide.ffi import create_proxy, to_js\nreturn to_js([]).constructor.constructor("return globalThis")()',
    ),
  },
  {
    name: 'eval by way of an array',
    code: attempt('from pyodide.ffi import to_js\nreturn to_js([1]).map.constructor("return Deno")()'),
  },
  {
    name: 'an async function constructor',
    code: attempt(`${FIND_JS}\nreturn [one.constructor("return 1") for one in proxies if callable(one)][:1] or to_js`),
  },
  {
    name: 'the global scope through a prototype',
    code: attempt(
      'from pyodide.ffi import to_js\nx = to_js({})\nreturn getattr(x.constructor, "Deno", None) or getattr(x.constructor.prototype, "process", None)',
    ),
  },
  {
    name: 'process.getBuiltinModule',
    code: attempt(
      'from pyodide.ffi import to_js\nreturn to_js([]).constructor.constructor("return process.getBuiltinModule(\'fs\')")()',
    ),
  },
  { name: 'a file of the machine', code: attempt('return open("/etc/passwd").read()') },
  {
    name: 'a file of the machine by climbing',
    code: attempt('return open("../../../../../../../../etc/passwd").read()'),
  },
  { name: 'the app by its path', code: attempt('import os\nreturn os.listdir("/work") or None') },
  { name: 'processes of the machine', code: attempt('import os\nreturn open("/proc/1/environ", "rb").read()') },
  {
    name: 'the environment',
    code: attempt(
      'import os\nreturn [key for key in os.environ if "KEY" in key or "TOKEN" in key or key in ("PATH_TO_SECRET", "ASSAY_SECRET_FOR_TEST", "DENO_DIR")] or None',
    ),
  },
  {
    name: 'a file system of the machine mounted',
    code: attempt(`${FIND_JS}\nreturn [one.FS.mount for one in proxies if hasattr(one, "FS")] or None`),
  },
  {
    name: 'a device made by hand',
    code: attempt('import os, stat\nos.mknod("/tmp/disk", 0o600 | stat.S_IFBLK, os.makedev(8, 0))\nreturn True'),
  },
  {
    name: 'a socket',
    code: attempt(
      'import socket\ns = socket.create_connection(("127.0.0.1", 22), 2)\ns.send(b"hi")\nreturn s.recv(10) or None',
    ),
  },
  {
    name: 'a listening socket',
    code: attempt(
      'import socket\ns = socket.socket()\ns.bind(("0.0.0.0", 8099))\ns.listen()\ns.settimeout(0.2)\nreturn s.accept()',
    ),
  },
  {
    name: 'a page of the web',
    code: attempt('import urllib.request\nreturn urllib.request.urlopen("http://127.0.0.1:1/").read()'),
  },
  {
    name: 'a page by http.client',
    code: attempt(
      'import http.client\nc = http.client.HTTPConnection("169.254.169.254", timeout=1)\nc.request("GET", "/")\nreturn c.getresponse().read()',
    ),
  },
  {
    name: 'a page by pyfetch',
    code: attempt(
      'import asyncio\nfrom pyodide.http import pyfetch\nreturn asyncio.run(pyfetch("http://127.0.0.1:1/"))',
    ),
  },
  {
    name: 'a page by XMLHttpRequest',
    code: attempt('from pyodide.http import open_url\nreturn open_url("http://127.0.0.1:1/")'),
  },
  { name: 'a WebSocket', code: attempt('from js import WebSocket\nreturn WebSocket.new("ws://127.0.0.1:1")') },
  { name: 'a worker', code: attempt('from js import Worker\nreturn Worker.new("data:text/javascript,1")') },
  {
    name: 'a name looked up',
    code: attempt('import socket\nreturn not socket.gethostbyname("example.com").startswith(("172.29.", "127."))'),
  },
  { name: 'a program', code: attempt('import subprocess\nreturn subprocess.run(["id"], capture_output=True).stdout') },
  { name: 'a program by os.system', code: attempt('import os\nreturn os.system("id") == 0') },
  { name: 'a fork', code: attempt('import os\nreturn os.fork()') },
  {
    name: 'threads without end',
    code: attempt(
      'import threading\nfor _ in range(1000):\n    threading.Thread(target=lambda: None).start()\nreturn True',
    ),
    own: {
      code: attempt(
        'import threading\nend = threading.Event()\ntry:\n    for _ in range(1000):\n        threading.Thread(target=end.wait).start()\n    return True\nfinally:\n    end.set()',
      ),
    },
  },
  {
    name: 'processes by multiprocessing',
    code: attempt('import multiprocessing\np = multiprocessing.Process(target=print)\np.start()\nreturn True'),
  },
  { name: 'a package from the network', code: attempt('import micropip\nreturn micropip') },
  {
    name: 'pip',
    code: attempt('import pip\nreturn pip'),
    own: {
      code: attempt(
        'from pip._internal.cli.main import main\nreturn main(["download", "six", "--timeout", "1", "--retries", "0", "-d", "/mnt/data/six"]) == 0',
      ),
    },
  },
  { name: 'eight gigabytes at once', code: attempt('return len(bytearray(8 * 1024**3)) > 0') },
  {
    name: 'lists until memory ends',
    code: attempt('held = []\nwhile True:\n    held.append(bytearray(16 * 1024 * 1024))'),
  },
  {
    name: 'a file that never ends',
    code: attempt(
      'import os\ntry:\n    with open("/tmp/big", "wb") as file:\n        while True:\n            file.write(bytes(1024 * 1024))\nfinally:\n    os.remove("/tmp/big")',
    ),
  },
  {
    name: 'a file of ten gigabytes by its size',
    code: attempt('with open("/tmp/big2", "wb") as file:\n    file.truncate(10 * 1024**3)\nreturn True'),
  },
  {
    name: 'a million files',
    code: attempt(
      'import os, shutil\nos.makedirs("/tmp/many", exist_ok=True)\ntry:\n    for number in range(1_000_000):\n        open(f"/tmp/many/{number}", "w").close()\nfinally:\n    shutil.rmtree("/tmp/many")\nreturn True',
    ),
    // Its process is ended: see below.
    own: null,
  },
  {
    name: 'a link out of the data folder',
    code: attempt(
      'import os\nos.symlink("/etc/passwd", "/mnt/data/passwd.txt")\nreturn open("/mnt/data/passwd.txt").read()',
    ),
  },
  {
    name: 'packages overwritten for others',
    code: attempt(
      'import os\nos.makedirs("/assay/packages", exist_ok=True)\nfor name in os.listdir("/assay/packages"):\n    open("/assay/packages/" + name, "wb").write(b"x")\nreturn None',
    ),
  },
  { name: 'recursion without end', code: attempt('def f(): return f()\nreturn f()') },
  { name: 'recursion of a parser', code: attempt('return eval("(" * 5000 + ")" * 5000)') },
  {
    name: 'a bomb of entities',
    code: attempt(
      'import xml.dom.minidom\nlol = "<!DOCTYPE x [<!ENTITY a \'" + "x" * 100 + "\'>" + "".join(f"<!ENTITY {chr(98 + n)} \'" + f"&{chr(97 + n)};" * 10 + "\'>" for n in range(9)) + "]><x>&j;</x>"\nreturn xml.dom.minidom.parseString(lol).toxml()',
    ),
  },
];
