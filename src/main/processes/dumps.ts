import { writeFileSync } from 'node:fs';

/**
 * What the system writes of this process and its children when they crash holds none of their memory, where keys may be.
 * On Linux alone: the other systems write none of it unless they are told to.
 * See core(5), `coredump_filter`.
 */
export function leaveMemoryOutOfDumps(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // A container may hide it; whoever does so says what becomes of dumps.
  }
}
