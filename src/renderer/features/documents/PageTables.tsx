import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Table2 } from 'lucide-react';
import { useState } from 'react';
import type { Table } from '#contract';
import { withoutFormulas } from '#contract/formulas';
import { AppError } from '#contract/result';
import {
  contentOf,
  filledIn,
  type PlacedTable,
  placedTables,
  type ReadTable,
  rulesOf,
  tablesAcross,
} from '../../../main/engine/retrieval/reader/layout';
import { useBridge } from '../../bridge';
import { Button, DataTable, Failure, Note, Skeleton, tellFailure, useThreadActions, useWords } from '../../ui';
import { type Pdf, pdfJs } from './pdf';
import styles from './Source.module.css';

interface PageTablesProps {
  pdf: Pdf;
  /** Of the document. */
  name: string;
  /** 1-based. */
  page: number;
}

/** The tables of a page: looked for when they are asked for, to be taken as data. */
export function PageTables(props: PageTablesProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-label={words.document.tables()}
        title={words.document.tables()}
        icon={<Table2 size={14} />}
        onClick={() => setOpen(true)}
      />
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={words.document.tablesOf(props.name, props.page)}
        size="xl"
        closeButtonProps={{ 'aria-label': words.ui.common.close }}
      >
        <Tables {...props} onTaken={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Tables({ pdf, name, page, onTaken }: PageTablesProps & { onTaken(): void }) {
  const words = useWords();
  const { attach } = useThreadActions();
  const bridge = useBridge();
  const { data, error } = useQuery({
    queryKey: ['page-tables', pdf.fingerprints[0], page],
    queryFn: () => readTables(pdf, page),
    retry: false,
    gcTime: 0,
  });
  const take = async ({ rows, first }: ReadTable, number: number) => {
    const file = `${name.replace(/\.pdf$/i, '')}, page ${first}, table ${number}.csv`;
    const uploaded = await bridge.upload(new Blob([csvOf(rows)], { type: 'text/csv' }), file, {});
    if (!uploaded.ok) return tellFailure(words.document.notTaken(), AppError.from(uploaded.error));
    attach?.(uploaded.value.id);
    onTaken();
  };
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton label={words.document.tables()} widths={[70, 100, 95]} />;
  if (data.length === 0) return <Note tone="info">{words.document.noTables()}</Note>;
  return data.map((table, index) => (
    <section key={index} className={styles.pageTable} aria-label={words.document.table(index + 1)}>
      {table.first < table.last && <p>{words.document.tablePages(index + 1, table.first, table.last)}</p>}
      <DataTable table={shownAs(table.rows)} label={words.document.table(index + 1)} maxHeight={280} />
      {attach && (
        <Button size="small" onClick={() => void take(table, index + 1)}>
          {words.document.takeAsData()}
        </Button>
      )}
    </section>
  ));
}

async function readTables(pdf: Pdf, page: number): Promise<ReadTable[]> {
  const { OPS } = await pdfJs();
  const read = async (number: number): Promise<PlacedTable[]> => {
    const shown = await pdf.getPage(number);
    const viewport = shown.getViewport({ scale: 1 });
    const content = contentOf(await shown.getTextContent(), viewport, await filledIn(shown));
    return placedTables(content, rulesOf({ list: await shown.getOperatorList(), OPS }, viewport.transform));
  };
  return tablesAcross(read, { page, pages: pdf.numPages });
}

/** Its first row as heads of its columns. */
function shownAs([head = [], ...rows]: ReadTable['rows']): Table {
  return { columns: head.map((name) => ({ name, type: 'text' as const })), rows };
}

/** As it stands on the page, but for formulas: what its values are is found out where data is read. */
const csvOf = (table: ReadTable['rows']): string =>
  table.map((row) => row.map((cell) => `"${withoutFormulas(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n');
