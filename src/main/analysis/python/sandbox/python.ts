import type { Boot, SandboxMessage, SandboxRequest, TableAtHand } from '../protocol';
import { DataFolder } from './data-folder';
import { channel, Deno, ignoreStrayRejections } from './deno';
import { openDevices } from './devices';
import { limitDisk } from './disk';
import { linkFonts } from './fonts';
import { emptyGlobalScope } from './global-scope';
import adviceSource from './harness/advice.py?raw';
import cellSource from './harness/cell.py?raw';
import doorsSource from './harness/doors.py?raw';
import figuresSource from './harness/figures.py?raw';
import fontsSource from './harness/fonts.py?raw';
import importsSource from './harness/imports.py?raw';
import parquetSource from './harness/parquet.py?raw';
import sessionSource from './harness/session.py?raw';
import shownSource from './harness/shown.py?raw';
import tablesSource from './harness/tables.py?raw';
import { LinkedFolder } from './linked-folder';
import { PackageFolder } from './package-folder';
import type { FileSystem, PyFunction, Pyodide } from './pyodide';
import { TextOut } from './text-out';

const HARNESS = {
  figures: figuresSource,
  shown: shownSource,
  fonts: fontsSource,
  imports: importsSource,
  parquet: parquetSource,
  tables: tablesSource,
  cell: cellSource,
  advice: adviceSource,
  doors: doorsSource,
  session: sessionSource,
};

type WorkerRequest = { request: SandboxRequest; body: Uint8Array; interrupt?: Int32Array };
type Transferable = Uint8Array<ArrayBuffer>;

const send = (header: SandboxMessage, body?: Transferable): void =>
  channel.post({ header, body }, body ? [body.buffer] : []);

/** The worker: Python, and what it sends. Requests come one after another; code ends before the next is looked at. */
export function startPython(): void {
  let python: Promise<Python | null> | null = null;
  ignoreStrayRejections();
  channel.listen((data) => {
    const received = data as WorkerRequest;
    if (received.request.op === 'boot') python = start(received.request.boot as Boot, received.interrupt);
    else void python?.then((ready) => ready && perform(ready, received));
  });
}

async function start(boot: Boot, interrupt: Int32Array | undefined): Promise<Python | null> {
  try {
    return await Python.boot(boot, interrupt);
  } catch (error) {
    send({ type: 'failed', reason: String(error) });
    return null;
  }
}

async function perform(python: Python, { request, body }: WorkerRequest): Promise<void> {
  try {
    await python.perform(request, body);
  } catch (error) {
    // It may quote the analyst's code, so only its kind is told.
    send({ type: 'failed', reason: kindOf(error) });
  }
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

class Python {
  readonly #boot: Boot;
  readonly #run: PyFunction;
  readonly #data: DataFolder;
  readonly #packages: PackageFolder;
  readonly #linked: LinkedFolder;
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
    this.#packages = new PackageFolder(parts.fs, boot.packagesFolder);
    this.#linked = new LinkedFolder(parts.fs, boot.linkedFolder);
    linkFonts(parts.fs, boot.fontFiles);
  }

  static async boot(boot: Boot, interrupt?: Int32Array): Promise<Python> {
    const { pyodide, restored } = await loadRuntime(boot);
    const out = new TextOut((bytes) => send({ type: 'text' }, bytes));
    if (!restored) layHarness(pyodide, boot);
    if (boot.snapshot === 'make') send({ type: 'snapshot' }, new Uint8Array(pyodide.makeMemorySnapshot()));
    const { FS: fs } = pyodide;
    pyodide.setStdout({ write: (bytes) => out.write(bytes), isatty: false });
    pyodide.setStderr({ write: (bytes) => out.write(bytes), isatty: false });
    pyodide.setStdin({ error: true });
    if (interrupt) pyodide.setInterruptBuffer(interrupt);
    openDevices(fs, {
      picture: (name, png) => {
        out.flush();
        send({ type: 'image', name }, png);
      },
      table: (rows) => send({ type: 'table' }, rows),
      loading: (packages) => send({ type: 'loading', packages }),
      sleep: (ms) => {
        out.flush();
        if (interrupt) Atomics.wait(interrupt, 0, 0, ms);
      },
    });
    const version = String(pyodide.runPython('__import__("sys").version.split()[0]'));
    const python = new Python(boot, { run: openHarness(pyodide), fs, out, interrupt });
    limitDisk(fs, { bytes: boot.diskBytes, files: boot.diskFiles });
    emptyGlobalScope();
    send({ type: 'ready', restored, python: version });
    return python;
  }

  async perform(request: SandboxRequest, body: Uint8Array): Promise<void> {
    if (request.op === 'file') {
      this.#data.begin(request.path, request.alias, request.size);
      if (request.size === 0) this.#receiveFile();
    } else if (request.op === 'bytes') {
      if (this.#data.add(body)) this.#receiveFile();
    } else if (request.op === 'alias') this.#data.alias(request.path, request.alias);
    else if (request.op === 'link') this.#link(request);
    else if (request.op === 'run') await this.#execute(request.code, request.tables);
  }

  #receiveFile(): void {
    this.#data.finish();
    send({ type: 'file_received' });
  }

  #link({ path, alias, target }: Extract<SandboxRequest, { op: 'link' }>): void {
    this.#linked.refresh();
    this.#data.link(path, alias, target);
    send({ type: 'file_received' });
  }

  async #execute(code: string, tables: readonly TableAtHand[] | null): Promise<void> {
    this.#packages.refresh();
    this.#linked.refresh();
    this.#data.mark();
    this.#interrupt?.fill(0);
    const result = await this.#run
      .callPromising(code, JSON.stringify(tables))
      .then((json) => JSON.parse(String(json)), stoppedOutside);
    this.#out.flush();
    const { files, omitted } = this.#data.changed(this.#boot);
    for (const { path, bytes } of files) send({ type: 'file', path }, bytes);
    const { error, broken, packages, missingGlyphs } = result;
    send({ type: 'finished', error, omitted, broken: broken === true, packages, missingGlyphs });
  }
}

const INTERRUPTED = 'KeyboardInterrupt';

/** Told to stop before the first line of a cell, or after its last. @throws what else it was */
function stoppedOutside(error: unknown) {
  if (!(error instanceof Error && 'type' in error && error.type === INTERRUPTED)) throw error;
  const interruption = { type: INTERRUPTED, message: '', traceback: `${INTERRUPTED}\n`, missing: null };
  return { error: interruption, broken: false, packages: [], missingGlyphs: '' };
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
