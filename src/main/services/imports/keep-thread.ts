import type { CallOutput, Message, MessageId, Run, ThreadId } from '#contract';
import type { ServerHistory } from '../../api';
import type { ThreadAbout } from '../../exchange';
import type { Library } from '../../library';
import { citationsIn, citedBy } from '../runs/citations';
import type { RunDownloads } from '../runs/downloads';
import { hasEnded } from '../runs/run-recorder';
import { statusOf } from '../runs/step-recorder';
import { toMessage } from '../runs/streamed-message';
import { titleFrom } from '../runs/title';

type HistoryRun = ServerHistory['runs'][number];

export interface ThreadToKeep {
  id: ThreadId;
  about: ThreadAbout | null;
  history: ServerHistory;
  /** What came with messages, as it is read here. */
  attachments: ReadonlyMap<MessageId, Message['attachments']>;
}

export interface KeepOptions {
  library: Library;
  downloads: RunDownloads;
  /** Makes its attachments those of the thread, in the same piece. */
  give(): void;
}

/** Writes a thread down in one piece; what is here of it already stays. Returns how many of its messages were not. */
export async function keepThread(options: KeepOptions, thread: ThreadToKeep): Promise<number> {
  const { library, downloads } = options;
  const { history } = thread;
  const added = history.messages.filter(({ message }) => !library.messages.get(message.id));
  for (const { message } of added) await downloads.fetchAll(message);
  const outputs = new Map<string, CallOutput[]>();
  for (const run of history.runs)
    for (const { step } of run.steps)
      for (const call of step.calls) outputs.set(call.id, await downloads.outputsOf(call));
  // Where a power cut undoes it, importing again makes it again.
  library.relaxedTransaction(() => {
    addThread(library, thread);
    options.give();
    for (const run of history.runs) if (!library.runs.get(run.run.id)) keepRun(options, run, outputs);
    for (const { message, at } of added) {
      const kept = toMessage(message, undefined, downloads, at);
      const attachments = thread.attachments.get(message.id) ?? [];
      library.messages.save({ ...kept, attachments, citations: citationsIn(kept.parts, citedBy(message, library)) });
    }
    if (added.length > 0) library.threads.touch(thread.id, history.messages.at(-1)?.at ?? 0);
  });
  return added.length;
}

function addThread(library: Library, { id, about, history }: ThreadToKeep): void {
  // One that was deleted comes back.
  library.threads.unhide(id);
  if (library.threads.get(id)) return;
  const [first] = history.messages;
  const firstText = first?.message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n') ?? '';
  // A title may be as long as its writer wished, and is cut as one given here.
  const title = about?.title.trim().slice(0, 200) || titleFrom(firstText.slice(0, 10_000));
  library.threads.add({ id, title, at: first?.at ?? 0 });
  if (!about) return;
  if (about.pinned) library.threads.pin(id, true);
  if (about.archived) library.threads.archive(id, true);
  const tags = about.tags.map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== '');
  library.threads.setTags(id, tags.slice(0, 20));
}

function keepRun(
  { library }: Pick<KeepOptions, 'library'>,
  { run, createdAt, startedAt, endedAt, steps }: HistoryRun,
  outputs: ReadonlyMap<string, CallOutput[]>,
): void {
  const { id, threadId, status, model, origin, ending, usage } = run;
  const finishedAt = hasEnded(status) ? (endedAt ?? startedAt ?? createdAt) : createdAt;
  const keptRun: Run = { id, threadId, status, model, ...origin, ending, usage, createdAt, startedAt, finishedAt };
  library.runs.save(keptRun);
  for (const { step, at, ms: between } of steps) {
    // Told in whole seconds, of which none says nothing.
    const ms = between || null;
    library.steps.save({ ...step, startedAt: at, ms });
    for (const call of step.calls) {
      const { found: passages, waitsFor: _, ...kept } = call;
      library.steps.saveCall({
        ...kept,
        ...{ stepId: step.id, runId: id, threadId, outputs: outputs.get(call.id) ?? [], startedAt: at, ms },
        status: statusOf(call, step.status),
      });
      if (passages.length > 0) library.passages.save({ id: call.id, threadId }, passages);
    }
  }
}
