import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { silentLog } from '../../../src/main/log';
import { CHROMIUM, chromiumPath } from '../../support/chromium';
import { fakeElectron } from '../../support/fake-electron';
import { needs } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';

vi.mock('electron', () => ({ ...fakeElectron, default: fakeElectron }));
const { openWindow } = await import('../../../src/main/shells/electron/window');
const { WindowPlace } = await import('../../../src/main/shells/electron/window-place');
const { systemProxies } = await import('../../../src/main/shells/electron/system-proxies');

/** Counts what comes to two ports of this computer, one of each way that calls between browsers go by. */
async function listen() {
  let heard = 0;
  const count = () => {
    heard += 1;
  };
  const udp = createSocket('udp4', count);
  const tcp = createServer(count);
  udp.bind(0, '127.0.0.1');
  tcp.listen(0, '127.0.0.1');
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  onTestFinished(() => {
    udp.close();
    tcp.close();
  });
  return { udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port, heard: () => heard };
}

/** What Chromium's own program is told to do as the window's session does. */
function flagsOfWindow(): string[] {
  openWindow({ preload: '/preload.cjs', place: new WindowPlace(tempFolder()), log: silentLog });
  const { webRtcPolicy, session } = fakeElectron.BrowserWindow.getAllWindows().at(-1)?.webContents ?? {};
  return [
    `--webrtc-ip-handling-policy=${webRtcPolicy}`,
    `--proxy-server=${session?.proxy?.proxyRules}`,
    `--proxy-bypass-list=${session?.proxy?.proxyBypassRules}`,
  ];
}

/** Calls both ports and resolves once there is nobody more to call. As text: tests are typed for Node, the page is not. */
const callBoth = (udp: number, tcp: number) => `(async () => {
  const login = { username: 'a', credential: 'b' };
  const call = new RTCPeerConnection({ iceServers: [
    { urls: 'stun:127.0.0.1:${udp}' },
    { urls: 'turn:127.0.0.1:${tcp}?transport=tcp', ...login },
  ] });
  call.createDataChannel('any');
  const gathered = new Promise((resolve) => {
    call.onicegatheringstatechange = () => call.iceGatheringState === 'complete' && resolve();
  });
  await call.setLocalDescription(await call.createOffer());
  await gathered;
})()`;

async function openBlank(flags: string[]) {
  const browser = await chromium.launch({
    executablePath: `${chromiumPath}`,
    args: ['--no-sandbox', '--disable-gpu', ...flags],
  });
  onTestFinished(() => browser.close());
  return browser.newPage();
}

describe('a call between browsers', needs(CHROMIUM), () => {
  it('goes to whom it likes in a browser that nobody set up', async () => {
    const { udp, tcp, heard } = await listen();
    const page = await openBlank([]);
    page.evaluate(callBoth(udp, tcp)).catch(() => undefined);
    await expect.poll(heard).toBeGreaterThan(1);
  });

  it('reaches nobody with what the window in Electron sets', async () => {
    const { udp, tcp, heard } = await listen();
    const page = await openBlank(flagsOfWindow());
    await page.evaluate(callBoth(udp, tcp));
    expect(heard()).toBe(0);
  });
});

it('servers of models are asked by the proxies that the system names, which the window’s own session knows nothing of', async () => {
  expect(await systemProxies()('https://models.example/v1')).toContain('PROXY proxy.example:3128');
  const [, proxy] = flagsOfWindow();
  expect(proxy).not.toContain('proxy.example');
});
