import type { Store } from '../store';
import type { RunRecord } from '../store/records';
import type { Sources } from './annotator';

/** Everything that was found and made in the run's thread may be pointed to, not only what this run did. */
export function sourcesOf(store: Store, run: RunRecord): Sources {
  return {
    cited: (search, passage) => store.toolResults.search(run.thread_id, search)?.passages[passage]?.fileId ?? null,
    made: () => store.toolResults.made(run.thread_id),
  };
}

/** Pictures that the run's code has drawn since its last message, but for some of its steps. */
export function picturesToShow(store: Store, run: RunRecord, exceptSteps: ReadonlySet<string>): string[] {
  const steps = store.steps.ofRun(run.id).filter(({ id }) => !exceptSteps.has(id));
  const last = steps.findLastIndex((step) => step.type === 'message_creation');
  return steps
    .slice(last + 1)
    .flatMap(({ step_details: details }) =>
      details.type === 'tool_calls'
        ? details.tool_calls
            .flatMap((call) => (call.type === 'code_interpreter' ? call.code_interpreter.outputs : []))
            .flatMap((output) => (output.type === 'image' ? [output.image.file_id] : []))
        : [],
    );
}
