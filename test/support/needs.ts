import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fontsOfSystem } from '../../src/main/processes/system-fonts';

/** Something that tests cannot do without and that not every machine has. */
export interface Need {
  name: string;
  /** Null where it is there; otherwise why it is not, or what to do. */
  missing: string | null;
  /** Where the checks run on Linux it is always there: without it they have shown too little to pass. */
  always?: true;
}

declare module 'vitest' {
  interface TaskMeta {
    /** What a test was left out for. */
    lacks?: Need[];
  }
}

/** Options of a test or a suite that is left out where something it needs is missing; the run says so in its last line. */
export function needs(...all: Need[]): { skip: boolean; meta: { lacks: Need[] } } {
  const lacks = all.filter((need) => need.missing !== null);
  return { skip: lacks.length > 0, meta: { lacks } };
}

const where = (name: string, there: boolean, missing: string): Need => ({ name, missing: there ? null : missing });

/** For what takes long and of which another test here shows the kind; `npm run e2e` runs it. */
export const WHOLE = where('the whole run', Boolean(process.env.E2E_REQUIRED), 'npm run e2e');
export const LINUX = where('Linux', process.platform === 'linux', 'this is another system');
/** Signals, modes of files, and folders that can be removed while they are open. */
export const POSIX = where('POSIX', process.platform !== 'win32', 'this is Windows');
export const FULL_DEVICE = where('/dev/full', existsSync('/dev/full'), 'this system has none');
export const PROC = where('/proc', existsSync('/proc/self/status'), 'this system has none');
export const OFFICE = where('LibreOffice', hasOffice('libsclo.so'), 'install libreoffice-calc');
export const WORD_PROCESSOR = where("LibreOffice's Writer", hasOffice('libswlo.so'), 'install libreoffice-writer');
export const PLAIN_USER = where(
  'a user with limits',
  POSIX.missing === null && process.getuid?.() !== 0,
  'this is root',
);

/** A face that holds the signs of East Asia. */
export const EAST_ASIAN_FONT = where(
  'a font of East Asia',
  fontsOfSystem().some((path) => /CJK|ipaex|wqy|Hiragino|msyh|YuGoth|msgothic|PingFang/i.test(path)),
  'none of its names is among the fonts of this system',
);

/** Debian has LibreOffice in parts: one that writes letters reads no tables. */
function hasOffice(part: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    const soffice = join(folder, 'soffice');
    if (!existsSync(soffice)) return false;
    return process.platform !== 'linux' || existsSync(join(dirname(realpathSync(soffice)), part));
  });
}
