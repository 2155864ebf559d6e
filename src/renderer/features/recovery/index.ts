export { RecoveryBanner } from './RecoveryBanner';
export { RecoveryPage } from './RecoveryPage';
export { useRecovery } from './use-recovery';
