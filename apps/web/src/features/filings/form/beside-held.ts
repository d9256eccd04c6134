import { valueAt, type FormFault, type MissingField } from '@zhaoguan/forms';
import type { Application } from '../queries';
import { withEntries, type Entries } from './entries';
import { isAt, placeOf } from './held-back';
import { isSameAnswer } from './same-answer';
import type { Answers } from './unsaved-answers';

interface Document {
  readonly institution: Application;
}

interface Beside {
  /** What the server holds. */
  readonly server: Document;
  readonly pending: Answers;
  /** What is sent in any case. */
  readonly ready: Entries;
  /** Fields that are held back as they stand, but for those that the server has refused or that wait for a choice. */
  readonly held: readonly string[];
  /** Of what stands on this page. */
  readonly wrong: readonly Pick<FormFault | MissingField, 'pointer'>[];
  /** What the form finds wrong with a document. */
  readonly errorsOf: (document: Document) => readonly Pick<FormFault, 'pointer' | 'code'>[];
}

/**
 * What may go to the server although it is held back as it stands: the other answer of a rule about two, where it fits to what the
 * server has, and the rows of a table that are right. Whoever goes on at another desk finds them there. Only what the form finds
 * nothing wrong with, laid over what the server holds, is named.
 */
export function besideHeld({ server, pending, ready, held, wrong, errorsOf }: Beside): Entries {
  const sent: (readonly [string, unknown])[] = [...ready];
  const found: (readonly [string, unknown])[] = [];
  for (const field of held) {
    const there = valueAt(server, field);
    const part = rightPart(field, pending.get(field), there, wrong);
    if (part === undefined || isSameAnswer(part, there)) continue;
    const before = new Set(errorsOf(withEntries(server, sent)).map(placeOf));
    const after = errorsOf(withEntries(server, [...sent, [field, part]]));
    if (after.some((fault) => !before.has(placeOf(fault)))) continue;
    sent.push([field, part]);
    found.push([field, part]);
  }
  return found;
}

/**
 * The answer itself where the fault stands at another; of a table the rows without a fault, as long as these are new: a row that
 * was right and is being changed stays on the server as it was. Undefined where there is nothing to send.
 */
function rightPart(field: string, value: unknown, there: unknown, wrong: Beside['wrong']): unknown {
  const own = wrong.filter(({ pointer }) => isAt(pointer, field)).map(({ pointer }) => pointer);
  if (own.length === 0) return value;
  if (!Array.isArray(value)) return undefined;
  const rows = own.map((pointer) => /^\/(\d+)/.exec(pointer.slice(field.length))?.[1]);
  const known = Array.isArray(there) ? there.length : 0;
  if (rows.some((row) => row === undefined || Number(row) < known)) return undefined;
  return value.filter((_, index) => !rows.includes(String(index)));
}
