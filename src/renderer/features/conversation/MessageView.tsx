import { Copy, FileText, GitBranch, Table2 } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Message, MessagePart } from '#contract';
import { asStanding } from '#contract/stretches';
import { absentWords, factWords, sourceLines } from '#words';
import { useBridge } from '../../bridge';
import { Button, Note, tellFailure, UNCOPIED, useThreadActions, useWords, writeClipboard } from '../../ui';
import { AnswerText } from './AnswerText';
import { useBranchActions } from './branch-context';
import styles from './Conversation.module.css';
import { copiedAnswer } from './copy-answer';
import type { MessageStretches } from './differing-numbers';
import { QuestionEdit } from './QuestionEdit';
import { QuestionText } from './QuestionText';
import { tablesOf } from './tables-of';
import { textOf } from './use-recall';
import { ANCHOR } from './use-stick';
import { VersionBar } from './VersionBar';

interface MessageViewProps {
  message: Message;
  /** It was looked for, and is pointed out for a moment. */
  marked: boolean;
  /** Another answer of its run has taken its place. */
  replaced?: boolean;
  /** It closes its run: how the question was read stands above it. */
  reading?: boolean;
  /** Figures that other answers to the same question do not have. */
  differing?: MessageStretches | undefined;
}

export const MessageView = memo(function MessageView(props: MessageViewProps) {
  if (props.message.role === 'user') return <Question {...props} />;
  return props.replaced ? <Replaced {...props} /> : <Answer {...props} />;
});

/** By what a message is found in the page; it can take the focus when it is led to. */
const findable = ({ message, marked }: Pick<MessageViewProps, 'message' | 'marked'>) => ({
  'data-message': message.id,
  'data-marked': marked || undefined,
  tabIndex: -1,
});

function Question(props: MessageViewProps) {
  const { ui } = useWords();
  const { message } = props;
  const { openSource } = useThreadActions();
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    // Once it is drawn again.
    setTimeout(() => pencil.current?.focus());
  };
  return (
    <article className={styles.question} aria-label={ui.conversation.youAsked} {...findable(props)} {...ANCHOR}>
      {message.attachments.length > 0 && (
        <div className={styles.chips}>
          {tablesOf(message.attachments, ui.count.sheets).map(({ name, title }) => (
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
                  title={ui.conversation.openOf(one.name)}
                  onClick={() => openSource({ documentId: one.documentId, name: one.name, place: null, quote: '' })}
                >
                  <FileText size={13} aria-hidden="true" /> <span>{one.name}</span>
                </button>
              ),
          )}
        </div>
      )}
      {editing ? (
        <QuestionEdit question={message} onClose={close} />
      ) : (
        <>
          <div className={styles.bubble}>
            <QuestionText text={textOf(message)} />
          </div>
          <VersionBar question={message} onEdit={() => setEditing(true)} editRef={pencil} />
        </>
      )}
    </article>
  );
}

/** What was said first is there for those who want to know, and where it is led to. */
function Replaced(props: MessageViewProps) {
  const { message, marked } = props;
  const words = useWords();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (marked) setOpen(true);
  }, [marked]);
  const fact = message.facts.find((placed) => placed.fact.code === 'superseded')?.fact;
  return (
    <details
      className={styles.replaced}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      {...findable(props)}
      {...ANCHOR}
    >
      <summary>{fact && factWords(words, fact)}</summary>
      <Answer {...props} />
    </details>
  );
}

function Answer(props: MessageViewProps) {
  const words = useWords();
  const { ui } = words;
  const message = useMemo(() => asStanding(props.message), [props.message]);
  const { AnswerAction, Pin, Reading } = useThreadActions();
  const article = useRef<HTMLElement>(null);
  const copy = () => {
    if (!article.current) return;
    const copied = copiedAnswer(article.current, sourceLines(words, message.citations));
    void writeClipboard(copied).catch((error: unknown) => tellFailure(ui.common.notCopied, error));
  };
  const body = (
    <>
      {/* What opens the answer may be known before its text comes. */}
      {message.parts.length === 0 && message.facts.length > 0 && <AnswerText message={message} part={0} text="" />}
      {message.parts.map((part, index) =>
        part.type === 'text' ? (
          <AnswerText
            key={index}
            message={message}
            part={index}
            text={part.text}
            differing={props.differing?.get(index)}
          />
        ) : (
          <Part key={index} part={part} />
        ),
      )}
    </>
  );
  return (
    <article
      ref={article}
      className={styles.answer}
      aria-label={props.replaced ? ui.conversation.replacedAnswer : ui.conversation.answer}
      aria-busy={message.status === 'in_progress'}
      {...(props.replaced ? {} : findable(props))}
    >
      <Reading runId={props.reading ? message.runId : null} facts={message.facts}>
        {body}
      </Reading>
      {message.status === 'completed' && (
        <div className={styles.tools} {...UNCOPIED}>
          <Button
            look="quiet"
            size="small"
            icon={<Copy size={13} />}
            aria-label={ui.conversation.copyAnswer}
            title={ui.conversation.copyAnswer}
            onClick={copy}
          />
          {!props.replaced && (
            <Pin target={{ kind: 'answer', messageId: message.id }} label={ui.conversation.pinAnswer} />
          )}
          {message.runId && !props.replaced && <AnswerAction runId={message.runId} />}
          {!props.replaced && <GoOn answer={message} />}
        </div>
      )}
    </article>
  );
}

/** Where other questions follow already, the way to begin a branch. */
function GoOn({ answer }: { answer: Message }) {
  const actions = useBranchActions();
  const { versions: words } = useWords();
  const question = actions?.branch.tree.questionOf(answer);
  if (!actions || !question || question === actions.branch.last) return null;
  return (
    <Button
      look="quiet"
      size="small"
      icon={<GitBranch size={13} />}
      aria-label={words.goOn()}
      title={words.goOn()}
      onClick={() => actions.onGoOn(answer)}
    />
  );
}

function Part({ part }: { part: Exclude<MessagePart, { type: 'text' }> }) {
  const bridge = useBridge();
  const words = useWords();
  const { Chart } = useThreadActions();
  switch (part.type) {
    case 'chart':
      return <Chart chartId={part.chartId} />;
    case 'image':
      return (
        <img
          className={styles.image}
          src={bridge.pictureUrl({ kind: 'file', id: part.fileId })}
          alt={words.ui.conversation.madeByStep}
        />
      );
    case 'missing':
    case 'gone':
      return <Note tone="info">{absentWords(words, part)}</Note>;
    case 'file':
      // It stands where the text links to it.
      return null;
  }
}
