import { leadOf } from '#contract/conventions';
import type { TreeNode } from './tree';

/** A remark plugin that ends a sentence which leads somewhere with a place for the way there; `data-lead` is the sentence. */
export function leads() {
  return (tree: TreeNode) => {
    for (const block of tree.children ?? [])
      for (const paragraph of block.type === 'blockquote' ? (block.children ?? []) : [block]) {
        const sentence = paragraph.type === 'paragraph' ? textOf(paragraph) : '';
        if (leadOf(sentence) === null) continue;
        const way = { type: 'lead', data: { hName: 'span', hProperties: { 'data-lead': sentence } }, children: [] };
        paragraph.children = [...(paragraph.children ?? []), way];
      }
  };
}

const textOf = (node: TreeNode): string => (node.value ?? '') + (node.children ?? []).map(textOf).join('');
