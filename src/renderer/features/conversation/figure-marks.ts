import type { Stretch } from './differing-numbers';
import { placesIn, split, type TreeNode } from './tree';

/**
 * A remark plugin that sets figures apart under `attribute`: those that nobody has computed, or that differ from another
 * answer. They have places in the whole text; `start` is where this block begins in it. Within code and links, which stay as they are, the whole of it is marked.
 */
export function figureMarks(figures: readonly Stretch[], start: number, attribute: string) {
  const places = figures.map((figure, index) => ({ from: figure.start - start, to: figure.end - start, index }));
  return () => (tree: TreeNode, source: unknown) => {
    if (places.length > 0) mark(tree, String(source));
  };

  function mark(node: TreeNode, source: string): void {
    if (!node.children) return;
    node.children = node.children.flatMap((child): TreeNode[] => {
      if (child.type === 'text') return markedText(child, source);
      if (child.type !== 'inlineCode' && child.type !== 'link') mark(child, source);
      else if (placesIn(child, places).length > 0) return [marked(placesIn(child, places)[0]?.index ?? 0, child)];
      return [child];
    });
  }

  function markedText(text: TreeNode, source: string): TreeNode[] {
    const inside = placesIn(text, places);
    if (inside.length === 0) return [text];
    const cut = split(text, inside, ({ index }, value) => [marked(index, value)], source);
    return cut ?? [marked(inside[0]?.index ?? 0, text)];
  }

  function marked(index: number, child: TreeNode): TreeNode {
    return {
      type: 'figure',
      data: { hName: 'span', hProperties: { [attribute]: String(index) } },
      children: [child],
    };
  }
}
