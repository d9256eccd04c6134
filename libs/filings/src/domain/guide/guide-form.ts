import type { DistrictRow, FilingType, FormDefinition, FormField, LegalCitation } from '@zhaoguan/contracts';
import { displayValue, fieldsAhead, type FieldAhead, type Settled } from '@zhaoguan/forms';
import { chineseDate, isPlainDate } from '@zhaoguan/kernel';
import { titleOfChange } from '../form-sheet';
import { pathTo } from './guide-place';
import { sampleAnswer, sampleTownship } from './sample-answers';

/** A field of the form as the guide explains it. */
export interface GuideField {
  readonly pointer: string;
  readonly label: string;
  /** Who fills the form in here leaves none of the 必填 open, whichever of them a program may (`required: form`). */
  readonly need: '必填' | '选填';
  /** When it is asked for at all; null for always. */
  readonly when: string | null;
  readonly unit: string | null;
  /** To choose from. */
  readonly options: readonly string[];
  /** What each line says, of a table. */
  readonly columns: readonly string[];
  readonly help: string | null;
  /** As it stands in the filled-in sample. */
  readonly example: string | null;
  readonly basis: LegalCitation | null;
}

export interface GuideForm {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly steps: readonly {
    readonly title: string;
    readonly intro: string;
    readonly fields: readonly GuideField[];
  }[];
}

interface Setting {
  readonly type: FilingType;
  readonly siteType: 'HOME' | null;
  readonly districts: ReadonlyMap<string, DistrictRow>;
}

/** The form with everything that it may ask of this kind of site. */
export function formInGuide(form: FormDefinition, settled: Settled, setting: Setting): GuideForm {
  const fields = fieldsAhead(form, settled);
  const township = sampleTownship(form, setting.siteType, setting.districts);
  return {
    code: form.code,
    version: form.version,
    title: setting.type === 'CHANGE' ? titleOfChange(form.title) : form.title,
    effectiveFrom: form.effectiveFrom,
    steps: form.steps
      .map(({ title, intro }, index) => ({
        title,
        intro,
        fields: (fields[index] ?? []).map((ahead) => {
          const own = sampleAnswer(form, ahead.field, setting.siteType);
          const example = ahead.field.type === 'township' ? (township ?? own) : own;
          return fieldInGuide(ahead, example, settled, setting);
        }),
      }))
      .filter((step) => step.fields.length > 0),
  };
}

function fieldInGuide(
  { field, when }: FieldAhead,
  example: string | undefined,
  settled: Settled,
  { districts }: Setting,
): GuideField {
  return {
    pointer: field.pointer,
    label: field.label,
    need: needOf(field),
    when,
    unit: field.unit ?? (field.type === 'money' ? '元' : null),
    options: settled.has(field.pointer) ? [] : optionsOf(field),
    columns: (field.fields ?? []).map(({ label }) => label),
    help: field.help ?? null,
    example: settled.has(field.pointer)
      ? displayValue(field, settled.get(field.pointer))
      : exampleOf(field, example, districts),
    basis: field.basis ?? null,
  };
}

function optionsOf({ type, options = [] }: FormField): readonly string[] {
  return type === 'boolean' ? ['是', '否'] : options.map(({ label }) => label);
}

function needOf({ required }: FormField): GuideField['need'] {
  return required === undefined ? '选填' : '必填';
}

function exampleOf(
  { type, unit }: FormField,
  example: string | undefined,
  districts: Setting['districts'],
): string | null {
  if (example === undefined) return null;
  if (type === 'district') return pathTo(districts, example);
  if (type === 'township') return districts.get(example)?.name ?? example;
  if (type === 'date' && isPlainDate(example)) return chineseDate(example);
  if (type === 'money') return `${example} 元`;
  return unit === undefined ? example : `${example} ${unit}`;
}
