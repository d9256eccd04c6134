import { Inject, Injectable } from '@nestjs/common';
import {
  enterersOf,
  PersonStore,
  ReadsOnline,
  shownServices,
  type ShownDecisionService,
} from '@zhaoguan/access';
import { REMOVAL_WORDS, STATEMENT_PERIOD_OVER, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, type Tx } from '@zhaoguan/platform';
import { hearingOf, isForAnother, isOfOwnAcceptance, withoutOwn, type Removal } from '../domain/removal';
import type { RemovalFile, RemovalStatement } from '../domain/removal';
import {
  actInWords,
  isStatement,
  REMOVAL_STATUS_LABELS,
  removalProcess,
  type RemovalAction,
  type RemovalStatus,
} from '../domain/removal.process';
import { RemovalDecisionServices } from '../store/decision-service.store';
import { RemovalPaperStore } from '../store/removal-paper.store';
import { RemovalStore, type RemovalTransition } from '../store/removal.store';
import { RemovalOffice } from './removal-office';

/** A line of the list. `clue` is for officials; null for the institution. */
export type RemovalLine = Omit<
  Removal,
  | 'clue'
  | 'openedBy'
  | 'prepared'
  | 'notice'
  | 'proposal'
  | 'decision'
  | 'annulment'
  | 'isWaived'
  | 'workedOn'
  | 'acceptedBy'
> & {
  readonly typeLabel: string;
  readonly statusLabel: string;
  /** Working days until `dueOn`; negative when it has passed; null without one, and for the institution. */
  readonly workingDaysLeft: number | null;
  readonly statementUntil: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly availableActions: readonly RemovalAction[];
};

export type ShownFile = Omit<RemovalFile, 'uploadedBy'>;

export type RemovalView = RemovalLine & {
  readonly clue: string | null;
  /** Who began it; null for the institution. */
  readonly openedByName: string | null;
  /** Drawn up and not served yet; null for the institution, which knows of it when it is served. */
  readonly prepared: Omit<NonNullable<Removal['prepared']>, 'preparedBy'> | null;
  readonly notice: Omit<NonNullable<Removal['notice']>, 'noticedBy' | 'noticedAt'> | null;
  /** For officials; its reasons reach the institution with the decision. */
  readonly proposal: Omit<NonNullable<Removal['proposal']>, 'proposedBy'> | null;
  readonly decision:
    | (Omit<NonNullable<Removal['decision']>, 'decidedBy'> & {
        /** Null as long as nobody knows when it reached the institution: the periods have not begun. */
        readonly servedOn: PlainDate | null;
        readonly reconsiderationUntil: PlainDate | null;
        readonly litigationUntil: PlainDate | null;
        /** Oldest first; the last one holds. */
        readonly services: readonly ShownDecisionService[];
        /** Whether the reader may enter its service, or put it right. */
        readonly mayEnterService: boolean;
      })
    | null;
  readonly annulment: Removal['annulment'];
  readonly files: readonly ShownFile[];
  readonly statements: readonly (Omit<RemovalStatement, 'fileIds'> & {
    readonly files: readonly ShownFile[];
  })[];
  readonly history: readonly {
    readonly action: RemovalAction;
    readonly label: string;
    readonly to: RemovalStatus;
    readonly toLabel: string;
    readonly reason: string | null;
    readonly at: Date;
    /** Null for the institution, and for its own acts. */
    readonly actorName: string | null;
  }[];
  /** Whether the caller has worked on it, and so does not decide it. */
  readonly workedOn: boolean;
  /** The institution itself has waived its answer since the notice (放弃陈述申辩); it may still say something. */
  readonly waived: boolean;
  /** The reader accepted or licensed what is to be revoked. */
  readonly ofOwnAcceptance: boolean;
  /** Whether a paper could be served by the system (系统送达) now; false for the institution. */
  readonly servesOnline: boolean;
};

/** How an institution reads its case online. */
export const READS_REMOVALS = 'removal.state';

