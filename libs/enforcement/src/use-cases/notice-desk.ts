import { Injectable } from '@nestjs/common';
import { assertService, ReadsOnline } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import type { Caller, PenaltyService } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, type PlainDate } from '@zhaoguan/kernel';
import { assertVersionIfGiven, ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Notice, PenaltyCase } from '../domain/penalty-case';
import type { PenaltyCaseAction } from '../domain/penalty-case.process';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { Authorities } from './authorities';
import { act } from './case-act';
import { PartyOfCase, READS_CASES } from './party-of-case';
import type { ProposedNotice } from './proposed-notices';

/** How a notice has reached the party. */
export interface NoticeToServe {
  readonly service: PenaltyService;
  readonly serviceNote: string | null;
  /** Only where it was handed over on another day than today. */
  readonly servedOn: PlainDate | null;
}

/** What giving a notice, making its paper and entering the service of the paper have in common. */
@Injectable()
export class NoticeDesk {
  constructor(
    private readonly cases: PenaltyCaseStore,
    private readonly reference: ReferenceData,
    private readonly authorities: Authorities,
    private readonly party: PartyOfCase,
    private readonly readsOnline: ReadsOnline,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, STALE_VERSION, INVALID_TRANSITION */
  async begin<A extends PenaltyCaseAction>(
    tx: Tx,
    caller: Caller,
    id: string,
    action: A,
    version: number | undefined,
  ) {
    const subject = await this.cases.getForUpdate(tx, id);
    await this.authorities.requireInCharge(caller, subject);
    await this.party.requireAnother(tx, subject);
    assertVersionIfGiven(version, subject.version);
    const on = dateInShanghai(tx.at);
    return { subject, on, transition: act(subject, action, on) };
  }

  /**
   * Handed over, the days run from the day on which that is entered: no period is over before anybody could see it.
   * @throws NO_OPERATOR, SERVICE_NOTE_REQUIRED, SERVICE_DAY_WRONG
   * @law 行政处罚法第四十四条、第四十五条
   */
  async serve<N extends ProposedNotice>(
    tx: Tx,
    subject: PenaltyCase,
    notice: N,
    input: NoticeToServe,
  ): Promise<N & Pick<Notice, 'noticedOn' | 'statementUntil' | 'service' | 'serviceNote' | 'servedOn'>> {
    const on = dateInShanghai(tx.at);
    const { service } = input;
    const serviceNote = service === 'ONLINE' ? null : guarded(input.serviceNote);
    const servedOn = service === 'ONLINE' ? on : (input.servedOn ?? on);
    const party = await this.party.of(tx.manager, subject);
    const isReadOnline = await this.readsOnline.whileActing(tx, party, READS_CASES);
    assertService({ service, serviceNote, servedOn }, { isReadOnline, paperOn: notice.paperOn, on });
    return {
      ...notice,
      noticedOn: on,
      statementUntil: await this.reference.dueOn('PENALTY_STATEMENT', on, subject),
      service,
      serviceNote,
      servedOn,
    };
  }

  /** The party is told, and the log says what it was told. */
  async tell(
    tx: Tx,
    { id, institutionId, district }: PenaltyCase,
    { measures, amountFen, severity }: ProposedNotice,
    channel: PenaltyService,
  ): Promise<void> {
    await this.audit.append(tx, {
      action: 'penalty-case.noticed',
      subjectType: 'penalty-case',
      subjectId: id,
      district,
      detail: { measures, amountFen, severity, channel },
    });
    await tx.emit('penalty-case.noticed', { caseId: id, institutionId, district });
  }
}
