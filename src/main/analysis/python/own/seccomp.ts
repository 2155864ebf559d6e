/**
 * A filter of system calls for code that only computes, in the kernel's own format (seccomp(2), struct sock_filter). It keeps
 * the process alone (threads may start, processes not), and shuts what a confined process has no use for: sockets of any
 * kind, looking into other processes, memory that no limit counts, and the parts of the kernel that are its wounds.
 */

const LOAD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_AT_LEAST = 0x35;
const JUMP_ANY_BIT = 0x45;
const RETURN = 0x06;

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const refuseWith = (errno: number): number => 0x00050000 | errno;
const EPERM = 1;
const EACCES = 13;
const ENOSYS = 38;

/** Places in struct seccomp_data. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const FIRST_ARGUMENT = 16;

const CLONE_THREAD = 0x00010000;
/** Numbers from here on are x86-64's second table. */
const X32 = 0x40000000;

interface Architecture {
  audit: number;
  clone: number;
  socket: number;
  /** Refused as if it were not allowed. */
  refused: readonly number[];
}

/** The same number everywhere. Its arguments cannot be looked at, so the C library is made to use `clone`. */
const CLONE3 = 435;
/** io_uring, mounts by descriptor, pidfd_open, pidfd_getfd, mount_setattr, memfd_secret. */
const REFUSED_EVERYWHERE = [425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 442, 447];

const ARCHITECTURES: Partial<Record<NodeJS.Architecture, Architecture>> = {
  x64: {
    audit: 0xc000003e,
    clone: 56,
    socket: 41,
    refused: [
      ...[57, 58], // fork, vfork
      ...[101, 310, 311, 312], // ptrace, process_vm_readv, process_vm_writev, kcmp
      ...[319, 29, 68, 64, 240], // memfd_create, shmget, msgget, semget, mq_open
      ...[155, 161, 165, 166, 272, 308], // pivot_root, chroot, mount, umount2, unshare, setns
      ...[248, 249, 250], // add_key, request_key, keyctl
      ...[298, 321, 323, 303, 304], // perf_event_open, bpf, userfaultfd, name_to_handle_at, open_by_handle_at
      ...[103, 135, 163, 164, 167, 168, 169, 179, 227], // syslog, personality, acct, clocks, swap, reboot, quotactl
      ...[175, 176, 246, 313, 320], // modules, kexec
    ],
  },
  arm64: {
    audit: 0xc00000b7,
    clone: 220,
    socket: 198,
    refused: [
      ...[117, 270, 271, 272],
      ...[279, 194, 186, 190, 180],
      ...[39, 40, 41, 51, 97, 268],
      ...[217, 218, 219],
      ...[241, 280, 282, 264, 265],
      ...[116, 92, 89, 170, 224, 225, 142, 60, 112],
      ...[105, 106, 104, 273, 294],
    ],
  },
};

/** The filter as the kernel takes it; null for a processor whose calls are not listed here. */
export function seccompFilter(processor: NodeJS.Architecture = process.arch): Uint8Array | null {
  const architecture = ARCHITECTURES[processor];
  if (!architecture) return null;
  const { audit, clone, socket, refused } = architecture;
  const unless = (number: number, ...then: Instruction[]): Instruction[] => [
    [JUMP_EQUAL, 0, then.length, number],
    ...then,
  ];
  const program: Instruction[] = [
    [LOAD, 0, 0, ARCHITECTURE],
    [JUMP_EQUAL, 1, 0, audit],
    [RETURN, 0, 0, KILL],
    [LOAD, 0, 0, NUMBER],
    [JUMP_AT_LEAST, 0, 1, X32],
    [RETURN, 0, 0, refuseWith(EPERM)],
    ...[...refused, ...REFUSED_EVERYWHERE].flatMap((number) => unless(number, [RETURN, 0, 0, refuseWith(EPERM)])),
    ...unless(socket, [RETURN, 0, 0, refuseWith(EACCES)]),
    ...unless(CLONE3, [RETURN, 0, 0, refuseWith(ENOSYS)]),
    ...unless(
      clone,
      [LOAD, 0, 0, FIRST_ARGUMENT],
      [JUMP_ANY_BIT, 1, 0, CLONE_THREAD],
      [RETURN, 0, 0, refuseWith(EPERM)],
    ),
    [RETURN, 0, 0, ALLOW],
  ];
  return encode(program);
}

/** Code, how far to jump when true and when false, operand. */
type Instruction = [code: number, whenTrue: number, whenFalse: number, operand: number];

function encode(program: readonly Instruction[]): Uint8Array {
  const bytes = Buffer.alloc(program.length * 8);
  for (const [index, [code, whenTrue, whenFalse, operand]] of program.entries()) {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(whenTrue, index * 8 + 2);
    bytes.writeUInt8(whenFalse, index * 8 + 3);
    bytes.writeUInt32LE(operand, index * 8 + 4);
  }
  return bytes;
}
