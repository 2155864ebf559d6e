import type { Call, CallId, CallOutput, CodeEnding, ThreadId } from '#contract';
import { CallId as CallIdSchema, ResultId } from '#contract/ids';
import { plainPrint } from '#contract/printed';
import { AppError } from '#contract/result';
import type { CodeResult, CodeRunner, CodeWait } from '../../code-runner';
import type { Library } from '../../library';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import type { DataTools } from '../data-tools';
import type { Files } from '../files';
import type { Emit } from '../hub';
import type { CodeFiles } from './code-files';
import { keepShown } from './keep-shown';
import { sameOutput } from './same-output';
import { stillPrinting } from './still-printing';

/** What code prints is shown, and saved, at most this often. */
const FRAME_MS = 100;
const NO_PYTHON =
  'Python is off, so this cannot be run now. Start Assay with its engine; what it showed before stays here.';

export interface LocalRunsOptions {
  library: Library;
  tools: DataTools;
  files: Files;
  codeFiles: CodeFiles;
  /** Null where Python cannot run. */
  python: CodeRunner | null;
  emit: Emit;
  log: Log;
  now: () => number;
}

type Known = Call & { runId: Parameters<Library['runs']['get']>[0]; threadId: ThreadId };
/** What a local run came to; all but the output is saved as it is. */
type Outcome = Pick<Call, 'status' | 'output' | 'outputs' | 'ending'>;

/** Code of a step, run again on this machine beside the history: a call of its own that says which one it came from. */
export class LocalRuns {
  readonly #options: LocalRunsOptions;
  readonly #active = new Map<CallId, { of: CallId; stop: AbortController; done: Promise<void> }>();

  constructor(options: LocalRunsOptions) {
    this.#options = options;
  }

  /** Answers once the run is saved; the rest arrives as `steps.changed`. */
  run(input: { callId: CallId; code: string }): Call {
    const { python } = this.#options;
    const asked = this.#find(input.callId);
    const origin = asked.localOf ? this.#find(asked.localOf) : asked;
    if (!origin.code) throw new AppError('invalid_input', 'There is no code in this step.');
    if (origin.code.language === 'python' && !python)
      throw new AppError('unavailable', NO_PYTHON, { reason: { code: 'no_python' } });
    if ([...this.#active.values()].some((active) => active.of === origin.id))
      throw new AppError('busy', 'This step is being run already. Wait for it, or stop it.', {
        reason: { code: 'step_under_way' },
      });
    const sql = origin.code.language === 'sql';
    const text = sql ? JSON.stringify({ sql: input.code }) : input.code;
    const work = (call: Known, signal: AbortSignal) =>
      sql ? this.#query(call.id, origin, input.code, signal) : this.#python(call.id, origin, input.code, signal);
    return this.#begin(origin, { input: text }, work, (id) => this.#compare(id, origin));
  }

  /**
   * Another version of what a call answered, by `work`: it takes the place of one that is still under way. Answers once the
   * run is saved; the rest arrives as `steps.changed`.
   */
  begin(
    callId: CallId,
    given: Pick<Call, 'name' | 'input'>,
    work: (call: Known, signal: AbortSignal) => Promise<Outcome>,
  ): Call {
    const asked = this.#find(callId);
    const origin = asked.localOf ? this.#find(asked.localOf) : asked;
    for (const active of this.#active.values()) if (active.of === origin.id) active.stop.abort();
    return this.#begin(origin, given, work);
  }

  #begin(
    origin: Known,
    given: Pick<Call, 'input'> & { name?: string },
    work: (call: Known, signal: AbortSignal) => Promise<Outcome>,
    onEnd: (id: CallId) => void = () => undefined,
  ): Call {
    const id = CallIdSchema.parse(newId('local_'));
    this.#options.library.steps.saveCall({
      ...origin,
      id,
      ...given,
      status: 'running',
      output: null,
      outputs: [],
      ending: null,
      localOf: origin.id,
      sameOutput: null,
      startedAt: this.#options.now(),
      ms: null,
    });
    const stop = new AbortController();
    const done = this.#follow(id, stop.signal, () => work(this.#find(id), stop.signal), onEnd)
      .catch((error: unknown) => this.#publishUnsaved(id, this.#failed(error, stop.signal)))
      .finally(() => this.#active.delete(id));
    this.#active.set(id, { of: origin.id, stop, done });
    return this.#publishSaved(id);
  }

  stop(input: { callId: CallId }): Call {
    this.#active.get(input.callId)?.stop.abort();
    return this.#find(input.callId);
  }

  /** Resolves when the local run is over. */
  async finished(id: CallId): Promise<Call> {
    await this.#active.get(id)?.done;
    return this.#find(id);
  }

  /** Those an earlier process left under way are over. */
  resume(): void {
    this.#options.library.steps.endLocal();
  }

  async close(): Promise<void> {
    const active = [...this.#active.values()];
    for (const { stop } of active) stop.abort();
    await Promise.all(active.map(({ done }) => done));
  }

  async #follow(
    id: CallId,
    signal: AbortSignal,
    work: () => Promise<Outcome>,
    onEnd: (id: CallId) => void,
  ): Promise<void> {
    const began = performance.now();
    const outcome = await work().catch((error: unknown): Outcome => this.#failed(error, signal));
    const ms = performance.now() - began;
    this.#options.library.steps.saveCall({ ...this.#find(id), ...outcome, ms });
    if (outcome.status !== 'cancelled') onEnd(id);
    this.#publishSaved(id);
  }

  /** The end of a run that could not be saved is told all the same; the next start ends what is saved of it. */
  #publishUnsaved(id: CallId, outcome: Outcome): void {
    const step = this.#options.library.steps.get(this.#find(id).stepId);
    if (!step) return;
    const calls = step.calls.map((call) => (call.id === id ? { ...call, ...outcome } : call));
    this.#options.emit({ name: 'steps.changed', data: { ...step, calls } });
  }

  #failed(error: unknown, signal: AbortSignal): Outcome {
    if (!(error instanceof AppError) && !signal.aborted) this.#options.log.error({ err: error }, 'a local run failed');
    const known =
      error instanceof AppError
        ? { code: error.code, message: error.message, at: error.at, reason: error.reason }
        : { code: 'internal', message: 'Something went wrong in Assay. Run it again.' };
    const status = signal.aborted ? 'cancelled' : 'failed';
    return { status, output: JSON.stringify({ error: known }), outputs: [], ending: null };
  }

  async #query(id: CallId, { threadId }: Known, sql: string, signal: AbortSignal): Promise<Outcome> {
    const { library, tools, now } = this.#options;
    const { table, truncated } = await tools.query(threadId, sql, signal);
    signal.throwIfAborted();
    const resultId = ResultId.parse(newId('res_'));
    library.results.add({ id: resultId, callId: id, threadId, table, truncated, at: now() });
    return { status: 'completed', output: null, outputs: [], ending: null };
  }

