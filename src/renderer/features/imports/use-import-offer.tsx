import { modals } from '@mantine/modals';
import { useWords } from '../../ui';
import { looksLikeThreads } from './importable';

interface Offered {
  onImport(file: File): void;
  onAttach(files: Iterable<File>): void;
}

/** Files that were dropped: one that holds threads is offered to be imported, as it would make poor data. */
export function useImportOffer() {
  const { imports: words } = useWords().ui;
  return async (dropped: Iterable<File>, { onImport, onAttach }: Offered): Promise<void> => {
    // The list that a drop hands over is emptied when its event is over.
    const files = [...dropped];
    const [file] = files;
    const isOffer = file !== undefined && files.length === 1 && (await looksLikeThreads(file).catch(() => false));
    if (!isOffer) return onAttach(files);
    modals.openConfirmModal({
      title: words.offerTitle,
      children: words.offer(file.name),
      labels: { confirm: words.offerImport, cancel: words.offerAttach },
      onConfirm: () => onImport(file),
      onCancel: () => onAttach(files),
    });
  };
}
