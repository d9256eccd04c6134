import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { CLOSURE_TERM, countsFrom, type Closure, type ClosureFinding } from '../domain/closure';
import { closureProcess } from '../domain/closure.process';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import type { ServiceNotice } from '../domain/service-notice';
import { ClosureStore } from '../store/closure.store';
import { SuccessorDesk } from './successor-desk';

/** What begins with the acceptance of a closure: from when on and until when it is looked at, and whose operator is told that it takes over. */
export interface ClosureForeseen {
  readonly from: PlainDate;
  readonly workingDays: number;
  readonly dueOn: PlainDate;
  readonly told: string | null;
}

/** What the acceptance of a closure (终止) leaves for its office to do once the day has come. */
@Injectable()
export class ClosureDesk {
  constructor(
    private readonly closures: ClosureStore,
    private readonly successors: SuccessorDesk,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** It waits from the day of the end on; of one that lies behind, from its acceptance. */
  async afterAcceptance(tx: Tx, filing: Filing): Promise<void> {
    const { id, type, kind, institutionId, applicantId, application } = filing;
    const endsOn = application.notice?.startsOn ?? null;
    if (type !== 'CLOSURE' || institutionId === null || endsOn === null) return;
    const { district, township } = placeOf(filing);
    const today = dateInShanghai(tx.at);
    const ahead = endsOn > today;
    const dueOn = await this.dueOn({ kind, district }, ahead ? endsOn : today);
    await this.closures.insert(tx, {
      filingId: id,
      institutionId,
      applicantId,
      kind,
      district,
      township,
      name: application.name ?? '',
      endsOn,
      status: closureProcess.initial,
      dueOn,
      since: ahead ? new Date(`${endsOn}T00:00:00+08:00`) : tx.at,
      successor: await this.successors.afterAcceptance(tx, filing, institutionId),
    });
    await this.audit.append(tx, {
      action: 'filing.closure-follow-up-opened',
      subjectType: 'filing',
      subjectId: id,
      district,
      detail: { from: endsOn, until: dueOn },
    });
  }

  /** It was held beyond its day (撤回 was asked for, and not granted): it ends today, and the office has its whole term from here. */
  async afterRelease(tx: Tx, { id }: Filing): Promise<void> {
    const closure = await this.closures.find(tx.manager, id);
    const today = dateInShanghai(tx.at);
    if (closure === null || closure.endsOn >= today) return;
    await this.closures.shift(tx, closure, { endsOn: today, dueOn: await this.dueOn(closure, today) });
  }

  /** The closure was taken back before its day (撤回): whoever was to take over is released, and nothing is looked at. */
  async afterRetraction(tx: Tx, { id, application }: Filing): Promise<void> {
    const closure = await this.closures.find(tx.manager, id);
    if (closure === null) return;
    const { from, to } = closureProcess.apply(closure.status, 'callOff');
    await this.closures.callOff(tx, closure, to);
    await this.successors.afterRetraction(tx, closure);
    await this.audit.append(tx, {
      action: 'filing.closure-called-off',
      subjectType: 'filing',
      subjectId: id,
      district: application.district,
      detail: { from, to },
    });
  }

  /** Null of what is no closure, or has no day yet. */
  async foresee(manager: Tx['manager'], filing: Filing, today: PlainDate): Promise<ClosureForeseen | null> {
    const { type, kind, institutionId, application } = filing;
    const endsOn = application.notice?.startsOn ?? null;
    if (type !== 'CLOSURE' || institutionId === null || endsOn === null) return null;
    const from = endsOn > today ? endsOn : today;
    const office = { kind, district: placeOf(filing).district };
    const { value: workingDays } = await this.reference.term(CLOSURE_TERM, { ...office, on: from });
    const told = await this.successors.toldOf(manager, filing, institutionId);
    return { from, workingDays, dueOn: await this.dueOn(office, from), told };
  }

  /** To which day the term goes with a record by which something is left: as it is recorded, and as it is foretold before. */
  dueAgain(
    office: Pick<Closure, 'kind' | 'district'>,
    left: Pick<ClosureFinding, 'refunded'>,
    notice: ServiceNotice | null,
    today: PlainDate,
  ): Promise<PlainDate> {
    return this.dueOn(office, countsFrom(left, notice, today));
  }

  dueOn(office: Pick<Closure, 'kind' | 'district'>, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(CLOSURE_TERM, from, office);
  }
}
