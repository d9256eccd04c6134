import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { FailedFindingStore, type FailedFinding } from '../store/failed-finding.store';

/** What a case is to be opened on: failed findings, named one by one or by the inspection result that holds them. */
export interface Grounds {
  readonly institutionId: string;
  readonly findingIds?: readonly string[];
  readonly resultId?: string;
}

/** Finds the failed findings that a case rests on; those on recommended standards alone ground none. */
@Injectable()
export class CaseGrounds {
  constructor(private readonly findings: FailedFindingStore) {}

  /** @throws NO_FAILED_FINDING, FINDING_GUIDANCE_ONLY, FINDING_TAKEN, VALIDATION_FAILED for both ways at once */
  find(
    tx: Tx,
    { institutionId, findingIds, resultId }: Grounds,
    department: string,
  ): Promise<FailedFinding[]> {
    if (resultId === undefined) return this.named(tx, institutionId, findingIds ?? []);
    if (findingIds === undefined) return this.ofResult(tx, institutionId, resultId, department);
    const message = '检查结果和检查情况编号只填其中一项';
    throw refuse('VALIDATION_FAILED', {}, [{ pointer: '/resultId', code: 'INVALID', message }]);
  }

  private async named(tx: Tx, institutionId: string, ids: readonly string[]): Promise<FailedFinding[]> {
    const found = await this.findings.find(tx, institutionId, ids);
    const faultOf = (id: string): 'NO_FAILED_FINDING' | 'FINDING_GUIDANCE_ONLY' | undefined => {
      const match = found.find((one) => one.finding.findingId === id.toLowerCase());
      if (!match) return 'NO_FAILED_FINDING';
      return isBinding(match) ? undefined : 'FINDING_GUIDANCE_ONLY';
    };
    const wrong = ids.flatMap((id, index) => {
      const code = faultOf(id);
      return code ? [{ pointer: `/findingIds/${index}`, code }] : [];
    });
    const [first] = wrong;
    if (first) throw refuse(first.code, {}, wrong);
    if (found.length > 0) return found;
    throw refuse('NO_FAILED_FINDING', {}, [{ pointer: '/findingIds', code: 'NO_FAILED_FINDING' }]);
  }

  /** All that no case of the department has taken up; a result without any says why there is none. */
  private async ofResult(
    tx: Tx,
    institutionId: string,
    resultId: string,
    department: string,
  ): Promise<FailedFinding[]> {
    const all = await this.findings.findOfResult(tx, institutionId, resultId, department);
    const binding = all.filter(isBinding);
    const open = binding.filter(({ taken }) => !taken);
    if (open.length > 0) return open;
    const code =
      binding.length > 0 ? 'FINDING_TAKEN' : all.length > 0 ? 'FINDING_GUIDANCE_ONLY' : 'NO_FAILED_FINDING';
    throw refuse(code, {}, [{ pointer: '/resultId', code }]);
  }
}

function isBinding({ finding }: FailedFinding): boolean {
  return finding.legalBasis.some((clause) => clause.binding);
}
