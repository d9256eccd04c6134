import type { FormRule } from '@zhaoguan/contracts';
import { citedMessage, type FormFault, type MissingField } from '@zhaoguan/forms';
import type { FilingForm } from '../queries';
import { labelOf, stepOfPointer } from './steps';

/** An answer that the server would not take as it stands. */
export interface HeldBack {
  /** The field that is not sent. */
  readonly field: string;
  /** Where to put it right: the cell of a table itself. */
  readonly at: string;
  /** Step and place. */
  readonly place: string;
  /** What is wrong. */
  readonly why: string;
}

interface Found {
  readonly faults: readonly FormFault[];
  readonly missing: readonly MissingField[];
  /** What the server said of an answer in which the form found nothing wrong, by field. */
  readonly refused: ReadonlyMap<string, Refusal>;
}

export interface Refusal {
  readonly at: string;
  readonly message: string;
}

/** A place with everything that is wrong there. */
export interface HeldPlace {
  readonly at: string;
  readonly text: string;
}

/** Each place once, for it is counted and put right at once; and each fault once in words: one between two fields holds both back. */
export function eachOnce(held: readonly HeldBack[]): readonly HeldPlace[] {
  const said = held.filter(
    ({ place, why }, index) =>
      held.findIndex((other) => other.place === place && other.why === why) === index,
  );
  const first = said.filter(({ at }, index) => said.findIndex((other) => other.at === at) === index);
  return first.map(({ at, place }) => {
    const wrong = said.filter((other) => other.at === at).map(({ why }) => why);
    return { at, text: `${place}：${wrong.join('；')}` };
  });
}

/** Without these a draft cannot be told from another: they may be changed, not emptied. */
const IDENTITY: ReadonlySet<string> = new Set(['/institution/name', '/institution/uscc']);

/** What is asked of one of these that stands empty on this page; undefined where it is filled in, and for any other field. */
export function emptiedAt(pointer: string, missing: readonly MissingField[]): MissingField | undefined {
  return IDENTITY.has(pointer) ? missing.find((each) => each.pointer === pointer) : undefined;
}

/**
 * Which of the answers that the server does not have it would refuse, and why: one of them in a request makes it refuse
 * them all. A rule about two fields holds back both, for the server would judge the new one against the old other.
 * @param pending pointers of fields
 */
export function heldBack(
  form: FilingForm,
  pending: Iterable<string>,
  { faults, missing, refused }: Found,
): HeldBack[] {
  const errors = faults.filter(({ severity }) => severity === 'ERROR');
  return [...pending].flatMap((field): HeldBack[] => {
    const wrong = errors
      .filter((each) => concerns(form, each, field))
      .map((fault) => heldAs(form, field, fault.pointer, labelOf(form, fault.pointer), citedMessage(fault)));
    const gaps = missing
      .filter(({ pointer }) => pointer.startsWith(`${field}/`) || (pointer === field && IDENTITY.has(field)))
      .filter(firstOfRow)
      .map((gap) => heldAs(form, field, gap.pointer, gap.label, gap.message));
    // All of a table at once: put right one by one, each would show the next (一次性告知).
    if (wrong.length + gaps.length > 0) return [...wrong, ...gaps];
    const refusal = refused.get(field);
    return refusal ? [heldAs(form, field, refusal.at, labelOf(form, refusal.at), refusal.message)] : [];
  });
}

/** Of a row that was just begun its first empty cell says enough: the others are filled in as one goes on. */
const firstOfRow = ({ pointer }: MissingField, index: number, all: readonly MissingField[]): boolean =>
  all.findIndex((other) => rowOf(other.pointer) === rowOf(pointer)) === index;

const rowOf = (pointer: string): string => /^.*?\/\d+(?=\/|$)/u.exec(pointer)?.[0] ?? pointer;
/** What the server did not take stands at its field as well, where the form itself finds nothing wrong there. */
export function withRefused(
  faults: readonly FormFault[],
  refused: ReadonlyMap<string, Refusal>,
): readonly FormFault[] {
  const wrong = faults.filter(({ severity }) => severity === 'ERROR');
  const refusals = [...refused.values()].filter(({ at }) => !wrong.some(({ pointer }) => pointer === at));
  return [
    ...faults,
    ...refusals.map(({ at, message }): FormFault => ({
      pointer: at,
      code: 'REFUSED',
      message,
      basis: null,
      severity: 'ERROR',
    })),
  ];
}

/** What is held back, with the step in which it stands. */
export function heldAs(form: FilingForm, field: string, at: string, label: string, why: string): HeldBack {
  const step = form.steps.find(({ key }) => key === stepOfPointer(form, at))?.title;
  return { field, at, place: step === undefined ? label : `${step}，${label}`, why };
}

/** Whether a fault is about this field, or about a rule that looks at it. */
export function concerns({ rules }: FilingForm, { pointer, code }: FormFault, field: string): boolean {
  const breaks = (rule: FormRule) =>
    rule.code === code && rule.fields.includes(field) && isAt(pointer, rule.fields[0] ?? '');
  return isAt(pointer, field) || rules.some(breaks);
}

export function isAt(pointer: string, field: string): boolean {
  return pointer === field || pointer.startsWith(`${field}/`);
}

/** What is to be put right on a step: elsewhere the head of the page says how much there is, and leads to it. */
export const heldAt = (form: FilingForm, held: readonly HeldBack[], step: string): readonly HeldBack[] =>
  held.filter(({ field, at }) => [field, at].some((pointer) => stepOfPointer(form, pointer) === step));

/** A fault by its place and kind, whatever its words. */
export const placeOf = ({ pointer, code }: Pick<FormFault, 'pointer' | 'code'>): string =>
  `${pointer} ${code}`;
