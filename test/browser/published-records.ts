import { createHash } from 'node:crypto';
import { targetsDigest, type Target } from '@zhaoguan/draw';
import type { Institution } from '@zhaoguan/institutions';
import { newId, SystemClock, SystemRng } from '@zhaoguan/kernel';
import type { TestApp } from '@zhaoguan/testing';

const SOMEBODY = '00000000-0000-7000-8000-000000000001';
const COLLEAGUE = '00000000-0000-7000-8000-000000000002';
const HOUR = 3_600_000;
const clock = new SystemClock();
const rng = new SystemRng();

const sm3 = (bytes: Uint8Array | string): Buffer => createHash('sm3').update(bytes).digest();
const digest = (text: string): string => sm3(text).toString('hex');

export interface DrawFacts {
  readonly title: string;
  readonly status: 'ANNOUNCED' | 'DRAWN' | 'OPENED' | 'VOIDED';
  readonly announcedAt: string;
}

export interface ResultFacts {
  readonly inspectedOn: string;
  readonly publishedAt: string;
  readonly code: string;
  readonly label: string;
  readonly failures?: readonly object[];
}

export interface PenaltyFacts {
  readonly number: string;
  readonly decidedOn: string;
  readonly publishedAt: string;
  readonly publicUntil: string;
}

/** Rows as inspections and enforcement leave them, for pages that show what the published views show. */
export class PublishedRecords {
  constructor(private readonly app: TestApp) {}

  async draw(hat: readonly Institution[], { title, status, announcedAt }: DrawFacts): Promise<string> {
    const planId = await this.plan(title);
    const at = (hours: number): Date => new Date(Date.parse(announcedAt) + hours * HOUR);
    const targets: Target[] = hat.map(({ id, grade, district }) => ({ id, stratum: grade, district }));
    const announcement = JSON.stringify({
      strata: [
        { key: 'A', basisPoints: 100, minimum: 1 },
        { key: 'B', basisPoints: 2000, minimum: 3 },
      ],
      demands: [
        { department: 'civil-affairs', inspectors: 2 },
        { department: 'fire', inspectors: 1 },
      ],
      maxLoad: 12,
      targetsDigest: targetsDigest(targets, sm3),
      inspectorsDigest: digest('inspectors'),
      conflictsDigest: digest('conflicts'),
    });
    const drawn = {
      beacon_value: '2026135:03,08,12,21,27,33|09',
      beacon_source_url: 'https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/',
      beacon_entered_by: SOMEBODY,
      beacon_entered_at: at(24),
      beacon_confirmed_by: COLLEAGUE,
      beacon_confirmed_at: at(25),
      result_digest: digest(`result of ${title}`),
      seed_sealed: 'sealed',
      drawn_at: at(25.02),
    };
    const drawId = await this.insert('inspections.draw', {
      plan_id: planId,
      title,
      kind: 'ELDERLY_CARE',
      districts: ['610116'],
      status,
      announcement,
      announcement_sm3: digest(announcement),
      commitment: digest(`nonce of ${title}`),
      nonce_sealed: 'sealed',
      beacon_source: 'fucai-ssq',
      beacon_round: '2026135',
      target_count: hat.length,
      announced_by: SOMEBODY,
      announced_at: announcedAt,
      ...(status === 'DRAWN' || status === 'OPENED' ? drawn : {}),
      ...(status === 'OPENED' ? { nonce: digest('nonce'), seed: digest('seed'), opened_at: at(960) } : {}),
      ...(status === 'VOIDED'
        ? { voided_at: at(3), void_reason: '公告后发现名单漏列三家机构，须重新公告' }
        : {}),
      version: 1,
    });
    for (const { id, stratum, district } of targets) {
      await this.app.database.query('insert into inspections.draw_target values ($1, $2, $3, $4)', [
        drawId,
        id,
        stratum,
        district,
      ]);
    }
    return drawId;
  }

