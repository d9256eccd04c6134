import type { FormRule, LegalCitation } from '@zhaoguan/contracts';
import { fieldsOf } from './answers';
import { rulesOf, type NamedForm } from './lent-rules';
import { fieldsAhead, inWords, mayHold, type Settled } from './outlook';
import { parametersOf } from './rule-faults';
import { RULES } from './rules';
import type { Words } from './rules/rule';

/** What a rule says to whoever breaks it, told beforehand (常见错误). */
export interface UsualFault {
  readonly code: string;
  readonly message: string;
  /** To whom it applies, in words; null to everybody. */
  readonly when: string | null;
  readonly severity: FormRule['severity'];
  readonly basis: LegalCitation | null;
}

/**
 * The breaches that the rules of a form look for, each once, with the numbers of a place and day. Silent, like the rules,
 * where a number is not known.
 */
export function usualFaults(
  form: NamedForm,
  settled: Settled,
  terms: Readonly<Record<string, number>>,
): readonly UsualFault[] {
  const fields = fieldsOf(form);
  const asked = new Set(
    fieldsAhead(form, settled)
      .flat()
      .map(({ field: { pointer } }) => pointer),
  );
  const faults = rulesOf(form).flatMap((rule): UsualFault[] => {
    const parameters = parametersOf(rule, terms);
    if (!parameters || !mayHold(rule.when, settled)) return [];
    // Nobody who fills the form in makes a mistake where it asks nothing; only a program can.
    if (!rule.fields.every((pointer) => asked.has(pointer))) return [];
    const kind = RULES.get(rule.rule);
    if (kind?.idle?.(parameters)) return [];
    const field = fields.find(({ pointer }) => pointer === rule.fields[0]);
    const cases = kind?.usual?.({ parameters, field }) ?? [{}];
    return cases.map((words) => ({
      code: rule.code,
      message: filled(kind?.told ?? rule.message, { ...parameters, ...words }),
      when: inWords(rule.when, settled, fields),
      severity: rule.severity,
      basis: rule.basis,
    }));
  });
  return faults.filter((fault, index) => faults.findIndex((each) => isSame(each, fault)) === index);
}

/** What two fields are checked for, such as the names of two persons, is said once. */
const isSame = (one: UsualFault, other: UsualFault): boolean =>
  one.code === other.code && one.message === other.message && one.when === other.when;

/** What only a real answer could say is left open. */
function filled(message: string, words: Words): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? '……'));
}
