import type { Attempt, Either } from './python-attempts';

/** Each of these ends the process or the call, and the next call must work. */
export const ABUSES: Either<Attempt & { ended: string[] }>[] = [
  {
    name: 'a script through ctypes',
    code: 'import ctypes\nctypes.pythonapi.emscripten_run_script(b"globalThis.hit=1")',
    ended: ['crashed', 'error'],
  },
  {
    name: 'a program through ctypes',
    like: 'a script through ctypes',
    code: 'import ctypes\nctypes.CDLL(None).system(b"touch /tmp/out")',
    ended: ['crashed', 'error', 'done'],
  },
  { name: 'a loop without end', code: 'while True: pass', ended: ['timeout'] },
  {
    name: 'a loop that catches everything',
    code: 'while True:\n  try:\n    while True: pass\n  except BaseException: pass',
    ended: ['timeout'],
  },
  {
    name: 'a loop inside a regular expression',
    code: 'import re\nre.match(r"(a+)+$", "a" * 60 + "b")',
    ended: ['timeout'],
  },
  {
    name: 'a sum without end',
    like: 'a loop inside a regular expression',
    code: 'sum(iter(int, 1))',
    ended: ['timeout'],
  },
  {
    name: 'a power beyond all numbers',
    like: 'a loop inside a regular expression',
    code: 'x = 9**9**9',
    ended: ['timeout', 'memory'],
  },
  { name: 'sleep for a day', code: 'import time\ntime.sleep(86400)', ended: ['timeout'] },
  { name: 'waiting for what never comes', code: 'import asyncio\nawait asyncio.Future()', ended: ['timeout'] },
  { name: 'printing without end', code: 'while True: print("x" * 10000)', ended: ['output_limit', 'timeout'] },
  {
    name: 'pictures without end',
    like: 'printing without end',
    code: 'import os\nd = os.open("/assay/pictures", os.O_WRONLY)\nwhile True: os.write(d, b\'{"name":"x"}\\n\\x89PNG\')',
    ended: ['output_limit', 'timeout'],
    own: { code: 'class P:\n  def _repr_png_(self): return b"\\x89PNG"\nwhile True: display(P())' },
  },
  {
    name: 'pictures that are none',
    code: 'import os\nd = os.open("/assay/pictures", os.O_WRONLY)\nos.write(d, b"no json at all")',
    ended: ['error', 'crashed', 'done'],
  },
  { name: 'an abort', code: 'import os\nos.abort()', ended: ['crashed', 'error'] },
  {
    name: 'an exit of the process',
    like: 'an abort',
    code: 'import os\nos._exit(0)',
    ended: ['crashed', 'done', 'error'],
  },
  {
    name: 'a write to nowhere',
    like: 'memory of the interpreter overwritten',
    code: 'import ctypes\nctypes.memset(0xfffffff0, 1, 1000)',
    ended: ['crashed', 'error'],
  },
  {
    name: 'memory of the interpreter overwritten',
    code: 'import ctypes\nctypes.memset(1024, 255, 20_000_000)\nprint(1)',
    ended: ['crashed', 'error', 'timeout'],
  },
  {
    name: 'a script that throws through ctypes',
    like: 'a script through ctypes',
    code: 'import ctypes\nctypes.pythonapi.emscripten_run_script(b"throw 1")',
    ended: ['crashed', 'error'],
  },
  {
    name: 'standard output closed',
    code: 'import sys, os\nsys.stdout.close()\nos.close(1)\nprint(1)',
    ended: ['error', 'done'],
  },
  {
    name: 'the harness pulled apart',
    code: 'import gc, types\nfor one in gc.get_objects():\n  if isinstance(one, dict) and "run_cell" in one and "describe" in one: one.clear()',
    ended: ['crashed', 'error', 'done'],
  },
  {
    name: 'the built-in functions taken away',
    like: 'the harness pulled apart',
    code: 'import builtins\nfor name in list(vars(builtins)): delattr(builtins, name)',
    ended: ['crashed', 'error', 'done'],
  },
  {
    name: 'an error whose text fails',
    code: 'class E(Exception):\n  def __str__(self): raise SystemError\nraise E',
    ended: ['error'],
  },
];
