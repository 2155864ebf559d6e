import { Component, memo, type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Citation, NumberSource } from '#contract';
import { type Lead, leadOf, sandboxPath } from '#contract/conventions';
import { Code, Note } from '../../ui';
import { fencedText, isTooDeep, PLAIN_FROM, splitBlocks } from './blocks';
import { CitationChip } from './CitationChip';
import { citationMarks } from './citation-marks';
import { ExternalLink } from './ExternalLink';
import { leads } from './leads';
import styles from './Markdown.module.css';
import { numberLinks } from './number-links';
import { TableFrame } from './TableFrame';

interface MarkdownProps {
  text: string;
  numbers: readonly NumberSource[];
  onNumber(source: NumberSource): void;
  citations: readonly Citation[];
  onCitation(citation: Citation): void;
  /** The text is still being written. */
  live?: boolean | undefined;
  /** What stands for a link to a file under /mnt/data; nothing for one that is not kept. */
  renderLink?: ((path: string) => ReactNode) | undefined;
  /** The way to what a sentence is about; nothing where there is none. */
  renderLead?: ((lead: Lead) => ReactNode) | undefined;
}

/** Text of a message. Raw HTML stays text, pictures never load, links ask first: content can do nothing but be read. */
export function Markdown({ text, ...shown }: MarkdownProps) {
  const blocks = useMemo(() => splitBlocks(text), [text]);
  return (
    <div className={styles.markdown}>
      {blocks.map((block) => (
        <MarkdownBlock key={block.start} text={block.text} start={block.start} {...shown} />
      ))}
    </div>
  );
}

interface BlockProps extends MarkdownProps {
  start: number;
}

const MarkdownBlock = memo(function MarkdownBlock({ text, start, ...shown }: BlockProps) {
  const { numbers, onNumber, citations, onCitation, live = false, renderLink, renderLead } = shown;
  const plugins = useMemo(
    () => [remarkGfm, leads, citationMarks(text, start, citations, live), numberLinks(numbers, start)],
    [text, numbers, citations, live, start],
  );
  const components = useMemo(
    () => componentsFor({ numbers, onNumber, citations, onCitation, renderLink, renderLead }),
    [numbers, onNumber, citations, onCitation, renderLink, renderLead],
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

type Shown = Omit<MarkdownProps, 'text' | 'live'>;

function componentsFor({ numbers, onNumber, citations, onCitation, renderLink, renderLead }: Shown): Components {
  return {
    a: ({ href, children }) => {
      const path = href === undefined ? null : sandboxPath(href);
      return (path !== null && renderLink?.(path)) || <ExternalLink href={href ?? ''}>{children}</ExternalLink>;
    },
    img: ({ alt, src }) => (
      <span className={styles.picture}>[Picture not loaded: {alt || (typeof src === 'string' ? src : '')}]</span>
    ),
    table: ({ children }) => <TableFrame>{children}</TableFrame>,
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
      const lead = leadOf(String(node?.properties['data-lead'] ?? ''));
      if (lead) return <> {renderLead?.(lead)}</>;
      const cited = node?.properties['data-citation'];
      if (cited !== undefined) return <CitationChip citation={citations[Number(cited)]} onCitation={onCitation} />;
      const source = numbers[Number(node?.properties['data-number'] ?? Number.NaN)];
      if (!source) return <span className={styles.kept}>{children}</span>;
      return (
        <button
          type="button"
          className={styles.number}
          title="Show where this number comes from"
          onClick={() => onNumber(source)}
        >
          {children}
        </button>
      );
    },
  };
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
