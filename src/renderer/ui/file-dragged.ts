import { type DragEvent, useState } from 'react';
import type { FileId } from '#contract';

/** The type by which a file of the library is dragged into a thread; its data is the file's id. */
export const FILE_DRAGGED = 'application/x-assay-file';

/** For an element that a file of the library can be dropped on; `over` while one is held above it. */
export function useFileDrop(onDrop: (fileId: FileId) => void) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => event.dataTransfer.types.includes(FILE_DRAGGED);
  return {
    over,
    onDragOver: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!carries(event)) return;
      event.preventDefault();
      // Files of the system are for the window, files of the library for whoever they are dropped on.
      event.stopPropagation();
      onDrop(event.dataTransfer.getData(FILE_DRAGGED) as FileId);
    },
  };
}
