import { Injectable } from '@nestjs/common';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Filing } from '../domain/filing';
import { requireKnownPointers, summaryOf, type Remark } from '../domain/remarks';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';

/** What is asked when a filing is returned: whether the remarks (补正意见) point at something, and by when it is put right. */
@Injectable()
export class ReturnDesk {
  constructor(
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
  ) {}

  /**
   * Every remark points at something that the applicant has before them.
   * @returns the reason for the history
   * @throws UNKNOWN_POINTER
   */
  async summary(filing: Filing, remarks: readonly Remark[]): Promise<string> {
    const listed = await this.reference.materialsOf(filing);
    const names = new Map(listed.map(({ code, name }) => [code, name]));
    const form = await this.forms.of(filing);
    requireKnownPointers(remarks, form, names);
    return summaryOf(remarks, form, names);
  }

  correctBy(filing: Filing, at: Date): Promise<PlainDate> {
    return this.reference.correctBy(filing, dateInShanghai(at));
  }
}
