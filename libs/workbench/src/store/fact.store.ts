import { Injectable } from '@nestjs/common';
import { runPlannedOnce, type PlannedStatement } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@zhaoguan/kernel';
import type {
  AssignmentFacts,
  CaseFacts,
  DrawFacts,
  FilingFacts,
  FollowUpFacts,
  InstitutionFacts,
  RemovalFacts,
  OpinionFacts,
  ResultFacts,
  SilentCase,
} from '../domain/facts';

/** Asked at every handing in, acceptance and submission, of views whose parts take tens of milliseconds to plan and one to read. */
const NOT_DECIDERS: PlannedStatement = {
  name: 'not deciders of a filing',
  text: `select person_id as id from filings.concerned_facts where filing_id = $1
          union select person_id from filings.adviser_facts where filing_id = $1`,
};
const NOT_VERIFIERS: PlannedStatement = {
  name: 'not verifiers of a filing',
  text: `select not_actors as ids from filings.work_item where subject_id = $1 and type = 'FILING_TO_VERIFY'`,
};
const WAITS_FOR_SIGNATURE: PlannedStatement = {
  name: 'waits for signature',
  text: `select from inspections.work_item where type = 'INSPECTION_TO_CO_SIGN' and subject_id = $1 limit 1`,
};

/** Reads the views of facts that the modules own; row-level security of whoever asks applies. */
@Injectable()
export class FactStore {
  async filing(manager: EntityManager, id: string): Promise<FilingFacts | undefined> {
    const [row]: FilingFacts[] = await manager.query(
      `select filing_id as id, applicant_id as "applicantId", kind, type, regime, renewal, prolongs, name, coalesce(authority, district) as district,
              case when authority is null then township end as township, filing_number as "filingNumber", status, holder_id as "holderId", uscc
         from filings.filing_facts where filing_id = $1`,
      [id],
    );
    return row;
  }

  /** Who entered a filing at the window and still assists its applicant; nobody where there is none. */
  async assistantOf(manager: EntityManager, filingId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'select entered_by as id from filings.window_facts where filing_id = $1',
      [filingId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Whose accounts have an institution under the code of a filing that is not theirs; or had one to its end, where the applicant has filed for
   * none under it before.
   */
  async othersUnderCode(
    manager: EntityManager,
    { id, uscc, kind, applicantId }: FilingFacts,
  ): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select distinct operator_id as id from institutions.institution_facts
        where uscc = $1 and operator_id is distinct from $2 and operator_id is not null
          and (status <> 'CLOSED' or kind = $3 and not exists (
            select from filings.filing_facts o where o.uscc = $1 and o.kind = $3 and o.applicant_id = $2 and o.type = 'INITIAL'
               and o.status = 'ACCEPTED' and o.filing_id <> $4))`,
      [uscc, applicantId, kind, id],
    );
    return rows.map(({ id }) => id);
  }

  async removal(manager: EntityManager, id: string): Promise<RemovalFacts | undefined> {
    const [row]: RemovalFacts[] = await manager.query(
      `select removal_id as id, institution_id as "institutionId", party_id as "partyId", type, regime, district, township, statement_until::text as "statementUntil",
              decision_number as "decisionNumber", not_deciders as "notDeciders"
         from removals.removal_facts where removal_id = $1`,
      [id],
    );
    return row;
  }

  /** The last removal of an institution that was addressed to a party; its decision stays with them. */
  async lastRemoval(
    manager: EntityManager,
    institutionId: string,
    partyId: string,
  ): Promise<string | undefined> {
    const [row]: { id: string }[] = await manager.query(
      `select removal_id as id from removals.removal_facts where institution_id = $1 and party_id = $2 order by removal_id desc limit 1`,
      [institutionId, partyId],
    );
    return row?.id;
  }

  async opinion(manager: EntityManager, id: string): Promise<OpinionFacts | undefined> {
    const [row]: OpinionFacts[] = await manager.query(
      `select department, district, township, due_on::text as "dueOn", asked_by as "askedBy" from filings.opinion_facts where opinion_id = $1`,
      [id],
    );
    return row;
  }

  async draw(manager: EntityManager, id: string): Promise<DrawFacts | undefined> {
    const [row]: DrawFacts[] = await manager.query(
      'select draw_id as id, title, kind, districts from inspections.draw_facts where draw_id = $1',
      [id],
    );
    return row;
  }

  /** One row an inspector, for their tasks of the draw that are in this state. */
  assignmentsOf(manager: EntityManager, drawId: string, status: string): Promise<AssignmentFacts[]> {
    return manager.query(`${ASSIGNMENTS} where draw_id = $1 and status = $2 ${BY_PERSON}`, [drawId, status]);
  }

  /** One row an inspector of the task's team. */
  assignmentsTo(manager: EntityManager, taskId: string): Promise<AssignmentFacts[]> {
    return manager.query(`${ASSIGNMENTS} where task_id = $1 ${BY_PERSON}`, [taskId]);
  }

  async institution(manager: EntityManager, id: string): Promise<InstitutionFacts | undefined> {
    const [row]: InstitutionFacts[] = await manager.query(
      `select institution_id as id, name, kind, district, township, operator_id as "operatorId"
         from institutions.institution_facts where institution_id = $1`,
      [id],
    );
    return row;
  }

  /** Whether its licence was asked to go on, and the authority has to decide. */
  async isRenewalWaiting(manager: EntityManager, institutionId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select from filings.waiting_renewal_facts where institution_id = $1 limit 1',
      [institutionId],
    );
    return rows.length > 0;
  }

  async followUp(manager: EntityManager, id: string): Promise<FollowUpFacts | undefined> {
    const [row]: FollowUpFacts[] = await manager.query(
      `select follow_up_id as id, applicant_id as "applicantId", filing_id as "filingId", kind, district, township, status,
              exists (select from filings.filing_facts g where g.filing_id = u.filing_id and g.status in ('SUBMITTED', 'RETURNED')) as undecided
         from feedback.follow_up_facts u where follow_up_id = $1`,
      [id],
    );
    return row;
  }

  /** Who has had a hand in the filing, in whatever way: whoever was rated, or may have been. Read by the system. */
  async handsIn(manager: EntityManager, filingId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'select person_id as id from filings.hand_facts where filing_id = $1',
      [filingId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Who does not decide the filing: who filed it, entered it at the window, gave its account the password, or gave an opinion on it. To
   * them it is no news that it was handed in, and nothing that waits.
   */
  async notDecidersOf(manager: EntityManager, filingId: string): Promise<string[]> {
    const rows = await runPlannedOnce<{ id: string }>(manager, NOT_DECIDERS, [filingId]);
    return rows.map(({ id }) => id);
  }

  /** By whose hands it came about: who filed it, entered it at the window, or gave its account the password. Read by the system. */
  async concernedWith(manager: EntityManager, filingId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'select person_id as id from filings.concerned_facts where filing_id = $1',
      [filingId],
    );
    return rows.map(({ id }) => id);
  }

  /** For whom its verification on the spot does not wait: who filed it, entered it, or gave its account the password. */
  async notVerifiersOf(manager: EntityManager, filingId: string): Promise<readonly string[]> {
    const [row] = await runPlannedOnce<{ ids: string[] }>(manager, NOT_VERIFIERS, [filingId]);
    return row?.ids ?? [];
  }

  /** Who has done a step of the filing. */
  async actorsOf(manager: EntityManager, filingId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select distinct unnest(actor_ids) as id from filings.step_facts where filing_id = $1 and process = 'filing'`,
      [filingId],
    );
    return rows.map(({ id }) => id);
  }

