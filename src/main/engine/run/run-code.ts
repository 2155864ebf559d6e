import { codeEndedWords, type Words } from '#words';
import type { Log } from '../../log';
import { unlessAborted } from '../../until-aborted';
import { seconds } from '../clock';
import type {
  Clock,
  CodeEnding,
  CodeFile,
  CodeResult,
  CodeRunner,
  CodeWait,
  HostedCode,
  PythonRunnerKind,
  WordedEnding,
} from '../ports';
import type { Store } from '../store';
import type { FileBytes } from '../store/file-bytes';
import { newId } from '../store/ids';
import type { CodeToolCall, FileRecord, RunRecord } from '../store/records';
import { type MountedFile, mountedFiles } from './resources';

export interface CodeTools {
  store: Store;
  clock: Clock;
  bytes: FileBytes;
  codeRunner: CodeRunner | null;
  words: Words;
  log: Log;
}

type Output = CodeToolCall['code_interpreter']['outputs'][number];

/** In the metadata of runs and assistants: where code runs. */
const CODE_PLACE = 'assay_code';
const LARGEST_MADE = 512 * 1024 * 1024;

/** Who hears of code while it waits and runs. */
export interface CodeListener {
  onLogs(text: string): void;
  onWaiting(wait: CodeWait | null): void;
}

/**
 * Runs the call's code, keeps what it made, and puts its outputs into the call as its step shows them. Where code was cut
 * short, a line under its prints says so, as the protocol has no other place for it.
 */
export async function runCode(
  tools: CodeTools,
  run: RunRecord,
  call: CodeToolCall,
  listener: CodeListener,
  signal: AbortSignal,
): Promise<WordedEnding> {
  let printed = '';
  const onLogs = (text: string) => {
    printed += text;
    listener.onLogs(text);
  };
  const { input: code } = call.code_interpreter;
  const result = await resultOf(tools, run, { id: call.id, code }, { ...listener, onLogs }, signal).catch(
    (error: unknown) => {
      // What was printed before it was stopped stays with the step.
      if (printed !== '') call.code_interpreter.outputs = [{ type: 'logs', logs: printed }];
      throw error;
    },
  );
  return keepResult(tools, run, call, result);
}

/** Code that ran on the model's server: its outputs and files are kept like those of code that ran here. */
export function keepHostedCode(
  tools: CodeTools,
  run: RunRecord,
  call: CodeToolCall,
  { outputs, files }: HostedCode,
): Promise<WordedEnding> {
  const ending = { ended: 'done' as const, fresh: false, error: null, missing: null };
  return keepResult(tools, run, call, { ...ending, outputs, files, hosted: true });
}

async function keepResult(
  tools: CodeTools,
  run: RunRecord,
  call: CodeToolCall,
  result: CodeResult & { reason?: string },
): Promise<WordedEnding> {
  const { store, words } = tools;
  const outputs: Output[] = [];
  for (const output of result.outputs) {
    if (output.type === 'logs') outputs.push({ type: 'logs', logs: output.text });
    else outputs.push({ type: 'image', image: { file_id: (await keep(tools, output)).id } });
  }
  const files: { name: string; fileId: string }[] = [];
  for (const made of result.files) files.push({ name: made.name, fileId: (await keep(tools, made)).id });
  if (result.reason !== undefined) outputs.push({ type: 'logs', logs: `${result.reason}\n` });
  const note = codeEndedWords(words, result.ended);
  if (note !== null) outputs.push({ type: 'logs', logs: note });
  const { ended, error, missing, python, missingGlyphs } = result;
  const ending = store.transaction((): WordedEnding => {
    const number = store.toolResults.next(run.thread_id, 'code_interpreter');
    const of = { id: call.id, thread_id: run.thread_id, kind: 'code_interpreter' as const, number };
    const kept = {
      ended,
      fresh: result.fresh && number > 0,
      error: error && onlyError(error),
      missing,
      worded: note !== null,
      ...(result.hosted ? { hosted: true as const } : {}),
      ...(python ? { python } : {}),
      ...(missingGlyphs ? { missingGlyphs } : {}),
    };
    store.toolResults.insert({ ...of, files, ...kept });
    return kept;
  });
  call.code_interpreter.outputs = outputs;
  return ending;
}

/** Runners may add to it. */
const onlyError = ({ type, message, at }: NonNullable<CodeEnding['error']>) => ({
  type,
  message,
  ...(at ? { at } : {}),
});

async function resultOf(
  { store, bytes, codeRunner, log }: CodeTools,
  run: RunRecord,
  { id, code }: { id: string; code: string },
  listener: CodeListener,
  signal: AbortSignal,
): Promise<CodeResult & { reason?: string }> {
  const unavailable: CodeResult = {
    outputs: [],
    files: [],
    ended: 'unavailable',
    fresh: false,
    error: null,
    missing: null,
  };
  if (!codeRunner) return unavailable;
  const files = mountedFiles(store, run).map((mounted) => codeFile(bytes, mounted));
  const runner = runnerOf(store, run);
  try {
    return await unlessAborted(
      codeRunner.run(run.thread_id, { call: id, code, files, runner, ...listener }, signal),
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    log.error({ err: error, runId: run.id }, 'code could not be run');
    // What the app's own errors say is worded for people; anything else is not.
    if (!(error instanceof Error) || error.name !== 'AppError') return unavailable;
    return { ...unavailable, reason: error.message };
  }
}

/** As the run asks for it, else its assistant. */
function runnerOf(store: Store, { metadata, assistant_id: id }: RunRecord): PythonRunnerKind {
  const asked = metadata[CODE_PLACE] ?? store.assistants.get(id)?.metadata[CODE_PLACE];
  return asked === 'own' ? 'own' : 'built_in';
}

function codeFile(bytes: FileBytes, { name, file, made }: MountedFile): CodeFile {
  return {
    name,
    made,
    size: file.bytes,
    fileId: file.id,
    path: bytes.path(file.blob_key),
    content: file.blob_key,
    async *read() {
      yield* (await bytes.read(file.blob_key)).stream;
    },
  };
}

function keep({ store, clock, bytes }: CodeTools, made: { name: string; bytes: Uint8Array }): Promise<FileRecord> {
  const chunks = async function* () {
    yield made.bytes;
  };
  return bytes.keep(chunks(), LARGEST_MADE, async ({ key, size }) => {
    const record: FileRecord = {
      id: newId('file-'),
      created_at: seconds(clock),
      expires_at: null,
      filename: made.name.split('/').at(-1) || 'file',
      purpose: 'assistants_output',
      bytes: size,
      blob_key: key,
    };
    return store.transaction(() => store.files.insert(record));
  });
}
