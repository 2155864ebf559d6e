export { DocumentCard } from './DocumentCard';
export { Sources } from './Sources';
export type { SourceTarget } from './target';
export { useDocumentDraft, useThreadDocuments } from './use-documents';
