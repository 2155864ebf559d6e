import { useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import type { AnswererId, ModelOffer, Run, RunEnding } from '#contract';
import { endingWords, type Words } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, LeadButton, modelName, Note, useThreadActions, useWords } from '../../ui';
import styles from './Conversation.module.css';
import { Elapsed } from './Elapsed';

/** The same runs as often as asked, or with another model this time. */
export type Retry = (answerer?: AnswererId) => void;

export function useWhyEnded(run: Run | null | undefined): string {
  const words = useWords();
  return run?.ending ? endingWords(words, run.ending) : words.ui.conversation.runEndedWithout;
}

interface RunStateProps {
  run: Run | null;
  doing: string | null;
  answering: boolean;
  onRetry: Retry;
}

/** How the run stands: what it does now, or why it ended without a whole answer, and who else could give one. */
export function RunState({ run, doing, answering, onRetry }: RunStateProps) {
  const words = useWords();
  const why = useWhyEnded(run);
  const offers = useOffers(run);
  if (!run || run.status === 'completed') return null;
  if (run.finishedAt === null) {
    return (
      <p className={styles.doing} role="status">
        {!answering && (
          <>
            <span className={styles.dots} aria-hidden="true" /> {doing ?? words.ui.conversation.starting}{' '}
            <Elapsed since={run.createdAt} />
          </>
        )}
      </p>
    );
  }
  return (
    <div className={styles.ended}>
      <Note
        tone={run.status === 'cancelled' ? 'info' : 'bad'}
        live
        action={
          <Button size="small" icon={<RotateCw size={13} />} onClick={() => onRetry()}>
            {words.ui.conversation.runAgain}
          </Button>
        }
      >
        {why} {run.ending && <Remedy ending={run.ending} />}
      </Note>
      {offers.length > 0 && (
        <div className={styles.answerers}>
          {offers.map((offer) => (
            <Button key={offer.answerer} size="small" onClick={() => onRetry(offer.answerer)}>
              {offerLabel(offer, run, words)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const OFFERED_AT_MOST = 2;

/** The best one that can answer instead, and the built-in analyst, which always can. */
function useOffers(run: Run | null): ModelOffer[] {
  const client = useClient();
  const failed = run !== null && run.finishedAt !== null && !['completed', 'cancelled'].includes(run.status);
  const { data = [] } = useQuery({
    queryKey: run ? keys.offers(run.id) : ['offers', 'none'],
    queryFn: () => (run ? client.runs.offers({ runId: run.id }) : []),
    enabled: failed && run.model !== 'built-in',
  });
  if (!failed) return [];
  const [best] = data;
  const builtIn = data.find(({ connection }) => connection === null);
  return [...new Set([best, builtIn])].flatMap((offer) => offer ?? []).slice(0, OFFERED_AT_MOST);
}

function offerLabel(offer: ModelOffer, { answerer }: Run, { connection, ui }: Words): string {
  if (offer.answerer === answerer) return connection.answerWorded({ model: offer.name });
  if (offer.connection === null) return ui.conversation.answerWithBuiltIn;
  return ui.conversation.answerWith(modelName(offer, ui.models), offer.connection);
}

/** The one place where what is wrong can be set right. */
function Remedy({ ending }: { ending: RunEnding }) {
  const { ui } = useWords();
  const { openConnections, openUsage } = useThreadActions();
  switch (ending.code) {
    case 'authentication':
    case 'permission':
    case 'bad_endpoint':
    case 'unreachable':
    case 'model_not_found':
      return <LeadButton onClick={openConnections}>{ui.conversation.openConnections}</LeadButton>;
    case 'budget':
      return <LeadButton onClick={openUsage}>{ui.conversation.openUsage}</LeadButton>;
    default:
      return null;
  }
}
