/** Finds words in a document whose reader has broken its lines elsewhere, as the window does. */
export { findLoosely } from '#contract/quotes';
