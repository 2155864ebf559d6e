export * from './evidence';
export * from './thread-export';
