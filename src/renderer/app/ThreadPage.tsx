import { useMutation, useQuery } from '@tanstack/react-query';
import { PanelRight } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ChartId, DocumentId, MessageId, NumberSource, RunId, ThreadId } from '#contract';
import { ATTACHED_AT_MOST, type Lead } from '#contract/conventions';
import { keys, useClient } from '../bridge';
import { ChartCard } from '../features/charts';
import { Composer, Conversation } from '../features/conversation';
import { AttachmentTray, DataLead, type DataPlace, useAttachments, useThreadDatasets } from '../features/datasets';
import { DocumentCard, type SourceTarget, useDocumentDraft, useThreadDocuments } from '../features/documents';
import { FileChip, type MadeFile } from '../features/files';
import { doingNow, type Pointed, ResultLead, useRuns } from '../features/runs';
import { RenameField, useThread, useThreadActions } from '../features/threads';
import { Button, LeadButton, shortcutText } from '../ui';
import { DropTarget } from './DropTarget';
import styles from './Layout.module.css';
import { useDraft } from './use-draft';
import { Welcome } from './Welcome';

/** What the palette can have an open thread page do. */
export interface ThreadCommands {
  attach(): void;
  rename(): void;
}

/** Where a thread leads, and how it is led to. */
export interface ThreadWays {
  onNumber(source: NumberSource): void;
  onResult(result: Pointed): void;
  onData(place: DataPlace): void;
  onSource(target: SourceTarget): void;
  onPackages(): void;
  /** A message to go to; null when there is none. */
  sought: MessageId | null;
  onFound(): void;
  commands: RefObject<ThreadCommands | null>;
  inspector: boolean;
  onToggleInspector(): void;
}

interface ThreadPageProps extends ThreadWays {
  /** Null for a thread that is about to begin. */
  threadId: ThreadId | null;
  onStarted(threadId: ThreadId): void;
  onMissing(): void;
}

const renderChart = (chartId: ChartId) => <ChartCard chartId={chartId} />;

