import { existsSync, lstatSync, readlinkSync } from 'node:fs';

/** What of the system itself every Python may read: libraries, and data that comes with the distribution's packages. */
const SYSTEM_FOLDERS = ['/usr/lib', '/usr/lib32', '/usr/lib64', '/usr/libx32', '/usr/local/lib', '/usr/share'];
/** Before they were united with those of /usr. */
const ROOT_FOLDERS = ['/lib', '/lib32', '/lib64', '/libx32'];
const SYSTEM_FILES = [
  '/etc/ld.so.cache',
  '/etc/alternatives',
  '/etc/fonts',
  '/etc/matplotlibrc',
  '/etc/localtime',
  // How many processors and how much memory there is, as libraries ask; of processes nothing.
  '/proc/cpuinfo',
  '/proc/meminfo',
];

export interface Command {
  program: string;
  args: readonly string[];
  /** Files and folders of the interpreter. */
  readable: readonly string[];
  env: Readonly<Record<string, string>>;
  /** A folder that it reads at {@link LINKED}, and into which more is put while it runs. */
  linkedFolder?: string | undefined;
}

export const LINKED = '/assay/linked';

/** Where the two descriptors are that it is given besides. */
export const FILTER_DESCRIPTOR = 3;
export const INFO_DESCRIPTOR = 4;

/**
 * Arguments of bubblewrap: a root that holds what is named and cannot be written to, two folders in memory of a size
 * that can, and namespaces in which there is no network, no other process and no other user. All of it goes when either side ends.
 */
export function bubblewrapArguments(command: Command, diskBytes: number): string[] {
  const { program, args, readable, env, linkedFolder } = command;
  const bind = (path: string) => ['--ro-bind-try', path, path];
  return [
    ...['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'],
    ...['--uid', '1000', '--gid', '1000', '--hostname', 'assay', '--disable-userns', '--cap-drop', 'ALL'],
    ...['--die-with-parent', '--new-session', '--seccomp', `${FILTER_DESCRIPTOR}`, '--info-fd', `${INFO_DESCRIPTOR}`],
    ...['--clearenv', ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value])],
    // First, so that an interpreter which lies below /tmp is not covered by it.
    ...['--size', `${diskBytes}`, '--tmpfs', '/mnt/data'],
    ...['--size', `${Math.floor(diskBytes / 2)}`, '--tmpfs', '/tmp'],
    ...SYSTEM_FOLDERS.filter((folder) => existsSync(folder)).flatMap(bind),
    ...ROOT_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
      lstatSync(folder).isSymbolicLink() ? ['--symlink', readlinkSync(folder), folder] : bind(folder),
    ),
    ...[...SYSTEM_FILES, ...readable].flatMap(bind),
    ...(linkedFolder === undefined ? [] : ['--ro-bind', linkedFolder, LINKED]),
    ...['--dev', '/dev', '--ro-bind', '/dev/null', '/dev/shm/none', '--remount-ro', '/dev'],
    ...['--chdir', '/mnt/data', '--remount-ro', '/', '--', program, ...args],
  ];
}
