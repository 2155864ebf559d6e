/** The parts of a markdown tree that the plugins of this folder look at. */
export interface TreeNode {
  type: string;
  value?: string;
  children?: TreeNode[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hName: string; hProperties: Record<string, string> };
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
