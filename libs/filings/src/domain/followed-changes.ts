import type { Form } from '@zhaoguan/contracts';
import { isRecord, valueAt, type ChangedField } from '@zhaoguan/forms';
import { amendmentsOf } from './amendment';
import type { Application } from './application';
import { documentOf } from './application-review';

/** A change of the registered institution (变更) that was granted beside an application about it. */
export interface GrantedChange {
  readonly form: Form;
  readonly base: Application;
  readonly application: Application;
}

/**
 * An application with what has been changed of its institution since it was filled in: where it still says what stood before the change
 * it says what stands now, else what is granted would set the register back. Its own answers stay.
 * @param changes the earliest first
 */
export function withChanges(application: Application, changes: readonly GrantedChange[]): Application {
  return changes.reduce((said, { form, base, application: changed }) => {
    const own = new Set(amendmentsOf(form, base, said).map(({ pointer }) => pointer));
    return amendmentsOf(form, base, changed)
      .filter(({ pointer }) => !own.has(pointer))
      .reduce((all, { pointer }) => answered(all, pointer, valueAt(documentOf(changed), pointer)), said);
  }, application);
}

/**
 * Where an application says something else than what was changed of its institution since it was filled in: what it says, and what the register
 * holds. Without its own answers followed ({@link withChanges}) everything that it is brought up to; with them, what it contradicts.
 * @param changes the earliest first
 */
export function overtakenBy(application: Application, changes: readonly GrantedChange[]): ChangedField[] {
  const last = changes.at(-1);
  if (last === undefined) return [];
  const touched = new Set(
    changes.flatMap(({ form, base, application: changed }) =>
      amendmentsOf(form, base, changed).map(({ pointer }) => pointer),
    ),
  );
  return amendmentsOf(last.form, application, last.application).filter(({ pointer }) => touched.has(pointer));
}

/** An application that leaves what was changed of its institution as the register holds it, its own answers to that included. */
export function withRegistered(application: Application, changes: readonly GrantedChange[]): Application {
  const last = changes.at(-1);
  if (last === undefined) return application;
  const registered = documentOf(last.application);
  return overtakenBy(application, changes).reduce(
    (all, { pointer }) => answered(all, pointer, valueAt(registered, pointer)),
    application,
  );
}

/** @param pointer into the document of the application, e.g. `/institution/contact/phone` */
function answered(application: Application, pointer: string, value: unknown): Application {
  const [, ...path] = pointer.split('/').slice(1);
  return within(application, path, value ?? null) as Application;
}

function within(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const members = isRecord(at) ? at : {};
  return { ...members, [key]: within(members[key], rest, value) };
}
