const AT_MOST_BYTES = 200;

/** A file name that is one name: no folders, no control characters, nothing a shell or a system reads as more. */
export function safeName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').pop() ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .trim();
  const named = plain === '' || plain === '.' || plain === '..' ? 'file' : plain;
  return shorten(named);
}

/** A path below /mnt/data as Python made it, each part made safe; it stays below. */
export function safePath(path: string): string {
  return path.split('/').map(safeName).join('/');
}

/** `name`, or `name (2)` and so on where it is taken already. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; ; number++) {
    const next = `${stem} (${number})${ending}`;
    if (!taken.has(next)) return next;
  }
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= AT_MOST_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  let stem = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(stem.join('') + ending) > AT_MOST_BYTES) stem = stem.slice(0, -1);
  return stem.join('') + ending;
}
