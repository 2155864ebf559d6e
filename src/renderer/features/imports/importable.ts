/** As much of a file's end as its directory of names usually takes. */
const DIRECTORY_BYTES = 1024 ** 2;
const HEAD_BYTES = 64 * 1024;
const CONVERSATIONS = /conversations(?:[-_]?\d+)?\.json/i;
const EXPORTED = /"assistants-thread-export\/v1"|"object"\s*:\s*"thread(?:\.[a-z.]+)?"/;
const TREE = /"mapping"\s*:\s*\{/;

/** Whether a file looks as if threads could be imported from it; nothing but its ends is read. */
export async function looksLikeThreads(file: File): Promise<boolean> {
  if (/\.zip$/i.test(file.name)) {
    const directory = await textOf(file.slice(Math.max(0, file.size - DIRECTORY_BYTES)));
    return CONVERSATIONS.test(directory);
  }
  if (!/\.(?:json|jsonl|ndjson)$/i.test(file.name)) return false;
  const head = await textOf(file.slice(0, HEAD_BYTES));
  return EXPORTED.test(head) || TREE.test(head);
}

/** Names and keys that are looked for are plain letters, whatever the rest is. */
const textOf = async (part: Blob): Promise<string> => new TextDecoder('latin1').decode(await part.arrayBuffer());
