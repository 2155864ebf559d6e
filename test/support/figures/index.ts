export { type FigureCase, result } from './case';
export { COMPUTED } from './computed';
export { INVENTED } from './invented';
export { REPORTS } from './reports';
