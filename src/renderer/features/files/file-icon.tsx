import { File, FileText, Image, Table2 } from 'lucide-react';
import { documentKindOf } from '#contract/document-kinds';

const DATA = /\.(?:csv|tsv|parquet|xlsx|json|jsonl|ndjson)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg)$/i;

export const isDataFile = (name: string): boolean => DATA.test(name);

/** What kind of file it is, by the ending of its name. */
export function FileIcon({ name }: { name: string }) {
  const Icon = DATA.test(name) ? Table2 : PICTURE.test(name) ? Image : documentKindOf(name) ? FileText : File;
  return <Icon size={14} aria-hidden="true" />;
}
