import { Inject, Injectable } from '@nestjs/common';
import { GRADES, KINDS, kindsLedBy, type Caller, type DistrictTileRow } from '@zhaoguan/contracts';
import {
  addMonths,
  dateInShanghai,
  startOfDayInShanghai,
  workingDaysBetween,
  type Clock,
  type PlainDate,
} from '@zhaoguan/kernel';
import { CLOCK, ReferenceData } from '@zhaoguan/platform';
import { countiesInDetail, divisionsBelow, sumUp, type DistrictFigures } from '../domain/district-figures';
import {
  FILING_OUTCOMES,
  isoWeek,
  medianOf,
  mondaysUntil,
  type DaysToDecision,
  type FindingCount,
  type GradeChange,
  type GradesOfKind,
  type PlanProgress,
  type ResultCount,
  type WeekOfFilings,
} from '../domain/figures';
import { FigureStore } from '../store/figure.store';
import type { Dated } from './figure-cache';
import { FigureReader } from './figure-reader';
import { Scopes } from './scopes';

const WEEKS = 26;
const MONTHS = 12;
const MOST_FINDINGS = 20;

/** Figures of what a person may see (统计), for the pictures of their first page. */
@Injectable()
export class Figures {
  constructor(
    private readonly reader: FigureReader,
    private readonly store: FigureStore,
    private readonly scopes: Scopes,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws FORBIDDEN, SERVICE_BUSY, as all of them */
  async filingsByWeek(caller: Caller): Promise<Dated<WeekOfFilings[]>> {
    const mondays = mondaysUntil(this.today(), WEEKS);
    const { places, kinds } = await this.boundsOf(caller);
    return this.reader.read('filings-by-week', caller, 'filing.read', async (manager) => {
      const from = startOfDayInShanghai(mondays[0] ?? this.today());
      const rows = await this.store.filingsByWeek(manager, from, places, kinds, caller.id);
      return mondays.map((monday) => ({
        week: isoWeek(monday),
        from: monday,
        byOutcome: tally(FILING_OUTCOMES, rows, (row) => (row.monday === monday ? row.outcome : undefined)),
      }));
    });
  }

  async daysToDecision(caller: Caller): Promise<Dated<DaysToDecision[]>> {
    const [from = this.today()] = mondaysUntil(this.today(), WEEKS);
    const { places, kinds } = await this.boundsOf(caller);
    const calendar = await this.reference.calendar();
    return this.reader.read('days-to-decision', caller, 'filing.read', async (manager) => {
      const rows = await this.store.decisions(manager, startOfDayInShanghai(from), places, kinds, caller.id);
      return KINDS.map((kind) => {
        const values = rows
          .filter((row) => row.kind === kind)
          .map(({ submittedOn, decidedOn, count }) => ({
            value: workingDaysBetween(submittedOn, decidedOn, calendar),
            count,
          }));
        const decided = values.reduce((sum, { count }) => sum + count, 0);
        return { kind, decided, medianWorkingDays: medianOf(values) };
      });
    });
  }

  async grades(caller: Caller): Promise<Dated<GradesOfKind[]>> {
    const { places, operatorId } = await this.boundsOf(caller);
    return this.reader.read('grades', caller, 'institution.read', async (manager) => {
      const rows = await this.store.grades(manager, places, operatorId);
      return KINDS.map((kind) => ({
        kind,
        byGrade: tally(GRADES, rows, (row) => (row.kind === kind ? row.grade : undefined)),
      }));
    });
  }

  async findings(caller: Caller): Promise<Dated<FindingCount[]>> {
    const { places } = await this.boundsOf(caller);
    return this.reader.read('findings', caller, 'result.read', (manager) =>
      this.store.findings(manager, this.aYearAgo(), places, MOST_FINDINGS),
    );
  }

  async results(caller: Caller): Promise<Dated<ResultCount[]>> {
    const { places } = await this.boundsOf(caller);
    return this.reader.read('results', caller, 'result.read', (manager) =>
      this.store.results(manager, this.aYearAgo(), places),
    );
  }

  /** The divisions next below the jurisdiction; an operator has none. */
  async districts(caller: Caller): Promise<Dated<DistrictFigures[]>> {
    const { places } = await this.boundsOf(caller);
    const all = await this.reference.districts();
    const tiles = await this.reference.list<DistrictTileRow>('district-tiles');
    const detailed = countiesInDetail(caller.districts, all);
    return this.reader.read('districts', caller, 'institution.read', async (manager) => {
      if (caller.districts.length === 0) return [];
      const institutions = await this.store.institutions(manager, places, detailed);
      const problems = caller.permissions.has('result.read')
        ? await this.store.openProblems(manager, this.aYearAgo(), places, detailed)
        : null;
      return sumUp(
        divisionsBelow(caller.districts, all),
        caller.districts.flatMap((code) => all.get(code) ?? []),
        institutions,
        problems,
        new Map(tiles.map(({ code, column, row }) => [code, { column, row }])),
      );
    });
  }

  progress(caller: Caller): Promise<Dated<PlanProgress[]>> {
    return this.reader.read('plans', caller, 'plan.read', (manager) => this.store.progress(manager));
  }

  gradeHistory(caller: Caller): Promise<Dated<GradeChange[]>> {
    return this.reader.read('grade-history', caller, 'credit.read', (manager) =>
      this.store.gradeHistory(manager, caller.id),
    );
  }

  /** An office counts what lies in its places, an operator what is their own. */
  private async boundsOf(caller: Caller) {
    const isOffice = caller.districts.length > 0;
    const { places } = await this.scopes.of(caller);
    return isOffice
      ? { places, kinds: kindsLedBy(caller.departments), operatorId: null }
      : { places: null, kinds: null, operatorId: caller.id };
  }

  private today(): PlainDate {
    return dateInShanghai(this.clock.now());
  }

  private aYearAgo(): PlainDate {
    return addMonths(this.today(), -MONTHS);
  }
}

/** Sums the counts of rows by what they stand for. */
function tally<K extends string, R extends { readonly count: number }>(
  keys: readonly K[],
  rows: readonly R[],
  keyOf: (row: R) => K | undefined,
): Record<K, number> {
  const sums = keys.map((key) => {
    const mine = rows.filter((row) => keyOf(row) === key);
    return [key, mine.reduce((sum, { count }) => sum + count, 0)] as const;
  });
  return Object.fromEntries(sums) as Record<K, number>;
}
