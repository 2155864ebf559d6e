/**
 * What the engine needs from outside. Everything else it brings along, so that it can run in the app, behind a
 * socket, or inside a test, unchanged.
 */

export * from './abilities';
export type * from './blobs';
export type * from './clock';
export type * from './code';
export type * from './documents';
export * from './failure';
export type * from './models';
export * from './quotes';
export { TurnSuspended } from './suspended';
export { wordsOf } from './words';
