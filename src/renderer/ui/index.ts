export { Button, type ButtonProps } from './Button';
export { Code } from './Code';
export { DataTable } from './DataTable';
export { Failure, messageOf } from './Failure';
export * from './format';
export { commandKey, hasCommand, shortcutText } from './keys';
export { Note } from './Note';
export { Progress } from './Progress';
export { Skeleton } from './Skeleton';
