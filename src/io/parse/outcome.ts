import type { ParseOptions, SourceFile } from '../../core/model/parsed.ts';
import type { Entry } from './entry.ts';

/** What became of one file. */
export type Outcome = Readonly<{ type: 'parsed'; entry: Entry } | { type: 'failed'; reason: string }>;

/** What parsing depends on, in a form that can be handed to a worker. */
export type ParseSetting = Readonly<{
  /** Languages that occur in the files, for highlighting. */
  languages: readonly string[];
  headingWords: ParseOptions['headingWords'];
}>;

export type OnOutcome = (file: SourceFile, outcome: Outcome) => void;
