import { Injectable } from '@nestjs/common';
import type { FilingEnd, FilingType, Kind, Regime } from '@zhaoguan/contracts';
import { siteTypeOf } from '@zhaoguan/platform';
import type { PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { Application } from '../domain/application';
import { inOtherTownships, type Found, type Likeness } from '../domain/duplicates';
import type { Filing } from '../domain/filing';
import { ApplicationSeal } from './sealed-application';

/** A registered institution or an open filing, by what the public or the official reads of it anyway. */
export interface LikeFacts {
  readonly what: 'INSTITUTION' | 'FILING';
  readonly id: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly name: string;
  readonly uscc: string;
  readonly district: string;
  readonly address: string;
  readonly status: string;
  /** Whether it is in the account of somebody else than whoever files now. */
  readonly ofAnother: boolean;
  /** Whether an institution under the same code has another head (法定代表人、负责人) on record: one legal person has one. */
  readonly otherHead: boolean;
  /** An open filing about the very institution that the filing asked about is of: no duplicate. */
  readonly ofSame: boolean;
  /** What the authority did of what an institution held, and under which law that was; null where it stands, and of a filing. */
  readonly endedAs: FilingEnd | null;
  readonly heldAs: Regime | null;
  /** Whether a filing asks for a licence to go on (延续). */
  readonly renewal: boolean;
  /** Under which law a filing is handled; of an institution nothing is said by it. */
  readonly regime: Regime;
  readonly type: FilingType;
  readonly admitBy: PlainDate | null;
  readonly admittedOn: PlainDate | null;
}

interface Row extends LikeFacts {
  readonly covered: boolean;
  readonly sameCode: boolean;
  readonly sameAddress: boolean;
  readonly nearAddress: boolean;
  readonly sameHead: boolean;
}

/** Looks for what may be the same as a filing; the head is found by the blind index of the resident id, which stays sealed. */
@Injectable()
export class DuplicateStore {
  constructor(private readonly seal: ApplicationSeal) {}

  /**
   * What belongs to each line is looked up line by line (`limit 1`): joined as a whole, the database would read every institution for it.
   * @param filing with the institution that it is about, which is no duplicate of it
   * @param application what was handed in
   * @param kinds whose filings the caller's department takes
   */
  async find(
    manager: EntityManager,
    { id, institutionId, applicantId }: Pick<Filing, 'id' | 'institutionId' | 'applicantId'>,
    application: Application,
    kinds: readonly Kind[],
  ): Promise<Found<LikeFacts>[]> {
    const { uscc, district, address } = application;
    const rows: Row[] = await manager.query(
      `select covered, what, found.id, kind, name, uscc, district, address, status,
              coalesce(law.regime, 'FILING') as regime, coalesce(law.type, 'INITIAL') as type, to_char(law.admit_by, 'YYYY-MM-DD') as "admitBy",
              to_char(law.admitted_on, 'YYYY-MM-DD') as "admittedOn",
              coalesce(law.renewal, false) as renewal, coalesce($2 in (law.renews, law.licenses, law.institution_id), false) as "ofSame",
              held.filing_ended_as as "endedAs", held.regime as "heldAs",
              coalesce(case what when 'FILING' then law.applicant_id
                                 else held.operator_id end <> $8, false) as "ofAnother",
              coalesce(same_code and held.head <> $6, false) as "otherHead",
              case what when 'FILING' then (select f.site_type from filings.filing_facts f where f.filing_id = found.id)
                        else ${siteTypeOf('found.id')} end as "siteType", same_code as "sameCode",
              same_address as "sameAddress", near_address as "nearAddress", same_head as "sameHead"
         from filings.duplicates($1, $2, $3, $4, $5, $6, $7) found
         left join lateral (select f.regime, f.type, f.admit_by, f.admitted_on, f.applicant_id, f.renews, f.licenses, f.institution_id, f.renews is not null as renewal from filings.filing f
                             where found.what = 'FILING' and f.id = found.id limit 1) law on true
         left join lateral (select i.filing_ended_as, i.regime, i.operator_id, i.legal_representative_id_index as head from institutions.institution i
                             where found.what = 'INSTITUTION' and i.id = found.id limit 1) held on true`,
      [id, institutionId, uscc, district, address, this.seal.indexOf(application), kinds, applicantId],
    );
    return rows.flatMap(({ covered, sameCode, sameAddress, nearAddress, sameHead, ...facts }) => {
      const likenesses: Likeness[] = [];
      if (sameAddress) likenesses.push('SAME_ADDRESS');
      if (nearAddress && !inOtherTownships(facts.address, address ?? '')) likenesses.push('NEAR_ADDRESS');
      if (sameCode) likenesses.push('SAME_CODE');
      if (sameHead) likenesses.push('SAME_HEAD');
      const ended = facts.what === 'INSTITUTION' && facts.status === 'CLOSED';
      return covered && likenesses.length === 0 ? [] : [{ covered, ended, likenesses, facts }];
    });
  }
}
