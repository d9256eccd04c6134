import { Injectable } from '@nestjs/common';
import type { Filing } from '../domain/filing';
import { requireKnownPointers, type Remark } from '../domain/remarks';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';

/** Whether every remark (补正意见) points at something that the applicant has before them. */
@Injectable()
export class RemarkCheck {
  constructor(
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
  ) {}

  /** @throws UNKNOWN_POINTER */
  async execute(filing: Filing, remarks: readonly Remark[]): Promise<void> {
    const listed = await this.reference.materialsOf(filing);
    const codes = new Set(listed.map(({ code }) => code));
    requireKnownPointers(remarks, await this.forms.of(filing), codes);
  }
}
