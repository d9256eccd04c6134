import type { FormFault } from '@zhaoguan/forms';
import type { Application, FilingForm } from '../queries';
import { withEntries, type Entries } from './entries';
import { concerns, heldAs, placeOf, type HeldBack } from './held-back';
import { labelOf } from './steps';

interface Document {
  readonly institution: Application;
}

/**
 * Answers that nothing on this page contradicts, but something that the server still holds does, for the other half is held back
 * (the type of a legal person beside a mistyped code): it would refuse them with every save anew. They go when the other does.
 * @param ready what would be sent
 */
export function againstServer(
  form: FilingForm,
  server: Document,
  ready: Entries,
  errorsOf: (document: Document) => readonly FormFault[],
): HeldBack[] {
  const before = new Set(errorsOf(server).map(placeOf));
  const brokenBy = (entries: Entries) =>
    errorsOf(withEntries(server, entries)).filter((fault) => !before.has(placeOf(fault)));
  const waiting: string[] = [];
  let rest = ready;
  for (;;) {
    const broken = brokenBy(rest);
    const against = rest
      .map(([field]) => field)
      .filter((field) => broken.some((fault) => concerns(form, fault, field)));
    if (against.length === 0) break;
    waiting.push(...against);
    rest = rest.filter(([field]) => !against.includes(field));
  }
  return waiting.map((field) =>
    heldAs(form, field, field, labelOf(form, field), '与已经保存的内容不一致，另一处改正以后一起保存'),
  );
}
