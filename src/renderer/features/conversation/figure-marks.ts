import type { Stretch } from './differing-numbers';
import { placesIn, split, type TreeNode } from './tree';

/**
 * A remark plugin that sets figures apart under `attribute`: those that nobody has computed, or that differ from another
 * answer. They have places in the whole text; `start` is where this block begins in it. Within code and links, which stay as they are, the whole of it is marked.
 */
export function figureMarks(figures: readonly Stretch[], start: number, attribute: string) {
  const places = figures.map((figure, index) => ({ from: figure.start - start, to: figure.end - start, index }));
  return () => (tree: TreeNode) => {
    if (places.length > 0) mark(tree);
  };

  function mark(node: TreeNode): void {
    if (!node.children) return;
    node.children = node.children.flatMap((child): TreeNode[] => {
      if (child.type === 'text') return markedText(child);
      if (child.type !== 'inlineCode' && child.type !== 'link') mark(child);
      else if (placesIn(child, places).length > 0) return [marked(placesIn(child, places)[0]?.index ?? 0, child)];
      return [child];
    });
  }

  function markedText(text: TreeNode): TreeNode[] {
    const inside = placesIn(text, places);
    if (inside.length === 0) return [text];
    // A text with escapes in it is not as long as it was written.
    return split(text, inside, ({ index }, value) => [marked(index, value)]) ?? [marked(inside[0]?.index ?? 0, text)];
  }

  function marked(index: number, child: TreeNode): TreeNode {
    return {
      type: 'figure',
      data: { hName: 'span', hProperties: { [attribute]: String(index) } },
      children: [child],
    };
  }
}
