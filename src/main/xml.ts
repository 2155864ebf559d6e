const NAMED = new Map<string, string>([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;

export interface XmlVisitor {
  /** `attributes` is their text, for {@link attribute}. False, here or below, ends the walk. */
  open(name: string, attributes: string): unknown;
  close?(name: string): unknown;
  text?(text: string): void;
}

/**
 * Walks through XML and tells tags by their names without prefixes. Entities of the document's own are not known, so that
 * nothing can multiply. @throws RangeError when the XML breaks off
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  while (at < xml.length) {
    const from = xml.indexOf('<', at);
    if (from !== at) visitor.text?.(plainText(xml.slice(at, from === -1 ? xml.length : from)));
    if (from === -1) return;
    if (xml.startsWith('<![CDATA[', from)) {
      at = after(xml, ']]>', from);
      visitor.text?.(xml.slice(from + 9, at - 3));
    } else if (xml.startsWith('<!--', from)) at = after(xml, '-->', from);
    else if (xml.startsWith('<?', from)) at = after(xml, '?>', from);
    else {
      at = tagEnd(xml, from);
      if (!visitMarkup(xml, from, at, visitor)) return;
    }
  }
}

function visitMarkup(xml: string, from: number, end: number, visitor: XmlVisitor): boolean {
  if (xml.charCodeAt(from + 1) === SLASH)
    return visitor.close?.(localName(xml.slice(from + 2, end - 1).trim())) !== false;
  const empty = xml.charCodeAt(end - 2) === SLASH;
  const tag = xml.slice(from + 1, empty ? end - 2 : end - 1);
  const gap = tag.search(/\s/);
  const name = localName(gap === -1 ? tag : tag.slice(0, gap));
  if (visitor.open(name, gap === -1 ? '' : tag.slice(gap)) === false) return false;
  return !empty || visitor.close?.(name) !== false;
}

const patterns = new Map<string, RegExp>();

/** An attribute by its name, whatever its prefix. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const attribute = pattern.exec(attributes);
  const value = attribute?.[1] ?? attribute?.[2];
  return value === undefined ? null : plainText(value);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Behind the tag that begins at `from`; a `>` in quotes does not end it. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === GT) return at + 1;
    else if (code === LT) break;
  }
  throw new RangeError('a tag is never closed');
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at === -1) throw new RangeError(`${mark} is missing`);
  return at + mark.length;
}

function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED.get(name) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
