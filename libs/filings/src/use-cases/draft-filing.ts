import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller, type FilingType, type Kind } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { fillIn, type ApplicationInput } from '../domain/application';
import { missingIdentity } from '../domain/application-review';
import type { Filing } from '../domain/filing';
import { filingProcess } from '../domain/filing.process';
import { FilingStore } from '../store/filing.store';
import { ApplicationCheck } from './application-check';
import { PresentFiling, type FilingView } from './present-filing';

export interface DraftToMake {
  readonly type: FilingType;
  readonly kind: Kind;
  readonly institution: ApplicationInput;
}

/** An operator begins a filing (起草备案). */
@Injectable()
export class DraftFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly check: ApplicationCheck,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
  ) {}

  /** @throws FILING_TYPE_UNAVAILABLE, VALIDATION_FAILED naming every field that is wrong */
  async execute(caller: Caller, input: DraftToMake): Promise<FilingView> {
    // A change, suspension or closure begins with a filed institution; those lifecycles are handled at the counter.
    if (input.type !== 'INITIAL') throw refuse('FILING_TYPE_UNAVAILABLE');
    return this.work.run(caller, async (tx) => {
      const { type, kind } = input;
      const application = fillIn(input.institution);
      const { version: formVersion } = await this.check.formAt(kind, type, tx.at);
      const review = await this.check.execute({ kind, type, formVersion, application }, tx.at);
      const faults = [...missingIdentity(review), ...review.errors];
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      const filing: Filing = {
        id: tx.newId(),
        type,
        kind,
        status: filingProcess.initial,
        application,
        formVersion,
        applicantId: caller.id,
        round: 0,
        dueOn: null,
        correctBy: null,
        submittedAt: null,
        filingNumber: null,
        filedOn: null,
        institutionId: null,
        createdAt: tx.at,
        updatedAt: tx.at,
        version: 1,
      };
      await this.filings.insert(tx, filing);
      await this.audit.append(tx, {
        action: 'filing.drafted',
        subjectType: 'filing',
        subjectId: filing.id,
        district: application.district,
        detail: { type, kind, uscc: application.uscc },
      });
      return this.present.view(tx.manager, filing, caller);
    });
  }
}
