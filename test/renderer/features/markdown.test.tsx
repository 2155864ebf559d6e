import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ResultId } from '../../../src/preload/contract/ids';
import { english } from '../../../src/preload/words';
import { trueAddress } from '../../../src/renderer/features/conversation/ExternalLink';
import { Markdown } from '../../../src/renderer/features/conversation/Markdown';
import { QuestionText } from '../../../src/renderer/features/conversation/QuestionText';
import { titleNow } from '../../../src/renderer/features/runs/use-runs';
import { ThreadActionsProvider } from '../../../src/renderer/ui';
import { HOSTILE_MARKUP } from '../../support/hostile-markup';
import { codeCall } from '../../support/rows';
import { noActions } from '../no-actions';

afterEach(cleanup);

const shownText = (text: string, live = false) => (
  <MantineProvider>
    <ModalsProvider>
      <ThreadActionsProvider {...noActions}>
        <div data-testid="shown">
          <Markdown text={text} numbers={[]} citations={[]} live={live} />
        </div>
      </ThreadActionsProvider>
    </ModalsProvider>
  </MantineProvider>
);
const show = (text: string) => render(shownText(text));

/** Nothing that is shown acts or loads. */
function expectInert(shown: HTMLElement): void {
  const active = 'img, script, iframe, svg:not([class*="lucide"]), style, link, meta, base, form, object, embed, math';
  expect(shown.querySelectorAll(active)).toHaveLength(0);
  for (const element of shown.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      expect(`${name}=${value}`).not.toMatch(/^(?:href|src|action|formaction)=/);
    }
  }
}

/** The figures of a text that lead to cells, as they are read. */
function linkedIn(text: string, ...figures: string[]): (string | null)[] {
  const resultId = ResultId.parse('res_1');
  const numbers = figures.map((figure) => {
    const start = text.indexOf(figure);
    return { part: 0, start, end: start + figure.length, resultId, row: 0, column: 0 };
  });
  render(
    <MantineProvider>
      <ThreadActionsProvider {...noActions}>
        <Markdown text={text} numbers={numbers} citations={[]} />
      </ThreadActionsProvider>
    </MantineProvider>,
  );
  return screen.getAllByRole('button').map(({ textContent }) => textContent);
}

describe('figures of a text', () => {
  it.each([
    ['It came to \\$1,234.50 and \\$7.', ['1,234.50', '7'], ['1,234.50', '7']],
    ['It came to \\$1,234.50.', ['\\$1,234.50'], ['$1,234.50']],
    ['R\\&D &amp; more \\_x\\_: **\\$5**, and 12 &lt; 13', ['5', '12', '13'], ['5', '12', '13']],
    ['First \\* line  \n   then 42 here', ['42'], ['42']],
    ['C:\\temp has 42 files, 5 \\of 6', ['42', '6'], ['42', '6']],
    ['a&b; 42', ['42'], ['42']],
  ])('lead to their cells, whatever is escaped before them: %s', (text, figures, shown) => {
    expect(linkedIn(text, ...figures)).toEqual(shown);
    expect(document.body.textContent).not.toContain('\\$');
  });
});

describe('text of a message', () => {
  it.each(HOSTILE_MARKUP)('is only read: %s', (text) => {
    show(text);
    const shown = screen.getByTestId('shown');
    expect(shown.textContent).not.toBe('');
    expectInert(shown);
  });

  it.each(HOSTILE_MARKUP)('is only read at every moment while it is written: %s', (text) => {
    const { rerender } = show('');
    for (let length = 1; length <= text.length; length += 1) {
      rerender(shownText(text.slice(0, length), true));
      expectInert(screen.getByTestId('shown'));
    }
  });

  it.each(['\u202d', '\u202e', '\u2066', '\u2067'])(
    'is read in the order it was written, where %j would turn it around',
    (mark) => {
      show(`Pay ${mark}100 to Ann, \`code ${mark}x\` and\n\n\`\`\`python\nif a: ${mark}b\n\`\`\``);
      const text = screen.getByTestId('shown').textContent ?? '';
      expect(text).not.toContain(mark);
      expect(text).toContain('Pay \ufffd100 to Ann, code \ufffdx');
      expect(text).toContain('if a: \ufffdb');
    },
  );

  it('stays readable when it is deeper or longer than any text', () => {
    for (const text of [
      '> '.repeat(10_000),
      '- '.repeat(5_000),
      'x'.repeat(2_000_000),
      '*'.repeat(20_000),
      '['.repeat(20_000),
    ]) {
      const { container, unmount } = show(text);
      expect(container.textContent).not.toBe('');
      unmount();
    }
  });

  it('keeps what code printed as it was printed, however much it is', () => {
    const lines = Array.from({ length: 12_000 }, (_, n) => `line ${n}`).join('\n');
    show(`\`\`\`text\n${lines}\n\`\`\`\n\nFiles:`);
    expect(screen.getByTestId('shown').querySelector('pre code')?.textContent).toBe(lines);
    screen.getByText('Files:');
  });

  it('shows where a link really leads before it opens', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    show('[https://good.example](https://good.example@evil.example/path)');
    await userEvent.click(screen.getByRole('button', { name: 'https://good.example' }));
    await screen.findByText('https://evil.example/path');
    expect(opened).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(opened).toHaveBeenCalledWith('https://evil.example/path', '_blank', 'noopener,noreferrer');
    opened.mockRestore();
  });

  it.each([
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['//evil.example', null],
    ['https://аpple.com', 'https://xn--pple-43d.com/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('knows the true address of %s', (href, expected) => expect(trueAddress(href)).toBe(expected));
});

describe('a question with code', () => {
  it('sets the code apart and leaves the rest as it was written', () => {
    render(<QuestionText text={'Run **this**\n\n```python\nprint(1)\n```\nand `that`'} />);
    expect(screen.getByText('Run **this**')).toBeTruthy();
    expect(screen.getByText('and `that`')).toBeTruthy();
    expect(document.querySelector('pre')?.textContent).toBe('print(1)');
  });
});

describe('names that JavaScript knows', () => {
  it.each(['constructor', 'toString', '__proto__'])('are only a language, a link or a word: %s', (name) => {
    show(`\`\`\`${name}\nlet it be\n\`\`\`\n\n[to](${name}) and \`${name}\``);
    expect(screen.getByTestId('shown').textContent).toContain(`let it be`);
    expect(screen.getByTestId('shown').textContent).toContain(`to and ${name}`);
  });

  it('are the titles of calls that are called so', () => {
    expect(titleNow(codeCall('1', { name: 'constructor', status: 'running' }), english)).toBe('Called constructor');
  });
});
