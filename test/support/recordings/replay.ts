import { openEngine } from '../engine';
import { FakeCodeRunner } from '../engine-code';
import { Gate, type Script } from '../scripted-model';
import { readFrames } from '../sse';
import { until } from '../until';
import type { Exchange, Json, Recording } from './exchanges';
import { World } from './prepare';
import { recordedModel } from './recorded-model';

/** What upstream answered, and what the engine does to the same request. */
export interface Replayed {
  request: string;
  upstream: Pick<Exchange, 'status' | 'answer'>;
  assay: Pick<Exchange, 'status' | 'answer'>;
}

const EARLY = ['queued', 'in_progress'];
const WORKING = [...EARLY, 'cancelling'];

/** Sends the requests of a recording to an engine whose model says what was recorded; ids are put in as they come. */
export async function replay({ exchanges }: Recording): Promise<Replayed[]> {
  const { scripts, code, passages } = recordedModel(exchanges);
  const gate = new Gate();
  const held: Script = async function* (turn, signal) {
    await gate.pass();
    yield* scripts[0]?.(turn, signal) ?? [];
  };
  const codeRunner = new FakeCodeRunner(...code.map((result) => () => result));
  const opened = await openEngine({ scripts: [held, ...scripts.slice(1)], codeRunner });
  const world = new World(opened.client, exchanges, passages);
  const replayed: Replayed[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    if (!waits(exchange)) gate.open();
    await world.prepare(exchange);
    const assay = await settled(exchange, () => send(opened.engine.fetch, world.request(exchange)));
    const request = `${index + 1} ${exchange.method} ${exchange.path}`;
    const compared = { request, upstream: onceRead(exchange), assay };
    if (!tooEarly(exchange, assay)) replayed.push(world.shared(compared));
    world.learn(exchange.answer, assay.answer);
    await world.ready();
  }
  return replayed;
}

/** The answer shows a run that is still at work, or none at all. */
function waits({ answer }: Exchange): boolean {
  if ('frames' in answer) return false;
  const { json } = answer;
  const answered = (json.data ?? []).some((one: Json) => one.role === 'assistant' || one.object === 'thread.run.step');
  return !answered && (json.object !== 'thread.run' || WORKING.includes(json.status));
}

const statusOf = ({ answer }: Pick<Exchange, 'answer'>): string => ('json' in answer ? (answer.json.status ?? '') : '');

/** How far a run is, by itself or by what it has brought forth. */
const stateOf = (seen: Pick<Exchange, 'answer'>): string =>
  'json' in seen.answer ? `${statusOf(seen)} ${seen.answer.json.data?.length}` : '';

/** Looks again and again until a run has come as far as it had when it was recorded. */
async function settled(exchange: Exchange, ask: () => Promise<Replayed['assay']>): Promise<Replayed['assay']> {
  let answer = await ask();
  if (exchange.method !== 'GET' || waits(exchange)) return answer;
  const isThere = async () => {
    if (stateOf(exchange) === stateOf(answer)) return true;
    answer = await ask();
    return false;
  };
  // Where it never comes that far, that is a difference like any other.
  await until('the state that was recorded', isThere, { withinMs: 5_000 }).catch(() => undefined);
  return answer;
}

/** Which of its first two states a run was in when it was looked at is chance. */
function tooEarly(upstream: Exchange, assay: Replayed['assay']): boolean {
  return upstream.method === 'GET' && statusOf(upstream) !== statusOf(assay) && EARLY.includes(statusOf(upstream));
}

/** Documents are read by the time they are looked at here; when they were recorded, they may not have been. */
function onceRead(exchange: Exchange): Exchange {
  if (exchange.method !== 'GET' || !('json' in exchange.answer)) return exchange;
  const text = JSON.stringify(exchange.answer.json, (_, value) =>
    /^vector_store/.test(value?.object) && value.status === 'in_progress' ? { ...value, status: 'completed' } : value,
  );
  return { ...exchange, answer: { json: JSON.parse(text) } };
}

async function send(ask: typeof fetch, { url, init }: ReturnType<World['request']>): Promise<Replayed['assay']> {
  const response = await ask(url, init);
  const streamed = response.headers.get('content-type')?.startsWith('text/event-stream');
  const answer = streamed ? { frames: await readFrames(response) } : { json: await response.json() };
  return { status: response.status, answer };
}
