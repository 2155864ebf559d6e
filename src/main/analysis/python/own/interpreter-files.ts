import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';

/** What an interpreter is made of, found without running it. */
export interface InterpreterFiles {
  /** As it was chosen: a virtual environment is told by where its program lies. */
  path: string;
  /** Files and folders that it must read, apart from those of the system. */
  readable: string[];
  /** Of a virtual environment or a distribution of its own, which sees no packages of the user's. */
  isolated: boolean;
}

export type FilesProblem = 'not_found' | 'not_python' | 'unsafe_place';

/** Folders of the system's own, which are readable anyway or of which more must not be. */
const SYSTEM_PREFIXES = new Set(['/', '/usr', '/usr/local']);
const HOPS = 20;

/** Its program, the links on the way to it, and the folders of its packages. */
export function interpreterFiles(path: string, home = homedir()): InterpreterFiles | { problem: FilesProblem } {
  if (!isAbsolute(path) || !existsSync(path)) return { problem: 'not_found' };
  const program = realpathSync(path);
  if (!isProgram(program)) return { problem: 'not_python' };
  const environment = dirname(dirname(path));
  const config = join(environment, 'pyvenv.cfg');
  const isEnvironment = existsSync(config);
  const prefixes = new Set([dirname(dirname(program))]);
  if (isEnvironment) for (const prefix of [environment, ...baseOf(config)]) prefixes.add(prefix);
  const readable = new Set(links(path));
  if (isEnvironment) readable.add(config);
  for (const prefix of prefixes) {
    if (SYSTEM_PREFIXES.has(prefix)) continue;
    if (isWithin(home, prefix)) return { problem: 'unsafe_place' };
    for (const name of ['lib', 'lib64', 'share', 'Python3', 'Resources'])
      if (existsSync(join(prefix, name))) readable.add(join(prefix, name));
  }
  const isolated = isEnvironment || existsSync(join(dirname(dirname(program)), 'conda-meta'));
  return { path, readable: [...readable], isolated };
}

/** The folder of `pip install --user`, where there is one. */
export function userPackages(version: string, home = homedir()): string[] {
  const [major, minor] = version.split('.');
  const folders = [join(home, '.local', 'lib', `python${major}.${minor}`, 'site-packages')];
  if (process.platform === 'darwin')
    folders.push(join(home, 'Library', 'Python', `${major}.${minor}`, 'lib', 'python', 'site-packages'));
  return folders.filter((folder) => existsSync(folder));
}

/** Where interpreters usually are. */
export function findInterpreters(home = homedir()): string[] {
  const inFolder = (folder: string) =>
    listed(folder)
      .filter((name) => /^python3(\.\d+)?$/.test(name))
      .map((name) => join(folder, name));
  const versions = (folder: string) => listed(folder).map((name) => join(folder, name, 'bin', 'python3'));
  const distributions = ['miniconda3', 'anaconda3', 'miniforge3', 'mambaforge'].map((name) => join(home, name));
  const candidates = [
    ...['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].flatMap(inFolder),
    ...versions(join(home, '.pyenv', 'versions')),
    ...versions(join(home, '.local', 'share', 'uv', 'python')),
    ...distributions.map((folder) => join(folder, 'bin', 'python3')),
    ...distributions.flatMap((folder) => versions(join(folder, 'envs'))),
  ];
  const known = new Map<string, string>();
  for (const path of candidates.filter((candidate) => existsSync(candidate))) {
    const program = realpathSync(path);
    if (isProgram(program) && !known.has(program)) known.set(program, path);
  }
  return [...known.values()];
}

/** A script that starts Python, as version managers put in its place, says nothing of what Python needs. */
function isProgram(path: string): boolean {
  const head = Buffer.alloc(4);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, 4, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  const magic = head.readUInt32BE(0);
  // ELF; Mach-O of one processor, and of several.
  return magic === 0x7f454c46 || magic === 0xcffaedfe || magic === 0xcafebabe;
}

/** The path itself and what it leads to, one link after the other. */
function links(path: string): string[] {
  const hops = [path];
  for (let at = path; hops.length < HOPS; ) {
    try {
      at = resolve(dirname(at), readlinkSync(at));
    } catch {
      break;
    }
    hops.push(at);
  }
  return hops;
}

/** The interpreter that a virtual environment was made from. */
function baseOf(config: string): string[] {
  const home = /^home\s*=\s*(.+)$/m.exec(readFileSync(config, 'utf8').slice(0, 10_000))?.[1]?.trim();
  return home && isAbsolute(home) ? [dirname(home)] : [];
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
