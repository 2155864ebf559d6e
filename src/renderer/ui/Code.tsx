import bash from 'highlight.js/lib/languages/bash';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import { createLowlight } from 'lowlight';
import { type ReactNode, useMemo } from 'react';
import styles from './Code.module.css';

const lowlight = createLowlight({ sql, python, json, javascript, bash });
/** Colouring a very long text costs more than it tells. */
const COLOURED_AT_MOST = 50_000;
/** Where the beginnings of lines mean something: a broken line would read as another. */
const BY_LINES = new Set(['python', 'text']);

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/** Code with its keywords, strings and comments set apart. The text is only ever text: nothing in it becomes markup. */
export function Code({ text, language }: { text: string; language: string | null }) {
  const content = useMemo(() => {
    if (!language || !lowlight.registered(language) || text.length > COLOURED_AT_MOST) return text;
    return lowlight.highlight(language, text).children.map(toReact);
  }, [text, language]);
  return (
    <pre className={`${styles.code} ${language && BY_LINES.has(language) ? styles.lines : ''}`} tabIndex={0}>
      <code>{content}</code>
    </pre>
  );
}

function toReact(node: Node, index: number): ReactNode {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return null;
  const names = node.properties.className;
  const kind = Array.isArray(names) ? String(names[0]).replace('hljs-', '') : '';
  return (
    <span key={index} className={styles[kind]}>
      {node.children.map((child, place) =>
        child.type === 'text' || child.type === 'element' ? toReact(child, place) : null,
      )}
    </span>
  );
}