  async result(drawId: string, institution: Institution, facts: ResultFacts): Promise<string> {
    const [draw] = await this.app.database.query<{ plan_id: string; title: string }>(
      'select plan_id, title from inspections.draw where id = $1',
      [drawId],
    );
    const shared = {
      plan_id: draw?.plan_id,
      plan_title: draw?.title,
      institution_id: institution.id,
      institution_name: institution.name,
      kind: institution.kind,
      district: institution.district,
      due_on: facts.inspectedOn,
      created_at: facts.publishedAt,
      version: 1,
    };
    const taskId = await this.insert('inspections.task', {
      ...shared,
      draw_id: drawId,
      institution_address: institution.address,
      items: '[{}]',
      team: '[]',
      assignees: [SOMEBODY, COLLEAGUE],
      status: 'ASSIGNED',
    });
    return this.insert('inspections.result', {
      ...shared,
      task_id: taskId,
      inspected_on: facts.inspectedOn,
      result_code: facts.code,
      result_label: facts.label,
      failures: JSON.stringify(facts.failures ?? []),
      agency: '西安市长安区民政局',
      certificate_numbers: ['61011600001', '61011600002'],
      members: [SOMEBODY, COLLEAGUE],
      status: 'PUBLISHED',
      submitted_by: SOMEBODY,
      published_at: facts.publishedAt,
      published_by: COLLEAGUE,
    });
  }

  async penalty(institution: Institution, facts: PenaltyFacts): Promise<string> {
    const caseId = await this.insert('enforcement.penalty_case', {
      case_number: facts.number.replace('决', '立'),
      institution_id: institution.id,
      kind: institution.kind,
      district: institution.district,
      department: 'civil-affairs',
      authority_name: '西安市长安区民政局',
      party_name: institution.name,
      party_uscc: institution.uscc,
      basis_code: 'YL_46_1',
      basis: JSON.stringify({
        conduct: '未建立入院评估制度或者未按照规定开展评估活动',
        law: '《养老机构管理办法》（民政部令第66号）',
        article: '第四十六条第一项',
      }),
      investigators: ['61011600001', '61011600002'],
      status: 'DECIDED',
      opened_by: SOMEBODY,
      opened_on: '2026-09-20',
      decide_by: '2026-12-19',
      notice_severity: 'SERIOUS',
      notice_measures: ['WARNING', 'FINE'],
      notice_amount_fen: 500_000,
      noticed_on: '2026-09-25',
      statement_until: '2026-10-09',
      decision_number: facts.number,
      decision_measures: ['WARNING', 'FINE'],
      decision_measure_labels: ['警告', '罚款'],
      decision_amount_fen: 500_000,
      publicity_class: 'GENERAL',
      decided_by: SOMEBODY,
      decided_on: facts.decidedOn,
      version: 1,
    });
    await this.app.database.query(
      `insert into publication.entry (subject_type, subject_id, seq, action, district, at, public_from, public_until, reason, by)
       values ('PENALTY', $1, 1, 'PUBLISH', $2, $3, $4, $5, '公示', $6)`,
      [caseId, institution.district, facts.publishedAt, facts.decidedOn, facts.publicUntil, SOMEBODY],
    );
    return caseId;
  }

  private plan(title: string): Promise<string> {
    return this.insert('inspections.plan', {
      title,
      year: 2026,
      kind: 'ELDERLY_CARE',
      districts: ['610116'],
      items: '[{}]',
      strata: '[{}]',
      demands: '[{}]',
      max_load: 12,
      task_working_days: 20,
      created_by: SOMEBODY,
      created_at: '2026-01-10T02:00:00Z',
      version: 1,
    });
  }

  private async insert(table: string, row: Record<string, unknown>): Promise<string> {
    const id = newId(clock, rng);
    const columns = ['id', ...Object.keys(row)];
    await this.app.database.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      [id, ...Object.values(row)],
    );
    return id;
  }
}
