import type { Citation } from '#contract';
import { CITATION_MARK } from '#contract/conventions';
import { replaceText, type TreeNode } from './tree';

/**
 * A remark plugin that sets citation marks apart, so that they can be shown as numbers. The n-th mark of the text is that
 * of the n-th citation with its words; `start` is where this block begins in the text. A mark that nobody knows yet is
 * set apart as well while the answer is `live`; afterwards it stays as it was written.
 */
export function citationMarks(text: string, start: number, citations: readonly Citation[], live: boolean) {
  const marks = [...text.matchAll(CITATION_MARK)].map(({ 0: mark, index }) => ({
    mark,
    index: citations.findIndex((one) => one.start === start + index),
  }));
  return () => (tree: TreeNode) => {
    let next = 0;
    const replace = (node: TreeNode): TreeNode[] => {
      const value = node.value ?? '';
      const parts: TreeNode[] = [];
      let at = 0;
      for (const { 0: mark, index } of value.matchAll(CITATION_MARK)) {
        const known = marks.slice(next).find((one) => one.mark === mark);
        if (!known) continue;
        next = marks.indexOf(known) + 1;
        if (known.index === -1 && !live) continue;
        if (index > at) parts.push({ type: 'text', value: value.slice(at, index) });
        parts.push(chip(known.index));
        at = index + mark.length;
      }
      if (at === 0) return [node];
      if (at < value.length) parts.push({ type: 'text', value: value.slice(at) });
      return parts;
    };
    if (marks.length > 0) replaceText(tree, replace);
  };
}

const chip = (index: number): TreeNode => ({
  type: 'citation',
  data: { hName: 'span', hProperties: { 'data-citation': String(index) } },
  children: [],
});
