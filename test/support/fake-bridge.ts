import type {
  AppEvent,
  ConnectedModel,
  Contract,
  Draft,
  EndpointState,
  Thread,
  ThreadChoices,
} from '../../src/preload/contract';
import { contract, events } from '../../src/preload/contract';
import { AnswererId } from '../../src/preload/contract/ids';
import { nothingSent } from '../../src/preload/contract/ledger';
import { unknownAbilities } from '../../src/preload/contract/models';
import { AppError, type Result } from '../../src/preload/contract/result';
import { defaultSettings } from '../../src/preload/contract/settings';
import type { Bridge } from '../../src/renderer/bridge';

/** `threads.list`, `runs.start` …: every request there is. */
export type RequestName = { [D in keyof Contract & string]: `${D}.${keyof Contract[D] & string}` }[keyof Contract &
  string];
type Answer = (input: never) => unknown;

export const closedEndpoint: EndpointState = {
  ...defaultSettings.endpoint,
  open: false,
  baseUrl: 'http://127.0.0.1:7717/v1',
  problem: null,
};

export const builtInModel: ConnectedModel = {
  answerer: AnswererId.parse('built-in'),
  connection: null,
  name: 'built-in',
  abilities: unknownAbilities,
  edited: [],
  calling: null,
  listed: true,
  usedAt: null,
};

/** Those of a new installation. */
const firstChoices = (threadId: ThreadChoices['threadId']): ThreadChoices => ({
  threadId,
  model: {
    answerer: builtInModel.answerer,
    connection: null,
    name: 'built-in',
    local: true,
    chosen: false,
    there: true,
  },
  boundary: { value: 'results', chosen: false },
  assistantId: null,
});

/**
 * The other side of the window, derived from the contract: what goes in and out is parsed by it, so a fake that drifts
 * from the contract fails. Requests without an answer of the test's own get that of an app that has just been installed.
 */
export class FakeBridge implements Bridge {
  readonly shell = 'browser';
  readonly asked: { name: string; input: unknown }[] = [];
  readonly uploads: {
    name: string;
    progress(sent: number): void;
    end(result: Result<never> | Result<unknown>): void;
    stopped: boolean;
  }[] = [];
  readonly #answers = new Map<string, Answer>();
  #listeners: Parameters<Bridge['subscribe']>[] = [];

  constructor(answers: Partial<Record<RequestName, Answer>> = {}) {
    const drafts = new Map<string | null, Draft>();
    const first: Partial<Record<RequestName, Answer>> = {
      'settings.get': () => defaultSettings,
      'settings.speak': () => defaultSettings,
      'settings.change': (input: object) => ({ ...defaultSettings, ...input }),
      'threads.list': () => ({ threads: [] as Thread[], hasMore: false }),
      'threads.tags': () => [],
      'threads.messages': () => ({ messages: [], hasEarlier: false }),
      'threads.draft': ({ threadId }: { threadId: Draft['threadId'] }) =>
        drafts.get(threadId) ?? { threadId, text: '', datasetIds: [], documentIds: [] },
      'threads.saveDraft': (draft: Draft) => {
        drafts.set(draft.threadId, draft);
        return {};
      },
      'threads.search': () => [],
      'runs.ofThread': () => [],
      'runs.possible': () => ({ possible: true }),
      'datasets.samples': () => [],
      'datasets.ofThread': () => [],
      'datasets.list': () => [],
      'documents.ofThread': () => [],
      'files.list': () => [],
      'charts.list': () => [],
      'reports.list': () => [],
      'endpoint.get': () => closedEndpoint,
      'recovery.get': () => ({ open: true, problems: [] }),
      'endpoint.requests': () => [],
      'connections.list': () => [],
      'connections.presets': () => [],
      'models.list': () => [builtInModel],
      'threads.choices': ({ threadId }: { threadId: ThreadChoices['threadId'] }) => firstChoices(threadId),
      'ledger.kept': () => ({ requests: 0, bytes: 0 }),
      'ledger.totals': ({ threadId }: { threadId: ThreadChoices['threadId'] }) => nothingSent(threadId),
      'usage.budgets': () => [],
      'assistants.list': () => [],
    };
    for (const [name, answer] of Object.entries({ ...first, ...answers })) this.#answers.set(name, answer);
  }

  answer(name: RequestName, answer: Answer): void {
    this.#answers.set(name, answer);
  }

  request = async (name: string, input: unknown): Promise<Result<unknown>> => {
    const definition = definitionOf(name);
    const parsed = definition.input.parse(input) as never;
    this.asked.push({ name, input: parsed });
    const answer = this.#answers.get(name);
    if (!answer) return { ok: false, error: { code: 'not_found', message: `The test answers no ${name}.` } };
    try {
      return { ok: true, value: definition.output.parse(await answer(parsed)) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: { code: error.code, message: error.message } };
      throw error;
    }
  };

  subscribe = (...listener: Parameters<Bridge['subscribe']>): (() => void) => {
    this.#listeners.push(listener);
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    };
  };

  upload: Bridge['upload'] = (_file, name, { signal, onProgress }) =>
    new Promise((resolve) => {
      const upload = {
        name,
        stopped: false,
        progress: (sent: number) => onProgress?.(sent),
        end: (result: Result<unknown>) => resolve(result as Awaited<ReturnType<Bridge['upload']>>),
      };
      signal?.addEventListener('abort', () => {
        upload.stopped = true;
        resolve({ ok: false, error: { code: 'cancelled', message: 'Stopped.' } });
      });
      this.uploads.push(upload);
    });

  pictureUrl: Bridge['pictureUrl'] = (picture) => `/files/fake/${picture.kind}/${picture.id}`;

  emit(event: AppEvent): void {
    const data = events[event.name].parse(event.data);
    for (const [listener] of this.#listeners) listener({ ...event, data } as AppEvent);
  }

  /** The connection broke and came back: what was said meanwhile is lost. */
  gap(): void {
    for (const [, onGap] of this.#listeners) onGap();
  }

  link(connected: boolean): void {
    for (const [, , onLink] of this.#listeners) onLink(connected);
  }

  inputsOf(name: RequestName): unknown[] {
    return this.asked.filter((one) => one.name === name).map((one) => one.input);
  }
}

function definitionOf(name: string) {
  const [domain = '', verb = ''] = name.split('.');
  const requests:
    | Record<string, { input: { parse(value: unknown): unknown }; output: { parse(value: unknown): unknown } }>
    | undefined = Object.entries(contract).find(([known]) => known === domain)?.[1];
  const found = requests?.[verb];
  if (!found) throw new Error(`The contract has no ${name}`);
  return found;
}
