import { Inject, Injectable } from '@nestjs/common';
import { isSignedForm } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { openToRemarks, requireInTime } from '../domain/later-remarks';
import { requireCall } from '../domain/call-before-return';
import { placeOf, requireKnownPointers, summaryOf, type Remark } from '../domain/remarks';
import { HistoryStore } from '../store/history.store';
import { ApplicationCheck } from './application-check';
import { CallDesk } from './call-desk';
import { CompareSubmissions } from './compare-submissions';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';
import { TakeoverDesk } from './takeover-desk';

/**
 * What is asked when a filing is returned: whether the remarks (补正意见) point at something, whether they come in time, and by
 * when it is put right.
 */
@Injectable()
export class ReturnDesk {
  constructor(
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
    private readonly check: ApplicationCheck,
    private readonly compare: CompareSubmissions,
    private readonly history: HistoryStore,
    private readonly calls: CallDesk,
    private readonly takeovers: TakeoverDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Every remark points at something that the applicant has before them, and is new to them or was made before.
   * @returns the reason for the history
   * @throws UNKNOWN_POINTER, REMARK_TOO_LATE
   */
  async summary(manager: Tx['manager'], filing: Filing, remarks: readonly Remark[]): Promise<string> {
    const listed = await this.reference.materialsOf(filing);
    const names = new Map(listed.map(({ code, name }) => [code, name]));
    const form = await this.forms.of(filing);
    const takeover = await this.takeovers.isRemarkable(manager, filing);
    requireKnownPointers(remarks, { form, materials: names, takeover });
    const open = await this.openToRemarks(manager, filing);
    if (open !== null) requireInTime(remarks, open, (pointer) => placeOf(pointer, form, names));
    return summaryOf(remarks, form, names);
  }

  /** Where something may still be asked to be put right; null at a first submission: everywhere. */
  async openToRemarks(manager: Tx['manager'], filing: Filing): Promise<readonly string[] | null> {
    const compared = filing.round > 1 ? await this.compare.last(manager, filing) : null;
    if (compared === null) return null;
    const { incomplete } = await this.check.execute(filing, this.clock.now());
    const earlier = await this.history.remarksBefore(manager, filing.id, filing.round);
    const signedForms = (await this.reference.materialsOf(filing)).filter(isSignedForm);
    return openToRemarks({
      changes: compared.changes,
      earlier,
      incomplete,
      signedForms: signedForms.map(({ code }) => code),
      takeover: await this.takeovers.asked(manager, filing),
    });
  }

  /** @throws CALL_REQUIRED, APPLICANT_UNREACHED */
  async requireCall(tx: Tx, filing: Filing, call: string | undefined): Promise<void> {
    requireCall(filing, call, await this.calls.reason(tx.manager, filing, dateInShanghai(tx.at)));
  }

  correctBy(filing: Filing, at: Date): Promise<PlainDate> {
    return this.reference.correctBy(filing, dateInShanghai(at));
  }
}
