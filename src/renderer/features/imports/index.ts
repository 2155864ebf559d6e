export { ImportSection } from './ImportSection';
export { useImportOffer } from './use-import-offer';
export { useImportBeginning } from './use-imports';
