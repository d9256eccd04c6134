import { Injectable } from '@nestjs/common';
import type { ChangeRuleRow, FilingType, FormDefinition, JurisdictionRow, Kind } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import { dateInShanghai, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData } from '@zhaoguan/platform';
import {
  amendmentsOf,
  areaFaults,
  fixedFaults,
  fixedFields,
  withInherited,
  type ChangedCase,
  type FixedField,
} from '../domain/amendment';
import type { Application, ApplicationInput } from '../domain/application';
import { reviewOf, type Review } from '../domain/application-review';
import type { Filing } from '../domain/filing';
import { leaseWarnings } from '../domain/lease-change';
import { headWarnings } from '../domain/new-head';
import { askedParticulars } from '../domain/particulars';
import { FilingForms } from './filing-forms';

export interface CheckedApplication extends Review {
  readonly form: FormDefinition;
  /** What a change filing changes of what the register holds; null for any other filing. */
  readonly amendments: readonly ChangedField[] | null;
}

/** Holds applications against their form and against the map. */
@Injectable()
export class ApplicationCheck {
  constructor(
    private readonly forms: FilingForms,
    private readonly reference: ReferenceData,
  ) {}

  /** The form in which a filing is drafted at that instant. @throws FILING_TYPE_UNAVAILABLE */
  formAt(kind: Kind, type: FilingType, at: Date): Promise<FormDefinition> {
    return this.forms.inForce(kind, type, dateInShanghai(at));
  }

  /** What was sent, as far as the form of the filing asks for it. */
  async asked<T extends Pick<ApplicationInput, 'particulars'>>(
    filing: Pick<Filing, 'kind' | 'type' | 'formVersion'>,
    input: T,
  ): Promise<T> {
    if (!input.particulars) return input;
    return { ...input, particulars: askedParticulars(await this.forms.of(filing), input.particulars) };
  }

  /**
   * By the form with which the filing was drafted, and by the numbers of the day: a limit may have changed since.
   * @param uploaded codes of its materials, where what is only to be looked at is shown
   */
  async execute(
    filing: Pick<Filing, 'kind' | 'type' | 'regime' | 'formVersion' | 'application' | 'base' | 'prolongs'>,
    at: Date,
    uploaded: readonly string[] = [],
  ): Promise<CheckedApplication> {
    const { application, base, regime } = filing;
    const form = await this.forms.of(filing);
    const today = dateInShanghai(at);
    const { prolongs } = filing;
    const context = { ...(await this.forms.context(form, application.district, today)), uploaded, prolongs };
    const review = reviewOf(form, application, context);
    const places = await this.placeFaults(application);
    if (base === null) return { ...review, errors: [...places, ...review.errors], form, amendments: null };
    const amendments = amendmentsOf(form, base, application);
    const rules = fixedFaults(await this.fixedFields(filing, today), amendments, regime);
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    // What may not be changed at all has been said already.
    const isSaid = rules.some(({ pointer }) => pointer === '/institution/township');
    const fixed = isSaid ? rules : [...rules, ...areaFaults(base, application, jurisdictions, regime)];
    const checked = withInherited(review, reviewOf(form, base, context), amendments, regime);
    const errors = [...places, ...fixed, ...checked.errors];
    const warnings = [
      ...checked.warnings,
      ...headWarnings(base, application),
      ...leaseWarnings(filing, base, application),
    ];
    return { ...checked, errors, warnings, form, amendments };
  }

  /** What a change filing of this kind leaves as it is (reference list `change-rules`). */
  async fixedFields(about: ChangedCase, on: PlainDate): Promise<FixedField[]> {
    return fixedFields(await this.reference.list<ChangeRuleRow>('change-rules'), about, on);
  }

  /** What is not filled in is missing, not wrong. */
  private async placeFaults({ district, township }: Application): Promise<FieldError[]> {
    const all = await this.reference.districts();
    const faults: FieldError[] = [];
    if (district !== '' && all.get(district)?.level !== 'COUNTY') {
      faults.push({ pointer: '/institution/district', code: 'UNKNOWN_DISTRICT' });
    }
    if (township !== null && all.get(township)?.parent !== district) {
      const message = '乡镇（街道）代码不存在，或者不属于所填区县';
      faults.push({ pointer: '/institution/township', code: 'UNKNOWN_DISTRICT', message });
    }
    return faults;
  }
}
