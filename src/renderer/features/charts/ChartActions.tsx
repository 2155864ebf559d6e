import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Copy, Download } from 'lucide-react';
import type { ChartId } from '#contract';
import { currentLocale } from '#words';
import { useBridge, useClient } from '../../bridge';
import { Button, tellSaved, useThreadActions, useWords } from '../../ui';

/** The ways to take a chart along. */
export function ChartActions({ chartId, theme }: { chartId: ChartId; theme: 'light' | 'dark' }) {
  const { ui } = useWords();
  const client = useClient();
  const bridge = useBridge();
  const { Pin } = useThreadActions();
  const save = (format: 'png' | 'svg' | 'csv') => tellSaved(client.charts.save({ chartId, format }));
  const copy = async () => {
    try {
      const picture = fetch(
        bridge.pictureUrl({ kind: 'chart', id: chartId, format: 'png', theme, locale: currentLocale() }),
      ).then((response) => response.blob());
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      notifications.show({ message: ui.charts.copiedAsPicture });
    } catch {
      notifications.show({
        color: 'red',
        title: ui.common.notCopied,
        message: ui.charts.clipboardFailed,
      });
    }
  };
  return (
    <>
      <Pin target={{ kind: 'chart', chartId }} label={ui.charts.pinChart} />
      <Button look="quiet" size="small" icon={<Copy size={13} />} onClick={() => void copy()}>
        {ui.common.copy}
      </Button>
      <Menu position="bottom-end" width={150}>
        <Menu.Target>
          <Button look="quiet" size="small" icon={<Download size={13} />}>
            {ui.common.save}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('png')}>{ui.charts.asPicture}</Menu.Item>
          <Menu.Item onClick={() => void save('svg')}>{ui.charts.asDrawing}</Menu.Item>
          <Menu.Item onClick={() => void save('csv')}>{ui.charts.asData}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
