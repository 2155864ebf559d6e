export { DocumentCard } from './DocumentCard';
export { useDocumentDraft, useThreadDocuments } from './use-documents';
