import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DocumentId, FileId, StoredFile, ThreadId } from '#contract';
import { isAttachedAsDocument } from '#contract/document-kinds';
import { keys, useClient } from '../../bridge';
import { tellFailure, useWords } from '../../ui';

/** The documents of a message that has not been sent. `ids` and `setIds` are the draft's, so that a reload keeps them. */
export function useDocumentDraft(ids: DocumentId[], setIds: (change: (ids: DocumentId[]) => DocumentId[]) => void) {
  const { ui } = useWords();
  const client = useClient();
  const documents = useQueries({
    queries: ids.map((documentId) => ({
      queryKey: keys.document(documentId),
      queryFn: () => client.documents.get({ documentId }),
    })),
  }).flatMap((query) => query.data ?? []);
  const attach = useCallback(
    async (fileId: FileId) => {
      const { id } = await client.documents.add({ fileId });
      setIds((known) => [...known, id]);
    },
    [client, setIds],
  );
  /** Takes a file that is a document; others are for others. */
  const take = useCallback(
    async (file: StoredFile) => {
      if (!isAttachedAsDocument(file.name)) return false;
      await attach(file.id);
      return true;
    },
    [attach],
  );
  return {
    documents,
    /** What cannot be read cannot be asked about, and is not sent along. */
    readyIds: documents.filter((one) => one.status === 'ready').map((one) => one.id),
    busy: documents.some((one) => one.status === 'reading'),
    take,
    /** Attaches a kept file, unless it is attached already. */
    addKept: (fileId: FileId) => {
      if (documents.some((one) => one.fileId === fileId)) return;
      attach(fileId).catch((error: unknown) => tellFailure(ui.documents.notAttached, error));
    },
    remove: (id: DocumentId) => setIds((known) => known.filter((one) => one !== id)),
    retry: (documentId: DocumentId) => {
      client.documents.retry({ documentId }).catch((error: unknown) => tellFailure(ui.documents.notReadAgain, error));
    },
  };
}

export function useThreadDocuments(threadId: ThreadId | null) {
  const client = useClient();
  return useQuery({
    queryKey: threadId ? keys.documentsOf(threadId) : ['documents', 'of', 'none'],
    queryFn: () => (threadId ? client.documents.ofThread({ threadId }) : []),
    enabled: threadId !== null,
  });
}
