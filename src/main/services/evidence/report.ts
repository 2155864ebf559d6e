/** What became of something in a bundle when it was computed again. */
export type EvidenceState =
  | 'equal'
  | 'differs'
  /** Nothing computes it again: it can only be read. */
  | 'cannot_be_equal'
  /** A bundle says that it ran in another Python, and in Assay's it gives something else: nobody can tell which is so. */
  | 'own_python'
  /** It had been stopped and came to nothing, so that there is nothing to compare: none of it is confirmed. */
  | 'stopped'
  /** It could have been, and was not. */
  | 'not_run';

export type EvidenceWhy =
  /** A file of the bundle is not what its manifest says. */
  | 'changed_file'
  | 'missing_file'
  | 'unknown_file'
  | 'no_data'
  | 'not_readable'
  | 'other_rows'
  | 'other_columns'
  | 'other_sql'
  | 'other_output'
  | 'other_ending'
  | 'other_picture'
  | 'not_in_document'
  | 'failed'
  | 'stopped_then'
  /** Code that draws lots, or looks at the clock. */
  | 'random_or_time'
  /** It ran in the analyst's own Python, and here in Assay's. */
  | 'other_python'
  | 'other_versions'
  | 'words_of_a_model'
  | 'words_of_the_analyst'
  | 'moments';

export interface EvidenceFinding {
  what: 'file' | 'data' | 'query' | 'sql' | 'python' | 'chart' | 'quote' | 'words' | 'times';
  /** The file, the table, or the place of its code in the bundle. */
  name: string;
  state: EvidenceState;
  why: EvidenceWhy | null;
  /** What was expected and what came, or what went wrong. */
  detail: string | null;
}

/** `verified`: everything that can be equal is equal, and nothing rests on a Python that is not here. */
export interface EvidenceReport {
  verified: boolean;
  /** Every file of the bundle is what the manifest says it is. */
  intact: boolean;
  thread: { id: string; title: string };
  versions: { before: Record<string, string>; now: Record<string, string> };
  counts: Record<EvidenceState, number>;
  findings: EvidenceFinding[];
}

const STATES: readonly EvidenceState[] = ['equal', 'differs', 'cannot_be_equal', 'own_python', 'stopped', 'not_run'];

export function reportOf(report: Omit<EvidenceReport, 'verified' | 'intact' | 'counts'>): EvidenceReport {
  const { findings } = report;
  const counts = Object.fromEntries(
    STATES.map((state) => [state, findings.filter((finding) => finding.state === state).length]),
  ) as EvidenceReport['counts'];
  return {
    verified: counts.differs + counts.not_run + counts.own_python === 0 && counts.equal > 0,
    intact: findings.every(({ what, state }) => what !== 'file' || state === 'equal'),
    ...report,
    counts,
  };
}
