/** What the window says of files, of what is deleted, and of what is kept. */
export interface LibraryWords {
  search: () => string;
  none: () => string;
  noneFound: (search: string) => string;
  /** How many there are, and how large they are together. */
  total: (files: number, size: string) => string;
  loading: () => string;
  name: () => string;
  size: () => string;
  usedIn: () => string;
  added: () => string;
  /** In how many threads. */
  threads: (count: number) => string;
  unused: () => string;
  madeByCode: () => string;
  failed: () => string;
  showMore: () => string;
  /** How many files of one name there are. */
  versions: (count: number) => string;
  versionsHead: () => string;
  /** A version that holds the same bytes as the one that is shown. */
  sameContent: () => string;
  shownVersion: () => string;
  actionsFor: (name: string) => string;
  open: () => string;
  ask: () => string;
  askTitle: (name: string) => string;
  rename: () => string;
  nameOf: (name: string) => string;
  save: (name: string) => string;
  saveShort: () => string;
  delete: () => string;
  close: () => string;
  noPreview: () => string;
  previewOf: (name: string) => string;
  columns: (rows: number, columns: number) => string;
  assistants: (names: readonly string[]) => string;
  deletedThread: (title: string) => string;
  deleteTitle: (name: string) => string;
  /** What becomes of a file that is used. */
  keptByThreads: (threads: number) => string;
  lostByAssistants: (names: readonly string[]) => string;
  withThreads: (threads: number) => string;
  cancel: () => string;
  deleted: (name: string) => string;
  undo: () => string;
  failedTitle: () => string;
  attached: (name: string) => string;
  dropHere: (title: string) => string;
  sizes: () => string;
  sizeOf: {
    files: () => string;
    copies: () => string;
    engineFiles: () => string;
    databases: () => string;
    backups: () => string;
  };
  sizeNote: { copies: () => string; engineFiles: () => string };
}

export interface DeletionWords {
  title: () => string;
  open: (count: number) => string;
  none: () => string;
  loading: () => string;
  /** How long what is deleted can be restored. */
  lead: () => string;
  threads: () => string;
  files: () => string;
  erasedOn: (day: string) => string;
  keptBy: (threads: number) => string;
  restore: () => string;
  restoreName: (name: string) => string;
  erase: () => string;
  eraseName: (name: string) => string;
  eraseAll: () => string;
  /** Before it is done. */
  confirmTitle: () => string;
  confirm: (threads: number, files: number, reports: number) => string;
  confirmDo: () => string;
  cancel: () => string;
  erasing: () => string;
  erased: (threads: number, files: number, reports: number) => string;
  stillUsed: (files: number) => string;
  awaited: () => string;
  failed: () => string;
  copiesTitle: () => string;
  copiesLead: (days: number) => string;
  copiesOf: { library: () => string; engine: () => string };
  copyDay: () => string;
  copyUpdate: () => string;
  setAside: (files: number, size: string) => string;
  noCopies: () => string;
  renew: () => string;
  renewing: () => string;
  renewed: () => string;
  withSetAside: () => string;
  beyond: () => string;
}

/** What the window says of tags of threads, of cleaning up, and of threads that are deleted by themselves. */
export interface ThreadWords {
  tags: () => string;
  editTags: () => string;
  tagsOf: (title: string) => string;
  tagsHint: () => string;
  saveTags: () => string;
  cancel: () => string;
  close: () => string;
  shown: () => string;
  all: () => string;
  withTag: (tag: string, count: number) => string;
  noneWithTag: () => string;
  cleanUp: () => string;
  cleanUpLead: () => string;
  notUsedFor: () => string;
  days: (count: number) => string;
  afterDays: (count: number) => string;
  loading: () => string;
  noneUnused: () => string;
  chooseAll: () => string;
  choose: (title: string) => string;
  thread: () => string;
  messages: () => string;
  ownFiles: () => string;
  lastUsed: () => string;
  files: (count: number, size: string) => string;
  withFiles: () => string;
  deleteCount: (count: number) => string;
  deletedCount: (count: number) => string;
  byThemselves: () => string;
  byThemselvesLead: () => string;
  ruleLabel: () => string;
  never: () => string;
  keepTagged: () => string;
  ruleTitle: (days: number) => string;
  /** Above the list of threads that would go now. */
  ruleLead: (count: number) => string;
  andMore: (count: number) => string;
  ruleDo: () => string;
  failed: () => string;
}
