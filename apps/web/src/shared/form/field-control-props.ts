import type { FormField } from '@zhaoguan/contracts';

/** What every control of a field takes; an empty one gives `null`. */
export interface FieldControlProps {
  readonly field: FormField;
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** The county of the application, for the choice of its townships. */
  readonly district?: string | null;
}
