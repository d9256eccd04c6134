import type { FormField } from '@zhaoguan/contracts';
import type { CellMark, SpokenFault } from './fault-lines';

/** What is written into the field, and how it stands in the list. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** What is known of the texts that may stand in a field, or in one column of a table. */
export interface Suggestions {
  /** Of a table: the pointer of its column. */
  readonly column?: string;
  /** What may be picked while one types; whatever is typed stands as well. */
  readonly useSuggested: (typed: string) => readonly Suggestion[];
  /** What is said of it below, once it stands there. */
  readonly below: (value: string) => string | null;
}

/** What every control of a field takes; an empty one gives `null`. */
export interface FieldControlProps {
  readonly field: FormField;
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** One cell of a row, beside others: it takes the width it is given, and a choice is a list. */
  readonly inRow?: boolean;
  /** The county of the application, for the choice of its townships. */
  readonly district?: string | null;
  readonly suggestions?: Suggestions;
  /** What is wrong with it, for who listens. */
  readonly spoken?: SpokenFault;
  /** Of a table: the cells that are marked, by their pointer inside it. */
  readonly marks?: ReadonlyMap<string, CellMark>;
}
