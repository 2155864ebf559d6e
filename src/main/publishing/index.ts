export { publicationColumns } from './columns';
export type {
  Paper,
  Publication,
  PublicationBlock,
  PublicationChart,
  PublicationColumn,
  PublicationTable,
} from './publication';
