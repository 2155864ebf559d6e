import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Files that hold one script each, as systems and their packages name them; the first that is there is taken. */
const FACES: readonly (readonly RegExp[])[] = [
  // Chinese and Japanese; those of all East Asia hold Korean as well.
  [
    /^NotoSansCJK-Regular\.ttc$/i,
    /^NotoSans(?:CJK)?(?:jp|sc|tc)-Regular\.[ot]tf$/i,
    /^(?:Hiragino\x20Sans\x20GB|PingFang|msyh|YuGothR|meiryo|msgothic|simsun)\.ttc$/i,
    /^Arial\x20Unicode\.ttf$/i,
    /^(?:ipaexg|ipagp?|DroidSansFallback(?:Full)?)\.ttf$/i,
    /^wqy-(?:zenhei|microhei)\.ttc$/i,
  ],
  [/^(?:AppleSDGothicNeo\.ttc|malgun\.ttf|NanumGothic\.ttf|NotoSansKR-Regular\.[ot]tf)$/i],
  [/^(?:NotoSansArabic-Regular\.ttf|NotoNaskhArabic-Regular\.ttf|GeezaPro\.ttc|segoeui\.ttf|DejaVuSans\.ttf)$/i],
  [/^(?:NotoSansHebrew-Regular\.ttf|ArialHB\.ttc|segoeui\.ttf|DejaVuSans\.ttf)$/i],
  [/^(?:NotoSansDevanagari-Regular\.ttf|Kohinoor\.ttc|Nirmala\.tt[fc]|Lohit-Devanagari\.ttf|mangal\.ttf)$/i],
  [/^(?:NotoSansBengali-Regular\.ttf|KohinoorBangla\.ttc|Lohit-Bengali\.ttf)$/i],
  [/^(?:NotoSansTamil-Regular\.ttf|NotoSansTamil\.ttc|Lohit-Tamil\.ttf)$/i],
  [/^(?:NotoSansThai-Regular\.ttf|Thonburi\.ttc|LeelawUI\.ttf|Loma\.[ot]tf)$/i],
  [/^(?:NotoEmoji-(?:Regular|VariableFont_wght)\.ttf|Symbola(?:_hint)?\.ttf|seguiemj\.ttf|seguisym\.ttf)$/i],
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
  const named = all.map((path) => ({ path, name: path.split(/[/\\]/).at(-1) ?? '' }));
  const taken = FACES.flatMap((names) => {
    const candidates = names.flatMap((name) => named.find((file) => name.test(file.name)) ?? []);
    return candidates[0]?.path ?? [];
  });
  return [...new Set(taken)];
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
