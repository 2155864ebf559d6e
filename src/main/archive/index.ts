export { ArchiveError, UnpackBudget } from './budget';
export { writeZip, type ZipContent, type ZippedFile } from './write-zip';
export { type Archive, openArchive } from './zip';
