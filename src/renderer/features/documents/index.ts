export { DocumentCard } from './DocumentCard';
export { Sources } from './Sources';
export { useDocumentDraft, useThreadDocuments } from './use-documents';
