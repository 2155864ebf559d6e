import { useMutation } from '@tanstack/react-query';
import { Pencil, Play, X } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Call, CodeRange } from '#contract';
import type { Words } from '#words';
import { useClient } from '../../bridge';
import { Button, Code, CopyButton, Failure, prettyCode, useWords } from '../../ui';
import { CodeEditor, type CodeEditorHandle } from './editor/CodeEditor';
import type { CodeProblem } from './editor/problem-mark';
import { failureOf } from './failure-of';
import { LocalRuns } from './LocalRuns';
import styles from './Runs.module.css';
import { useCodeTables } from './use-code-tables';

interface StepCodeProps {
  call: Call;
  code: NonNullable<Call['code']>;
  /** What came of running it again here, oldest first. */
  locals: readonly Call[];
  /** What the step itself came to. */
  children: ReactNode;
}

/** The code of a step, to be read, run again and edited; what comes of that stands right under it, before the history. */
export function StepCode({ call, code, locals, children }: StepCodeProps) {
  const client = useClient();
  const words = useWords();
  const shown = prettyCode(code);
  const [text, setText] = useState<string | null>(null);
  const tables = useCodeTables(text !== null);
  const edit = useRef<HTMLButtonElement>(null);
  const editor = useRef<CodeEditorHandle>(null);
  const newest = locals.at(-1);
  const problem = useMemo(() => problemOf(newest, text, words), [newest, text, words]);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (edited: string) => client.runs.runCode({ callId: call.id, code: edited }),
  });
  const waits = isPending || call.status === 'running' || locals.some(({ status }) => status === 'running');
  const run = () => {
    if (text !== null && text.trim() !== '' && !waits) mutate(text);
  };
  const close = () => {
    setText(null);
    edit.current?.focus();
  };
  const goTo = (wrong: string, at: CodeRange) => {
    if (text?.trim() === wrong) return editor.current?.goTo(at);
    setText(wrong);
    // The code is in the editor once it is drawn.
    setTimeout(() => editor.current?.goTo(at));
  };
  return (
    <>
      {text === null ? (
        <div className={styles.code}>
          <Code text={shown} language={code.language} />
        </div>
      ) : (
        <section className={styles.code} aria-label={words.work.editing()}>
          <CodeEditor
            ref={editor}
            language={code.language}
            text={text}
            label={words.work.editorLabel(code.language)}
            tables={tables}
            problem={problem}
            onText={setText}
            onRun={run}
          />
        </section>
      )}
      {call.status !== 'running' && (
        <div className={styles.actions}>
          {text === null ? (
            <Button size="small" icon={<Play size={12} />} disabled={waits} onClick={() => mutate(shown)}>
              {words.work.runAgain()}
            </Button>
          ) : (
            <Button
              size="small"
              look="primary"
              icon={<Play size={12} />}
              disabled={waits || text.trim() === ''}
              onClick={run}
            >
              {words.work.run()}
            </Button>
          )}
          <Button
            ref={edit}
            size="small"
            icon={text === null ? <Pencil size={12} /> : <X size={12} />}
            onClick={text === null ? () => setText(shown) : close}
          >
            {text === null ? words.work.edit() : words.work.close()}
          </Button>
          <CopyButton copy={text ?? shown} />
        </div>
      )}
      {error && <Failure error={error} />}
      <LocalRuns origin={call} runs={locals} onGoTo={goTo} />
      {locals.length > 0 && <p className={styles.purpose}>{words.work.whatTheStepGave()}</p>}
      {children}
    </>
  );
}

/** Where the code that stands in the editor went wrong when it was run last. */
function problemOf(newest: Call | undefined, text: string | null, words: Words): CodeProblem | null {
  if (newest?.status !== 'failed' || !newest.errorAt || newest.code?.text !== text?.trim()) return null;
  const { ending, errorAt: at } = newest;
  const raised = ending?.error && [ending.error.type, ending.error.message].filter(Boolean).join(': ');
  return { at, message: raised ?? failureOf(newest, words) ?? '' };
}
