/** What of macOS itself a program cannot start without. */
const SYSTEM_FOLDERS = [
  '/usr/lib',
  '/usr/share',
  '/System/Library',
  '/System/Volumes/Preboot/Cryptexes',
  '/System/Cryptexes',
  '/Library/Fonts',
  '/private/var/db/timezone',
  '/private/var/db/dyld',
];
const DEVICES = ['/dev/null', '/dev/zero', '/dev/random', '/dev/urandom'];

/**
 * A profile for `sandbox-exec`: nothing is allowed but to read what is named, to write into one folder, and to run the
 * interpreter itself. No network, no other process, no service of the system's.
 */
export function seatbeltProfile(options: {
  programs: readonly string[];
  readable: readonly string[];
  folder: string;
}): string {
  const { programs, readable, folder } = options;
  const literals = (paths: readonly string[]) => paths.map((path) => `(literal ${quoted(path)})`).join(' ');
  const folders = (paths: readonly string[]) => paths.map((path) => `(subpath ${quoted(path)})`).join(' ');
  return [
    '(version 1)',
    '(deny default)',
    '(deny network*)',
    '(deny process-fork)',
    '(deny mach-lookup)',
    `(allow process-exec ${literals(programs)})`,
    '(allow signal (target self))',
    '(allow sysctl-read)',
    `(allow file-read-metadata ${literals(parentsOf([...programs, ...readable, folder]))})`,
    `(allow file-read* ${literals(['/', ...DEVICES])} ${folders([...SYSTEM_FOLDERS, ...readable, folder])})`,
    `(allow file-write* ${folders([folder])})`,
    `(allow file-write-data ${literals(['/dev/null'])})`,
  ].join('\n');
}

/** A text of the profile's language. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Paths are looked up folder by folder. */
function parentsOf(paths: readonly string[]): string[] {
  const parents = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/').slice(1, -1);
    for (let length = 1; length <= parts.length; length += 1) parents.add(`/${parts.slice(0, length).join('/')}`);
  }
  return [...parents];
}
