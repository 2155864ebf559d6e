export { CleanUp } from './CleanUp';
export { RenameField } from './RenameField';
export { ThreadList } from './ThreadList';
export { useThreadCommands } from './use-thread-commands';
export { useThread, useThreads } from './use-threads';
