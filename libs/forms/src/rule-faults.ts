import type { Form, FormRule } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { type Answers, holds, isEmpty, valueAt } from './answers';
import type { FormFault } from './field-faults';
import { RULES } from './rules';
import type { Finding } from './rules/rule';

type Numbers = Readonly<Record<string, number>>;

/** What rules are judged by. */
export interface Evidence {
  readonly document: unknown;
  readonly answers: Answers;
  /** Values without a fault of their own: a rule judges no nonsense. */
  readonly sound: ReadonlyMap<string, unknown>;
  readonly today: PlainDate;
  readonly terms: Numbers;
}

/** What breaks a rule of the form; nothing while its condition does not hold or its number is not known. */
export function faultsOfRule(rule: FormRule, evidence: Evidence): FormFault[] {
  const { document, answers, sound, today, terms } = evidence;
  const kind = RULES.get(rule.rule);
  const parameters = parametersOf(rule, terms);
  if (!kind || !parameters || (rule.when !== undefined && !holds(rule.when, answers.values))) return [];
  const seen = rule.fields.map((pointer) =>
    kind.looksAt === 'elsewhere' ? valueAt(document, pointer) : sound.get(pointer),
  );
  const values = seen.map((value) => (isEmpty(value) ? null : value));
  const besides = kind.besides?.map((pointer) => valueAt(document, pointer) ?? null) ?? [];
  const field = answers.shown.find(({ pointer }) => pointer === rule.fields[0]);
  return kind
    .judge({ values, parameters, today, besides, field })
    .map((finding) => faultOf(rule, finding, parameters));
}

/** Codes of the terms that the rules of a form take their numbers from. */
export function termsOf({ rules }: Form): readonly string[] {
  const parameters = rules.flatMap((rule) => Object.values(rule.parameters ?? {}));
  return [...new Set(parameters.filter((value) => typeof value === 'string'))];
}

/** Numbers of a rule by place and day; undefined while one of them is not known. */
export function parametersOf({ parameters = {} }: FormRule, terms: Numbers): Numbers | undefined {
  const found: Record<string, number> = {};
  for (const [name, value] of Object.entries(parameters)) {
    const number = typeof value === 'number' ? value : terms[value];
    if (number === undefined) return undefined;
    found[name] = number;
  }
  return found;
}

function faultOf(
  { code, fields, message, basis, severity }: FormRule,
  { at = '', words = {} }: Finding,
  parameters: Numbers,
): FormFault {
  const known: Readonly<Record<string, string | number>> = { ...parameters, ...words };
  return {
    pointer: `${fields[0] ?? ''}${at}`,
    code,
    message: message.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name])),
    basis,
    severity,
  };
}
