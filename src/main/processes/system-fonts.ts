import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Files that hold one script each, as systems and their packages name them; the first that is there is taken. */
const FACES: readonly (readonly string[])[] = [
  // Chinese and Japanese; those of all East Asia hold Korean as well.
  [
    ...['NotoSansCJK-Regular.ttc', 'NotoSansCJKjp-Regular.otf', 'NotoSansJP-Regular.otf', 'NotoSansJP-Regular.ttf'],
    ...['NotoSansSC-Regular.otf', 'NotoSansSC-Regular.ttf', 'Hiragino Sans GB.ttc', 'PingFang.ttc', 'msyh.ttc'],
    ...['YuGothR.ttc', 'meiryo.ttc', 'msgothic.ttc', 'simsun.ttc', 'Arial Unicode.ttf', 'ipaexg.ttf', 'ipagp.ttf'],
    ...['ipag.ttf', 'DroidSansFallbackFull.ttf', 'DroidSansFallback.ttf', 'wqy-zenhei.ttc', 'wqy-microhei.ttc'],
  ],
  ['AppleSDGothicNeo.ttc', 'malgun.ttf', 'NotoSansKR-Regular.otf', 'NotoSansKR-Regular.ttf', 'NanumGothic.ttf'],
  ['NotoSansArabic-Regular.ttf', 'NotoNaskhArabic-Regular.ttf', 'GeezaPro.ttc', 'segoeui.ttf', 'DejaVuSans.ttf'],
  ['NotoSansHebrew-Regular.ttf', 'ArialHB.ttc', 'segoeui.ttf', 'DejaVuSans.ttf'],
  [
    ...['NotoSansDevanagari-Regular.ttf', 'Kohinoor.ttc', 'Nirmala.ttc', 'Nirmala.ttf', 'Lohit-Devanagari.ttf'],
    'mangal.ttf',
  ],
  ['NotoSansBengali-Regular.ttf', 'KohinoorBangla.ttc', 'Lohit-Bengali.ttf'],
  ['NotoSansTamil-Regular.ttf', 'NotoSansTamil.ttc', 'Lohit-Tamil.ttf'],
  ['NotoSansThai-Regular.ttf', 'Thonburi.ttc', 'LeelawUI.ttf', 'Loma.otf', 'Loma.ttf'],
  ['NotoEmoji-Regular.ttf', 'NotoEmoji-VariableFont_wght.ttf', 'Symbola.ttf', 'Symbola_hint.ttf', 'seguisym.ttf'],
];
const DEEPEST = 4;

const folders = (): string[] => {
  if (process.platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library/Fonts')];
  if (process.platform === 'win32') return [join(process.env.SystemRoot ?? 'C:\\Windows', 'Fonts')];
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local/share/fonts'),
    join(homedir(), '.fonts'),
  ];
};

let files: string[] | null = null;

/** Font files of this system for scripts that Latin faces lack: at most one for each, none where there is none. */
export function fontsOfSystem(): string[] {
  files ??= chosen(folders().flatMap((folder) => [...within(folder, DEEPEST)]));
  return files;
}

/** @param all paths, the likelier first */
export function chosen(all: readonly string[]): string[] {
  const paths = new Map<string, string>();
  for (const path of all) {
    const name = (path.split(/[/\\]/).at(-1) ?? '').toLowerCase();
    if (!paths.has(name)) paths.set(name, path);
  }
  const first = (names: readonly string[]) => names.flatMap((name) => paths.get(name.toLowerCase()) ?? []).slice(0, 1);
  return [...new Set(FACES.flatMap(first))];
}

function* within(folder: string, depth: number): Generator<string> {
  let entries: ReturnType<typeof listed>;
  try {
    entries = listed(folder);
  } catch {
    return; // Not there, or not to be read.
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth > 1) yield* within(path, depth - 1);
  }
}

const listed = (folder: string) => readdirSync(folder, { withFileTypes: true });
