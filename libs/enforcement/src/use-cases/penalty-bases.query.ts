import { Injectable } from '@nestjs/common';
import type { Caller, Kind, PenaltyBasisFile, PenaltyBasisRow } from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import { concerns } from '../domain/penalty-basis';

type Tier = PenaltyBasisRow['tiers'][number];

export interface PenaltyBasisView extends Omit<PenaltyBasisRow, 'tiers'> {
  readonly tiers: readonly (Tier & { readonly measureLabels: readonly string[] })[];
  /** Whether the caller's department may open a case on it. */
  readonly mine: boolean;
}

/** On which clauses a case can be opened (处罚依据): those in force where the official is, in the order of the reference data. */
@Injectable()
export class PenaltyBases {
  constructor(private readonly reference: ReferenceData) {}

  async list(caller: Caller, kind: Kind | undefined): Promise<readonly PenaltyBasisView[]> {
    const rows = await this.reference.list<PenaltyBasisRow>('penalty-bases');
    const { measures } = await this.reference.header<Pick<PenaltyBasisFile, 'measures'>>('penalty-bases');
    const labels = new Map(measures.map(({ code, label }) => [code, label]));
    return rows
      .filter((row) => (kind === undefined || row.kind === kind) && concerns(row, caller.districts))
      .map(({ id: _id, tiers, ...row }) => ({
        ...row,
        tiers: tiers.map((tier) => ({
          ...tier,
          measureLabels: tier.measures.map((code) => labels.get(code) ?? code),
        })),
        mine: row.enforcedBy.some((department) => caller.departments.includes(department)),
      }));
  }
}
