import type { Ask, Boot, Say } from '../protocol';
import { DataFolder } from './data-folder';
import { channel, Deno, ignoreStrayRejections } from './deno';
import { openDevices } from './devices';
import { limitDisk } from './disk';
import { emptyGlobalScope } from './global-scope';
import cellSource from './harness/cell.py?raw';
import doorsSource from './harness/doors.py?raw';
import figuresSource from './harness/figures.py?raw';
import importsSource from './harness/imports.py?raw';
import type { FileSystem, PyFunction, Pyodide } from './pyodide';
import { Shelf } from './shelf';
import { TextOut } from './text-out';

const HARNESS = { figures: figuresSource, imports: importsSource, cell: cellSource, doors: doorsSource };

type Told = { ask: Ask; body: Uint8Array; interrupt?: Int32Array };
type Transferable = Uint8Array<ArrayBuffer>;

const say = (header: Say, body?: Transferable): void => channel.post({ header, body }, body ? [body.buffer] : []);

/** The worker: Python, and what it says. Told things come one after another; a call ends before the next is heard. */
export function startPython(): void {
  let python: Promise<Python | null> | null = null;
  ignoreStrayRejections();
  channel.listen((data) => {
    const told = data as Told;
    if (told.ask.op === 'boot') python = start(told.ask.boot, told.interrupt);
    else void python?.then((ready) => ready && follow(ready, told));
  });
}

async function start(boot: Boot, interrupt: Int32Array | undefined): Promise<Python | null> {
  try {
    return await Python.boot(boot, interrupt);
  } catch (error) {
    say({ say: 'failed', why: String(error) });
    return null;
  }
}

async function follow(python: Python, { ask, body }: Told): Promise<void> {
  try {
    await python.hear(ask, body);
  } catch (error) {
    // It may quote the analyst's code, so only its kind is told.
    say({ say: 'failed', why: kindOf(error) });
  }
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

class Python {
  readonly #boot: Boot;
  readonly #run: PyFunction;
  readonly #data: DataFolder;
  readonly #shelf: Shelf;
  readonly #out: TextOut;
  readonly #interrupt: Int32Array | undefined;

  constructor(
    boot: Boot,
    parts: { run: PyFunction; fs: FileSystem; out: TextOut; interrupt?: Int32Array | undefined },
  ) {
    this.#boot = boot;
    this.#run = parts.run;
    this.#out = parts.out;
    this.#interrupt = parts.interrupt;
    this.#data = new DataFolder(parts.fs);
    this.#shelf = new Shelf(parts.fs, boot.packagesFolder);
  }

  static async boot(boot: Boot, interrupt?: Int32Array): Promise<Python> {
    const { pyodide, restored } = await loadRuntime(boot);
    const out = new TextOut((bytes) => say({ say: 'text' }, bytes));
    if (!restored) layHarness(pyodide, boot);
    if (boot.snapshot === 'make') say({ say: 'snapshot' }, new Uint8Array(pyodide.makeMemorySnapshot()));
    const { FS: fs } = pyodide;
    pyodide.setStdout({ write: (bytes) => out.write(bytes), isatty: false });
    pyodide.setStderr({ write: (bytes) => out.write(bytes), isatty: false });
    pyodide.setStdin({ error: true });
    if (interrupt) pyodide.setInterruptBuffer(interrupt);
    openDevices(fs, {
      picture: (name, png) => {
        out.flush();
        say({ say: 'image', name }, png);
      },
      sleep: (ms) => {
        out.flush();
        if (interrupt) Atomics.wait(interrupt, 0, 0, ms);
      },
    });
    const python = new Python(boot, { run: openHarness(pyodide), fs, out, interrupt });
    limitDisk(fs, { bytes: boot.diskBytes, files: boot.diskFiles });
    emptyGlobalScope();
    say({ say: 'ready', restored });
    return python;
  }

  async hear(ask: Ask, body: Uint8Array): Promise<void> {
    if (ask.op === 'file') {
      this.#data.begin(ask.path, ask.alias, ask.size);
      if (ask.size === 0) this.#laid();
    } else if (ask.op === 'bytes') {
      if (this.#data.add(body)) this.#laid();
    } else if (ask.op === 'alias') this.#data.alias(ask.path, ask.alias);
    else if (ask.op === 'run') await this.#call(ask.code);
  }

  #laid(): void {
    this.#data.finish();
    say({ say: 'laid' });
  }

  async #call(code: string): Promise<void> {
    this.#shelf.refresh();
    this.#data.mark();
    this.#interrupt?.fill(0);
    const ended = JSON.parse(String(await this.#run.callPromising(code)));
    this.#out.flush();
    const { files, leftOut } = this.#data.changed(this.#boot);
    for (const { path, bytes } of files) say({ say: 'file', path }, bytes);
    say({ say: 'finished', error: ended.error, leftOut, spent: ended.spent === true });
  }
}

async function loadRuntime(boot: Boot): Promise<{ pyodide: Pyodide; restored: boolean }> {
  const { runtimeFolder, snapshot } = boot;
  const { loadPyodide } = await import(new URL('pyodide.mjs', folderUrl(runtimeFolder)).href);
  const options = {
    indexURL: runtimeFolder,
    env: { HOME: '/home/sandbox', MPLBACKEND: 'agg', PYTHONDONTWRITEBYTECODE: '1' },
  };
  if (snapshot && snapshot !== 'make') {
    try {
      return {
        pyodide: await loadPyodide({ ...options, _loadSnapshot: Deno.readFileSync(snapshot.load) }),
        restored: true,
      };
    } catch {
      // An image that is gone or does not fit costs the quick start and nothing else.
    }
  }
  const make = snapshot === 'make' ? { _makeSnapshot: true } : {};
  return { pyodide: await loadPyodide({ ...options, ...make }), restored: false };
}

function folderUrl(folder: string): URL {
  const slashed = folder.replaceAll('\\', '/').replace(/\/?$/, '/');
  const url = new URL('file:///');
  url.pathname = slashed.replaceAll('%', '%25');
  return url;
}

/** Python's side of the sandbox, as a module of its own; a snapshot holds it already. */
function layHarness(pyodide: Pyodide, boot: Boot): void {
  const parts = JSON.stringify(JSON.stringify(HARNESS));
  const index = JSON.stringify(JSON.stringify(boot.index));
  pyodide.runPython(`
import json, sys, types
module = types.ModuleType('_assay')
module.INDEX = json.loads(${index})
for name, source in json.loads(${parts}).items():
    exec(compile(source, f'<assay {name}>', 'exec'), module.__dict__)
sys.modules['_assay'] = module
del json, sys, types, module, name, source
`);
}

function openHarness(pyodide: Pyodide): PyFunction {
  return pyodide.runPython(`__import__('sys').modules.pop('_assay').open_session()`) as PyFunction;
}
