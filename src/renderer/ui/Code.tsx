import bash from 'highlight.js/lib/languages/bash';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import { createLowlight } from 'lowlight';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import styles from './Code.module.css';
import { readableText } from './readable-text';

const lowlight = createLowlight({ sql, python, json, javascript, bash });
/** Colouring a very long text costs more than it tells. */
const COLOURED_AT_MOST = 50_000;
/** Where the beginnings of lines mean something: a broken line would read as another. */
const BY_LINES = new Set(['python', 'text']);
/** Characters; what is broken off a line further in than this would have no room. */
const DEEPEST = 16;

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/** Code with its keywords, strings and comments set apart. The text is only ever text: nothing in it becomes markup. */
export function Code({ text: written, language }: { text: string; language: string | null }) {
  const text = readableText(written);
  const scrolls = language !== null && BY_LINES.has(language);
  const content = useMemo(() => {
    if (text.length > COLOURED_AT_MOST) return text;
    const pieces =
      language && lowlight.registered(language) ? piecesOf(lowlight.highlight(language, text)) : [{ text }];
    return scrolls ? pieces.map(toReact) : linesOf(pieces).map(toLine);
  }, [text, language, scrolls]);
  return (
    <pre className={`${styles.code} ${scrolls ? styles.lines : ''}`} tabIndex={0}>
      <code>{content}</code>
    </pre>
  );
}

/** Text of one colour; `kind` is a class of the highlighter. */
interface Piece {
  text: string;
  kind?: string;
}

function piecesOf(node: Node | ReturnType<typeof lowlight.highlight>, kind?: string): Piece[] {
  if (node.type === 'text') return [kind === undefined ? { text: node.value } : { text: node.value, kind }];
  if (node.type !== 'element' && node.type !== 'root') return [];
  const names = node.type === 'element' ? node.properties.className : undefined;
  const own = Array.isArray(names) ? String(names[0]).replace('hljs-', '') : kind;
  return node.children.flatMap((child) => (child.type === 'doctype' ? [] : piecesOf(child, own)));
}

/** Each line with the break that ends it. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces)
    for (const text of piece.text.split(/(?<=\n)/)) {
      lines.at(-1)?.push({ ...piece, text });
      if (text.endsWith('\n')) lines.push([]);
    }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

const toReact = ({ text, kind }: Piece, index: number): ReactNode =>
  kind === undefined ? (
    text
  ) : (
    <span key={index} className={styles[kind]}>
      {text}
    </span>
  );

/** What does not fit on a line goes on below its beginning, a little further in. */
function toLine(pieces: readonly Piece[], index: number): ReactNode {
  const indent = /^[ \t]*/.exec(pieces.map((one) => one.text).join(''))?.[0].length ?? 0;
  const style = { '--indent': `${Math.min(indent, DEEPEST)}ch` } as CSSProperties;
  return (
    <span key={index} className={styles.line} style={style}>
      {pieces.map(toReact)}
    </span>
  );
}
