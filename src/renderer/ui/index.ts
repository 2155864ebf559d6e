export { AnswerTable, useAnswerTable } from './answer-table';
export { Button, type ButtonProps } from './Button';
export { Code } from './Code';
export { CopyButton } from './CopyButton';
export { type CopiedColumn, escaped, tabbed, tableHtml } from './clipboard-table';
export { COPIED, copiedAs, copiedText, UNCOPIED, useCopiedAs } from './copied-as';
export { copiedPicture } from './copied-picture';
export { DataTable } from './DataTable';
export { FactList } from './FactList';
export { Failure, messageOf } from './Failure';
export { figureText, titlesOf, withTellingDigits, withUnit } from './figure-text';
export { FILE_DRAGGED, useFileDrop } from './file-dragged';
export * from './format';
export { hasCommand, shortcutText } from './keys';
export { LeadButton } from './LeadButton';
export * from './model-facts';
export { Note } from './Note';
export { Progress } from './Progress';
export { prettyCode } from './pretty-code';
export { readableText } from './readable-text';
export {
  AnswerNames,
  AnswerTitle,
  ReadingShown,
  useAnswerNames,
  useAnswerTitle,
  useReadingShown,
} from './reading-shown';
export { Section } from './Section';
export { Select } from './Select';
export { Skeleton } from './Skeleton';
export { tellSaved } from './saved';
export { Field, TextField } from './TextField';
export { isDone, tellFailure } from './tell-failure';
export {
  type DataTarget,
  type MadeFile,
  type ResultTableProps,
  type ResultTarget,
  type SourceTarget,
  type ThreadActions,
  ThreadActionsProvider,
  useThreadActions,
} from './thread-actions';
export { undoNotification } from './undo';
export { useFocusBack } from './use-focus-back';
export { useLargeScreen } from './use-large-screen';
export { useNear, useSeen } from './use-near';
export { useWidth } from './use-width';
export { useWords, WordsProvider } from './words';
export { type Copied, writeClipboard } from './write-clipboard';
