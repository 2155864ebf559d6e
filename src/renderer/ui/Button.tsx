import { useMergedRef } from '@mantine/hooks';
import { type ButtonHTMLAttributes, type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the one thing to do next; `quiet` has no frame until it is pointed at. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'small' | 'normal';
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'normal', icon, children, className, ref, ...rest }: ButtonProps) {
  const button = useFocusKept(rest.disabled ?? false);
  const merged = useMergedRef(button, ref);
  const classes = [
    styles.button,
    styles[look],
    size === 'small' ? styles.small : '',
    children ? '' : styles.bare,
    className ?? '',
  ];
  return (
    <button ref={merged} type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A button that is switched off loses the focus; whoever pressed it finds it there again when it is on. */
function useFocusKept(off: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (off) had.current = focused === button.current;
    else if (had.current) {
      had.current = false;
      if (focused === document.body) button.current?.focus({ preventScroll: true });
    }
  }, [off]);
  return button;
}
