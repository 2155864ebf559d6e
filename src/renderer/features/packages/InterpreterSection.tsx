import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Interpreter } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Failure, Note, Section, Skeleton, useWords } from '../../ui';
import styles from './Packages.module.css';

const PATH_EXAMPLE = '/usr/bin/python3';

/** A Python of this computer, for assistants that are to use one: which, what it has, and whether it can be shut off. */
export function InterpreterSection() {
  const { ui } = useWords();
  const client = useClient();
  const cache = useQueryClient();
  const state = useQuery({ queryKey: keys.python, queryFn: () => client.python.state({}), staleTime: 0 });
  const [path, setPath] = useState('');
  const inspect = useMutation({ mutationFn: (at: string) => client.python.inspect({ path: at }) });
  const choose = useMutation({
    mutationFn: (at: string | null) => client.python.choose({ path: at }),
    onSuccess: (next) => {
      cache.setQueryData(keys.python, next);
      inspect.reset();
      setPath('');
    },
  });
  if (state.error) return <Failure error={state.error} onRetry={() => void state.refetch()} />;
  if (!state.data) return <Skeleton label={ui.packages.lookingAtPython} widths={[70, 50]} />;
  const { chosen, problem } = state.data;
  const looked = inspect.data;
  return (
    <Section title={ui.packages.ownPython}>
      <p>{ui.packages.ownMeaning}</p>
      {problem && <Note tone="warn">{ui.packages.problemOf(problem)}</Note>}
      {chosen && (
        <>
          <Described interpreter={chosen} />
          <Button look="quiet" size="small" disabled={choose.isPending} onClick={() => choose.mutate(null)}>
            {ui.packages.useNone}
          </Button>
        </>
      )}
      {!problem && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (path.trim() !== '') inspect.mutate(path.trim());
          }}
        >
          <div className={styles.planned}>
            <PathField path={path} onChange={setPath} />
            <Button type="submit" disabled={inspect.isPending || path.trim() === ''}>
              {ui.packages.lookAtIt}
            </Button>
          </div>
        </form>
      )}
      {inspect.isPending && <Skeleton label={ui.packages.startingIt} widths={[60]} />}
      {(inspect.error ?? choose.error) && <Failure error={inspect.error ?? choose.error} />}
      {looked && (
        <>
          <Described interpreter={looked} />
          {looked.problem === null && (
            <Button look="primary" disabled={choose.isPending} onClick={() => choose.mutate(looked.path)}>
              {ui.packages.useThis}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function PathField({ path, onChange }: { path: string; onChange(path: string): void }) {
  const { ui } = useWords();
  const client = useClient();
  const { data } = useQuery({
    queryKey: keys.interpreters,
    queryFn: () => client.python.interpreters({}),
    staleTime: 0,
  });
  return (
    <>
      <input
        className={styles.field}
        aria-label={ui.packages.pathOfPython}
        placeholder={PATH_EXAMPLE}
        list="interpreters"
        value={path}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id="interpreters">
        {data?.paths.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
    </>
  );
}

function Described({ interpreter: { path, version, packages, problem } }: { interpreter: Interpreter }) {
  const { ui } = useWords();
  if (problem)
    return (
      <Note tone="bad" live>
        {ui.packages.problemOf(problem)}
      </Note>
    );
  const has = packages.map((known) => `${known.name} ${known.version}`).join(', ');
  return (
    <p role="status">
      <code className={styles.place}>{path}</code>: {ui.packages.pythonWith(version ?? '', has)}
    </p>
  );
}
