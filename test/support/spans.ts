/** Where `text` first stands in `value`, as the protocol and Python count: in characters. */
export function spanOf(value: string, text: string): { start_index: number; end_index: number } {
  const start_index = Array.from(value.slice(0, value.indexOf(text))).length;
  return { start_index, end_index: start_index + Array.from(text).length };
}
