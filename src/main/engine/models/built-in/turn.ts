import type { z } from 'zod';
import { AnalyzeOutput } from '#contract/analyze';
import { DescribeDataOutput, FindValuesOutput, MakeChartOutput, ToolError } from '#contract/data-tools';
import type { Query } from '#contract/query';
import type { CitablePassage, FunctionTool, ModelTurn, UnreadDocument } from '../../ports';
import { objectIn } from './json';

/** What has been done in this run: the calls, each with what came back. */
export class Turn {
  readonly turn: ModelTurn;

  constructor(turn: ModelTurn) {
    this.turn = turn;
  }

  /** What the analyst wrote, oldest first. */
  get asked(): string[] {
    return this.turn.items.flatMap((item) => {
      if (item.type !== 'message' || item.role !== 'user') return [];
      const text = item.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
      return text.trim() === '' ? [] : [text];
    });
  }

  /** Whether files came along to be searched, and if so with the last question or with an earlier one. */
  get documents(): 'none' | 'earlier' | 'latest' {
    const messages = this.turn.items.flatMap((item) => (item.type === 'message' && item.role === 'user' ? [item] : []));
    const withFiles = messages.findLastIndex((item) =>
      item.attachments?.some((one) => one.tools.includes('file_search')),
    );
    if (withFiles === -1 || !this.hasTool('file_search')) return 'none';
    return withFiles === messages.length - 1 ? 'latest' : 'earlier';
  }

  /** Passages found in this run; null before the search. */
  get found(): CitablePassage[] | null {
    const searches = this.turn.items.flatMap((item) => (item.type === 'file_search_result' ? [item] : []));
    return searches.length === 0 ? null : searches.flatMap((item) => item.passages);
  }

  /** Documents that the latest search of this run could not see. */
  get unread(): UnreadDocument[] {
    return this.turn.items.findLast((item) => item.type === 'file_search_result')?.unread ?? [];
  }

  /** Function calls of this run with their outputs, in order. */
  callsOfThisRun(): { name: string; arguments: string; output: string }[] {
    const outputs = new Map(
      this.turn.items.flatMap((item) => (item.type === 'function_output' ? [[item.callId, item.output]] : [])),
    );
    return this.turn.items.flatMap((item) =>
      item.type === 'function_call'
        ? [{ name: item.name, arguments: item.arguments, output: outputs.get(item.callId) ?? '' }]
        : [],
    );
  }

  /** Function tools that are not this analyst's own. */
  get functions(): FunctionTool[] {
    return this.turn.tools.filter((tool): tool is FunctionTool => tool.type === 'function');
  }

  hasTool(type: 'file_search' | 'code_interpreter'): boolean {
    return this.turn.tools.some((tool) => tool.type === type);
  }

  has(tool: string): boolean {
    return this.turn.tools.some((one) => one.type === 'function' && one.function.name === tool);
  }

  described(): Outcome<z.output<typeof DescribeDataOutput>> {
    return this.#outcome('describe_data', () => true, DescribeDataOutput);
  }

  /** What the one look for words in the data's values has found. */
  lookedUp(): Outcome<z.output<typeof FindValuesOutput>> {
    return this.#outcome('find_values', () => true, FindValuesOutput);
  }

  analyzed(query: Query): Outcome<z.output<typeof AnalyzeOutput>> {
    const asked = JSON.stringify(query);
    return this.#outcome('analyze', (args) => JSON.stringify(args.query) === asked, AnalyzeOutput);
  }

  charted(): Outcome<z.output<typeof MakeChartOutput>> {
    return this.#outcome('make_chart', () => true, MakeChartOutput);
  }

  #outcome<T extends z.ZodType>(
    name: string,
    fits: (args: Record<string, unknown>) => boolean,
    schema: T,
  ): Outcome<z.output<T>> {
    const call = this.turn.items.findLast(
      (item) => item.type === 'function_call' && item.name === name && fits(objectIn(item.arguments) ?? {}),
    );
    if (call?.type !== 'function_call') return { state: 'not called' };
    const output = this.turn.items.findLast((item) => item.type === 'function_output' && item.callId === call.callId);
    const value = output?.type === 'function_output' ? (objectIn(output.output) ?? {}) : {};
    const failed = ToolError.safeParse(value);
    if (failed.success) return { state: 'failed', message: failed.data.error.message };
    const result = schema.safeParse(value);
    return result.success
      ? { state: 'done', value: result.data }
      : {
          state: 'failed',
          message: `${name} did not answer as Assay’s own function of that name does. Give functions of your own other names.`,
        };
  }
}

export type Outcome<T> = { state: 'not called' } | { state: 'failed'; message: string } | { state: 'done'; value: T };
