import type { Form } from '@zhaoguan/contracts';
import { changedFields, type ChangedField } from '@zhaoguan/forms';
import type { Application } from './application';
import { documentOf } from './application-review';
import { TAKEOVER_POINTER, type Remark } from './remarks';
import { saysTheSame, statementInWords, type TakeoverStatement } from './takeover';

/** A file as it was handed in for a material. */
export interface HandedFile {
  readonly code: string;
  /** How often a file had been uploaded for the material by then. */
  readonly version: number;
  readonly fileName: string;
  readonly sm3: string;
}

/** Application and files at one time; `names` are those of the materials that were asked for then, by code. */
export interface Handed {
  readonly application: Application;
  readonly files: readonly HandedFile[];
  readonly names: ReadonlyMap<string, string>;
  /** What was said of what stands in the register (归属说明). */
  readonly said: TakeoverStatement | null;
}

/** Something else was said of what stands in the register; in words, null where nothing was. */
export interface ChangedStatement {
  readonly old: string | null;
  readonly new: string | null;
}

export type MaterialChange = 'ADDED' | 'REPLACED' | 'REMOVED';

/** A material for which another file, a first one, or none any more was handed in. */
export interface ChangedMaterial {
  readonly code: string;
  readonly name: string;
  readonly change: MaterialChange;
  /** Names of the files. */
  readonly old: string | null;
  readonly new: string | null;
  /** By which the earlier file is asked for: files are never deleted. */
  readonly oldVersion: number | null;
}

/** What is different from one submission to the next. */
export interface FilingChanges {
  readonly fields: readonly ChangedField[];
  readonly materials: readonly ChangedMaterial[];
  readonly takeover: ChangedStatement | null;
}

/** Whether nothing at all is different. */
const isUnchanged = ({ fields, materials, takeover }: FilingChanges): boolean =>
  fields.length + materials.length === 0 && takeover === null;

/**
 * What has changed between two submissions, in the order of the form and of the list of materials.
 * @law 一次性告知: a later round cites only what the new submission has brought, so both sides must see what that is
 */
export function changesBetween(form: Form, before: Handed, after: Handed): FilingChanges {
  return {
    fields: changedFields(form, documentOf(before.application), documentOf(after.application)),
    materials: changedMaterials(before, after),
    takeover: changedStatement(before, after),
  };
}

function changedStatement({ said: old }: Handed, { said: now }: Handed): ChangedStatement | null {
  if (saysTheSame(old, now)) return null;
  return { old: old && statementInWords(old), new: now && statementInWords(now) };
}

/** The very same file handed in again has changed nothing; a material that is no longer asked for has gone. */
function changedMaterials(before: Handed, after: Handed): ChangedMaterial[] {
  const names = new Map([...before.names, ...after.names]);
  return [...names].flatMap(([code, name]): ChangedMaterial[] => {
    const [old, fresh] = [fileOf(before, code), fileOf(after, code)];
    if (old?.sm3 === fresh?.sm3) return [];
    const change = old === undefined ? 'ADDED' : fresh === undefined ? 'REMOVED' : 'REPLACED';
    return [
      {
        code,
        name,
        change,
        old: old?.fileName ?? null,
        new: fresh?.fileName ?? null,
        oldVersion: old?.version ?? null,
      },
    ];
  });
}

function fileOf({ files, names }: Handed, code: string): HandedFile | undefined {
  return names.has(code) ? files.find((file) => file.code === code) : undefined;
}

/** Whether what a remark speaks of is no longer as it was; anything at all for a remark on the whole filing. */
export function isTouched({ pointer }: Remark, changes: FilingChanges): boolean {
  const { fields, materials, takeover } = changes;
  if (pointer === '/') return !isUnchanged(changes);
  if (pointer === TAKEOVER_POINTER) return takeover !== null;
  return (
    materials.some(({ code }) => pointer === `/materials/${code}`) ||
    fields.some((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))
  );
}
