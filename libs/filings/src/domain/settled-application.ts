import type { Form } from '@zhaoguan/contracts';
import { shownFields } from '@zhaoguan/forms';
import { fillIn, type Application } from './application';
import { documentOf } from './application-review';
import { PARTICULARS, type Particulars } from './particulars';

/** Each of these is asked part by part, or by another form. */
const IN_PARTS: readonly string[] = ['legalRepresentative', 'contact', 'notice', 'particulars'];

/**
 * What is handed in says what the form asks for, and nothing else: the authority reads the form, and what no field shows would
 * get into the register unseen. What was asked before and is not asked any more has ended with the answer that it hung on;
 * what was never asked stays as the register holds it.
 */
export function settledApplication(
  form: Form,
  base: Application | null,
  application: Application,
): Application {
  const shownIn = (answers: Application): ReadonlySet<string> =>
    new Set(shownFields(form, documentOf(answers)).map(({ pointer }) => pointer));
  const none = fillIn({});
  const [now, before] = [shownIn(application), base === null ? new Set<string>() : shownIn(base)];
  const settled = Object.entries(application).map(([key, value]: [string, unknown]) => {
    const pointer = `/institution/${key}`;
    if (IN_PARTS.includes(key) || now.has(pointer)) return [key, value];
    const kept: Application = base === null || before.has(pointer) ? none : base;
    return [key, kept[key as keyof Application]];
  });
  return {
    ...(Object.fromEntries(settled) as Application),
    particulars: settledParticulars(application.particulars, base?.particulars ?? {}, now, before),
  };
}

/** The same for each of the further answers. */
function settledParticulars(
  given: Particulars,
  held: Particulars,
  now: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Particulars {
  const pointerOf = (name: string): string => `${PARTICULARS}/${name}`;
  const asked = Object.entries(given).filter(([name]) => now.has(pointerOf(name)));
  const neverAsked = Object.entries(held).filter(
    ([name]) => !now.has(pointerOf(name)) && !before.has(pointerOf(name)),
  );
  return Object.fromEntries([...neverAsked, ...asked]);
}
