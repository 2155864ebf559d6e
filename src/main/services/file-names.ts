const LONGEST = 200;
/** Of three bytes a character and with an ending of ours, still within the 255 bytes that a name may have. */
const LONGEST_SAVED = 80;
/** Windows takes these for devices, whatever follows behind a dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/i;

/** A file's name as it is shown and kept: no folders, no characters that hide or reorder others. Bytes live elsewhere. */
export function displayName(given: string): string {
  const base = given.toWellFormed().normalize('NFC').replaceAll('\\', '/').split('/').at(-1) ?? '';
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(plain, LONGEST) || 'Untitled';
}

/** Any text as a file name that every system takes. */
export function fileNameFrom(text: string): string {
  const plain = displayName(text.replaceAll('/', ' '))
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = shortened(plain, LONGEST_SAVED).replace(/[. ]+$/, '');
  return name.replace(DEVICE, '$1_') || 'Untitled';
}

/** The name queries use for a file: `Sales 2024 (final).csv` becomes `sales_2024_final`. */
export function tableNameFrom(fileName: string): string {
  const stem = fileName.replace(/\.[a-z0-9]{1,8}$/i, '');
  const ascii = stem.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const name = ascii
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  return name === '' ? 'data' : /^\d/.test(name) ? `t_${name}` : name;
}

/** Cut at the end, between characters; an extension stays. */
function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const extension = name.match(/\.[A-Za-z0-9]{1,8}$/)?.[0] ?? '';
  const beginning = name.slice(0, longest - extension.length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${beginning.trimEnd()}…${extension}`;
}
