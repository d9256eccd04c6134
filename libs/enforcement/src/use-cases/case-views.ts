import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { STATEMENT_PERIOD_OVER, type Caller, type MeasureRow } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import {
  servedNotice,
  type CaseFinding,
  type Notice,
  type PartyStatement,
  type PenaltyCase,
  type StatementFile,
} from '../domain/penalty-case';
import { caseClock, nextTerm, type CaseClock, type CaseTerm } from '../domain/penalty-case.deadlines';
import {
  PENALTY_CASE_STATUS_LABELS,
  penaltyCaseProcess,
  type PenaltyCaseAction,
  type PenaltyCaseStatus,
} from '../domain/penalty-case.process';
import { labelsOf } from '../domain/penalty-range';
import { tiersOf, type TierView } from '../domain/penalty-tiers';
import { rightsText } from '../domain/remedies';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { Authorities } from './authorities';
import { hearingOf, penaltyMeasures } from './case-act';
import { periodsOf } from './case-periods';
import { DecisionViews, type DecisionView } from './decision-view';
import { PartyOfCase } from './party-of-case';
import { publicityOf, type Publicity } from './publicity';

/** A line of the list. */
export interface CaseLine {
  readonly id: string;
  readonly caseNumber: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly uscc: string;
  readonly kind: PenaltyCase['kind'];
  readonly siteType: PenaltyCase['siteType'];
  readonly district: string;
  readonly department: string;
  readonly authorityName: string;
  readonly status: PenaltyCaseStatus;
  readonly statusLabel: string;
  readonly basis: {
    readonly code: string;
    readonly law: string;
    readonly article: string;
    readonly conduct: string;
  };
  readonly openedOn: PlainDate;
  /** Null once the case is decided. */
  readonly deadline: CaseClock | null;
  /** What the case waits for; null once it is decided. */
  readonly nextTerm: CaseTerm | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: PlainDate | null;
  readonly availableActions: readonly PenaltyCaseAction[];
  readonly version: number;
}

export interface CaseView extends CaseLine {
  /** Who opened it; null for the party. */
  readonly openedByName: string | null;
  /** What the clause allowed when the case was opened. */
  readonly tiers: readonly TierView[];
  readonly investigators: readonly string[];
  readonly findings: readonly CaseFinding[];
  readonly notice:
    | (Omit<Notice, 'isOnPaper'> & { readonly measureLabels: readonly string[]; readonly rights: string })
    | null;
  readonly statements: readonly (Omit<PartyStatement, 'madeBy' | 'files'> & {
    readonly files: readonly Omit<StatementFile, 'uploadedBy'>[];
  })[];
  readonly decision: DecisionView | null;
  readonly publicity: Publicity | null;
  readonly history: readonly {
    readonly action: PenaltyCaseAction;
    readonly label: string;
    readonly from: PenaltyCaseStatus;
    readonly to: PenaltyCaseStatus;
    readonly at: Date;
    readonly legalBasis: string | null;
    /** Null for the party, and for its own acts. */
    readonly actorName: string | null;
  }[];
  /** Whether its notice, or its decision once there is one, could be served by the system (系统送达) now; false for the party. */
  readonly servesOnline: boolean;
}

