import { Inject, Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import {
  departmentLabel,
  refuse,
  SYSTEM_ID,
  type Caller,
  type DepartmentRow,
  type JurisdictionRow,
  type OverdueLevel,
  type TermRow,
} from '@zhaoguan/contracts';
import { addDays, dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, pageOf, ReferenceData, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import {
  actsOn,
  bandEdges,
  daysOverdue,
  goesUpOn,
  isAbove,
  isOfOffice,
  isOfSupervisors,
  isReadOnCase,
  raisedInWords,
  raisedToInWords,
  shownLevel,
  type Overdue,
} from '../domain/overdue';
import { overdueProcess, type OverdueAct } from '../domain/overdue.process';
import type { Today } from '../domain/urgency';
import {
  OverdueListStore,
  type OfficeCounts,
  type OverdueCounts,
  type OverdueCriteria,
  type OverdueStep,
} from '../store/overdue-list.store';
import { keyOf, OverdueItemStore } from '../store/overdue-item.store';
import { OverdueStore } from '../store/overdue.store';
import { Scopes } from './scopes';
import { TimedReader } from './timed-reader';

/** A line of the list (超期事项). */
export interface OverdueLine extends Omit<
  Overdue,
  'permission' | 'assignees' | 'concerned' | 'township' | 'department' | 'lacking' | 'version'
> {
  readonly daysOverdue: number;
  readonly officeName: string;
  /** With the name of the authority above, where it lies with that. */
  readonly raisedTo: string;
}

/** With what was done about it. */
export interface OverdueView extends OverdueLine {
  readonly version: number;
  /** From when on it lies with the level above, unless it is done before. */
  readonly goesUpOn: PlainDate | null;
  readonly availableActions: readonly OverdueAct[];
  readonly history: readonly {
    readonly label: string;
    readonly level: OverdueLevel;
    readonly at: Date;
    /** Null: the system. */
    readonly actorName: string | null;
    readonly note: string | null;
  }[];
}

export interface OverdueStatistics {
  readonly total: OverdueCounts;
  readonly items: readonly (OfficeCounts & { readonly officeName: string })[];
}

/** Offices that are listed; those with most to do come first. */
const OFFICES = 100;
const NOTHING: OverdueCounts = { upTo5: 0, upTo15: 0, longer: 0, further: 0, ended: 0 };
/** What has ended is counted for so long. */
const YEAR = 365;

/** What offices have let pass, as far as somebody supervises it, or has to explain it. */
@Injectable()
export class Overdues {
  constructor(
    private readonly work: UnitOfWork,
    private readonly timed: TimedReader,
    private readonly overdues: OverdueStore,
    private readonly lists: OverdueListStore,
    private readonly items: OverdueItemStore,
    private readonly people: PersonStore,
    private readonly scopes: Scopes,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is longest overdue on top. @throws INVALID_CURSOR, SERVICE_BUSY */
  async list(caller: Caller, criteria: OverdueCriteria): Promise<Page<OverdueLine>> {
    const scope = await this.scopes.of(caller);
    const [today, nameOf] = [await this.today(), await this.officeNames()];
    const rows = await this.timed.read(caller, (manager) => this.lists.list(manager, scope, criteria));
    return pageOf(
      rows,
      criteria.limit,
      (row) => lineOf(row, today, nameOf),
      (row) => this.lists.cursorOf(row),
    );
  }

  /** @throws NOT_FOUND */
  get(caller: Caller, id: string): Promise<OverdueView> {
    return this.work.read(caller, (manager) => this.of(manager, caller, id));
  }

  /** @throws NOT_FOUND also for who neither supervises it nor has let it pass, and who may decide the filing whose bad rating it is */
  async of(manager: Tx['manager'], caller: Caller, id: string): Promise<OverdueView> {
    const overdue = await this.overdues.find(manager, id);
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    // Where it was raised to the city, the head of the office sees it still.
    const seen =
      overdue &&
      (isAbove(caller, { ...overdue, place: overdue.district }, jurisdictions) ||
        isOfOffice(caller, overdue, jurisdictions));
    const hidden =
      caller.permissions.has('filing.accept') && (await this.overdues.isUndecidedRating(manager, id));
    if (!seen || hidden) throw refuse('NOT_FOUND');
    const [view] = await this.viewsOf(manager, caller, [overdue]);
    if (!view) throw refuse('NOT_FOUND');
    return view;
  }

  /** What is late of a case and waits still, for its office and who stands above it; nothing for anybody else. */
  ofCase(caller: Caller, filingId: string): Promise<OverdueView[]> {
    return this.work.read(caller, async (manager) => {
      const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
      const open = await this.overdues.openAbout(manager, { type: 'filing', id: filingId });
      const read = open.filter((overdue) => isReadOnCase(caller, overdue, jurisdictions));
      if (read.length === 0) return [];
      // Done a moment ago, it has not ended yet.
      const waiting = await this.items.waiting(manager, read);
      return this.viewsOf(
        manager,
        caller,
        read.filter((overdue) => waiting.has(keyOf(overdue))),
      );
    });
  }

  /** @throws SERVICE_BUSY */
  async statistics(caller: Caller): Promise<OverdueStatistics> {
    const scope = await this.scopes.of(caller);
    const today = await this.today();
    const nameOf = await this.officeNames();
    const rows = await this.timed.read(caller, (manager) =>
      this.lists.count(manager, scope, bandEdges(today), addDays(today.date, -YEAR), OFFICES),
    );
    const [whole, ...offices] = rows;
    const { upTo5, upTo15, longer, further, ended } = whole ?? NOTHING;
    return {
      total: { upTo5, upTo15, longer, further, ended },
      items: (offices as OfficeCounts[]).map((row) => ({ ...row, officeName: nameOf(row) })),
    };
  }

  private async viewsOf(
    manager: Tx['manager'],
    caller: Caller,
    overdues: readonly Overdue[],
  ): Promise<OverdueView[]> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const terms = await this.reference.list<TermRow>('terms');
    const [today, nameOf, districts] = [
      await this.today(),
      await this.officeNames(),
      await this.reference.districts(),
    ];
    const steps = await this.lists.steps(
      manager,
      overdues.map(({ id }) => id),
    );
    const actors = steps.map(({ actorId }) => actorId).filter((id) => id !== SYSTEM_ID);
    const names = await this.people.listNames(manager, [...new Set(actors)]);
    return overdues.map((overdue) => ({
      ...lineOf(overdue, today, nameOf),
      version: overdue.version,
      goesUpOn: goesUpOn(overdue, today, terms, districts),
      availableActions: actsOn(overdue, caller, jurisdictions),
      history: historyOf(
        overdue,
        steps.filter(({ overdueId }) => overdueId === overdue.id),
        names,
      ),
    }));
  }

  private async today(): Promise<Today> {
    return { date: dateInShanghai(this.clock.now()), calendar: await this.reference.calendar() };
  }

  private async officeNames(): Promise<(office: Pick<Overdue, 'district' | 'department'>) => string> {
    const departments = await this.reference.list<DepartmentRow>('departments');
    const districts = await this.reference.districts();
    return ({ district, department }) =>
      departments.find(({ jurisdiction, code }) => jurisdiction === district && code === department)?.name ??
      `${districts.get(district)?.name ?? district}${departmentLabel(department)}`;
  }
}

/** @param steps from the first on @param names of who acted; the system has none */
function historyOf(
  overdue: Overdue,
  steps: readonly OverdueStep[],
  names: ReadonlyMap<string, string>,
): OverdueView['history'] {
  const first = { ...raisedInWords(overdue, steps), at: overdue.raisedAt, actorName: null, note: null };
  const acts = steps.map(({ action, level, at, actorId, note }) => ({
    label: overdueProcess.actions[action].label,
    level: isOfSupervisors(overdue.permission) ? ('SECOND' as const) : level,
    at,
    actorName: names.get(actorId) ?? null,
    note,
  }));
  return [first, ...acts];
}

function lineOf(
  overdue: Overdue,
  today: Today,
  nameOf: (office: Pick<Overdue, 'district' | 'department'>) => string,
): OverdueLine {
  const {
    permission: _p,
    assignees: _a,
    concerned: _c,
    township: _t,
    lacking: _l,
    version: _v,
    department,
    ...line
  } = overdue;
  const officeName = nameOf({ district: line.district, department });
  const raisedTo = raisedToInWords(overdue, nameOf({ district: line.place, department }));
  return { ...line, level: shownLevel(overdue), daysOverdue: daysOverdue(line, today), officeName, raisedTo };
}
