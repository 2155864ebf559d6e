import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FileChartColumn, FilePlus2, Pin } from 'lucide-react';
import { useState } from 'react';
import type { PinTarget, ReportId } from '#contract';
import { useClient } from '../../bridge';
import { Button, tellFailure, UNCOPIED, useWords } from '../../ui';
import { useReports } from './use-reports';

/** Of the reports that were changed last. */
const SHOWN = 8;

interface PinMenuProps {
  target: PinTarget;
  /** What is pinned, where it is not what the button stands at. */
  label?: string;
}

/** Pins something to one of the last reports, or to a new one. */
export function PinMenu({ target, label }: PinMenuProps) {
  const { ui } = useWords();
  const words = ui.reports;
  const client = useClient();
  const [open, setOpen] = useState(false);
  const { data: reports = [] } = useReports(open);
  const pin = async (reportId: ReportId | null) => {
    try {
      const block = await client.reports.pin({ reportId, target });
      const { title } = await client.reports.get({ reportId: block.reportId });
      notifications.show({ message: words.pinned(title) });
    } catch (error) {
      tellFailure(words.notPinned, error);
    }
  };
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-start" width={260} hideDetached={false} withinPortal>
      <Menu.Target>
        <Button
          look="quiet"
          size="small"
          icon={<Pin size={13} />}
          aria-label={label ?? words.pin}
          title={label ?? words.pin}
          {...UNCOPIED}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label ?? words.pin}</Menu.Label>
        {reports.slice(0, SHOWN).map(({ id, title }) => (
          <Menu.Item key={id} leftSection={<FileChartColumn size={14} />} onClick={() => void pin(id)}>
            {title}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<FilePlus2 size={14} />} onClick={() => void pin(null)}>
          {words.newReport}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
