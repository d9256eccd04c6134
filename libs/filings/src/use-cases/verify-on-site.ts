import { Injectable } from '@nestjs/common';
import { ReadsOnline } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, type PlainDate, toApplicant } from '@zhaoguan/kernel';
import { assertVersion, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { requireRight, type Filing } from '../domain/filing';
import { checkFacts, VERIFIERS, visitFaults, type FactFinding } from '../domain/verification';
import { answerInWords, isAsSeen } from '../domain/mismatch-answer';
import { verificationProcess } from '../domain/verification.process';
import { FilingStore } from '../store/filing.store';
import { VerificationStore } from '../store/verification.store';
import { Colleagues, type Colleague } from './colleagues';
import { LoadForDecision } from './load-for-decision';
import { RecordVerificationAct } from './record-verification-act';
import { SiteFacts } from './site-facts';
import { TellPartnerOfVisit } from './tell-partner-of-visit';
import { termsOf, VerificationDesk } from './verification-desk';
import { Verifications, type VerificationView } from './verifications.query';

export interface VisitToRecord {
  readonly visitedOn: PlainDate;
  /** Accounts of the officials who went. */
  readonly officerIds: readonly string[];
  /** Names of experts who went with them. */
  readonly experts: readonly string[];
  readonly facts: readonly FactFinding[];
  readonly note?: string | undefined;
  readonly fileIds: readonly string[];
}

/** What two officials found on the spot (记录现场核查), and what the applicant has put right since. */
@Injectable()
export class VerifyOnSite {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly filings: FilingStore,
    private readonly verifications: VerificationStore,
    private readonly desk: VerificationDesk,
    private readonly acts: RecordVerificationAct,
    private readonly query: Verifications,
    private readonly sites: SiteFacts,
    private readonly colleagues: Colleagues,
    private readonly readsOnline: ReadsOnline,
    private readonly partner: TellPartnerOfVisit,
  ) {}

  /** Officials who may go, by name. @throws NOT_FOUND, WRONG_DEPARTMENT, ENTERED_BY_YOURSELF */
  officers(caller: Caller, id: string): Promise<Page<Colleague>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.verify');
      return { items: await this.colleagues.holding(manager, filing, VERIFIERS), nextCursor: null };
    });
  }

  /**
   * The conclusion follows from the items: one that does not match is a mismatch.
   * @param version what was read: one visit is recorded once, and nobody sweeps away what a colleague has just found
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION,
   * VALIDATION_FAILED
   */
  record(
    caller: Caller,
    id: string,
    visit: VisitToRecord,
    version: number | undefined,
  ): Promise<VerificationView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.verify');
      const before = await this.verifications.getForUpdate(tx, id);
      assertVersion(version, await this.verifications.version(tx, before.id));
      verificationProcess.apply(before.status, 'confirm');
      const today = dateInShanghai(tx.at);
      const able = await this.colleagues.holding(tx.manager, filing, VERIFIERS);
      const faults = visitFaults(visit, {
        earliest: await this.query.earliest(tx.manager, before),
        today,
        able: new Set(able.map(({ id }) => id)),
      });
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      const facts = checkFacts(await this.sites.of(tx.manager, filing, before), visit.facts);
      await this.requireFiles(tx, before.id, visit.fileIds);
      const matches = facts.every((fact) => fact.matches);
      if (!matches) await this.requireTold(tx, filing, visit.note);
      const correctBy = matches ? null : await this.desk.correctBy(termsOf(before, filing.dueOn), today);
      const seq = await this.acts.execute(tx, {
        action: matches ? 'confirm' : 'mismatch',
        before,
        terms: correctBy === null ? {} : { correctBy },
      });
      await this.verifications.appendVisit(tx, before.id, {
        seq,
        visitedOn: visit.visitedOn,
        ...officersOf(visit, able),
        facts,
        note: guarded(visit.note ?? null),
        files: visit.fileIds,
      });
      await this.partner.execute(tx, filing, before, { visitedOn: visit.visitedOn, facts, correctBy });
      return this.query.view(tx.manager, filing, await this.verifications.getForUpdate(tx, id), caller);
    });
  }

  /**
   * The applicant has put it right without a change of what is filed.
   * @throws NOT_FOUND, FORBIDDEN, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED
   */
  correct(
    caller: Caller,
    id: string,
    statement: string,
    version: number | undefined,
  ): Promise<VerificationView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.filings.getForUpdate(tx, id);
      requireRight(filing, caller, 'filing.file');
      const before = await this.verifications.getForUpdate(tx, id);
      assertVersion(version, await this.verifications.version(tx, before.id));
      const dueOn = await this.desk.dueOn(termsOf(before, filing.dueOn), dateInShanghai(tx.at));
      await this.acts.execute(tx, {
        action: 'correct',
        before,
        terms: { dueOn },
        reason: toApplicant(statement),
      });
      return this.query.view(tx.manager, filing, await this.verifications.getForUpdate(tx, id), caller);
    });
  }

  /**
   * What is filed now is what was found: it is concluded from the papers, by the visit that two officials have made.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION, NOT_AS_FOUND
   */
  settle(caller: Caller, id: string, version: number | undefined): Promise<VerificationView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.verify');
      const before = await this.verifications.getForUpdate(tx, id);
      assertVersion(version, await this.verifications.version(tx, before.id));
      const beside = await this.sites.beside(tx.manager, filing, before);
      if (before.status === 'RECHECK' && !isAsSeen(beside)) throw refuse('NOT_AS_FOUND');
      await this.acts.execute(tx, {
        action: 'settle',
        before,
        terms: {},
        reason: answerInWords(beside.mismatches),
      });
      const visitedOn = (await this.verifications.visits(tx.manager, before.id)).at(-1)?.visitedOn;
      if (visitedOn === undefined) throw new Error(`verification ${before.id} was answered without a visit`);
      await this.partner.execute(tx, filing, before, { visitedOn, facts: [], correctBy: null });
      return this.query.view(tx.manager, filing, await this.verifications.getForUpdate(tx, id), caller);
    });
  }

  /** A period to put it right begins: where nobody reads of it here, the officials tell it themselves, and write down how. */
  private async requireTold(tx: Tx, { applicantId }: Filing, note: string | undefined): Promise<void> {
    if (note?.trim() || (await this.readsOnline.whileActing(tx, applicantId, 'filing.file'))) return;
    const message =
      '申请人没有能够登录的账号，看不到核查结果和改正期限；请当面或者书面告知，并写明由谁签收、怎样告知';
    throw refuse('VALIDATION_FAILED', {}, [{ pointer: '/note', code: 'NO_OPERATOR', message }]);
  }

  private async requireFiles(tx: Tx, id: string, fileIds: readonly string[]): Promise<void> {
    const own = await this.verifications.listFiles(tx.manager, id);
    const unknown = fileIds.findIndex(
      (wanted) => !own.some((file) => file.id === wanted && file.uploadedBy === tx.caller.id),
    );
    if (unknown < 0) return;
    const field = { pointer: `/fileIds/${unknown}`, code: 'UNKNOWN_FILE', message: '没有这份文件' };
    throw refuse('VALIDATION_FAILED', {}, [field]);
  }
}

/** With their names of that day: an account may change its name or go. */
function officersOf(
  { officerIds, experts }: VisitToRecord,
  able: readonly Colleague[],
): { readonly officers: string[]; readonly officerIds: string[]; readonly experts: string[] } {
  const went = able.filter(({ id }) => officerIds.includes(id));
  return {
    officers: went.map(({ name }) => name),
    officerIds: went.map(({ id }) => id),
    experts: [...new Set(experts.map(toApplicant))],
  };
}
