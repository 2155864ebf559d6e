import { FileCode, FileSpreadsheet, FileText, Globe, Presentation } from 'lucide-react';
import type { DocumentKind } from '#contract';
import styles from './Documents.module.css';

const ICONS: Partial<Record<DocumentKind, typeof FileText>> = {
  xlsx: FileSpreadsheet,
  pptx: Presentation,
  html: Globe,
  code: FileCode,
};

export function KindIcon({ kind }: { kind: DocumentKind }) {
  const Icon = ICONS[kind] ?? FileText;
  return <Icon size={16} aria-hidden="true" className={styles.icon} />;
}
