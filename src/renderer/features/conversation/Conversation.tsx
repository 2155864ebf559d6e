import { ArrowDown } from 'lucide-react';
import { Fragment, useEffect, useMemo, useRef } from 'react';
import type { Message, MessageId, Run, ThreadId } from '#contract';
import { isReplaced } from '#contract/stretches';
import { Button, Failure, Note, Skeleton, useWords } from '../../ui';
import { arranged, type ConversationItem } from './beside';
import { type BranchActions, BranchProvider } from './branch-context';
import { Comparison } from './Comparison';
import styles from './Conversation.module.css';
import { MessageView } from './MessageView';
import { type Retry, RunState, useWhyEnded } from './RunState';
import type { Branch } from './use-branch';
import { useDrawn } from './use-drawn';
import { useMessages } from './use-messages';
import { useSought } from './use-sought';
import { useStick } from './use-stick';
import versionStyles from './Versions.module.css';
import { VersionsBeside } from './VersionsBeside';

interface ConversationProps extends Omit<BranchActions, 'branch' | 'onGoOn'> {
  threadId: ThreadId;
  branch: Branch;
  /** Where the next question is written. */
  onCompose(): void;
  /** What the run is doing now, in words. */
  doing: string | null;
  /** A message to go to; null when there is none. */
  sought: MessageId | null;
  onFound(): void;
  onRetry: Retry;
}

/** The messages of a thread, the newest in view; earlier ones are read when the reader goes there. */
export function Conversation(props: ConversationProps) {
  const { threadId, branch, doing, sought, onFound, onRetry, waitingFor, onRevise, onCompose } = props;
  const { messages, runs, compared, tree } = branch;
  const words = useWords();
  const read = useMessages(threadId);
  const { isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = read;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const { stuck, toEnd, toElement } = useStick({ scroller, content, room }, threadId);
  const marked = useSought({ sought, read, shown: messages, content, toElement, onFound });
  const top = useRef<HTMLDivElement>(null);
  const actions = useMemo<BranchActions>(
    () => ({
      ...{ branch, waitingFor, onRevise },
      onGoOn: (answer) => {
        const question = branch.tree.questionOf(answer);
        if (question) branch.goOnFrom(question);
        onCompose();
      },
    }),
    [branch, waitingFor, onRevise, onCompose],
  );
  const arrangement = useMemo(() => arranged(messages, runs), [messages, runs]);
  const items = useDrawn(arrangement, keyOf, sought !== null);
  const isWhole = items.length === arrangement.length;
  useEffect(() => {
    // What is looked for may be in another branch.
    const hidden = read.messages.find(({ id }) => id === sought);
    const question = hidden && !messages.includes(hidden) && tree.questionOf(hidden);
    if (question) branch.show(question);
  }, [sought, read.messages, messages, tree, branch]);

  useEffect(() => {
    const element = top.current;
    if (!element || !isWhole || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void fetchNextPage(),
      { root: scroller.current, rootMargin: '400px' },
    );
    seen.observe(element);
    return () => seen.disconnect();
  }, [isWhole, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <BranchProvider value={actions}>
      <div className={styles.frame}>
        {/* Scrolls, so it must be reachable by keyboard. */}
        <div
          ref={scroller}
          className={styles.scroller}
          tabIndex={0}
          role="log"
          aria-label={words.ui.conversation.conversation}
          aria-live="off"
        >
          <div ref={content} className={styles.column}>
            <div ref={top} className={styles.earlier} />
            {isFetchingNextPage && <Skeleton label={words.ui.conversation.loadingEarlier} widths={[60, 90]} />}
            {isPending && (
              <Skeleton label={words.ui.conversation.loading} widths={[45, 95, 90, 70, 100, 85]} height={15} />
            )}
            {error && <Failure error={error} onRetry={() => void refetch()} />}
            {items.map((item) =>
              compared !== null && tree.questionOf(firstOf(item)) === compared ? (
                isQuestion(item) && (
                  <VersionsBeside
                    key="versions"
                    branch={branch}
                    question={compared}
                    messages={read.messages}
                    marked={marked}
                  />
                )
              ) : item.type === 'comparison' ? (
                <Comparison key={item.answers[0]?.run.id} answers={item.answers} marked={marked} />
              ) : (
                <Fragment key={item.message.id}>
                  {isFirstAnswer(item.message, messages) && <Instead message={item.message} runs={runs} />}
                  <MessageView
                    message={item.message}
                    marked={item.message.id === marked}
                    replaced={isReplaced(item.message, messages)}
                    reading={isLastAnswer(item.message, messages)}
                  />
                  {item.message.role === 'user' && item.next?.role === 'user' && (
                    <Unanswered runs={runs} from={item.message} to={item.next} />
                  )}
                </Fragment>
              ),
            )}
            <RunState
              run={runs.findLast((run) => run.besideOf === undefined || run.finishedAt === null) ?? null}
              doing={doing}
              answering={isAnswering(messages)}
              onRetry={onRetry}
            />
            {branch.isBeginning && (
              <p className={versionStyles.beginning} role="status">
                {words.versions.beginning()}
                <Button size="small" onClick={branch.showNewest}>
                  {words.versions.showNewest()}
                </Button>
              </p>
            )}
          </div>
          <div ref={room} />
        </div>
        {!stuck && (
          <Button className={styles.jump} size="small" icon={<ArrowDown size={13} />} onClick={toEnd}>
            {words.ui.conversation.jumpToLatest}
          </Button>
        )}
      </div>
    </BranchProvider>
  );
}

/** A message that becomes one of several answers keeps its place in the page. */
const keyOf = (item: ConversationItem): string => firstOf(item)?.id ?? '';

const isQuestion = (item: ConversationItem): boolean => item.type === 'message' && item.message.role === 'user';

const firstOf = (item: ConversationItem): Message | undefined =>
  item.type === 'message' ? item.message : item.answers[0]?.messages[0];

const isAnswering = (messages: readonly Message[]): boolean =>
  messages.at(-1)?.role === 'assistant' && messages.at(-1)?.status === 'in_progress';

/** Why a question has no answer below it, although another one follows. */
function Unanswered({ runs, from, to }: { runs: readonly Run[]; from: Message; to: Message | undefined }) {
  const run = runs.findLast((one) => one.createdAt >= from.createdAt && one.createdAt < (to?.createdAt ?? 0));
  const why = useWhyEnded(run);
  return run ? <p className={styles.unanswered}>{why}</p> : null;
}

const isLastAnswer = (message: Message, messages: readonly Message[]): boolean =>
  message.role === 'assistant' && messages.findLast(({ runId }) => runId === message.runId) === message;

const isFirstAnswer = (message: Message, messages: readonly Message[]): boolean =>
  message.role === 'assistant' && messages.find(({ runId }) => runId === message.runId) === message;

/** Above an answer that Assay had given by another model by itself: why, and by whom. */
function Instead({ message, runs }: { message: Message; runs: readonly Run[] }) {
  const { ui } = useWords();
  const run = runs.find(({ id }) => id === message.runId);
  const failed = runs.find(({ id }) => id === run?.insteadOf);
  const why = useWhyEnded(failed);
  if (!run || !failed) return null;
  return (
    <Note tone="warn">
      {why} {run.model === 'built-in' ? ui.conversation.builtInInstead : ui.conversation.answeredInstead(run.model)}
    </Note>
  );
}
