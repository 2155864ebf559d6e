import { Copy, FileText, Table2 } from 'lucide-react';
import { memo, type ReactNode, useCallback, useMemo } from 'react';
import type { ChartId, Message, MessagePart, NumberSource } from '#contract';
import { OFFERS_LEAD } from '#contract/conventions';
import { useBridge } from '../../bridge';
import { Button } from '../../ui';
import styles from './Conversation.module.css';
import { Markdown } from './Markdown';
import { splitOffers } from './offers';
import { QuestionText } from './QuestionText';
import { ANCHOR } from './use-stick';

export type FilePart = Extract<MessagePart, { type: 'file' }>;

interface MessageViewProps {
  message: Message;
  renderChart(chartId: ChartId): ReactNode;
  renderFile(file: FilePart): ReactNode;
  onNumber(source: NumberSource): void;
  /** Puts a question into the composer. */
  onAsk(question: string): void;
}

export const MessageView = memo(function MessageView({ message, ...rest }: MessageViewProps) {
  return message.role === 'user' ? <Question message={message} /> : <Answer message={message} {...rest} />;
});

function Question({ message }: { message: Message }) {
  return (
    <article className={styles.question} aria-label="You asked" {...ANCHOR}>
      {message.attachments.length > 0 && (
        <div className={styles.chips}>
          {message.attachments.map((one) => (
            <span key={'documentId' in one ? one.documentId : one.datasetId} className={styles.chip}>
              {'documentId' in one ? (
                <FileText size={13} aria-hidden="true" />
              ) : (
                <Table2 size={13} aria-hidden="true" />
              )}{' '}
              {one.name}
            </span>
          ))}
        </div>
      )}
      <div className={styles.bubble}>
        <QuestionText text={message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n')} />
      </div>
    </article>
  );
}

function Answer({ message, renderFile, ...rest }: MessageViewProps) {
  const files = useMemo(() => message.parts.filter((part) => part.type === 'file'), [message.parts]);
  const renderLink = useCallback((path: string) => linked(files, path, renderFile), [files, renderFile]);
  const copy = () => void navigator.clipboard.writeText(plainText(message));
  return (
    <article className={styles.answer} aria-label="Answer" aria-busy={message.status === 'in_progress'}>
      {message.reading !== null && (
        <p className={styles.reading}>
          Read as <b>{message.reading}</b>
        </p>
      )}
      {message.parts.map((part, index) => (
        <Part key={index} part={part} numbers={numbersOf(message, index)} renderLink={renderLink} {...rest} />
      ))}
      {message.status === 'completed' && (
        <div className={styles.tools}>
          <Button
            look="quiet"
            size="small"
            icon={<Copy size={13} />}
            aria-label="Copy answer"
            title="Copy answer"
            onClick={copy}
          />
        </div>
      )}
    </article>
  );
}

interface PartProps extends Omit<MessageViewProps, 'message' | 'renderFile'> {
  part: MessagePart;
  renderLink(path: string): ReactNode;
  numbers: readonly NumberSource[];
}

function Part({ part, numbers, renderChart, renderLink, onNumber, onAsk }: PartProps) {
  const bridge = useBridge();
  switch (part.type) {
    case 'text': {
      const { text, offers } = splitOffers(part.text);
      return (
        <>
          <Markdown text={text} numbers={numbers} onNumber={onNumber} renderLink={renderLink} />
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

const none: readonly NumberSource[] = [];
const known = new WeakMap<Message, Map<number, readonly NumberSource[]>>();

/** The same list each time for the same message, so that unchanged blocks are not drawn again. */
function numbersOf(message: Message, part: number): readonly NumberSource[] {
  if (message.numbers.length === 0) return none;
  const parts = known.get(message) ?? new Map<number, readonly NumberSource[]>();
  known.set(message, parts);
  const found = parts.get(part) ?? message.numbers.filter((source) => source.part === part);
  parts.set(part, found);
  return found;
}

function plainText(message: Message): string {
  const reading = message.reading === null ? [] : [`Read as: ${message.reading}`];
  return [...reading, ...message.parts.flatMap((part) => (part.type === 'text' ? [part.text.trim()] : []))].join(
    '\n\n',
  );
}
