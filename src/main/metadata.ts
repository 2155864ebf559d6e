/**
 * Lists of JSON values in the metadata of protocol objects, which holds up to 16 strings of 512 characters: the JSON is cut
 * into pieces, under numbered keys. What others left there is read as hostile.
 */

const ALL_KEYS_AT_MOST = 16;
/** Leaves room for the keys of whoever made the object. */
const KEYS_AT_MOST = 12;
const PIECE_LENGTH = 512;

export type Metadata = Record<string, string>;

/** `metadata` with the list under `key`, as far as there is room beside what else is in it; `skips` as for {@link pack}. */
export function withList(metadata: Metadata, key: string, items: readonly unknown[], skips = false): Metadata {
  const others = Object.entries(metadata).filter(([name]) => !isPieceOf(name, key));
  return { ...Object.fromEntries(others), ...pack(key, items, ALL_KEYS_AT_MOST - others.length, skips) };
}

/**
 * As many of `items`, from the first on, as fit; `{}` where none does. Each is whole or not there. With `skips`, for items that
 * say something each by itself, one that does not fit leaves room for those behind it.
 */
export function pack(key: string, items: readonly unknown[], keys = KEYS_AT_MOST, skips = false): Metadata {
  const room = Math.min(keys, KEYS_AT_MOST);
  let pieces: string[] = [];
  const texts: string[] = [];
  for (const item of items) {
    const text = JSON.stringify(item) ?? 'null';
    const longer = cut(`[${[...texts, text].join(',')}]`);
    if (longer.length > room && skips) continue;
    if (longer.length > room) break;
    texts.push(text);
    pieces = longer;
  }
  return Object.fromEntries(pieces.map((piece, index) => [`${key}_${index + 1}`, piece]));
}

/** What {@link pack} put under `key`; an empty list for anything else that may stand there. */
export function unpack(metadata: unknown, key: string): unknown[] {
  if (typeof metadata !== 'object' || metadata === null) return [];
  let text = '';
  for (let number = 1; number <= KEYS_AT_MOST; number += 1) {
    const name = `${key}_${number}`;
    const piece: unknown = Object.hasOwn(metadata, name) ? Reflect.get(metadata, name) : undefined;
    if (typeof piece !== 'string' || piece.length > PIECE_LENGTH) break;
    text += piece;
  }
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

const isPieceOf = (name: string, key: string): boolean =>
  name.startsWith(`${key}_`) && /^\d+$/.test(name.slice(key.length + 1));

/** In pieces that end with whole characters. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + PIECE_LENGTH;
    const half = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && end < text.length;
    pieces.push(text.slice(at, half ? end - 1 : end));
    at = half ? end - 1 : end;
  }
  return pieces;
}
