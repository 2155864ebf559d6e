import type { Doorway } from '#contract';
import { type Bridge, drawnAs } from './bridge';
import { uploadTo } from './upload';

/** Requests and events go through the preload's doorway; bytes go by URL of the app's own scheme. */
export function electronBridge(doorway: Doorway): Bridge {
  return {
    shell: 'electron',
    request: (name, input) => doorway.request(name, input),
    subscribe: (listener, _onGap, onLink) => {
      onLink(true);
      return doorway.subscribe(listener);
    },
    upload: (file, name, options) => uploadTo(`/api/upload?name=${encodeURIComponent(name)}`, {}, file, options),
    pictureUrl: (picture) =>
      picture.kind === 'chart'
        ? `/files/chart/${picture.id}.${picture.format}?${drawnAs(picture)}`
        : `/files/file/${picture.id}`,
  };
}
