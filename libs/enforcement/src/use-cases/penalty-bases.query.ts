import { Injectable } from '@nestjs/common';
import type { Caller, Kind, MeasureRow, PenaltyBasisRow } from '@zhaoguan/contracts';
import { districtPrefix } from '@zhaoguan/kernel';
import { ReferenceData } from '@zhaoguan/platform';
import { consequenceInWords } from '../domain/penalty-range';
import { penaltyMeasures } from './case-act';

/** A tier of a basis (法定档次) with its measures in words. */
export interface TierView {
  readonly severity: PenaltyBasisRow['tiers'][number]['severity'];
  readonly condition: string;
  readonly measures: readonly MeasureRow[];
  readonly minFineFen: number | null;
  readonly maxFineFen: number | null;
}

/** A clause on which a penalty can be based, as officials choose it. */
export interface BasisView extends Pick<
  PenaltyBasisRow,
  'code' | 'law' | 'article' | 'conduct' | 'enforcedBy'
> {
  readonly kinds: readonly Kind[];
  readonly consequence: string;
  /** From the least to the greatest fine of all tiers; null where the law names no amount. */
  readonly minFineFen: number | null;
  readonly maxFineFen: number | null;
  readonly tiers: readonly TierView[];
}

/** The list of legal bases (处罚依据), from the reference data. */
@Injectable()
export class PenaltyBases {
  constructor(private readonly reference: ReferenceData) {}

  /** Those in force somewhere in the caller's districts. */
  async list(caller: Caller, kind?: Kind): Promise<BasisView[]> {
    const measures = await penaltyMeasures(this.reference);
    const rows = await this.reference.list<PenaltyBasisRow>('penalty-bases');
    return rows
      .filter((row) => kind === undefined || row.kind === kind)
      .filter(({ jurisdiction }) => caller.districts.some((mine) => overlap(mine, jurisdiction)))
      .map((row) => viewOf(row, measures));
  }
}

function viewOf(row: PenaltyBasisRow, measures: readonly MeasureRow[]): BasisView {
  const { code, law, article, conduct, enforcedBy } = row;
  const fines = row.tiers.flatMap(({ minFineFen, maxFineFen }) =>
    minFineFen === null || maxFineFen === null ? [] : [{ minFineFen, maxFineFen }],
  );
  return {
    code,
    kinds: [row.kind],
    law,
    article,
    conduct,
    enforcedBy,
    consequence: consequenceInWords(row, measures),
    minFineFen: fines.length === 0 ? null : Math.min(...fines.map(({ minFineFen }) => minFineFen)),
    maxFineFen: fines.length === 0 ? null : Math.max(...fines.map(({ maxFineFen }) => maxFineFen)),
    tiers: tiersOf(row, measures),
  };
}

export function tiersOf({ tiers }: PenaltyBasisRow, catalogue: readonly MeasureRow[]): TierView[] {
  return tiers.map(({ severity, condition, measures, minFineFen, maxFineFen }) => ({
    severity,
    condition,
    measures: catalogue.filter(({ code }) => measures.includes(code)),
    minFineFen,
    maxFineFen,
  }));
}

/** Whether a place where the basis is in force lies in the official's district, or around it. */
function overlap(mine: string, jurisdiction: string): boolean {
  if (mine === '*' || jurisdiction === '000000') return true;
  const [a, b] = [districtPrefix(mine), districtPrefix(jurisdiction)];
  return a.startsWith(b) || b.startsWith(a);
}
