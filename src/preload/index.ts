import { contextBridge, ipcRenderer } from 'electron';
import type { AppEvent, Doorway } from './contract';

const doorway: Doorway = {
  request: (name: string, input: unknown) => ipcRenderer.invoke('assay:request', name, input),
  subscribe: (listener: (event: AppEvent) => void) => {
    const forward = (_event: unknown, event: AppEvent) => listener(event);
    ipcRenderer.on('assay:event', forward);
    return () => ipcRenderer.off('assay:event', forward);
  },
};

contextBridge.exposeInMainWorld('assay', doorway);
