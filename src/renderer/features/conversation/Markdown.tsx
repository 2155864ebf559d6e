import { Component, memo, type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Citation, MessagePart, NumberSource } from '#contract';
import { sandboxPath } from '#contract/conventions';
import type { UnsourcedFigure } from '#contract/stretches';
import type { Words } from '#words';
import {
  COPIED,
  Code,
  Note,
  readableText,
  type ThreadActions,
  UNCOPIED,
  useAnswerTable,
  useThreadActions,
  useWords,
} from '../../ui';
import { fencedText, isTooDeep, PLAIN_FROM, splitBlocks } from './blocks';
import { CitationChip } from './CitationChip';
import { citationMarks } from './citation-marks';
import type { Stretch } from './differing-numbers';
import { ExternalLink } from './ExternalLink';
import { figureMarks } from './figure-marks';
import styles from './Markdown.module.css';
import { numberLinks } from './number-links';
import { TableFrame } from './TableFrame';

interface MarkdownProps {
  text: string;
  /** Where it begins in the part that numbers and citations have their places in. */
  start?: number;
  numbers: readonly NumberSource[];
  /** Figures that nobody has computed. */
  unsourced?: readonly UnsourcedFigure[];
  /** Figures that another answer to the same question has otherwise, or not. */
  differing?: readonly Stretch[] | undefined;
  citations: readonly Citation[];
  /** The parts of the message: files that the text may link to are among them. */
  files?: readonly MessagePart[];
  /** The text is still being written. */
  live?: boolean | undefined;
}

/** Text of a message. Raw HTML stays text, pictures never load, links ask first: content can do nothing but be read. */
export function Markdown({ text: written, start = 0, ...shown }: MarkdownProps) {
  const text = readableText(written);
  const blocks = useMemo(() => splitBlocks(text), [text]);
  return (
    <div className={styles.markdown}>
      {blocks.map((block) => (
        <MarkdownBlock key={block.start} text={block.text} start={start + block.start} {...shown} />
      ))}
    </div>
  );
}

const NO_FILES: readonly MessagePart[] = [];
const NO_FIGURES: readonly UnsourcedFigure[] = [];
const NO_STRETCHES: readonly Stretch[] = [];

const MarkdownBlock = memo(function MarkdownBlock({ text, start, ...shown }: MarkdownProps & { start: number }) {
  const {
    numbers,
    unsourced = NO_FIGURES,
    differing = NO_STRETCHES,
    citations,
    live = false,
    files = NO_FILES,
  } = shown;
  const actions = useThreadActions();
  const { ui } = useWords();
  const plugins = useMemo(
    () => [
      remarkGfm,
      figureMarks(unsourced, start, 'data-unsourced'),
      figureMarks(differing, start, 'data-differs'),
      numberLinks(numbers, start),
      citationMarks(text, start, citations, live),
    ],
    [text, numbers, unsourced, differing, citations, live, start],
  );
  const components = useMemo(
    () => componentsFor({ numbers, citations, files, live: live === true }, actions, ui.conversation),
    [numbers, citations, files, live, actions, ui],
  );
  if (text.length > PLAIN_FROM || isTooDeep(text)) {
    const fenced = fencedText(text);
    return fenced === null ? <pre className={styles.plain}>{text}</pre> : <Code text={fenced} language={null} />;
  }
  return (
    <PlainOnFailure text={text}>
      <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={keepSandbox}>
        {text}
      </ReactMarkdown>
    </PlainOnFailure>
  );
});

type Known = Required<Pick<MarkdownProps, 'numbers' | 'citations' | 'files'>> & { live: boolean };

/** Where the first rows of a result are written, all of them are shown. */
function TableInAnswer({ children }: { children: ReactNode }) {
  return useAnswerTable() ?? <TableFrame>{children}</TableFrame>;
}

function NotMade({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <span>
      {children} ({words.file.notMade()})
    </span>
  );
}

function componentsFor(
  { numbers, citations, files, live }: Known,
  { File, showResult, openSource }: ThreadActions,
  words: Words['ui']['conversation'],
): Components {
  return {
    a: ({ href, children }) => {
      const path = href === undefined ? null : sandboxPath(href);
      if (path === null) return <ExternalLink href={href ?? ''}>{children}</ExternalLink>;
      const file = files.find((part) => 'path' in part && part.path === path);
      if (file?.type === 'file') return <File file={file} />;
      // What could not be fetched says so itself, and while an answer is written its files are not there yet.
      return file || live ? <span>{children}</span> : <NotMade>{children}</NotMade>;
    },
    img: ({ alt, src }) => (
      <span className={styles.picture}>{words.pictureNotLoaded(alt || (typeof src === 'string' ? src : ''))}</span>
    ),
    table: ({ children }) => <TableInAnswer>{children}</TableInAnswer>,
    blockquote: ({ children }) => (
      <div className={styles.caveat}>
        <Note tone="warn">{children}</Note>
      </div>
    ),
    pre: ({ children }) => <>{children}</>,
    code: ({ className, children }) => {
      const text = String(children);
      const language = className?.match(/language-(\w+)/)?.[1] ?? null;
      return language || text.includes('\n') ? (
        <Code text={text.replace(/\n$/, '')} language={language} />
      ) : (
        <code className={styles.inline}>{children}</code>
      );
    },
    span: ({ node, children }) => {
      const cited = node?.properties['data-citation'];
      if (cited !== undefined) return <CitationChip citation={citations[Number(cited)]} onCitation={openSource} />;
      if (node?.properties['data-unsourced'] !== undefined) return <Unsourced>{children}</Unsourced>;
      if (node?.properties['data-differs'] !== undefined) return <Differing>{children}</Differing>;
      const source = numbers[Number(node?.properties['data-number'] ?? Number.NaN)];
      if (!source) return <span className={styles.kept}>{children}</span>;
      return (
        <button
          type="button"
          className={styles.number}
          {...COPIED}
          title={words.whereFrom}
          onClick={() => showResult({ resultId: source.resultId, cell: { row: source.row, column: source.column } })}
        >
          {children}
        </button>
      );
    },
  };
}

/** A figure that is in no result and no document. It is told by a line and a question mark, and to those who hear the page. */
function Unsourced({ children }: { children?: ReactNode }) {
  const { ui } = useWords();
  return (
    <mark className={styles.unsourced} title={ui.conversation.notComputedMeaning}>
      {children}
      <sup aria-hidden="true">?</sup>
      <span className={styles.heard} {...UNCOPIED}>
        {' '}
        {ui.conversation.notComputed}
      </span>
    </mark>
  );
}

/** A figure that another answer has otherwise, or not at all. */
export function Differing({ children }: { children?: ReactNode }) {
  const { ui } = useWords();
  return (
    <mark className={styles.differing} title={ui.conversation.differsMeaning}>
      {children}
      <span className={styles.heard} {...UNCOPIED}>
        {' '}
        {ui.conversation.differs}
      </span>
    </mark>
  );
}

/** Links to files of the sandbox lead nowhere in the window; they are known by their address alone. */
const keepSandbox = (url: string): string => (sandboxPath(url) === null ? defaultUrlTransform(url) : url);

/** Text that a parser chokes on is still text. */
class PlainOnFailure extends Component<{ text: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <pre className={styles.plain}>{this.props.text}</pre> : this.props.children;
  }
}
