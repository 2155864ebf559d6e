import { Modal, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Thread } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, useWords } from '../../ui';
import styles from './Tags.module.css';
import { useThreadCommands } from './use-thread-commands';

const AT_MOST = 20;
const LONGEST = 40;

export function useTags() {
  const client = useClient();
  return useQuery({ queryKey: keys.tags, queryFn: () => client.threads.tags({}) });
}

/** The tags of a thread, in a dialog: written, or chosen from those that others have. */
export function TagsField({ thread, onClose }: { thread: Thread; onClose(): void }) {
  const { threads: words } = useWords();
  const { setTags } = useThreadCommands();
  const { data: known = [] } = useTags();
  const [tags, setOwn] = useState(thread.tags);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.tagsOf(thread.title)}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': words.close() }}
    >
      <TagsInput
        data-autofocus=""
        label={words.tags()}
        description={words.tagsHint()}
        value={tags}
        maxTags={AT_MOST}
        data={known.map(({ tag }) => tag)}
        // An empty list that is open would take the key that closes the dialog.
        openOnFocus={known.length > 0}
        onChange={(next) => setOwn(next.map((tag) => tag.trim().slice(0, LONGEST)).filter(Boolean))}
        comboboxProps={{ withinPortal: true }}
      />
      <div className={styles.actions}>
        <Button onClick={onClose}>{words.cancel()}</Button>
        <Button
          look="primary"
          onClick={() => {
            onClose();
            void setTags(thread.id, tags);
          }}
        >
          {words.saveTags()}
        </Button>
      </div>
    </Modal>
  );
}
