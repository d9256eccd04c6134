import { Injectable } from '@nestjs/common';
import type { Permission, SearchGroup } from '@zhaoguan/contracts';
import type { EntityManager } from 'typeorm';
import type { FilingOfHit } from '../domain/filing-hit';
import { MOST_HITS, type SearchHit } from '../domain/search';
import { SqlParameters } from './sql-parameters';

/** Functions of the modules that find ids by a fragment of a name, by index and past row-level security. */
type Matching =
  'institutions.matching' | 'filings.matching' | 'inspections.plans_matching' | 'access.matching';

interface Source {
  /** View of the module that owns the subject (README, "Views of the modules"). */
  readonly view: string;
  /** Its `found_by` is one of the ids that this function finds. */
  readonly matching: Matching;
  /** Who has something to find here at all. */
  readonly permissions: readonly Permission[];
}

const SOURCES: Readonly<Record<SearchGroup, Source>> = {
  INSTITUTIONS: {
    view: 'institutions.institution_hit',
    matching: 'institutions.matching',
    permissions: ['institution.read'],
  },
  FILINGS: { view: 'filings.filing_hit', matching: 'filings.matching', permissions: ['filing.read'] },
  PLANS: {
    view: 'inspections.plan_hit',
    matching: 'inspections.plans_matching',
    permissions: ['plan.read'],
  },
  TASKS: {
    view: 'inspections.task_hit',
    matching: 'institutions.matching',
    permissions: ['draw.read', 'case.read', 'task.inspect', 'task.own'],
  },
  CASES: {
    view: 'enforcement.case_hit',
    matching: 'institutions.matching',
    permissions: ['case.read', 'case.state'],
  },
  PEOPLE: { view: 'access.person_hit', matching: 'access.matching', permissions: ['person.manage'] },
};

/** A common fragment fits half of the country's names; so many are looked at for the few that are shown. */
const MOST_MATCHES = 2_000;

export interface SearchCriteria {
  readonly personId: string;
  readonly permissions: readonly string[];
  readonly departments: readonly string[];
  /** Terms of the places in and around the jurisdiction; null: the whole country. */
  readonly places: readonly string[] | null;
  /** An operator has no office: only what is their own is looked through. */
  readonly ofTheOffice: boolean;
  readonly fragment: string;
  readonly numbers: readonly string[];
}

@Injectable()
export class SearchStore {
  isOpenTo(group: SearchGroup, permissions: ReadonlySet<Permission>): boolean {
    return SOURCES[group].permissions.some((permission) => permissions.has(permission));
  }

  /**
   * One more than is shown. What is found by its number stands before what is found by its name, and of names the one that was typed before
   * those that hold it.
   */
  async find(manager: EntityManager, group: SearchGroup, criteria: SearchCriteria): Promise<SearchHit[]> {
    const { view, matching } = SOURCES[group];
    const parameters = new SqlParameters();
    const permitted = `l.permission = any (${parameters.add(criteria.permissions, 'text[]')})`;
    const numbers = parameters.add(criteria.numbers, 'text[]');
    const numbered = `(l.number = any (${numbers}) or l.other_number = any (${numbers}))`;
    const named = `strpos(lower(l.title), lower(${parameters.add(criteria.fragment, 'text')})) > 0`;
    const own = [
      `l.assignee = ${parameters.add(criteria.personId, 'uuid')}`,
      permitted,
      `(${named} or ${numbered})`,
    ];
    const ways = [`select ${numbered} as exact, l.* from ${view} l where ${own.join(' and ')}`];
    if (criteria.ofTheOffice) {
      const office = [
        'l.assignee is null',
        permitted,
        `(l.department is null or l.department = any (${parameters.add(criteria.departments, 'text[]')}))`,
      ];
      // Fetched first: the planner cannot know how few they are, and would compare them with every row there is.
      const ids = parameters.add(await this.idsOf(manager, matching, criteria), 'uuid[]');
      ways.push(
        `select true as exact, l.* from ${view} l where ${[...office, numbered].join(' and ')}`,
        `select false as exact, l.* from ${view} l where ${[...office, `l.found_by = any (${ids})`].join(' and ')}`,
      );
      // Among more names that hold it than are looked at it might not be.
      if (group === 'INSTITUTIONS')
        ways.push(
          `select false as exact, l.* from ${view} l where ${[...office, `l.title = ${parameters.add(criteria.fragment, 'text')}`].join(' and ')}`,
        );
    }
    const whole = `lower(l.title) = lower(${parameters.add(criteria.fragment, 'text')})`;
    return manager.query(
      `select subject_type as "subjectType", subject_id as "subjectId", min(title) as title, min(detail) as detail,
              min(district) as district
         from (${ways.join(' union all ')}) l group by subject_type, subject_id
        order by bool_or(coalesce(exact, false)) desc, bool_or(${whole}) desc, subject_id desc limit ${MOST_HITS + 1}`,
      parameters.values,
    );
  }

  /** What the filings that were found are about, and how they stand. */
  filings(manager: EntityManager, ids: readonly string[]): Promise<FilingOfHit[]> {
    return manager.query(
      `select filing_id as id, kind, site_type as "siteType", type, regime, renewal, prolongs, status, begun_at as "begunAt",
              submitted_at as "submittedAt", decided_at as "decidedAt"
         from filings.filing_facts where filing_id = any ($1::uuid[])`,
      [ids],
    );
  }

  private async idsOf(
    manager: EntityManager,
    matching: Matching,
    { fragment, places }: SearchCriteria,
  ): Promise<string[]> {
    const call = matching === 'institutions.matching' ? `${matching}($1, '{}', $2)` : `${matching}($1, $2)`;
    const rows: { id: string }[] = await manager.query(`select ${call} as id limit ${MOST_MATCHES}`, [
      fragment,
      places,
    ]);
    return rows.map(({ id }) => id);
  }
}