  /** A result that counts, and who was inspected. */
  async result(manager: EntityManager, resultId: string): Promise<ResultFacts | undefined> {
    const [row]: ResultFacts[] = await manager.query(
      'select result_label as label, task_id as "taskId", party_id as "partyId" from inspections.result_facts where result_id = $1',
      [resultId],
    );
    return row;
  }

  /** Whether what was submitted waits for the signature of a second inspector (会签). */
  async waitsForSignature(manager: EntityManager, taskId: string): Promise<boolean> {
    const rows = await runPlannedOnce(manager, WAITS_FOR_SIGNATURE, [taskId]);
    return rows.length > 0;
  }

  async penaltyCase(manager: EntityManager, id: string): Promise<CaseFacts | undefined> {
    const [row]: CaseFacts[] = await manager.query(
      `select ${CASE} from enforcement.case_facts where case_id = $1`,
      [id],
    );
    return row;
  }

  /** Whether a result holds something on which a case can rest, and none rests on it. */
  async waitsToBeTakenUp(manager: EntityManager, resultId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select from enforcement.work_item where type = 'FINDING_TO_TAKE_UP' and subject_id = $1`,
      [resultId],
    );
    return rows.length > 0;
  }

  /** Cases whose party had until one of these days to speak and has not; in the order of their ids, behind `after`. */
  silentCases(
    manager: EntityManager,
    lastDays: readonly PlainDate[],
    after: string | null,
    limit: number,
  ): Promise<SilentCase[]> {
    return manager.query(
      `select ${CASE}, institution_id as "institutionId" from enforcement.case_facts
        where status = 'NOTICED' and statement_until = any ($1::date[]) and ($2::uuid is null or case_id > $2)
        order by case_id limit $3`,
      [lastDays, after, limit],
    );
  }
}

const CASE = `case_id as id, case_number as "caseNumber", party_id as "partyId", statement_until::text as "statementUntil",
  decision_number as "decisionNumber", department`;
const ASSIGNMENTS = `select person_id as "personId", (min(draw_id::text))::uuid as "drawId", min(plan_title) as "planTitle", count(*)::integer as count,
  (min(task_id::text))::uuid as "taskId" from inspections.assignment_facts`;
const BY_PERSON = 'group by person_id order by person_id';
