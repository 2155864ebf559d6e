import { describe, expect, it } from 'vitest';
import { seatbeltProfile } from '../../../../../src/main/analysis/python/own/seatbelt';
import { seccompFilter } from '../../../../../src/main/analysis/python/own/seccomp';

describe('the profile for macOS', () => {
  const profile = seatbeltProfile({
    programs: ['/opt/homebrew/bin/python3'],
    readable: ['/opt/homebrew/lib', '/Users/a "b"/lib\\x'],
    folder: '/private/tmp/session',
  });
  const lines = profile.split('\n');

  it('allows nothing but what it names', () => {
    expect(lines.slice(0, 2)).toEqual(['(version 1)', '(deny default)']);
    expect(lines).toEqual(expect.arrayContaining(['(deny network*)', '(deny process-fork)', '(deny mach-lookup)']));
    expect(lines.filter((line) => /network|process-fork|mach/.test(line) && line.startsWith('(allow'))).toEqual([]);
  });

  it('lets it write to its own folder and nowhere else', () => {
    expect(lines.filter((line) => line.includes('file-write*'))).toEqual([
      '(allow file-write* (subpath "/private/tmp/session"))',
    ]);
  });

  it('lets it read its packages and never the home folder, however paths are written', () => {
    const [read = ''] = lines.filter((line) => line.startsWith('(allow file-read* '));
    expect(read).toContain('(subpath "/opt/homebrew/lib")');
    expect(read).toContain('(subpath "/Users/a \\"b\\"/lib\\\\x")');
    expect(read).not.toMatch(/\(subpath "\/(Users)?"\)/);
  });

  it('lets it start itself alone', () => {
    expect(lines.filter((line) => line.includes('process-exec'))).toEqual([
      '(allow process-exec (literal "/opt/homebrew/bin/python3"))',
    ]);
  });
});

describe('the filter of system calls', () => {
  /** What the kernel would answer, by the rules of seccomp(2). */
  function decide(program: Uint8Array, data: { number: number; architecture: number; argument?: number }): number {
    const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
    const fields = new Map([
      [0, data.number],
      [4, data.architecture],
      [16, data.argument ?? 0],
    ]);
    let loaded = 0;
    for (let at = 0; at < program.length; at += 8) {
      const [code, operand] = [view.getUint16(at, true), view.getUint32(at + 4, true)];
      const jump = (when: boolean) => {
        at += 8 * view.getUint8(at + (when ? 2 : 3));
      };
      if (code === 0x06) return operand;
      if (code === 0x20) loaded = fields.get(operand) ?? 0;
      else if (code === 0x15) jump(loaded === operand);
      else if (code === 0x35) jump(loaded >= operand);
      else if (code === 0x45) jump((loaded & operand) !== 0);
      else throw new Error(`no such instruction ${code}`);
    }
    throw new Error('it has no end');
  }
  const ALLOW = 0x7fff0000;
  const errno = (number: number) => 0x00050000 + number;
  const X64 = { architecture: 0xc000003e };
  const ARM64 = { architecture: 0xc00000b7 };

  it.each([
    ['x64', X64, { read: 0, clone: 56, socket: 41, ptrace: 101, socketpair: 53, execve: 59 }],
    ['arm64', ARM64, { read: 63, clone: 220, socket: 198, ptrace: 117, socketpair: 199, execve: 221 }],
  ] as const)('lets %s compute, and start threads but no processes', (processor, on, calls) => {
    const filter = seccompFilter(processor) ?? new Uint8Array();
    const answer = (number: number, argument = 0) => decide(filter, { number, argument, ...on });
    expect([answer(calls.read), answer(calls.socketpair), answer(calls.execve)]).toEqual([ALLOW, ALLOW, ALLOW]);
    expect(answer(calls.clone, 0x3d0f00)).toBe(ALLOW);
    expect(answer(calls.clone, 0x1200011)).toBe(errno(1));
    expect(answer(435)).toBe(errno(38));
    expect(answer(calls.socket, 1)).toBe(errno(13));
    expect(answer(calls.ptrace)).toBe(errno(1));
  });

  it('ends whoever speaks to the kernel in the way of another processor', () => {
    const filter = seccompFilter('x64') ?? new Uint8Array();
    expect(decide(filter, { number: 0, architecture: 0x40000003 })).toBe(0x80000000);
    expect(decide(filter, { number: 0x40000000 + 57, ...X64 })).toBe(errno(1));
  });

  it('is not made up for a processor whose calls are not known', () => {
    expect(seccompFilter('riscv64')).toBeNull();
  });
});
