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
 * which it may take some along by returning it. Null where places in it cannot be counted on, as it has escapes.
 */
export function split(
  node: TreeNode,
  inside: readonly TreePlace[],
  replace: (place: TreePlace, text: TreeNode, after: string) => TreeNode[],
): TreeNode[] | null {
  const begin = node.position?.start.offset;
  const end = node.position?.end.offset;
  const value = node.value ?? '';
  if (begin === undefined || end === undefined || end - begin !== value.length) return null;
  const piece = (from: number, to: number): TreeNode => ({
    type: 'text',
    value: value.slice(from - begin, to - begin),
    position: { start: { offset: from }, end: { offset: to } },
  });
  const parts: TreeNode[] = [];
  let at = begin;
  for (const place of inside) {
    if (place.from < at) continue;
    if (place.from > at) parts.push(piece(at, place.from));
    const made = replace(place, piece(place.from, place.to), value.slice(place.to - begin));
    parts.push(...made);
    at = place.to + taken(made);
  }
  if (at < end) parts.push(piece(at, end));
  return parts;
}

/** How much of what comes after a place its nodes have taken along: those without a position of their own. */
function taken(nodes: readonly TreeNode[]): number {
  return nodes.reduce(
    (sum, node) =>
      sum + (node.type === 'text' && !node.position ? (node.value?.length ?? 0) : taken(node.children ?? [])),
    0,
  );
}
