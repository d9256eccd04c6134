import { Inject, Injectable } from '@nestjs/common';
import type { FilingType, FormDefinition, Kind } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK } from '@zhaoguan/platform';
import { FilingForms, type PlaceContext } from './filing-forms';

/** A form with the day, the numbers and the names of places that its rules need, so that it can be checked while people type. */
export type FilingForm = FormDefinition & PlaceContext;

export interface FormWanted {
  readonly kind: Kind;
  readonly type: FilingType;
  /** Where the site stands; the nationwide numbers without. */
  readonly district?: string;
}

const NATIONWIDE = '000000';

@Injectable()
export class GetFilingForm {
  constructor(
    private readonly forms: FilingForms,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The form in force today. @throws FILING_TYPE_UNAVAILABLE */
  async today({ kind, type, district }: FormWanted): Promise<FilingForm> {
    return this.withContext(await this.forms.inForce(kind, type, this.date()), district);
  }

  /** A version, such as the one with which a filing was drafted. @throws NOT_FOUND */
  async version(code: string, version: number, district?: string): Promise<FilingForm> {
    return this.withContext(await this.forms.get(code, version), district);
  }

  private async withContext(form: FormDefinition, district: string = NATIONWIDE): Promise<FilingForm> {
    return { ...form, ...(await this.forms.context(form, district, this.date())) };
  }

  private date(): PlainDate {
    return dateInShanghai(this.clock.now());
  }
}
