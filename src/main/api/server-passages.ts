import type OpenAI from 'openai';
import type { CodeEnding, DocumentPlace, Why } from '#contract';

type RemoteSearch = OpenAI.Beta.Threads.Runs.Steps.FileSearchToolCall['file_search'];
type RemoteResult = NonNullable<RemoteSearch['results']>[number];
type Include = OpenAI.Beta.Threads.Runs.Steps.RunStepInclude;

const RESULTS = 'step_details.tool_calls[*].file_search.results[*]';
/** Asks for what searches found; where each passage stands and why it was found, the engine tells beyond the protocol. */
export const INCLUDE = [`${RESULTS}.content`, `${RESULTS}.passage`] as Include[];

/** What the engine adds to a search and to its results. */
interface ToldSearch {
  queries?: string[];
  /** The model's server made it. */
  hosted?: true;
}
interface ToldPassage {
  passage?: {
    place: { page?: number; sheet?: string; line: number; start: number; end: number };
    why: Omit<Why, 'similarity'> & { similarity?: number };
    marker: string;
  };
}

export interface ServerPassage {
  remoteFileId: string;
  name: string;
  text: string;
  score: number;
  marker: string | null;
  place: DocumentPlace | null;
  why: Why | null;
}

export function queriesOf(search: RemoteSearch & ToldSearch): string[] {
  return search.queries ?? [];
}

const AT_SERVER: CodeEnding = { ended: 'done', fresh: false, hosted: true, error: null, missing: null };

/** Null for a search that was made here. */
export const searchEnding = ({ hosted }: RemoteSearch & ToldSearch): CodeEnding | null => (hosted ? AT_SERVER : null);

export function serverPassages(search: RemoteSearch): ServerPassage[] {
  return (search.results ?? []).map((result: RemoteResult & ToldPassage): ServerPassage => {
    const { passage } = result;
    return {
      remoteFileId: result.file_id,
      name: result.file_name,
      text: (result.content ?? []).map((part) => part.text ?? '').join('\n'),
      score: result.score,
      marker: passage?.marker ?? null,
      place: passage
        ? { ...passage.place, page: passage.place.page ?? null, sheet: passage.place.sheet ?? null }
        : null,
      why: passage
        ? {
            terms: passage.why.terms,
            coverage: passage.why.coverage,
            phrase: passage.why.phrase,
            title: passage.why.title,
            similarity: passage.why.similarity ?? null,
          }
        : null,
    };
  });
}

/** A mark in the text that the server ties to a file. */
export interface CitedFile {
  marker: string;
  remoteFileId: string;
}

export function citedFile(annotation: OpenAI.Beta.Threads.Messages.Annotation): CitedFile[] {
  if (annotation.type !== 'file_citation') return [];
  return [{ marker: annotation.text, remoteFileId: annotation.file_citation.file_id }];
}
