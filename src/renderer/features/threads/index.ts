export { RenameField } from './RenameField';
export { ThreadList } from './ThreadList';
export { useThreadActions } from './use-thread-actions';
export { useThread, useThreads } from './use-threads';
