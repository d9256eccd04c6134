import { Injectable } from '@nestjs/common';
import type {
  FilingEnd,
  Grade,
  InstitutionStatus,
  Kind,
  Regime,
  Relation,
  RelationBasis,
} from '@zhaoguan/contracts';
import { decodeCursor, encodeCursor, isUuid } from '@zhaoguan/kernel';
import { refuse } from '@zhaoguan/contracts';
import type { EntityManager } from 'typeorm';
import { stepDay } from './step-day';

/** An institution that another one is related to. */
export interface RelatedInstitution {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly status: InstitutionStatus;
  readonly grade: Grade;
  readonly filedOn: string | null;
  readonly filingEndedAs: FilingEnd | null;
  /** What it held under its number. */
  readonly regime: Regime;
  /** When it closed or lost its filing; null while it goes on, or where a directory knew no day. */
  readonly endedOn: string | null;
  readonly basis: RelationBasis;
}

export interface RelatedCriteria {
  readonly relation: Relation;
  readonly limit: number;
  readonly cursor?: string;
}

type Stepped = RelatedInstitution & { readonly step: number };

@Injectable()
export class RelatedStore {
  /** The nearest first; row-level security leaves what the caller may see. One row more than asked for. */
  find(
    manager: EntityManager,
    institutionId: string,
    { relation, limit, cursor }: RelatedCriteria,
  ): Promise<Stepped[]> {
    const [step, id] = cursor === undefined ? [null, null] : positionIn(cursor);
    return manager.query(
      `select i.id, i.name, i.kind, nullif(i.details ->> 'siteType', '') as "siteType", i.district, i.status, i.grade, to_char(i.filed_on, 'YYYY-MM-DD') as "filedOn",
              i.filing_ended_as as "filingEndedAs", i.regime, r.basis, r.step,
              to_char(case when i.filing_ended_as is not null then
                        (select max(e.ended_on) from institutions.filing_end e where e.institution_id = i.id)
                      when i.status = 'CLOSED' then
                        (select max(${stepDay('s.')}) from institutions.status_step s
                          where s.institution_id = i.id and s.action = 'close' and s.retracted_at is null) end, 'YYYY-MM-DD') as "endedOn"
         from institutions.related($1) r join institutions.institution i on i.id = r.id
        where r.relation = $2 and ($3::integer is null or (r.step, i.id) > ($3, $4::uuid))
        order by r.step, i.id limit $5`,
      [institutionId, relation, step, id, limit + 1],
    );
  }

  cursorOf({ step, id }: Pick<Stepped, 'step' | 'id'>): string {
    return encodeCursor([step, id]);
  }

  /** How many of them lie where the caller sees none. */
  async countElsewhere(manager: EntityManager, institutionId: string, relation: Relation): Promise<number> {
    const [row]: { hidden: number }[] = await manager.query(
      `select count(*)::integer as hidden from institutions.related($1) r
        where r.relation = $2 and not exists (select from institutions.institution i where i.id = r.id)`,
      [institutionId, relation],
    );
    return row?.hidden ?? 0;
  }
}

function positionIn(cursor: string): readonly [number, string] {
  const [step, id, ...more] = decodeCursor(cursor);
  const isStep = typeof step === 'number' && Number.isInteger(step) && step >= 0 && step <= 20;
  if (!isStep || typeof id !== 'string' || !isUuid(id) || more.length > 0) throw refuse('INVALID_CURSOR');
  return [step, id];
}