  async #python(id: CallId, origin: Known, code: string, signal: AbortSignal): Promise<Outcome> {
    const { library, files, codeFiles, python } = this.#options;
    if (!python) throw new AppError('unavailable', NO_PYTHON, { reason: { code: 'no_python' } });
    const { threadId } = origin;
    const printed = this.#printing(id);
    const run = await python
      .run(
        threadId,
        {
          code,
          files: [...codeFiles.ofThread(threadId), ...files.madeIn(threadId)],
          runner: origin.ending?.python?.runner,
          onLogs: printed.add,
          onWaiting: (waitsFor) => this.#showWait(id, waitsFor),
        },
        signal,
      )
      .finally(printed.end);
    const outputs: CallOutput[] = [];
    for (const output of run.outputs) {
      if (output.type === 'logs') outputs.push({ type: 'logs', text: plainPrint(output.text) });
      else outputs.push({ type: 'image', fileId: (await files.keepBytes(output.name, output.bytes)).id });
    }
    for (const made of run.files) {
      const { id: fileId, bytes } = await files.keepBytes(made.name, made.bytes);
      outputs.push({ type: 'file', fileId, name: made.name, bytes });
    }
    if (run.shown) keepShown(this.#options, { id, threadId }, run.shown);
    const fresh = run.fresh && library.steps.followsPython(origin.id);
    const ending: CodeEnding = {
      ended: run.ended,
      fresh,
      error: run.error && errorOf(run.error),
      missing: run.missing,
      ...(run.python ? { python: run.python } : {}),
      ...(run.missingGlyphs ? { missingGlyphs: run.missingGlyphs } : {}),
    };
    return { status: STATUS[run.ended] ?? 'failed', output: null, outputs, ending };
  }

  /** What it waits for, shown meanwhile. */
  #showWait(id: CallId, waitsFor: CodeWait | null): void {
    try {
      this.#options.library.steps.saveCall({ ...this.#find(id), waitsFor });
      this.#publishSaved(id);
    } catch (error) {
      this.#options.log.warn({ err: error }, 'what code waits for could not be saved');
    }
  }

  /** Text as it is printed, shown while the code runs. */
  #printing(id: CallId) {
    let text = '';
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = () => {
      timer = null;
      try {
        this.#options.library.steps.saveCall({ ...this.#find(id), outputs: stillPrinting(text) });
        this.#publishSaved(id);
      } catch (error) {
        this.#options.log.warn({ err: error }, 'what code printed could not be saved yet');
      }
    };
    return {
      add: (more: string) => {
        text += more;
        timer ??= setTimeout(show, FRAME_MS);
      },
      end: () => {
        if (timer) clearTimeout(timer);
      },
    };
  }

  #compare(id: CallId, origin: Known): void {
    const { library } = this.#options;
    const same = sameOutput(library, origin, this.#find(id));
    library.steps.saveCall({ ...this.#find(id), sameOutput: same });
  }

  #publishSaved(id: CallId): Call {
    const call = this.#find(id);
    const step = this.#options.library.steps.get(call.stepId);
    if (step) this.#options.emit({ name: 'steps.changed', data: step });
    const { runId: _run, threadId: _thread, ...shown } = call;
    return shown;
  }

  #find(id: CallId): Known {
    const call = this.#options.library.steps.call(id);
    if (!call) throw new AppError('not_found', 'This step is no longer kept.');
    return call;
  }
}

/** Its traceback is among the outputs. */
const errorOf = ({ type, message, at }: NonNullable<CodeEnding['error']>) => ({ type, message, ...(at ? { at } : {}) });

const STATUS: Partial<Record<CodeResult['ended'], Call['status']>> = { done: 'completed', cancelled: 'cancelled' };
