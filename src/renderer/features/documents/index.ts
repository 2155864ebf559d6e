export { DocumentCard } from './DocumentCard';
export { DocumentPreview } from './DocumentPreview';
export { Sources } from './Sources';
export { useDocumentDraft, useThreadDocuments } from './use-documents';
