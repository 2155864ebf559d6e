import { Checkbox } from '@mantine/core';
import type { Abilities, ReasoningEffort } from '#contract';
import { Field, REASONING_EFFORTS, Select, useWords } from '../../ui';
import styles from './Models.module.css';

const YES_OR_NO = ['vision', 'tools', 'parallelCalls', 'structuredOutput'] as const;

/** What a model can or cannot do; null is "not known". */
export type AbilityChoices = Pick<Abilities, (typeof YES_OR_NO)[number] | 'efforts'>;

interface AbilityFieldsProps {
  value: AbilityChoices;
  onChange(value: AbilityChoices): void;
}

export function AbilityFields({ value, onChange }: AbilityFieldsProps) {
  const { ability } = useWords();
  return (
    <>
      <div className={styles.editFields}>
        {YES_OR_NO.map((name) => (
          <Field key={name} label={ability[name]()}>
            {(id) => (
              <Select
                id={id}
                value={String(value[name])}
                onChange={({ target }) =>
                  onChange({ ...value, [name]: target.value === 'null' ? null : target.value === 'true' })
                }
              >
                <option value="null">{ability.unknown()}</option>
                <option value="true">{ability.yes()}</option>
                <option value="false">{ability.no()}</option>
              </Select>
            )}
          </Field>
        ))}
      </div>
      <EffortFields value={value.efforts} onChange={(efforts) => onChange({ ...value, efforts })} />
    </>
  );
}

interface EffortFieldsProps {
  value: Abilities['efforts'];
  onChange(value: Abilities['efforts']): void;
}

function EffortFields({ value, onChange }: EffortFieldsProps) {
  const { ability } = useWords();
  const set = (effort: ReasoningEffort, has: boolean) => {
    const ticked = REASONING_EFFORTS.filter((other) => (other === effort ? has : value?.includes(other)));
    onChange(ticked.length === 0 ? null : ticked);
  };
  return (
    <fieldset className={styles.efforts}>
      <legend>{ability.efforts()}</legend>
      <div className={styles.effortList}>
        {REASONING_EFFORTS.map((effort) => (
          <Checkbox
            key={effort}
            size="xs"
            label={effort}
            checked={value?.includes(effort) ?? false}
            onChange={(event) => set(effort, event.currentTarget.checked)}
          />
        ))}
      </div>
      <p className={styles.muted}>{ability.effortsMeaning()}</p>
    </fieldset>
  );
}
