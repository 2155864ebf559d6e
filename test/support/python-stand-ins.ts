import { libraries, nativeModule, wheel } from './python-wheels';

const PNG = `base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")`;

/** Stand-ins with the names and the few calls of the real ones. */
export const WHEELS = [
  wheel('numpy', { 'numpy/__init__.py': 'def mean(values): return sum(values) / len(values)' }),
  wheel(
    'pandas',
    {
      'pandas/__init__.py': 'import numpy\nfrom pandas.frame import DataFrame',
      'pandas/frame.py': 'class DataFrame:\n  def to_string(self, max_rows=None): return "   a  b\\n0  1  2"',
    },
    ['numpy'],
  ),
  wheel(
    'matplotlib',
    {
      'matplotlib/__init__.py': 'import os\nbackend = os.environ["MPLBACKEND"]',
      'matplotlib/pyplot.py': `import base64
_open = {}
class Figure:
    def savefig(self, file, format=None, bbox_inches=None): file.write(${PNG})
def figure(number=None):
    number = number or len(_open) + 1
    return _open.setdefault(number, Figure())
def plot(*_): figure(1)
def get_fignums(): return sorted(_open)
def close(which): _open.clear()
def show(): raise RuntimeError("there is no window")`,
    },
    ['numpy'],
  ),
  wheel('pillow', {
    'PIL/__init__.py': '',
    'PIL/Image.py': `import base64
class Image:
    def save(self, file, format): file.write(${PNG})
    def _repr_png_(self): return ${PNG}
    def show(self): raise RuntimeError("there is no window")
def new(): return Image()`,
  }),
  wheel('quick', {
    'quick/__init__.py': 'from . import _quick',
    'quick/_quick.cpython-314-wasm32-emscripten.so': nativeModule('_quick'),
  }),
  libraries('libblas', { 'libblas.so': nativeModule('libblas') }),
  wheel(
    'linked',
    {
      'linked/__init__.py': 'from . import _linked',
      'linked/_linked.cpython-314-wasm32-emscripten.so': nativeModule('_linked', ['libblas.so']),
    },
    ['libblas'],
  ),
  wheel('later', { 'later.py': 'x = 1' }),
];