/** Cases as they are answered with. Officials read who acted; the institution reads the authority's name. */
@Injectable()
export class RemovalViews {
  constructor(
    private readonly removals: RemovalStore,
    private readonly papers: RemovalPaperStore,
    private readonly services: RemovalDecisionServices,
    private readonly people: PersonStore,
    private readonly readsOnline: ReadsOnline,
    private readonly office: RemovalOffice,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async line(caller: Caller, removal: Removal): Promise<RemovalLine> {
    const {
      clue: _clue,
      openedBy: _by,
      prepared: _prepared,
      notice,
      proposal: _proposal,
      decision,
      annulment: _a,
      isWaived: _waived,
      workedOn: _workedOn,
      acceptedBy: _acceptedBy,
      ...facts
    } = removal;
    const isOfficial = caller.permissions.has('removal.read');
    const left = await this.reference.workingDaysLeft();
    const status = statusFor(facts.status, isOfficial);
    return {
      ...facts,
      status,
      dueOn: isOfficial ? facts.dueOn : null,
      typeLabel: REMOVAL_WORDS[facts.regime].types[facts.type],
      statusLabel:
        facts.status === 'NOTICED' && notice && notice.statementUntil < dateInShanghai(this.clock.now())
          ? STATEMENT_PERIOD_OVER.removal
          : REMOVAL_STATUS_LABELS[status],
      workingDaysLeft: isOfficial && facts.dueOn !== null ? left(facts.dueOn) : null,
      statementUntil: notice?.statementUntil ?? null,
      decisionNumber: decision?.number ?? null,
      decidedOn: decision?.decidedOn ?? null,
      availableActions: await this.actionsOf(caller, removal),
    };
  }

  async full(manager: Tx['manager'], caller: Caller, removal: Removal): Promise<RemovalView> {
    const isOfficial = caller.permissions.has('removal.read');
    const { prepared, notice, proposal, decision, annulment } = removal;
    const statements = await this.papers.statements(manager, removal.id);
    const files = await this.papers.files(manager, removal.id);
    const said = new Set(statements.flatMap(({ fileIds }) => fileIds));
    const seen = files.filter((file) =>
      isOfficial ? file.purpose === 'EVIDENCE' : file.uploadedBy === caller.id,
    );
    const hasEnded = decision !== null;
    const acts = await this.removals.history(manager, removal.id);
    const names = await this.namesOf(manager, isOfficial, [
      removal.openedBy,
      ...acts.map(({ actorId }) => actorId),
    ]);
    return {
      ...(await this.line(caller, removal)),
      clue: isOfficial ? removal.clue : null,
      openedByName: names.get(removal.openedBy) ?? null,
      prepared: prepared && isOfficial ? without(prepared, 'preparedBy') : null,
      notice: notice && without(without(notice, 'noticedBy'), 'noticedAt'),
      proposal: proposal && (isOfficial || hasEnded) ? without(proposal, 'proposedBy') : null,
      decision: decision && (await this.decisionOf(manager, caller, removal, decision)),
      annulment,
      files: seen.filter(({ id }) => !said.has(id)).map(shown),
      statements: statements.map(({ fileIds, ...statement }) => ({
        ...statement,
        files: files.filter(({ id }) => fileIds.includes(id)).map(shown),
      })),
      history: historyOf(acts, { statements, names, isOfficial }),
      workedOn: isOfficial && isForAnother(removal, caller.id),
      waived: removal.isWaived,
      ofOwnAcceptance: isOfficial && isOfOwnAcceptance(removal, caller.id),
      servesOnline:
        isOfficial && (await this.readsOnline.wouldServe(manager, removal.partyId, READS_REMOVALS)),
    };
  }

  private async decisionOf(
    manager: Tx['manager'],
    caller: Caller,
    removal: Removal,
    decision: NonNullable<Removal['decision']>,
  ): Promise<NonNullable<RemovalView['decision']>> {
    const services = await this.services.list(manager, removal.id);
    const isOfficial = caller.permissions.has('removal.read');
    const names = isOfficial ? await this.people.listNames(manager, enterersOf(services)) : undefined;
    const served = services.at(-1);
    return {
      ...without(decision, 'decidedBy'),
      servedOn: served?.servedOn ?? null,
      reconsiderationUntil: served?.reconsiderationUntil ?? null,
      litigationUntil: served?.litigationUntil ?? null,
      services: shownServices(services, names),
      mayEnterService:
        removal.status === 'DECIDED' &&
        caller.permissions.has('removal.manage') &&
        (await this.office.isInCharge(caller, removal)),
    };
  }

  private async namesOf(
    manager: Tx['manager'],
    isOfficial: boolean,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    return isOfficial ? this.people.listNames(manager, ids) : new Map();
  }

  private async actionsOf(caller: Caller, removal: Removal): Promise<RemovalAction[]> {
    const isOfficial = caller.permissions.has('removal.read');
    if (isOfficial && !(await this.office.isInCharge(caller, removal))) return [];
    const on = dateInShanghai(this.clock.now());
    const open = removalProcess.availableActions(removal.status, caller.permissions, hearingOf(removal), {
      on,
    });
    return isOfficial ? withoutOwn(removal, open, caller.id) : open;
  }
}

/** Of a notice that is drawn up anew after a case was sent back the institution learns when it is served, and not by the state before. */
const statusFor = (status: RemovalStatus, isOfficial: boolean): RemovalStatus =>
  status === 'PREPARED' && !isOfficial ? 'OPENED' : status;

/** What officials tell each other on the way to a service or a decision is no word to the institution. */
const AMONG_OFFICIALS: ReadonlySet<RemovalAction> = new Set(['prepare', 'propose', 'sendBack']);

interface HistoryFacts {
  readonly statements: readonly RemovalStatement[];
  readonly names: ReadonlyMap<string, string>;
  readonly isOfficial: boolean;
}

/** The acts in words; each act by which the institution is heard has left one statement, which says whether it waived it. */
function historyOf(
  acts: readonly RemovalTransition[],
  { statements, names, isOfficial }: HistoryFacts,
): RemovalView['history'] {
  const said = statements.values();
  const told = acts.map((act) => ({
    ...act,
    waived: isStatement(act.action) && said.next().value?.nature === 'WAIVER',
  }));
  const open = told.filter(({ action }) => isOfficial || !AMONG_OFFICIALS.has(action));
  return open.map(({ action, waived, to, reason, at, actorId }) => ({
    action,
    label: actInWords(action, waived),
    to,
    toLabel: REMOVAL_STATUS_LABELS[to],
    reason,
    at,
    actorName: action === 'state' ? null : (names.get(actorId) ?? null),
  }));
}

const shown = (file: RemovalFile): ShownFile => without(file, 'uploadedBy');

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}
