import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from './Button';
import { tellFailure } from './tell-failure';
import { useWords } from './words';

const SAID_MS = 2_000;

interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children' | 'icon'> {
  label?: string;
  /** The text, or a way to have it copied; resolves to whether it is by now. */
  copy: string | (() => Promise<boolean>);
  /** Told instead of the analyst. */
  onFailure?(error: unknown): void;
}

/** Copies, and says for a moment that it has. */
export function CopyButton({ label, copy, onFailure, ...rest }: CopyButtonProps) {
  const { ui } = useWords();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const act = async () => {
    try {
      if (typeof copy === 'string') await navigator.clipboard.writeText(copy);
      setDone(typeof copy === 'string' || (await copy()));
    } catch (error) {
      if (onFailure) onFailure(error);
      else tellFailure(ui.common.notCopied, error);
    }
  };
  return (
    <Button size="small" icon={done ? <Check size={13} /> : <Copy size={13} />} {...rest} onClick={() => void act()}>
      <span aria-live="polite">{done ? ui.common.copied : (label ?? ui.common.copy)}</span>
    </Button>
  );
}
