import type { UiWords } from '../../english/ui';

export const keys: UiWords['keys'] = {
  control: 'Strg',
  alt: 'Alt',
  shift: 'Umschalt',
  enter: 'Eingabe',
  escape: 'Esc',
  delete: 'Entf',
};
