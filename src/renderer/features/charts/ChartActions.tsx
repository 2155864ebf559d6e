import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Copy, Download } from 'lucide-react';
import type { ChartId } from '#contract';
import { useBridge, useClient } from '../../bridge';
import { Button, tellSaved } from '../../ui';

/** The ways to take a chart along. */
export function ChartActions({ chartId, theme }: { chartId: ChartId; theme: 'light' | 'dark' }) {
  const client = useClient();
  const bridge = useBridge();
  const save = (format: 'png' | 'svg' | 'csv') => tellSaved(client.charts.save({ chartId, format }));
  const copy = async () => {
    try {
      const picture = fetch(bridge.pictureUrl({ kind: 'chart', id: chartId, format: 'png', theme })).then((response) =>
        response.blob(),
      );
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      notifications.show({ message: 'Copied the chart as a picture' });
    } catch {
      notifications.show({
        color: 'red',
        title: 'Not copied',
        message: 'The clipboard could not be used. Save the chart as PNG instead.',
      });
    }
  };
  return (
    <>
      <Button look="quiet" size="small" icon={<Copy size={13} />} onClick={() => void copy()}>
        Copy
      </Button>
      <Menu position="bottom-end" width={150}>
        <Menu.Target>
          <Button look="quiet" size="small" icon={<Download size={13} />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('png')}>Picture (PNG)</Menu.Item>
          <Menu.Item onClick={() => void save('svg')}>Drawing (SVG)</Menu.Item>
          <Menu.Item onClick={() => void save('csv')}>Data (CSV)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
