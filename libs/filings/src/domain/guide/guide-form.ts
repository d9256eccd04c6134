import {
  formOfHome,
  formOnDay,
  type DistrictRow,
  type FilingType,
  type FormDefinition,
  type FormField,
  type LegalCitation,
} from '@zhaoguan/contracts';
import { displayValue, fieldsAhead, type FieldAhead, type Settled } from '@zhaoguan/forms';
import { chineseDate, isPlainDate, type PlainDate } from '@zhaoguan/kernel';
import { titleOfChange } from '../form-sheet';
import { pathTo } from './guide-place';
import { askedInSample, sampleAnswer, sampleTownship } from './sample-answers';
import { withWholeTables } from './sample-tables';

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
  readonly example: string | null;
  /** Whether the example stands in the filled-in sample: not where another answer there means that this one is not asked for. */
  readonly inSample: boolean;
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
  readonly on: PlainDate;
  readonly districts: ReadonlyMap<string, DistrictRow>;
}

/** The form with everything that it may ask of this kind of site, as who fills it in that day reads it. */
export function formInGuide(asFiled: FormDefinition, settled: Settled, setting: Setting): GuideForm {
  const { type, siteType, on, districts } = setting;
  const form = formOnDay(siteType === 'HOME' ? formOfHome(asFiled) : withWholeTables(asFiled), on);
  const fields = fieldsAhead(form, settled);
  const township = sampleTownship(form, districts);
  const asked = askedInSample(form, settled);
  const inGuide = (ahead: FieldAhead): GuideField => {
    const { field } = ahead;
    const own = sampleAnswer(form, field);
    const said = field.type === 'township' ? (township ?? own) : own;
    const example = settled.has(field.pointer)
      ? displayValue(field, settled.get(field.pointer))
      : exampleOf(field, said, districts);
    return {
      ...fieldInGuide(ahead, settled),
      example,
      inSample: example !== null && asked.has(field.pointer),
    };
  };
  return {
    code: form.code,
    version: form.version,
    title: type === 'CHANGE' ? titleOfChange(form.title) : form.title,
    effectiveFrom: form.effectiveFrom,
    steps: form.steps
      .map(({ title, intro }, index) => ({ title, intro, fields: (fields[index] ?? []).map(inGuide) }))
      .filter((step) => step.fields.length > 0),
  };
}

function fieldInGuide(
  { field, when }: FieldAhead,
  settled: Settled,
): Omit<GuideField, 'example' | 'inSample'> {
  return {
    pointer: field.pointer,
    label: field.label,
    need: needOf(field),
    when,
    unit: field.unit ?? (field.type === 'money' ? '元' : null),
    options: settled.has(field.pointer) ? [] : optionsOf(field),
    columns: (field.fields ?? []).map(({ label }) => label),
    help: field.help ?? null,
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
