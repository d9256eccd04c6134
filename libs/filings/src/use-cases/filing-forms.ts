import { Injectable } from '@nestjs/common';
import {
  formOfChange,
  formOfLicence,
  formOfProlonging,
  refuse,
  type DistrictLevel,
  type FilingType,
  type FormDefinition,
  type Kind,
} from '@zhaoguan/contracts';
import { formInForce, termsOf, type Division, type FormContext } from '@zhaoguan/forms';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { formTypeOf } from '../domain/filing-types';

const DIVISIONS: ReadonlySet<string> = new Set<DistrictLevel>(['CITY', 'COUNTY']);

/** By what answers are judged there that day, whatever has been uploaded. */
export type PlaceContext = Required<Omit<FormContext, 'uploaded' | 'prolongs'>>;

/** The forms of the reference list `forms` (备案表单), by day, and the version that a filing was drafted with. */
@Injectable()
export class FilingForms {
  constructor(private readonly reference: ReferenceData) {}

  /** @throws FILING_TYPE_UNAVAILABLE where no form is in force that day */
  async inForce(kind: Kind, type: FilingType, on: PlainDate): Promise<FormDefinition> {
    const found = formInForce(await this.all(), { kind, type: formTypeOf(type), on });
    if (!found) throw refuse('FILING_TYPE_UNAVAILABLE');
    return type === 'CHANGE' ? formOfChange(found) : found;
  }

  /** @throws NOT_FOUND */
  async get(code: string, version: number): Promise<FormDefinition> {
    const found = (await this.all()).find((form) => form.code === code && form.version === version);
    if (!found) throw refuse('NOT_FOUND');
    return found;
  }

  /** In the words of the law under which the case is handled. */
  async of({
    kind,
    type,
    formVersion,
    regime,
    prolongs = null,
  }: Pick<Filing, 'kind' | 'type' | 'formVersion'> &
    Partial<Pick<Filing, 'regime' | 'prolongs'>>): Promise<FormDefinition> {
    const found = (await this.all()).find(
      (form) => form.kind === kind && form.filingType === formTypeOf(type) && form.version === formVersion,
    );
    if (!found) throw new Error(`reference list forms lost version ${formVersion} of ${kind} ${type}`);
    const told = prolongs === null ? found : formOfProlonging(found);
    const form = type === 'CHANGE' ? formOfChange(told) : told;
    return regime === 'LICENCE' ? formOfLicence(form) : form;
  }

  /** What answers in this form are judged by at that place that day. */
  async context(form: FormDefinition, district: string, today: PlainDate): Promise<PlaceContext> {
    const terms = await this.terms(form, district, today);
    return { today, terms, divisions: await this.divisions(district) };
  }

  /** The cities and counties of the province in which the district lies; none where no district is chosen. */
  private async divisions(district: string): Promise<Division[]> {
    if (district === '') return [];
    return [...(await this.reference.districts()).values()]
      .filter(({ level, code }) => DIVISIONS.has(level) && code.startsWith(district.slice(0, 2)))
      .map(({ code, name }) => ({ code, name }));
  }

  /**
   * The numbers that the rules of a form take from the reference list `terms`, as they hold there that day; a rule whose number
   * that place does not have is silent.
   */
  private async terms(
    form: FormDefinition,
    district: string,
    on: PlainDate,
  ): Promise<Record<string, number>> {
    const { kind } = form;
    const values: Record<string, number> = {};
    for (const code of termsOf(form)) {
      const term = await this.reference.findTerm(code, { kind, district, on });
      if (term) values[code] = term.value;
    }
    return values;
  }

  private async all(): Promise<readonly FormDefinition[]> {
    const rows = await this.reference.list<FormDefinition>('forms');
    return rows.map(({ id: _id, ...form }) => form);
  }
}
