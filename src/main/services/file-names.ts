const LONGEST = 200;

/** A file's name as it is shown and kept: no folders, no characters that hide or reorder others. Bytes live elsewhere. */
export function displayName(given: string): string {
  const base = given.normalize('NFC').replaceAll('\\', '/').split('/').at(-1) ?? '';
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(plain) || 'Untitled';
}

/** Any text as a file name that every system takes. */
export function fileNameFrom(text: string): string {
  const plain = displayName(text.replaceAll('/', ' '))
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ');
  const name = plain
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 80);
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `${name}_` : name || 'Untitled';
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

function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const extension = name.match(/\.[A-Za-z0-9]{1,8}$/)?.[0] ?? '';
  return `${name.slice(0, LONGEST - extension.length - 1).trimEnd()}…${extension}`;
}
