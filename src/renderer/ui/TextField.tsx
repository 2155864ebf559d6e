import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';
import styles from './TextField.module.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'ref'> {
  label: string;
  /** Below the field: what it is for. */
  hint?: ReactNode;
  /** Takes the place of the hint. */
  problem?: string | null;
  ref?: Ref<HTMLInputElement>;
}

/** A line of text with its name above and what it is for below. */
export function TextField({ label, hint, problem = null, ...input }: TextFieldProps) {
  const id = useId();
  const about = problem ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={styles.input}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={about ? `${id}-about` : undefined}
      />
      {about && (
        <p id={`${id}-about`} className={problem === null ? styles.hint : styles.problem}>
          {about}
        </p>
      )}
    </div>
  );
}

/** The same frame around a choice or a longer text; `children` is given the id that ties it to its name. */
export function Field({ label, hint, children }: { label: string; hint?: ReactNode; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
