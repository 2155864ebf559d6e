import type { App } from '../../../src/main/compose';
import type { Api, Call, Choice, DatasetId, ThreadId } from '../../../src/preload/contract';
import type { Query } from '../../../src/preload/contract/query';
import { english } from '../../../src/preload/words';

/** Whose data is asked. */
export interface Place {
  threadId: ThreadId | null;
  datasetIds: DatasetId[];
}

/** The window's requests to an app; they throw what went wrong. */
export function queriesOf(app: App): Api['queries'] {
  const request = (name: string) => async (input: unknown) => {
    const result = await app.dispatch(name, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value as never;
  };
  return {
    read: request('queries.read'),
    choices: request('queries.choices'),
    begin: request('queries.begin'),
    compute: request('queries.compute'),
    ask: request('queries.ask'),
  };
}

/** Goes through menus by what their entries say, as one does in the window. */
export function menusOf(app: App) {
  const queries = queriesOf(app);
  const entries = async (place: Place, query: Query, slot: string, search = '') => {
    const { choices, names } = await queries.choices({ ...place, query, slot, search });
    return choices.map((choice) => ({ ...choice, text: english.chips.choice(choice.label, names) }));
  };
  /** `path` leads through menus; the last entry is the one that is chosen. What has to be written to find it stands before a `|`. */
  const choose = async (place: Place, query: Query, slot: string, ...path: string[]): Promise<Query> => {
    let at = slot;
    let chosen: (Choice & { text: string }) | undefined;
    for (const step of path) {
      const [search = '', text = search] = step.split('|');
      const known = [...(await entries(place, query, at)), ...(await entries(place, query, at, search))];
      chosen = known.find((entry) => entry.text === text);
      if (!chosen) throw new Error(`${at} has no “${text}”: ${known.map((entry) => entry.text).join(' | ')}`);
      at = chosen.next ?? at;
    }
    if (!chosen?.query) throw new Error(`${path.join(' › ')} chooses nothing`);
    return chosen.query;
  };
  const line = async (place: Place, query: Query): Promise<string> => {
    const { parts, names } = await queries.read({ ...place, query });
    return english.chips.line(parts, names);
  };
  return { entries, choose, line };
}

/** Rows of a call's result. */
export function rowsOf(app: App, call: Call) {
  if (!call.result) throw new Error(`${call.name} has no result: ${call.output}`);
  return app.services.runs.result({ resultId: call.result.id, offset: 0, limit: 1000 }).rows;
}
