import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, toApplicant } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { OPINION_TERM } from '../domain/opinion';
import { opinionProcess } from '../domain/opinion.process';
import { HistoryStore } from '../store/history.store';
import { MaterialStore } from '../store/material.store';
import { OpinionStore } from '../store/opinion.store';
import { LoadForDecision } from './load-for-decision';
import { OpenOpinions } from './open-opinions';
import { OpinionActs } from './opinion-acts';
import { OpinionsOfFiling, type OpinionsView } from './opinions-of-filing.query';

export interface OpinionToAsk {
  readonly department: string;
  readonly question: string;
  readonly materials: readonly string[];
}

/** The registrar asks another department (征求意见), takes the question back, or waits no longer. */
@Injectable()
export class AskOpinion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly history: HistoryStore,
    private readonly materials: MaterialStore,
    private readonly opinions: OpinionStore,
    private readonly acts: OpinionActs,
    private readonly open: OpenOpinions,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
    private readonly query: OpinionsOfFiling,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, CASE_NOT_OPEN, VALIDATION_FAILED, OPINION_UNATTENDED, OPINION_ASKED_ALREADY */
  ask(caller: Caller, filingId: string, asked: OpinionToAsk): Promise<OpinionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, filingId, 'filing.consult');
      if (filing.status !== 'SUBMITTED') throw refuse('CASE_NOT_OPEN');
      const { departments } = await this.query.view(tx.manager, filing, caller);
      const found = departments.find(({ code }) => code === asked.department);
      if (found === undefined) {
        throw refuse('VALIDATION_FAILED', {}, [
          { pointer: '/department', code: 'UNKNOWN_DEPARTMENT', message: '当地没有这个部门，或者就是本部门' },
        ]);
      }
      if (found.hindrance !== null) {
        const department = found.name;
        throw refuse('OPINION_UNATTENDED', { department }, [
          { pointer: '/department', code: 'OPINION_UNATTENDED', message: found.hindrance },
        ]);
      }
      await this.requireMaterials(tx.manager, filing.id, filing.round, asked.materials);
      const { kind, application, round } = filing;
      const { district, township } = application;
      const opinion = {
        ...asked,
        question: guarded(asked.question) ?? asked.question.trim(),
        id: tx.newId(),
        filingId,
        round,
        kind,
        district,
        township,
        status: opinionProcess.initial,
        dueOn: await this.reference.dueOn(OPINION_TERM, dateInShanghai(tx.at), { kind, district }),
        askedBy: caller.id,
        askedAt: tx.at,
        answer: null,
        reasons: null,
        endedBy: null,
        endedAt: null,
      };
      await this.opinions.insert(tx, opinion);
      await this.audit.append(tx, {
        action: 'opinion.asked',
        subjectType: 'filing',
        subjectId: filingId,
        district,
        detail: { department: asked.department, until: opinion.dueOn },
      });
      await tx.emit('opinion.asked', { opinionId: opinion.id, filingId });
      return this.query.view(tx.manager, filing, caller);
    });
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, ENTERED_BY_YOURSELF, INVALID_TRANSITION, REASON_REQUIRED */
  withdraw(caller: Caller, filingId: string, opinionId: string, reason: string): Promise<OpinionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, filingId, 'filing.consult');
      const before = await this.opinions.getForUpdate(tx, opinionId);
      if (before.filingId !== filingId) throw refuse('NOT_FOUND');
      await this.acts.execute(tx, 'withdraw', before, { answer: null, reasons: toApplicant(reason) });
      return this.query.view(tx.manager, filing, caller);
    });
  }

  /**
   * Of those that are named, else of all that is open; once none is, it can be decided.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, ENTERED_BY_YOURSELF, REASON_REQUIRED, VALIDATION_FAILED where one is not open
   */
  waive(
    caller: Caller,
    filingId: string,
    { reason, opinions }: { readonly reason: string; readonly opinions?: readonly string[] | undefined },
  ): Promise<OpinionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, filingId, 'filing.consult');
      await this.open.waive(tx, filingId, toApplicant(reason), opinions);
      return this.query.view(tx.manager, filing, caller);
    });
  }

  private async requireMaterials(
    manager: Parameters<HistoryStore['findSubmission']>[0],
    filingId: string,
    round: number,
    codes: readonly string[],
  ): Promise<void> {
    const submission = await this.history.findSubmission(manager, filingId, round);
    const handedIn = await this.materials.byIds(manager, filingId, submission?.materials ?? []);
    const unknown = codes.findIndex((code) => !handedIn.some((material) => material.code === code));
    if (unknown < 0) return;
    const field = { pointer: `/materials/${unknown}`, code: 'UNKNOWN_MATERIAL', message: '没有提交这份材料' };
    throw refuse('VALIDATION_FAILED', {}, [field]);
  }
}
