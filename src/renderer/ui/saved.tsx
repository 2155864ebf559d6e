import { notifications } from '@mantine/notifications';
import type { Saved } from '#contract';
import { tellFailure } from './tell-failure';
import { useWords } from './words';

function SavedMessage({ name }: { name: string }) {
  return useWords().ui.common.savedAs(name);
}

function NotSaved() {
  return useWords().ui.common.notSaved;
}

/** Carries a save to its end and tells how it went. In a shell without dialogs the file comes as a download. */
export async function tellSaved(saving: Promise<Saved>): Promise<void> {
  try {
    const saved = await saving;
    if (saved.kind === 'saved') notifications.show({ message: <SavedMessage name={saved.name} /> });
    if (saved.kind === 'download') {
      const link = document.createElement('a');
      link.href = saved.url;
      link.download = saved.name;
      link.click();
    }
  } catch (error) {
    tellFailure(<NotSaved />, error);
  }
}
