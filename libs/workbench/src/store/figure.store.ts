import { Injectable } from '@nestjs/common';
import type { Grade, Kind } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { CountedInstitutions, CountedProblems } from '../domain/district-figures';
import type { FilingOutcome, FindingCount, GradeChange, PlanProgress, ResultCount } from '../domain/figures';

/** What bounds a count besides row-level security, for the indexes; null: nothing. */
export type Places = readonly string[] | null;

/** A county has a few running plans; a page of them is enough for everybody. */
const MOST_PLANS = 50;
const MOST_CHANGES = 200;
const HERE = (place: string): string => `(${place}::text[] is null or district = any (${place}))`;
const DAY = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;

/** Counts what the views of facts hold, under the row-level security of whoever asks. */
@Injectable()
export class FigureStore {
  /** @param kinds whose filings are counted; null: the person's own */
  filingsByWeek(
    manager: EntityManager,
    from: Date,
    places: Places,
    kinds: readonly Kind[] | null,
    personId: string,
  ): Promise<{ monday: PlainDate; outcome: FilingOutcome; count: number }[]> {
    return manager.query(
      `select date_trunc('week', submitted_at at time zone 'Asia/Shanghai')::date::text as monday,
              status as outcome, count(*)::integer as count
         from filings.filing_facts where submitted_at >= $1 and ${HERE('$2')} and ${FILINGS_OF} group by 1, 2`,
      [from, places, kinds, personId],
    );
  }

  /** Days between which filings were handed in and decided, with how many. */
  decisions(
    manager: EntityManager,
    from: Date,
    places: Places,
    kinds: readonly Kind[] | null,
    personId: string,
  ): Promise<{ kind: Kind; submittedOn: PlainDate; decidedOn: PlainDate; count: number }[]> {
    return manager.query(
      `select kind, ${DAY('submitted_at')}::text as "submittedOn", ${DAY('decided_at')}::text as "decidedOn",
              count(*)::integer as count
         from filings.filing_facts
        where submitted_at >= $1 and decided_at is not null and ${HERE('$2')} and ${FILINGS_OF} group by 1, 2, 3`,
      [from, places, kinds, personId],
    );
  }

  /** @param operatorId whose institutions are counted; null: those of an office */
  grades(
    manager: EntityManager,
    places: Places,
    operatorId: string | null,
  ): Promise<{ kind: Kind; grade: Grade; count: number }[]> {
    return manager.query(
      `select kind, grade, count(*)::integer as count from institutions.institution_facts
        where status <> 'CLOSED' and ${HERE('$1')} and ($2::uuid is null or operator_id = $2) group by 1, 2`,
      [places, operatorId],
    );
  }

  /** Items most often found wrong, those of more weight before others found as often. */
  findings(manager: EntityManager, from: PlainDate, places: Places, most: number): Promise<FindingCount[]> {
    return manager.query(
      `select f ->> 'itemCode' as "itemCode", max(f ->> 'title') as "itemTitle", f ->> 'severity' as severity,
              count(*)::integer as count
         from inspections.failed_result_facts r, jsonb_array_elements(r.failures) as f
        where inspected_on >= $1 and ${HERE('$2')}
        group by f ->> 'itemCode', f ->> 'severity'
        order by count(*) desc, array_position('{V,H,M,L}', f ->> 'severity'), f ->> 'itemCode' limit $3`,
      [from, places, most],
    );
  }

  results(manager: EntityManager, from: PlainDate, places: Places): Promise<ResultCount[]> {
    return manager.query(
      `select result_code as "resultCode", max(result_label) as "resultLabel", count(*)::integer as count
         from inspections.result_facts where inspected_on >= $1 and ${HERE('$2')}
        group by 1 order by count(*) desc, 1`,
      [from, places],
    );
  }

  /** @param detailed counties whose townships are told apart */
  institutions(
    manager: EntityManager,
    places: Places,
    detailed: readonly string[],
  ): Promise<CountedInstitutions[]> {
    return manager.query(
      `select district, case when district = any ($2) then township end as township,
              count(*)::integer as institutions, sum(capacity)::integer as capacity,
              (count(*) filter (where grade in ('C', 'D')))::integer as "lowGrades"
         from institutions.institution_facts where status <> 'CLOSED' and ${HERE('$1')} group by 1, 2`,
      [places, detailed],
    );
  }

  openProblems(
    manager: EntityManager,
    from: PlainDate,
    places: Places,
    detailed: readonly string[],
  ): Promise<CountedProblems[]> {
    return manager.query(
      `select district, case when district = any ($3) then
                (select township from institutions.institution_facts i where i.institution_id = p.institution_id)
              end as township, count(*)::integer as problems
         from enforcement.open_problem_facts p where inspected_on >= $1 and ${HERE('$2')} group by 1, 2`,
      [from, places, detailed],
    );
  }

  /** Draws that run longest, what ends first on top. */
  progress(manager: EntityManager): Promise<PlanProgress[]> {
    return manager.query(
      `select plan_id as "planId", p.draw_id as "drawId", title, kind, districts, due_on::text as "dueOn", done, begun,
              waiting
         from (select draw_id from inspections.draw_facts where status = 'DRAWN'
                order by drawn_at, draw_id limit ${MOST_PLANS}) d
        cross join lateral (select * from inspections.progress_facts p where p.draw_id = d.draw_id) p
        order by due_on, p.draw_id`,
    );
  }

  /** Of the person's own institutions, oldest first. */
  gradeHistory(manager: EntityManager, personId: string): Promise<GradeChange[]> {
    return manager.query(
      `select * from (
         select institution_id as "institutionId", institution_name as "institutionName", from_grade as "from",
                to_grade as "to", score, changed_on::text as "changedOn", cause, seq
           from credit.grade_history_facts where operator_id = $1
          order by changed_on desc, institution_id, seq desc limit ${MOST_CHANGES}) h
       order by "institutionId", seq`,
      [personId],
    );
  }
}

/** An office's are those of the kinds that it takes; a person's are those that they filed. */
const FILINGS_OF = `(case when $3::text[] is null then applicant_id = $4::uuid else kind = any ($3) end)`;
