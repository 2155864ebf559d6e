import { SlidersHorizontal } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { FileId, Message, MessageId, Run, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import { AssistantPicker } from '../features/assistants';
import { Composer, Conversation, useBranch, useRecall } from '../features/conversation';
import { AttachmentTray, useAttachments, useThreadDatasets } from '../features/datasets';
import { DocumentCard, useDocumentDraft, useThreadDocuments } from '../features/documents';
import { useImportOffer } from '../features/imports';
import { SentTotal } from '../features/ledger';
import { AnsweringNow, BoundaryPicker, ModelNotes, ModelPicker, useChoices } from '../features/models';
import { Explore } from '../features/query';
import { doingNow } from '../features/runs';
import { useThread } from '../features/threads';
import { BudgetNote } from '../features/usage';
import { Button, Failure, ThreadActionsProvider, useWords } from '../ui';
import { invitation, whyNotSendable } from './composer-texts';
import { DropTarget } from './DropTarget';
import styles from './Layout.module.css';
import { ThreadHeader } from './ThreadHeader';
import { useDraft } from './use-draft';
import { useThreadRuns } from './use-thread-runs';
import { Welcome } from './Welcome';

/** What the palette can have an open thread page do. */
export interface ThreadCommands {
  attach(): void;
  /** A file that is kept already, as data. */
  attachKept(fileId: FileId): void;
  rename(): void;
  /** Puts a question together by hand, of a table; of the last one where none is named. */
  explore(table: string | null): void;
}

/** Where in the window a thread is shown. */
export interface ThreadPlace {
  /** A message to go to; null when there is none. */
  sought: MessageId | null;
  onFound(): void;
  commands: RefObject<ThreadCommands | null>;
  inspector: boolean;
  onToggleInspector(): void;
}

interface ThreadPageProps extends ThreadPlace {
  /** Null for a thread that is about to begin. */
  threadId: ThreadId | null;
  onStarted(threadId: ThreadId): void;
  onMissing(): void;
  openAssistants(): void;
  /** A file that holds threads is to become such. */
  onImport(file: File): void;
}

const isOwnAnswer = (run: Run): boolean => run.besideOf === undefined;

/** A thread with its composer: the one place where questions are asked. */
export function ThreadPage({
  threadId,
  onStarted,
  onMissing,
  openAssistants,
  onImport,
  sought,
  onFound,
  commands,
  ...header
}: ThreadPageProps) {
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const ledTo = useRef(sought !== null);
  const [renaming, setRenaming] = useState(false);
  const [exploring, setExploring] = useState<{ table: string | null } | null>(null);
  const draft = useDraft(threadId);
  const documents = useDocumentDraft(draft.documentIds, draft.setDocumentIds);
  const attachments = useAttachments(draft.datasetIds, draft.setDatasetIds, documents.take);
  const { data: thread, error: unread, refetch: readAgain } = useThread(threadId);
  const missing = unread instanceof AppError && unread.code === 'not_found';
  const { data: known } = useThreadDatasets(threadId);
  const { data: knownDocuments } = useThreadDocuments(threadId);
  const choices = useChoices(threadId);
  const run = useThreadRuns(threadId, (started) => {
    draft.clear();
    branch.showNewest();
    if (threadId === null) onStarted(started);
  });
  const branch = useBranch(threadId, run.runs);
  const recall = useRecall(branch.tree.questions, draft.text, draft.setText);

  useEffect(() => {
    // Whoever was led to a message goes on reading there.
    if (!ledTo.current) field.current?.focus();
  }, []);
  useImperativeHandle(commands, () => ({
    attach: () => chooser.current?.click(),
    attachKept: (fileId) => void attachments.addKept(fileId),
    rename: () => setRenaming(true),
    explore: (table) => setExploring({ table }),
  }));
  useEffect(() => {
    if (missing) onMissing();
  }, [missing, onMissing]);

  const { setText } = draft;
  const ask = useCallback(
    (question: string) => {
      setText(question);
      field.current?.focus();
    },
    [setText],
  );
  const { revise: start } = run;
  const { tree, showNewest } = branch;
  const revise = useCallback(
    async (question: Message, prompt: string) => {
      const ids = question.attachments;
      await start({
        prompt,
        datasetIds: ids.flatMap((one) => ('datasetId' in one ? [one.datasetId] : [])),
        documentIds: ids.flatMap((one) => ('documentId' in one ? [one.documentId] : [])),
        follows: tree.before(question.id),
      });
      showNewest();
    },
    [start, tree, showNewest],
  );
  const offerImport = useImportOffer();
  const focusField = useCallback(() => field.current?.focus(), []);
  const tables = [...(known ?? []), ...attachments.datasets.filter((one) => one.status !== 'failed')];
  const attached = documents.documents.filter((one) => one.status !== 'failed');
  const names = [...tables, ...(knownDocuments ?? []), ...attached].map((one) => one.name);
  const quiet = names.length > 0 || documents.documents.length > 0 || attachments.uploads.length > 0;
  return (
    <ThreadActionsProvider ask={ask} attach={attachments.addKept}>
      <main className={styles.page}>
        <DropTarget onFiles={(files) => void offerImport(files, { onImport, onAttach: attachments.addFiles })} />
        <ThreadHeader
          thread={thread}
          choices={choices.choices}
          assistant={
            <AssistantPicker
              value={choices.choices?.assistantId ?? null}
              onChoose={choices.setAssistant}
              onOpenPage={openAssistants}
            />
          }
          renaming={renaming}
          onRenamed={(byKey) => {
            setRenaming(false);
            if (byKey) field.current?.focus();
          }}
          sent={threadId && !header.inspector ? <SentTotal threadId={threadId} /> : null}
          inspector={threadId && header.inspector}
          onToggleInspector={header.onToggleInspector}
        />
        {threadId && unread && !thread && !missing ? (
          <div className={styles.unread}>
            <Failure error={unread} onRetry={() => void readAgain()} />
          </div>
        ) : threadId ? (
          <Conversation
            threadId={threadId}
            branch={branch}
            doing={doingNow(run.latest, words)}
            sought={sought}
            onFound={onFound}
            onRetry={(answerer) => run.retry(branch.runs.findLast(isOwnAnswer), answerer)}
            waitingFor={
              whyNotSendable({ off: run.off, reading: false, most: 0, sending: false }, words.ui.app) ??
              (run.running ? words.versions.running() : null)
            }
            onRevise={revise}
            onCompose={focusField}
          />
        ) : (
          <Welcome quiet={quiet} onSample={attachments.addSample} onAsk={ask} answering={<AnsweringNow />} />
        )}
        <Composer
          text={draft.text}
          onText={setText}
          field={field}
          chooser={chooser}
          placeholder={invitation(names, tables.length > 0, words.ui.app)}
          instead={
            tables.length > 0 &&
            !exploring && (
              <Button
                look="quiet"
                size="small"
                icon={<SlidersHorizontal size={12} />}
                title={words.ui.app.exploreMeaning}
                onClick={() => setExploring({ table: null })}
              >
                {words.ui.app.explore}
              </Button>
            )
          }
          tray={
            <>
              {exploring && (
                <Explore
                  key={exploring.table}
                  threadId={threadId}
                  datasetIds={attachments.readyIds}
                  table={exploring.table}
                  follows={branch.follows}
                  onClose={() => {
                    setExploring(null);
                    field.current?.focus();
                  }}
                  onAsked={(asked) => {
                    setExploring(null);
                    if (attachments.readyIds.length > 0) draft.clear();
                    if (threadId === null) onStarted(asked);
                    else field.current?.focus();
                  }}
                />
              )}
              <AttachmentTray
                attachments={attachments}
                onAsk={ask}
                onSearchText={documents.addKept}
                others={documents.documents.map((document) => (
                  <DocumentCard
                    key={document.id}
                    document={document}
                    onRemove={() => documents.remove(document.id)}
                    onRetry={() => documents.retry(document.id)}
                  />
                ))}
              />
            </>
          }
          model={<ModelPicker choices={choices} />}
          boundary={<BoundaryPicker choices={choices} />}
          notes={
            <>
              <ModelNotes choices={choices} />
              <BudgetNote threadId={threadId} />
            </>
          }
          onFiles={attachments.addFiles}
          waitingFor={whyNotSendable(
            {
              off: run.off,
              reading: attachments.busy || documents.busy,
              most: Math.max(attachments.readyIds.length, documents.readyIds.length),
              sending: run.starting,
            },
            words.ui.app,
          )}
          running={run.running}
          error={run.error ?? choices.error}
          onSend={() => {
            run.start({
              prompt: draft.text,
              datasetIds: attachments.readyIds,
              documentIds: documents.readyIds,
              ...(branch.follows === undefined ? {} : { follows: branch.follows }),
              ...choices.first,
            });
            // Whoever sends with the mouse goes on writing too.
            field.current?.focus();
          }}
          onStop={run.cancel}
          onRecall={recall}
        />
      </main>
    </ThreadActionsProvider>
  );
}
