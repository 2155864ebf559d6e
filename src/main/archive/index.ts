export { ArchiveError, UnpackBudget } from './budget';
export { type Archive, openArchive } from './zip';
