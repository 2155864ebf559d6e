export { ApiAccess } from './ApiAccess';
