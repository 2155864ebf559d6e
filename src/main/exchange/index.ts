export * from './thread-export';
