import { Copy, FileText, Table2 } from 'lucide-react';
import { memo, type ReactNode, useCallback, useMemo } from 'react';
import type { ChartId, Citation, DocumentId, Message, MessagePart, NumberSource, RunId } from '#contract';
import { type Lead, OFFERS_LEAD } from '#contract/conventions';
import { useBridge } from '../../bridge';
import { Button, missingText, Note, tellFailure } from '../../ui';
import styles from './Conversation.module.css';
import { Markdown } from './Markdown';
import { citationsOf, numbersOf, plainText } from './message-parts';
import { splitOffers } from './offers';
import { QuestionText } from './QuestionText';
import { tablesOf } from './tables-of';
import { ANCHOR } from './use-stick';

export type FilePart = Extract<MessagePart, { type: 'file' }>;

interface MessageViewProps {
  message: Message;
  /** It was looked for, and is pointed out for a moment. */
  marked: boolean;
  renderChart(chartId: ChartId): ReactNode;
  renderFile(file: FilePart): ReactNode;
  /** The way to what a sentence of a run's answer is about. */
  renderLead(lead: Lead, runId: RunId | null): ReactNode;
  onNumber(source: NumberSource): void;
  onCitation(citation: Citation): void;
  onDocument(documentId: DocumentId, name: string): void;
  /** Puts a question into the composer. */
  onAsk(question: string): void;
}

export const MessageView = memo(function MessageView({ message, ...rest }: MessageViewProps) {
  if (message.role === 'user') return <Question message={message} marked={rest.marked} onDocument={rest.onDocument} />;
  return <Answer message={message} {...rest} />;
});

/** By what a message is found in the page; it can take the focus when it is led to. */
const findable = (message: Message, marked: boolean) => ({
  'data-message': message.id,
  'data-marked': marked || undefined,
  tabIndex: -1,
});

function Question({ message, marked, onDocument }: Pick<MessageViewProps, 'message' | 'marked' | 'onDocument'>) {
  return (
    <article className={styles.question} aria-label="You asked" {...findable(message, marked)} {...ANCHOR}>
      {message.attachments.length > 0 && (
        <div className={styles.chips}>
          {tablesOf(message.attachments).map(({ name, title }) => (
            <span key={title} className={styles.chip} title={title}>
              <Table2 size={13} aria-hidden="true" /> <span>{name}</span>
            </span>
          ))}
          {message.attachments.map(
            (one) =>
              'documentId' in one && (
                <button
                  key={one.documentId}
                  type="button"
                  className={styles.chip}
                  title={`Open ${one.name}`}
                  onClick={() => onDocument(one.documentId, one.name)}
                >
                  <FileText size={13} aria-hidden="true" /> <span>{one.name}</span>
                </button>
              ),
          )}
        </div>
      )}
      <div className={styles.bubble}>
        <QuestionText text={message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n')} />
      </div>
    </article>
  );
}

function Answer({ message, marked, renderFile, renderLead, onDocument: _, ...rest }: MessageViewProps) {
  const files = useMemo(() => message.parts.filter((part) => part.type === 'file'), [message.parts]);
  const renderLink = useCallback((path: string) => linked(files, path, renderFile), [files, renderFile]);
  const ownLead = useCallback((lead: Lead) => renderLead(lead, message.runId), [renderLead, message.runId]);
  const copy = () =>
    navigator.clipboard.writeText(plainText(message)).catch((error: unknown) => tellFailure('Not copied', error));
  return (
    <article
      className={styles.answer}
      aria-label="Answer"
      aria-busy={message.status === 'in_progress'}
      {...findable(message, marked)}
    >
      {message.reading !== null && (
        <p className={styles.reading}>
          Read as <b>{message.reading}</b>
        </p>
      )}
      {message.parts.map((part, index) => (
        <Part
          key={index}
          part={part}
          numbers={numbersOf(message, index)}
          citations={citationsOf(message, index)}
          live={message.status === 'in_progress'}
          renderLink={renderLink}
          renderLead={ownLead}
          {...rest}
        />
      ))}
      {message.status === 'completed' && (
        <div className={styles.tools}>
          <Button
            look="quiet"
            size="small"
            icon={<Copy size={13} />}
            aria-label="Copy answer"
            title="Copy answer"
            onClick={() => void copy()}
          />
        </div>
      )}
    </article>
  );
}

interface PartProps extends Omit<MessageViewProps, 'message' | 'marked' | 'renderFile' | 'renderLead' | 'onDocument'> {
  part: MessagePart;
  renderLink(path: string): ReactNode;
  renderLead(lead: Lead): ReactNode;
  numbers: readonly NumberSource[];
  citations: readonly Citation[];
  live: boolean;
}

function Part({ part, renderChart, onAsk, ...shown }: PartProps) {
  const bridge = useBridge();
  switch (part.type) {
    case 'text': {
      const { text, offers } = splitOffers(part.text);
      return (
        <>
          <Markdown text={text} {...shown} />
          {offers.length > 0 && <Offers questions={offers} onAsk={onAsk} />}
        </>
      );
    }
    case 'chart':
      return renderChart(part.chartId);
    case 'image':
      return (
        <img
          className={styles.image}
          src={bridge.pictureUrl({ kind: 'file', id: part.fileId })}
          alt="Made by a step of this run"
        />
      );
    case 'missing':
      return <Note tone="info">{missingText(part)}</Note>;
    case 'file':
      // It stands where the text links to it.
      return null;
  }
}

function linked(files: readonly FilePart[], path: string, renderFile: (file: FilePart) => ReactNode): ReactNode {
  const file = files.find((one) => one.path === path);
  return file ? renderFile(file) : null;
}

function Offers({ questions, onAsk }: { questions: readonly string[]; onAsk(question: string): void }) {
  return (
    <div className={styles.offers}>
      <p>{OFFERS_LEAD}</p>
      {questions.map((question) => (
        <Button key={question} size="small" onClick={() => onAsk(question)}>
          {question}
        </Button>
      ))}
    </div>
  );
}
