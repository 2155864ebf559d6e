import type { NumberSource } from '#contract';
import { replaceText, type TreeNode } from './tree';

/**
 * A remark plugin that sets the numbers of an answer apart, so that they can be shown as links to where they come from.
 * `sources` have places in the whole text; `start` is where this block begins in it.
 */
export function numberLinks(sources: readonly NumberSource[], start: number) {
  const local = sources.map((source, index) => ({ from: source.start - start, to: source.end - start, index }));
  return () => (tree: TreeNode) => {
    if (local.length > 0) replaceText(tree, (node) => split(node, local));
  };
}

interface Place {
  from: number;
  to: number;
  index: number;
}

/** Text whose source is as long as itself has no escapes in it, so places in it can be counted on. */
function split(node: TreeNode, places: readonly Place[]): TreeNode[] {
  const begin = node.position?.start.offset;
  const end = node.position?.end.offset;
  const value = node.value ?? '';
  if (begin === undefined || end === undefined || end - begin !== value.length) return [node];
  const inside = places.filter((place) => place.from >= begin && place.to <= end).sort((a, b) => a.from - b.from);
  const parts: TreeNode[] = [];
  let at = begin;
  for (const place of inside) {
    if (place.from < at) continue;
    if (place.from > at) parts.push({ type: 'text', value: value.slice(at - begin, place.from - begin) });
    const number: TreeNode = {
      type: 'number',
      data: { hName: 'span', hProperties: { 'data-number': String(place.index) } },
      children: [{ type: 'text', value: value.slice(place.from - begin, place.to - begin) }],
    };
    const marks = /^[.,;:)%]+/.exec(value.slice(place.to - begin))?.[0] ?? '';
    parts.push(marks === '' ? number : kept([number, { type: 'text', value: marks }]));
    at = place.to + marks.length;
  }
  if (at < end) parts.push({ type: 'text', value: value.slice(at - begin) });
  return parts;
}

/** The full stop after a number stays on its line. */
const kept = (children: TreeNode[]): TreeNode => ({
  type: 'kept',
  data: { hName: 'span', hProperties: { 'data-kept': '' } },
  children,
});
