import { Menu } from '@mantine/core';
import { Bot, ChevronDown } from 'lucide-react';
import type { AssistantId } from '#contract';
import { useWords } from '../../ui';
import styles from './Assistants.module.css';
import { titleOf } from './title-of';
import { useAssistants } from './use-assistants';

interface AssistantPickerProps {
  /** Null for the app's own. */
  value: AssistantId | null;
  onChoose(assistantId: AssistantId | null): void;
  onOpenPage(): void;
}

/** Which assistant answers in a thread, and the way to have another from the next question on. */
export function AssistantPicker({ value, onChoose, onOpenPage }: AssistantPickerProps) {
  const { ui } = useWords();
  const { data: assistants = [] } = useAssistants();
  const isChosen = (id: AssistantId, own: boolean) => (value === null ? own : id === value);
  const chosen = assistants.find(({ id, own }) => isChosen(id, own));
  const name =
    value === null ? ui.assistants.dataAnalyst : chosen ? titleOf(chosen, ui.assistants) : ui.assistants.assistant;
  return (
    <Menu position="bottom-start" width={280} hideDetached={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.picker}
          aria-label={ui.assistants.assistantIs(name)}
          title={chosen?.description ?? name}
        >
          <span>{name}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        <Menu.Label>{ui.assistants.ofThisThread}</Menu.Label>
        {assistants.map(({ id, name: given, description, own }) => (
          <Menu.RadioItem
            key={id}
            value={id}
            checked={isChosen(id, own)}
            closeMenuOnClick
            onChange={() => onChoose(own ? null : id)}
          >
            {titleOf({ name: given, own }, ui.assistants)}
            {description && <span className={styles.meaning}>{description}</span>}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Bot size={14} />} onClick={onOpenPage}>
          {ui.assistants.manage}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