/** A thread with its composer: the one place where questions are asked. */
export function ThreadPage({
  threadId,
  onStarted,
  onMissing,
  onNumber,
  onResult,
  onData,
  onSource,
  onPackages,
  sought,
  onFound,
  commands,
  inspector,
  onToggleInspector,
}: ThreadPageProps) {
  const client = useClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const ledTo = useRef(sought !== null);
  const [renaming, setRenaming] = useState(false);
  const { rename } = useThreadActions();
  const draft = useDraft(threadId);
  const documents = useDocumentDraft(draft.documentIds, draft.setDocumentIds);
  const attachments = useAttachments(draft.datasetIds, draft.setDatasetIds, documents.take);
  const { data: thread, error: missing } = useThread(threadId);
  const { data: known } = useThreadDatasets(threadId);
  const { data: knownDocuments } = useThreadDocuments(threadId);
  const { data: runs } = useRuns(threadId);
  const { data: asking } = useQuery({ queryKey: keys.runsPossible, queryFn: () => client.runs.possible({}) });
  const run = runs?.at(-1);
  const running = run !== undefined && run.finishedAt === null;

  const start = useMutation({
    mutationFn: () =>
      client.runs.start({
        threadId,
        prompt: draft.text,
        datasetIds: attachments.readyIds,
        documentIds: documents.readyIds,
      }),
    onSuccess: (started) => {
      draft.clear();
      if (threadId === null) onStarted(started.thread.id);
    },
  });
  const stop = useMutation({ mutationFn: async () => run && client.runs.cancel({ runId: run.id }) });
  const retry = useMutation({ mutationFn: async () => threadId && client.runs.retry({ threadId }) });

  useEffect(() => {
    // Whoever was led to a message goes on reading there.
    if (!ledTo.current) field.current?.focus();
  }, []);
  useImperativeHandle(commands, () => ({
    attach: () => chooser.current?.click(),
    rename: () => setRenaming(true),
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
  const { addKept } = attachments;
  const renderFile = useCallback(
    (file: MadeFile) => <FileChip file={file} onUse={({ fileId }) => void addKept(fileId)} />,
    [addKept],
  );
  const renderLead = useCallback(
    (lead: Lead, runId: RunId | null) => {
      if (lead.to === 'packages') return <LeadButton onClick={onPackages}>Open Python packages</LeadButton>;
      if (threadId === null) return null;
      if (lead.to === 'result') return <ResultLead threadId={threadId} runId={runId} onShow={onResult} />;
      return <DataLead threadId={threadId} lead={lead} onShow={onData} />;
    },
    [threadId, onPackages, onResult, onData],
  );
  const openDocument = useCallback(
    (documentId: DocumentId, name: string) => onSource({ documentId, name, place: null, quote: '' }),
    [onSource],
  );
  const tables = [...(known ?? []), ...attachments.datasets.filter((one) => one.status !== 'failed')];
  const attached = documents.documents.filter((one) => one.status !== 'failed');
  const names = [...tables, ...(knownDocuments ?? []), ...attached].map((one) => one.name);
  const empty =
    threadId === null && names.length === 0 && documents.documents.length === 0 && attachments.uploads.length === 0;
  return (
    <main className={styles.page}>
      <DropTarget onFiles={attachments.addFiles} />
      <header className={styles.bar}>
        {thread && renaming ? (
          <RenameField
            thread={thread}
            onRename={(title) => void rename(thread, title)}
            onDone={(byKey) => {
              setRenaming(false);
              if (byKey) field.current?.focus();
            }}
          />
        ) : (
          <h1 title={thread?.title}>{thread?.title ?? 'New thread'}</h1>
        )}
        <span className={styles.pill}>Data analyst</span>
        <span className={styles.pill}>Built-in, no network</span>
        <span className={styles.space} />
        {threadId && (
          <Button
            look="quiet"
            icon={<PanelRight size={16} />}
            aria-label="Inspector"
            aria-pressed={inspector}
            title={`Inspector (${shortcutText('mod+J')})`}
            onClick={onToggleInspector}
          />
        )}
      </header>
      {threadId ? (
        <Conversation
          threadId={threadId}
          runs={runs ?? []}
          doing={doingNow(run)}
          sought={sought}
          onFound={onFound}
          renderChart={renderChart}
          renderFile={renderFile}
          renderLead={renderLead}
          onNumber={onNumber}
          onCitation={onSource}
          onDocument={openDocument}
          onAsk={ask}
          onRetry={() => retry.mutate()}
        />
      ) : (
        <Welcome quiet={!empty} onSample={attachments.addSample} onAsk={ask} />
      )}
      <Composer
        text={draft.text}
        onText={setText}
        field={field}
        chooser={chooser}
        placeholder={
          names.length > 0
            ? `Ask about ${aboutOf(names, tables.length > 0)}, or drop another file`
            : 'Drop a CSV or a PDF, then ask about it'
        }
        tray={
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
        }
        onFiles={attachments.addFiles}
        waitingFor={waitingFor({
          off: asking?.possible === false,
          reading: attachments.busy || documents.busy,
          most: Math.max(attachments.readyIds.length, documents.readyIds.length),
          sending: start.isPending,
        })}
        running={running}
        error={start.error ?? retry.error ?? stop.error}
        onSend={() => {
          start.mutate();
          // Whoever sends with the mouse goes on writing too.
          field.current?.focus();
        }}
        onStop={() => stop.mutate()}
      />
    </main>
  );
}

/** Longer names would break the line that invites to ask. */
const NAMED_UP_TO = 40;

function aboutOf(names: readonly string[], data: boolean): string {
  const [only = ''] = names;
  if (names.length === 1 && only.length <= NAMED_UP_TO) return only;
  return data ? 'your data' : names.length === 1 ? 'your document' : 'your documents';
}

interface Sending {
  off: boolean;
  reading: boolean;
  /** Files of the kind there are most of. */
  most: number;
  sending: boolean;
}

/** Why a question cannot go out now; null when it can. */
function waitingFor({ off, reading, most, sending }: Sending): string | null {
  if (off) return 'The engine is off: all can be read, nothing asked';
  if (reading) return 'Waiting until everything attached is read';
  if (most > ATTACHED_AT_MOST)
    return `At most ${ATTACHED_AT_MOST} files go with a question: remove ${most - ATTACHED_AT_MOST}`;
  return sending ? 'Sending' : null;
}
