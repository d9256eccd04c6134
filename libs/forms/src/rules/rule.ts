import type { FieldType, FormField } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { isRecord } from '../answers';

/** What a rule judges by. */
export interface RuleInput {
  /** What stands in each field, in the order of the rule; null where nothing counts: empty, hidden, or wrong by itself. */
  readonly values: readonly unknown[];
  readonly parameters: Readonly<Record<string, number>>;
  readonly today: PlainDate;
  /** What stands at {@link RuleKind.besides}, in this order; null where nothing does. */
  readonly besides?: readonly unknown[];
  /** The field at which the fault will stand. */
  readonly field: FormField | undefined;
}

export type Words = Readonly<Record<string, string | number>>;

/** One breach of a rule. */
export interface Finding {
  /** Inside the value of the first field, such as `/0/places`. */
  readonly at?: string;
  /** What the message says besides the parameters. */
  readonly words?: Words;
}

/** A rule as forms name it: what it looks at, what it must be given, and the judgement, a pure function. */
export interface RuleKind {
  /** For each field the types it may have; `elsewhere`: fields that this form does not ask for. */
  readonly looksAt: readonly (readonly FieldType[])[] | 'elsewhere';
  readonly parameters: readonly string[];
  /** Pointers to what is registered of the institution, which a form that is about it does not ask for again. */
  readonly besides?: readonly string[];
  /** Names of {@link Finding.words}. */
  readonly words?: readonly string[];
  /** The words of the breaches that are told beforehand (常见错误); without it there is one, which needs none. */
  readonly usual?: (input: Pick<RuleInput, 'parameters' | 'field'>) => readonly Words[];
  /** What is told beforehand in place of the message of the form, where that counts what only answers can say; with the parameters. */
  readonly told?: string;
  /** Whether these numbers ask for nothing, so that there is nothing to tell. */
  readonly idle?: (parameters: RuleInput['parameters']) => boolean;
  readonly judge: (input: RuleInput) => readonly Finding[];
}

export const NUMBERS: readonly FieldType[] = ['integer', 'decimal'];

/** The rows of a table that are filled in as rows. */
export function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export const KEPT: readonly Finding[] = [];
export const BROKEN: readonly Finding[] = [{}];

/** No choice of this column stands in two rows of a table; the fault is at each row after the first. */
export const onceInColumn = (column: string): RuleKind => ({
  looksAt: [['rows']],
  parameters: [],
  judge: ({ values: [value] }) => {
    const named = (Array.isArray(value) ? value : []).map((row: unknown) =>
      isRecord(row) ? row[column] : undefined,
    );
    return named.flatMap((name, index): Finding[] =>
      typeof name === 'string' && named.indexOf(name) < index ? [{ at: `/${index}/${column}` }] : [],
    );
  },
});
