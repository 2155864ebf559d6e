import { ArrowRight, CircleAlert, CircleCheck, CircleHelp, Info } from 'lucide-react';
import type { DatasetId, FindingWeight, ReplacementCheck, RerunGate } from '#contract';
import { rerunFactWords } from '#words';
import { Select, useWords } from '../../ui';
import styles from './Reruns.module.css';

const WEIGHTS: readonly FindingWeight[] = ['stops', 'asks', 'tells'];
const ICONS = { stops: CircleAlert, asks: CircleHelp, tells: Info };

type Map = (datasetId: DatasetId, column: string, now: string | null) => void;

/** How the files differ: what stops, what has to be confirmed, and what is good to know. */
export function GateView({ gate, onMap }: { gate: RerunGate; onMap: Map }) {
  return gate.replacements.map((replacement) => (
    <ReplacementView key={replacement.datasetId} replacement={replacement} onMap={onMap} />
  ));
}

function ReplacementView({ replacement, onMap }: { replacement: ReplacementCheck; onMap: Map }) {
  const words = useWords();
  const { reruns } = words.ui;
  const { findings, name, byName } = replacement;
  return (
    <section className={styles.gate} aria-label={reruns.differences(byName, name)}>
      <h2>{reruns.differences(byName, name)}</h2>
      <Mappings replacement={replacement} onMap={onMap} />
      {findings.length === 0 && (
        <p className={styles.alike}>
          <CircleCheck size={15} aria-hidden="true" /> {reruns.alike}
        </p>
      )}
      {WEIGHTS.map((weight) => {
        const those = findings.filter((finding) => finding.weight === weight);
        const Icon = ICONS[weight];
        return (
          those.length > 0 && (
            <div key={weight} className={styles[weight]}>
              <h3>{reruns.weights[weight]}</h3>
              <ul>
                {those.map(({ fact }) => (
                  <li key={JSON.stringify(fact)}>
                    <Icon size={14} aria-hidden="true" className={styles.finding} />
                    <span>{rerunFactWords(words, fact)}</span>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

/** For each column that is gone, which one stands for it. */
function Mappings({ replacement, onMap }: { replacement: ReplacementCheck; onMap: Map }) {
  const { ui } = useWords();
  const { mappings, free, datasetId } = replacement;
  const open = mappings.filter(({ used, now }) => used || now !== null);
  if (open.length === 0 || free.length === 0) return null;
  return (
    <div className={styles.mappings}>
      {open.map(({ column, now }) => (
        <div key={column} className={styles.mapping}>
          <span className={styles.name}>{column}</span>
          <ArrowRight size={14} aria-hidden="true" />
          <Select
            value={now ?? ''}
            onChange={(event) =>
              onMap(datasetId, column, event.currentTarget.value === '' ? null : event.currentTarget.value)
            }
            aria-label={ui.reruns.columnFor(column)}
          >
            <option value="">{ui.reruns.noColumn}</option>
            {free.map(({ name, type }) => (
              <option key={name} value={name}>
                {`${name} (${ui.datasets.types[type]})`}
              </option>
            ))}
          </Select>
        </div>
      ))}
    </div>
  );
}
