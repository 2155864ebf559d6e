import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { MarkdownBlock, MarkdownList, MarkdownTable, MarkdownTree, PhrasingContent, RootContent } from './mdast';

/** Markdown as documents hold it: runs of text and nothing that could load, run or lead anywhere. */

export interface RichRun {
  text: string;
  bold?: true;
  italic?: true;
  struck?: true;
  code?: true;
}

export type RichBlock =
  | { type: 'paragraph'; runs: RichRun[] }
  | { type: 'heading'; depth: number; runs: RichRun[] }
  /** `start` null: its items are not numbered. */
  | { type: 'list'; start: number | null; items: RichItem[] }
  | { type: 'aside'; blocks: RichBlock[] }
  | { type: 'code'; text: string }
  /** The first row is its head. */
  | { type: 'grid'; align: ('start' | 'center' | 'end')[]; rows: RichRun[][][] }
  | { type: 'rule' };

export interface RichItem {
  /** Null for what is no task. */
  done: boolean | null;
  blocks: RichBlock[];
}

/** Deeper than any reader follows; parsers and stacks are spared. */
const NESTED = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){30}|^[ \t]{120}|[[(*_~`]{200}/m;
/** A longer text is taken as it is written. */
const PLAIN_FROM = 200_000;
/** Marks that turn the text after them around, and what XML cannot hold. */
const UNREADABLE = /[\u202a-\u202e\u2066-\u2069\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;

/** A text whose every character documents can hold and readers see. */
export const readable = (text: string): string => text.toWellFormed().replaceAll(UNREADABLE, '\ufffd');

/** @param picture what stands in the place of a picture, which is never loaded */
export function richText(markdown: string, picture: (alt: string) => string): RichBlock[] {
  const text = readable(markdown.replaceAll(/\r\n?/g, '\n'));
  if (text.length > PLAIN_FROM || NESTED.test(text)) return plainParagraphs(text);
  const root: MarkdownTree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return new Walk(text, picture).blocks(root);
}

const plainParagraphs = (text: string): RichBlock[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', runs: [{ text: part }] }));

type Marks = Omit<RichRun, 'text'>;

class Walk {
  readonly #source: string;
  readonly #picture: (alt: string) => string;

  constructor(source: string, picture: (alt: string) => string) {
    this.#source = source;
    this.#picture = picture;
  }

  blocks({ children }: { children: readonly (RootContent | MarkdownBlock)[] }): RichBlock[] {
    return children.flatMap((child) => this.#block(child));
  }

  #block(node: RootContent): RichBlock[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', runs: this.#runs(node.children, {}) }];
      case 'heading':
        return [{ type: 'heading', depth: node.depth, runs: this.#runs(node.children, {}) }];
      case 'list':
        return [this.#list(node)];
      case 'blockquote':
        return [{ type: 'aside', blocks: this.blocks(node) }];
      case 'code':
        return [{ type: 'code', text: node.value }];
      case 'table':
        return [this.#grid(node)];
      case 'thematicBreak':
        return [{ type: 'rule' }];
      case 'html':
        return [{ type: 'paragraph', runs: [{ text: node.value }] }];
      default:
        // Definitions of links and notes: as they are written.
        return [{ type: 'paragraph', runs: [{ text: this.#written(node) }] }];
    }
  }

  #list({ ordered, start, children }: MarkdownList): RichBlock {
    const items = children.map((item) => ({ done: item.checked ?? null, blocks: this.blocks(item) }));
    return { type: 'list', start: ordered === true ? (start ?? 1) : null, items };
  }

  #grid({ align, children }: MarkdownTable): RichBlock {
    const rows = children.map((row) => row.children.map((cell) => this.#runs(cell.children, {})));
    const sides = { left: 'start', center: 'center', right: 'end' } as const;
    const width = Math.max(...rows.map((row) => row.length));
    return {
      type: 'grid',
      align: Array.from({ length: width }, (_, at) => sides[align?.[at] ?? 'left']),
      rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? [])),
    };
  }

  #runs(nodes: readonly PhrasingContent[], marks: Marks): RichRun[] {
    return nodes.flatMap((node) => this.#run(node, marks));
  }

  #run(node: PhrasingContent, marks: Marks): RichRun[] {
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replaceAll('\n', ' '), ...marks }];
      case 'html':
        return [{ text: node.value, ...marks }];
      case 'inlineCode':
        return [{ text: node.value, ...marks, code: true }];
      case 'strong':
        return this.#runs(node.children, { ...marks, bold: true });
      case 'emphasis':
        return this.#runs(node.children, { ...marks, italic: true });
      case 'delete':
        return this.#runs(node.children, { ...marks, struck: true });
      case 'break':
        return [{ text: '\n' }];
      case 'link':
        return this.#link(this.#runs(node.children, marks), node.url, marks);
      case 'image':
        return [{ text: this.#picture(node.alt || node.url), ...marks }];
      default:
        return [{ text: this.#written(node), ...marks }];
    }
  }

  /** What is linked, and where to: a reader of paper sees both, and nothing is followed unseen. */
  #link(runs: RichRun[], url: string, marks: Marks): RichRun[] {
    const text = runsText(runs);
    return url === '' || text === url || `mailto:${text}` === url || `http://${text}` === url
      ? runs
      : [...runs, { text: ` (${url})`, ...marks }];
  }

  #written({ position }: Pick<MarkdownTree, 'position'>): string {
    return this.#source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  }
}

/** A line for each paragraph, item and row. */
export function plainText(blocks: readonly RichBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'list':
        return block.items.flatMap((item, at) => {
          const [first = '', ...others] = plainText(item.blocks);
          return [`${block.start === null ? '•' : `${block.start + at}.`} ${first}`, ...others];
        });
      case 'aside':
        return plainText(block.blocks);
      case 'code':
        return block.text.split('\n');
      case 'grid':
        return block.rows.map((row) => row.map(runsText).join(' | '));
      case 'rule':
        return [];
      default:
        return [runsText(block.runs)];
    }
  });
}

export const runsText = (runs: readonly RichRun[]): string => runs.map(({ text }) => text).join('');
