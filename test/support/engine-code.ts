import type { CodeResult, CodeRunner } from '../../src/main/engine/ports';

type Input = Parameters<CodeRunner['run']>[1];
type Ran = { session: string; code: string; files: Record<string, string> };

/** Stands in for Python: answers each call with what the test says, and keeps what it was given. */
export class FakeCodeRunner implements CodeRunner {
  readonly ran: Ran[] = [];
  readonly ended: string[] = [];
  readonly #answers: ((input: Input, signal?: AbortSignal) => Partial<CodeResult> | Promise<Partial<CodeResult>>)[];

  constructor(
    ...answers: ((input: Input, signal?: AbortSignal) => Partial<CodeResult> | Promise<Partial<CodeResult>>)[]
  ) {
    this.#answers = answers;
  }

  async run(session: string, input: Input, signal?: AbortSignal): Promise<CodeResult> {
    const files: Record<string, string> = {};
    for (const file of input.files) {
      let text = '';
      for await (const chunk of file.read()) text += Buffer.from(chunk).toString();
      files[file.name] = text;
    }
    this.ran.push({ session, code: input.code, files });
    const answer = this.#answers[Math.min(this.ran.length, this.#answers.length) - 1];
    const given = (await answer?.(input, signal)) ?? {};
    return {
      outputs: [],
      files: [],
      ended: 'done',
      fresh: this.ran.length === 1,
      error: null,
      missing: null,
      ...given,
    };
  }

  end(session: string): void {
    this.ended.push(session);
  }
}

export const printed = (text: string) => ({ outputs: [{ type: 'logs' as const, text }] });
export const bytes = (text: string) => new Uint8Array(Buffer.from(text));
