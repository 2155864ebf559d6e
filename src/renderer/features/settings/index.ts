export { SettingsPage } from './SettingsPage';
export { useSettings } from './use-settings';
