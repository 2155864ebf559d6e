import type { fromMarkdown } from 'mdast-util-from-markdown';

/** The tree of a Markdown text, in the types of its parser. */
export type MarkdownTree = ReturnType<typeof fromMarkdown>;
export type RootContent = MarkdownTree['children'][number];
type Of<Type extends RootContent['type']> = Extract<RootContent, { type: Type }>;
export type PhrasingContent = Of<'paragraph'>['children'][number];
export type MarkdownBlock = Of<'blockquote'>['children'][number];
export type MarkdownList = Of<'list'>;
export type MarkdownTable = Of<'table'>;
export type TableCell = MarkdownTable['children'][number]['children'][number];
