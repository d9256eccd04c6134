import { randomUUID } from 'node:crypto';
import { systemCaller, type Kind, type LegalForm } from '@zhaoguan/contracts';
import { RegisterInstitution, type Institution } from '@zhaoguan/institutions';
import { usccCheckDigit } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import type { TestApp } from '@zhaoguan/testing';

let count = 0;

/** An institution in the registry, filed for by this operator. */
export function institution(
  app: TestApp,
  operatorId: string,
  over: { kind?: Kind; district?: string; legalForm?: LegalForm } = {},
): Promise<Institution> {
  count += 1;
  const first17 = `91610116MA${String(count).padStart(7, '0')}`;
  return app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) =>
    app.nest.get(RegisterInstitution).execute(tx, {
      kind: over.kind ?? 'ELDERLY_CARE',
      name: `示例·长安颐养院${count}`,
      uscc: first17 + usccCheckDigit(first17),
      legalForm: over.legalForm ?? 'ENTERPRISE',
      legalRepresentative: null,
      servicePhone: null,
      address: `示例路${count}号`,
      district: over.district ?? '610116',
      township: null,
      capacity: 100,
      nursingBeds: 60,
      ownership: 'PRIVATE',
      floorAreaM2: null,
      details: {},
      filingNumber: null,
      filedOn: null,
      operatorId,
      source: 'IMPORT',
    }),
  );
}

/** A submitted inspection of it. @returns the ids of the failed findings, in the order given */
export async function inspected(
  app: TestApp,
  target: Institution,
  failures: readonly { code: string; severity: 'V' | 'H' | 'M' | 'L'; binding?: boolean }[] = [
    { code: 'YL07', severity: 'H' },
  ],
): Promise<string[]> {
  const [task, result] = [randomUUID(), randomUUID()];
  const ids = failures.map(() => randomUUID());
  await app.database.query(`set session_replication_role = replica`);
  await app.database.query(
    `insert into inspections.task (id, draw_id, plan_id, plan_title, institution_id, institution_name, institution_address,
       kind, district, items, team, assignees, due_on, status, started_at, submitted_at, result_id, created_at, version)
     values ($1, $1, $1, '计划', $2, $3, $4, $5, $6, '[]', '[]', $7, '2026-12-01', 'SUBMITTED', now(), now(), $8, now(), 1)`,
    [task, target.id, target.name, target.address, target.kind, target.district, [task, result], result],
  );
  await app.database.query(
    `insert into inspections.result (id, task_id, plan_id, plan_title, institution_id, institution_name, kind, district,
       inspected_on, result_code, result_label, failures, agency, certificate_numbers, members, due_on, status,
       submitted_by, created_at, version)
     values ($1, $2, $2, '计划', $3, $4, $5, $6, '2026-11-18', 'PROBLEMS_PENDING', '发现问题待后续处理', '[]', '示例',
       '{A-0001,A-0002}', $7, '2026-12-18', 'PENDING', $1, now(), 1)`,
    [result, task, target.id, target.name, target.kind, target.district, [task, result]],
  );
  for (const [index, { code, severity, binding = true }] of failures.entries()) {
    await app.database.query(
      `insert into inspections.finding (id, task_id, item_id, item_code, item_title, legal_basis, severity, outcome, note,
         evidence_ids, recorded_by, recorded_at)
       values ($1, $2, $3, $4, '疏散通道', $5, $6, 'FAIL', '堆放杂物', '{}', $2, now())`,
      [
        ids[index],
        task,
        randomUUID(),
        code,
        JSON.stringify([{ law: '示例规范', article: '5.1', binding }]),
        severity,
      ],
    );
  }
  await app.database.query(`set session_replication_role = origin`);
  return ids;
}
