import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller, type FilingType, type Kind } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { fillIn, type Application, type ApplicationInput } from '../domain/application';
import { missingIdentity } from '../domain/application-review';
import type { Filing } from '../domain/filing';
import { filingProcess } from '../domain/filing.process';
import { FilingStore } from '../store/filing.store';
import { ApplicationCheck } from './application-check';
import { BeginChange } from './begin-change';
import { PresentFiling, type FilingView } from './present-filing';

export interface DraftToMake {
  readonly type: FilingType;
  readonly kind: Kind;
  readonly institution?: ApplicationInput | undefined;
  /** The institution of a change filing. */
  readonly institutionId?: string | undefined;
}

/** What the first filing of a site, and the change of one that is registered, begin with. */
interface Beginning {
  readonly application: Application;
  readonly base: Application | null;
  readonly institutionId: string | null;
}

/** An operator begins a filing (起草备案). */
@Injectable()
export class DraftFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly changes: BeginChange,
    private readonly check: ApplicationCheck,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws FILING_TYPE_UNAVAILABLE, VALIDATION_FAILED naming every field that is wrong; for a change NOT_FOUND,
   *   INSTITUTION_CLOSED, CHANGE_UNDER_WAY
   */
  async execute(caller: Caller, input: DraftToMake): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const { type, kind } = input;
      const { version: formVersion } = await this.check.formAt(kind, type, tx.at);
      const beginning = await this.beginning(tx, input);
      const review = await this.check.execute({ kind, type, formVersion, ...beginning }, tx.at);
      const faults = [...missingIdentity(review), ...review.errors];
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      const filing: Filing = {
        id: tx.newId(),
        type,
        kind,
        status: filingProcess.initial,
        formVersion,
        applicantId: caller.id,
        round: 0,
        dueOn: null,
        correctBy: null,
        submittedAt: null,
        filingNumber: null,
        filedOn: null,
        createdAt: tx.at,
        updatedAt: tx.at,
        version: 1,
        ...beginning,
      };
      await this.filings.insert(tx, filing);
      const { application } = filing;
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

  private async beginning(
    tx: Tx,
    { type, kind, institution, institutionId }: DraftToMake,
  ): Promise<Beginning> {
    if (type !== 'CHANGE') return { application: fillIn(institution ?? {}), base: null, institutionId: null };
    const field = { pointer: '/institutionId', code: 'REQUIRED', message: '请写明变更哪一家机构的备案' };
    if (institutionId === undefined) throw refuse('VALIDATION_FAILED', {}, [field]);
    const registered = await this.changes.institution(tx, institutionId);
    if (registered.kind !== kind) throw refuse('NOT_FOUND');
    const base = await this.changes.registered(tx, registered);
    return { application: fillIn(institution ?? {}, base), base, institutionId };
  }
}