/** Cases as they are answered with. Officials read who acted; the party reads certificate numbers. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly cases: PenaltyCaseStore,
    private readonly people: PersonStore,
    private readonly reference: ReferenceData,
    private readonly authorities: Authorities,
    private readonly decisions: DecisionViews,
    private readonly party: PartyOfCase,
  ) {}

  async line(caller: Caller, subject: PenaltyCase, on: PlainDate): Promise<CaseLine> {
    const { id, caseNumber, institutionId, kind, district, department, authorityName, status, openedOn } =
      subject;
    const { code, law, article, conduct } = subject.basis;
    const until = servedNotice(subject.notice)?.statementUntil;
    return {
      id,
      caseNumber,
      institutionId,
      institutionName: subject.partyName,
      uscc: subject.partyUscc,
      kind,
      siteType: subject.siteType,
      district,
      department,
      authorityName,
      status,
      statusLabel:
        status === 'NOTICED' && until !== undefined && until < on
          ? STATEMENT_PERIOD_OVER['penalty-case']
          : PENALTY_CASE_STATUS_LABELS[status],
      basis: { code, law, article, conduct },
      openedOn,
      deadline: subject.decision ? null : await this.clock(subject, on),
      nextTerm: subject.decision ? null : nextTerm(subject, on, await this.reference.calendar()),
      decisionNumber: subject.decision?.number ?? null,
      decidedOn: subject.decision?.decidedOn ?? null,
      availableActions: (await this.mayAct(caller, subject))
        ? penaltyCaseProcess.availableActions(status, caller.permissions, hearingOf(subject), { on })
        : [],
      version: subject.version,
    };
  }

  /** Drawing a notice up is no word to the party until it is served. */
  private told<T extends { readonly action: string }>(caller: Caller, acts: readonly T[]): readonly T[] {
    return caller.permissions.has('case.read') ? acts : acts.filter(({ action }) => action !== 'prepare');
  }

  async full(manager: Tx['manager'], caller: Caller, subject: PenaltyCase, on: PlainDate): Promise<CaseView> {
    const { findings, statements, transitions } = await this.cases.file(manager, subject.id);
    const { notice, decision } = subject;
    const measures = await penaltyMeasures(this.reference);
    const names = await this.namesFor(manager, caller, [
      subject.openedBy,
      ...transitions.map(({ actorId }) => actorId),
    ]);
    return {
      ...(await this.line(caller, subject, on)),
      openedByName: names.get(subject.openedBy) ?? null,
      tiers: tiersOf(subject.basis, measures),
      investigators: subject.investigators,
      findings,
      notice: notice && (await this.noticeView(caller, subject, notice, measures)),
      statements: statements.map(({ id, nature, channel, text, files, madeAt }) => ({
        id,
        nature,
        channel,
        text,
        files: files.map(publicFile),
        madeAt,
      })),
      decision:
        decision &&
        (await this.decisions.of(manager, subject, decision, {
          isOfficial: caller.permissions.has('case.read'),
          mayEnterService: caller.permissions.has('case.manage') && (await this.mayAct(caller, subject)),
        })),
      publicity: decision?.penalty
        ? await publicityOf(this.reference, decision.penalty.publicityClass, subject, decision.decidedOn)
        : null,
      history: this.told(caller, transitions).map(({ action, from, to, at, legalBasis, actorId }) => ({
        action,
        label: penaltyCaseProcess.actions[action].label,
        from,
        to,
        at,
        legalBasis,
        actorName: action === 'state' ? null : (names.get(actorId) ?? null),
      })),
      servesOnline:
        caller.permissions.has('case.read') && (await this.party.isServedOnline(manager, subject)),
    };
  }

  private async noticeView(
    caller: Caller,
    subject: PenaltyCase,
    { isOnPaper, ...notice }: Notice,
    measures: readonly MeasureRow[],
  ): Promise<NonNullable<CaseView['notice']>> {
    const { statement } = await periodsOf(this.reference, subject, notice.paperOn);
    return {
      ...notice,
      measureLabels: labelsOf(notice.measures, measures),
      rights: rightsText({ ...notice, isOnPaper }, statement),
      serviceNote: caller.permissions.has('case.read') ? notice.serviceNote : null,
    };
  }

  /** The party acts on its own case; of the officials who read it, those who are in charge of it. */
  private async mayAct(caller: Caller, subject: PenaltyCase): Promise<boolean> {
    if (!caller.permissions.has('case.read')) return true;
    return caller.departments.includes(subject.department) && this.authorities.isResponsible(caller, subject);
  }

  /** Officials read of each other; the party reads the authority's name alone. */
  private async namesFor(
    manager: Tx['manager'],
    caller: Caller,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    return caller.permissions.has('case.read') ? this.people.listNames(manager, ids) : new Map();
  }

  private async clock(
    { kind, district, openedOn, decideBy }: PenaltyCase,
    on: PlainDate,
  ): Promise<CaseClock> {
    const where = { kind, district, on: openedOn };
    const first = await this.reference.term('CASE_ALARM_FIRST', where);
    const second = await this.reference.term('CASE_ALARM_SECOND', where);
    return caseClock(openedOn, decideBy, on, { first: first.value, second: second.value });
  }
}

/** Who uploaded it stays inside. */
function publicFile(file: StatementFile): Omit<StatementFile, 'uploadedBy'> {
  const { id, sm3, size, mediaType, name, uploadedAt } = file;
  return { id, sm3, size, mediaType, name, uploadedAt };
}
