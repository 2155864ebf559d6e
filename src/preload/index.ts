import { contextBridge, ipcRenderer } from 'electron';
import type { AppEvent } from './contract';

contextBridge.exposeInMainWorld('assay', {
  request: (name: string, input: unknown) => ipcRenderer.invoke('assay:request', name, input),
  subscribe: (listener: (event: AppEvent) => void) => {
    const forward = (_event: unknown, event: AppEvent) => listener(event);
    ipcRenderer.on('assay:event', forward);
    return () => ipcRenderer.off('assay:event', forward);
  },
});
