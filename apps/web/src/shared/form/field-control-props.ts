import type { FormField } from '@zhaoguan/contracts';
import type { CellMark, SpokenFault } from './fault-lines';

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
  /** What is wrong with it, for who listens. */
  readonly spoken?: SpokenFault;
  /** Of a table: the cells that are marked, by their pointer inside it. */
  readonly marks?: ReadonlyMap<string, CellMark>;
}
