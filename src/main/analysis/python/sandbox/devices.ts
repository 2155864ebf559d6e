import type { FileSystem, StreamOps } from './pyodide';

/** No kind of device that the runtime has of its own. */
const MAJOR = 77;
const SLEEP_AT_MOST_MS = 60_000;

export interface Devices {
  picture(name: string, png: Uint8Array<ArrayBuffer>): void;
  /** A table that the cell showed, as JSON. */
  table(rows: Uint8Array<ArrayBuffer>): void;
  sleep(ms: number): void;
  /** Packages that are unpacked from now on; none once they are. */
  loading(packages: string[]): void;
}

/**
 * How Python speaks to its worker: files it writes to, so that it holds no object of JavaScript's. A picture is a line of
 * JSON and a PNG, in order with the text; a time on the clock is waited for.
 */
export function openDevices(fs: FileSystem, devices: Devices): void {
  fs.mkdirTree('/assay');
  addDevice(fs, 1, '/assay/pictures', (bytes) => {
    const line = bytes.indexOf(10);
    devices.picture(pictureName(bytes.slice(0, Math.max(0, line))), bytes.slice(line + 1));
  });
  addDevice(fs, 4, '/assay/tables', (bytes) => devices.table(bytes.slice()));
  addDevice(fs, 2, '/assay/clock', (bytes) => {
    const ms = Number(new TextDecoder().decode(bytes.slice()));
    if (ms > 0) devices.sleep(Math.min(ms, SLEEP_AT_MOST_MS));
  });
  addDevice(fs, 3, '/assay/loading', (bytes) => devices.loading(namesIn(bytes.slice())));
}

function addDevice(fs: FileSystem, minor: number, path: string, onWrite: (bytes: Uint8Array) => void): void {
  const write: StreamOps['write'] = (_stream, buffer, offset, length) => {
    // The heap is seen as signed bytes, which is not what travels.
    onWrite(new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length));
    return length;
  };
  const device = fs.makedev(MAJOR, minor);
  fs.registerDevice(device, { open: () => undefined, close: () => undefined, write });
  fs.mkdev(path, 0o222, device);
}

function namesIn(bytes: Uint8Array): string[] {
  try {
    const names: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(names) ? names.map((name) => String(name).slice(0, 100)).slice(0, 200) : [];
  } catch {
    return [];
  }
}

function pictureName(line: Uint8Array): string {
  try {
    return String(JSON.parse(new TextDecoder().decode(line)).name).slice(0, 200);
  } catch {
    return 'picture.png';
  }
}
