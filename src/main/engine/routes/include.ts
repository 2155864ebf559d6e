import type { Context as Call } from 'hono';
import { invalid } from '../errors';
import type { Store } from '../store';
import type { StreamEvent } from '../store/records';

const CONTENT = 'step_details.tool_calls[*].file_search.results[*].content';
/** Ours alone: what was asked, whether the model's server has searched, and where in its document each passage stands and why it was found. */
const PASSAGE = 'step_details.tool_calls[*].file_search.results[*].passage';

type Step = Extract<StreamEvent, { event: 'thread.run.step.created' }>['data'];
export type Included = (step: Step) => Step;

/** How steps are to be shown, by the request's `include[]`. @throws ApiError for what cannot be included */
export function included(c: Call, store: Store): Included {
  const asked = [...(c.req.queries('include[]') ?? []), ...(c.req.queries('include') ?? [])];
  const unknown = asked.find((path) => path !== CONTENT && path !== PASSAGE);
  if (unknown !== undefined)
    throw invalid(
      `Invalid value: '${unknown}'. Supported values are: '${CONTENT}' and '${PASSAGE}'.`,
      'include[0]',
      'invalid_value',
    );
  if (asked.length === 0) return (step) => step;
  return (step) => withFound(store, step, asked.includes(CONTENT), asked.includes(PASSAGE));
}

export function inStream(show: Included): (event: StreamEvent) => StreamEvent {
  return (event) => {
    switch (event.event) {
      case 'thread.run.step.created':
      case 'thread.run.step.in_progress':
      case 'thread.run.step.completed':
      case 'thread.run.step.failed':
      case 'thread.run.step.cancelled':
      case 'thread.run.step.expired':
        return { ...event, data: show(event.data) };
      default:
        return event;
    }
  };
}

function withFound(store: Store, step: Step, content: boolean, passage: boolean): Step {
  if (step.step_details.type !== 'tool_calls') return step;
  const tool_calls = step.step_details.tool_calls.map((call) => {
    if (call.type !== 'file_search') return call;
    const kept = store.toolResults.searchCall(call.id);
    const { queries = [], passages = [] } = kept ?? {};
    const results = call.file_search.results?.map((result, index) => {
      const quoted = passages[index];
      if (!quoted) return result;
      const { text, chunk, place, why, marker, storeId: vector_store_id } = quoted;
      return {
        ...result,
        ...(content ? { content: [{ type: 'text' as const, text }] } : {}),
        ...(passage ? { passage: { chunk, place, why, marker, vector_store_id } } : {}),
      };
    });
    const more = passage ? { queries, ...(kept?.hosted ? { hosted: true } : {}) } : {};
    return { ...call, file_search: { ...call.file_search, ...more, results: results ?? [] } };
  });
  return { ...step, step_details: { type: 'tool_calls', tool_calls } };
}
