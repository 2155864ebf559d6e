import { type ModuleItem, parseSync } from '@swc/core';

/** Attributes and properties whose values people read or hear. */
const READ =
  /^(?:label|labels|title|placeholder|alt|message|children|heading|lead|hint|detail|confirm|cancel|empty|aria-(?:label|description|roledescription|valuetext))$/;
/** Attributes whose values are for the browser, or for other parts of the program. */
const UNREAD =
  /^(?:className|style|id|type|role|href|src|key|htmlFor|rel|target|variant|color|size|position|transform|d|viewBox|data-.*)$/;
/** Faults of the program, which nobody but its authors reads. */
const FAULTS = new Set(['Error', 'TypeError', 'RangeError']);
const LETTERS = /\p{L}/u;
const SENTENCE =
  /\p{L}{2,}[\p{P}]*\s+(?:\p{L}\s+)?[“„‘(]?\p{L}{2,}|^\p{Lu}\p{Ll}+[\p{P}]?$|^\p{Lu}?\p{Ll}+ ?…$|\p{L}{2,}\s*\0\s*\p{L}{2,}|\0 \p{L}{2,}|^\(\p{Ll}[\p{L} ]+\)$/u;

interface AstNode {
  type: string;
  value?: unknown;
  [key: string]: unknown;
}
type Reader = 'people' | 'program' | 'unknown';

const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Texts for people that stand in a source of the window, in the order of the file; `{}` where a value goes into one. */
export function inlineTexts(source: string, tsx = true): string[] {
  const { body } = parseSync(source, { syntax: 'typescript', tsx, target: 'es2024' });
  const texts: string[] = [];
  for (const item of body) collect(item, 'unknown', texts);
  return texts;
}

function collect(node: ModuleItem | AstNode, reader: Reader, texts: string[]): void {
  const { type } = node;
  if (type === 'ImportDeclaration' || /^Ts(?!As|Satisfies|NonNull|Const)/.test(type)) return;
  const text = textOf(node as AstNode);
  if (text !== null && isRead(text, type === 'JSXText' ? 'people' : reader))
    texts.push(text.replaceAll('\0', '{}').replaceAll(/\s+/g, ' ').trim());
  for (const [key, child] of Object.entries(node)) {
    const within = readerOf(node as AstNode, key, reader);
    if (within === null) continue;
    for (const part of Array.isArray(child) ? child : [child]) {
      // Arguments and parts of lists are wrapped in something without a type of its own.
      const inner: unknown =
        part && typeof part === 'object' && 'expression' in part && !isNode(part) ? part.expression : part;
      if (isNode(inner)) collect(inner, within, texts);
    }
  }
}

/** What a text says; null for what is none. */
function textOf(node: AstNode): string | null {
  if (node.type === 'JSXText' || node.type === 'StringLiteral') return String(node.value);
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { cooked?: string; raw: string }[]).map(({ cooked, raw }) => cooked ?? raw).join('\0');
}

function isRead(text: string, reader: Reader): boolean {
  if (reader === 'people') return LETTERS.test(text);
  return reader === 'unknown' && SENTENCE.test(text);
}

/** Who reads what stands in that part of a node; null where nothing can. */
function readerOf(node: AstNode, key: string, reader: Reader): Reader | null {
  switch (node.type) {
    case 'JSXAttribute':
    case 'KeyValueProperty':
      return key === 'value' ? readerByName(node) : null;
    case 'NewExpression':
      return FAULTS.has(String((node.callee as AstNode).value)) ? null : 'unknown';
    // What is handed to a function is not what it gives.
    case 'CallExpression':
    case 'ArrowFunctionExpression':
    case 'JSXElement':
    case 'ObjectExpression':
      return 'unknown';
    case 'BinaryExpression':
      return /^[!=]==$/.test(String(node.operator)) ? null : reader;
    case 'ConditionalExpression':
      return key === 'test' ? 'unknown' : reader;
    case 'Computed':
      return null;
    case 'JSXExpressionContainer':
      return reader;
    default:
      return reader;
  }
}

function readerByName(node: AstNode): Reader {
  const name = String(((node.type === 'JSXAttribute' ? node.name : node.key) as AstNode).value);
  if (READ.test(name)) return 'people';
  return node.type === 'JSXAttribute' && UNREAD.test(name) ? 'program' : 'unknown';
}
