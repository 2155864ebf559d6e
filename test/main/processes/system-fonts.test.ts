import { describe, expect, it } from 'vitest';
import { chosen } from '../../../src/main/processes/system-fonts';

describe('fonts of the system for scripts that Latin faces lack', () => {
  it.each([
    [
      'Linux',
      ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'],
    ],
    ['macOS', ['/System/Library/Fonts/Hiragino Sans GB.ttc', '/System/Library/Fonts/GeezaPro.ttc']],
    ['Windows', ['C:\\Windows\\Fonts\\msyh.ttc', 'C:\\Windows\\Fonts\\segoeui.ttf']],
  ])('are found by their names on %s, each once', (_system, paths) => {
    expect(chosen(['/any/Inter.ttf', ...paths]).toSorted()).toEqual(paths.toSorted());
  });

  it('are one for each script, the better one first', () => {
    expect(chosen(['/f/wqy-zenhei.ttc', '/f/NotoSansCJK-Regular.ttc', '/f/ipaexg.ttf'])).toEqual([
      '/f/NotoSansCJK-Regular.ttc',
    ]);
  });
});
