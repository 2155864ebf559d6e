import type OpenAI from 'openai';
import { expect } from 'vitest';
import { type ModelEvent, ModelFailure } from '../../../../../src/main/engine/ports';
import { done, Gate, type Script } from '../../../../support/scripted-model';
import { TestClock } from '../../../../support/test-clock';
import { BEGUN, message, ownText, type Scenario } from './scenario';

/** Says half of something, and then something else happens. */
function halted(happens: (client: OpenAI, threadId: string, clock: TestClock) => unknown) {
  return () => {
    const gate = new Gate();
    const clock = new TestClock();
    async function* half(): AsyncGenerator<ModelEvent> {
      yield { type: 'text', delta: 'Half' };
      await gate.pass();
      yield done();
    }
    const meanwhile = async (client: OpenAI, threadId: string) => {
      await gate.reached;
      await happens(client, threadId, clock);
    };
    return { scripts: [half], clock, meanwhile };
  };
}
const cancelling = async (client: OpenAI, thread_id: string) => {
  const [run] = (await client.beta.threads.runs.list(thread_id)).data;
  await client.beta.threads.runs.cancel(run!.id, { thread_id });
};
const broken = (failure: ModelFailure): Script =>
  async function* () {
    yield { type: 'text', delta: 'Half' };
    throw failure;
  };
const ownCut = (step: string) => [...ownText('Half'), 'messageDone incomplete', `runStepDone ${step}`, 'end'];

/** Runs that end before their answer does. */
export const ended: Scenario[] = [
  {
    name: 'a model that fails in the middle',
    stage: () => ({ scripts: [broken(new ModelFailure('rate_limit', 'Too many questions.'))] }),
    events: [...BEGUN, ...message(1), 'message.incomplete', 'run.step.failed', 'run.failed'],
    own: ownCut('failed'),
    run: { status: 'failed', last_error: { code: 'rate_limit_exceeded', message: 'Too many questions.' } },
  },
  {
    name: 'a model that fails at once',
    stage: () => ({
      models: () => {
        throw new ModelFailure('server_error', 'No such model.');
      },
    }),
    events: [...BEGUN, 'run.failed'],
    own: ['end'],
    run: { status: 'failed', last_error: { code: 'server_error', message: 'No such model.' } },
  },
  {
    name: 'a run cancelled in the middle',
    stage: halted(cancelling),
    events: [...BEGUN, ...message(1), 'run.cancelling', 'message.incomplete', 'run.step.cancelled', 'run.cancelled'],
    own: ownCut('cancelled'),
    run: { status: 'cancelled', cancelled_at: expect.any(Number), expires_at: null },
  },
  {
    name: 'a run whose time is over',
    stage: halted((_client, _threadId, clock) => clock.advance(601_000)),
    events: [...BEGUN, ...message(1), 'message.incomplete', 'run.step.expired', 'run.expired'],
    own: ownCut('expired'),
    run: { status: 'expired', usage: { total_tokens: 0 } },
  },
  {
    name: 'an answer cut by its budget',
    stage: () => ({ scripts: [() => [{ type: 'text', delta: 'Half' }, done('max_completion_tokens')]] }),
    events: [...BEGUN, ...message(1), 'message.incomplete', 'run.step.completed', 'run.incomplete'],
    own: ownCut('completed'),
    unendedFor: '4.104',
    run: { status: 'incomplete', incomplete_details: { reason: 'max_completion_tokens' } },
  },
];
