import type { NumberSource } from '#contract';
import { placesIn, replaceText, split, type TreeNode } from './tree';

/**
 * A remark plugin that sets the numbers of an answer apart, so that they can be shown as links to where they come from.
 * `sources` have places in the whole text; `start` is where this block begins in it.
 */
export function numberLinks(sources: readonly NumberSource[], start: number) {
  const places = sources.map((source, index) => ({ from: source.start - start, to: source.end - start, index }));
  return () => (tree: TreeNode, source: unknown) => {
    if (places.length > 0)
      replaceText(tree, (node) => split(node, placesIn(node, places), linked, String(source)) ?? [node]);
  };
}

function linked({ index }: { index: number }, text: TreeNode, after: string): TreeNode[] {
  const number: TreeNode = {
    type: 'number',
    data: { hName: 'span', hProperties: { 'data-number': String(index) } },
    children: [text],
  };
  const marks = /^[.,;:)%]+/.exec(after)?.[0] ?? '';
  return [marks === '' ? number : kept([number, { type: 'text', value: marks }])];
}

/** The full stop after a number stays on its line. */
const kept = (children: TreeNode[]): TreeNode => ({
  type: 'kept',
  data: { hName: 'span', hProperties: { 'data-kept': '' } },
  children,
});
