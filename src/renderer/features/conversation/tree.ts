/** The parts of a markdown tree that the plugins of this folder look at. */
export interface TreeNode {
  type: string;
  value?: string;
  children?: TreeNode[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hName: string; hProperties: Record<string, string> };
}

/** Something in the text that the tree was made of; `index` is its number in a list of such things. */
export interface TreePlace {
  from: number;
  to: number;
  index: number;
}

/** Puts other nodes in place of text nodes, but for code and links. */
export function replaceText(node: TreeNode, replace: (text: TreeNode) => TreeNode[]): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return replace(child);
    if (child.type !== 'code' && child.type !== 'inlineCode' && child.type !== 'link') replaceText(child, replace);
    return [child];
  });
}

/** Those of the places that lie within a node, in their order. */
export function placesIn({ position }: TreeNode, places: readonly TreePlace[]): TreePlace[] {
  const begin = position?.start.offset;
  const end = position?.end.offset;
  if (begin === undefined || end === undefined) return [];
  return places.filter((place) => place.from >= begin && place.to <= end).sort((a, b) => a.from - b.from);
}

/**
 * A text node cut at these places, with what `replace` makes of each; it gets the text there, and what comes after, of
 * which it may take some along by returning it. Null where places in it cannot be told from those of `source`, which the
 * tree was made of.
 */
export function split(
  node: TreeNode,
  inside: readonly TreePlace[],
  replace: (place: TreePlace, text: TreeNode, after: string) => TreeNode[],
  source: string,
): TreeNode[] | null {
  const begin = node.position?.start.offset;
  const end = node.position?.end.offset;
  const value = node.value ?? '';
  if (begin === undefined || end === undefined) return null;
  const offsets = offsetsIn(source.slice(begin, end), value);
  if (!offsets) return null;
  /** The place in the value of what is there in the source. */
  const at = (offset: number): number => offsets.findLastIndex((known) => known <= offset - begin);
  const piece = (from: number, to: number): TreeNode => ({
    type: 'text',
    value: value.slice(from, to),
    position: { start: { offset: begin + (offsets[from] ?? 0) }, end: { offset: begin + (offsets[to] ?? 0) } },
  });
  const parts: TreeNode[] = [];
  let done = 0;
  for (const place of inside) {
    const [from, to] = [at(place.from), at(place.to)];
    if (from < done) continue;
    if (from > done) parts.push(piece(done, from));
    const made = replace(place, piece(from, to), value.slice(to));
    parts.push(...made);
    done = to + taken(made);
  }
  if (done < value.length) parts.push(piece(done, value.length));
  return parts;
}

const ESCAPE = /^\\(?=[!-/:-@[-`{-~])/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/**
 * Where in its source each character of a text begins, and the end of it all: backslashes before signs are not in the text,
 * nor are spaces around the ends of lines; entities are one character there. Null where the two do not fit.
 */
function offsetsIn(source: string, value: string): number[] | null {
  if (source === value) return Array.from({ length: value.length + 1 }, (_, at) => at);
  const offsets: number[] = [];
  let at = 0;
  for (let next = 0; next < value.length; next += 1) {
    const char = value[next];
    while (source[at] !== char && /[ \t]/.test(source[at] ?? '')) at += 1;
    const rest = source.slice(at, at + 40);
    const entity = char === '&' && source.startsWith(value.slice(next, next + 8), at) ? null : ENTITY.exec(rest);
    offsets.push(at);
    if (ESCAPE.test(rest) && source[at + 1] === char) at += 2;
    else if (entity) at += entity[0].length;
    else if (source[at] === char) at += 1;
    else return null;
  }
  return [...offsets, at];
}

/** How much of what comes after a place its nodes have taken along: those without a position of their own. */
function taken(nodes: readonly TreeNode[]): number {
  return nodes.reduce(
    (sum, node) =>
      sum + (node.type === 'text' && !node.position ? (node.value?.length ?? 0) : taken(node.children ?? [])),
    0,
  );
}
