import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { refuse, SYSTEM_ID, type Caller, type Kind } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import type { ResultStatus } from '../domain/result.process';
import { kindsLedBy } from '../domain/jurisdiction';
import { kindsBeforePublication, type InspectionResult } from '../domain/task';
import { ResultStore, type ResultOrder } from '../store/result.store';
import { TransitionStore } from '../store/transition.store';

/** A result, with the name of who published it, and the second of the team who signed it: null when nobody has. */
export interface ResultFound {
  readonly result: InspectionResult;
  readonly publishedByName: string | null;
  readonly coSignedBy: string | null;
  /** Where one of the team has replaced another's finding by another outcome, in words (检查组意见不一致). */
  readonly disagreements: readonly string[];
  /** Results of the same inspection that the team had withdrawn before, in words (撤回). */
  readonly withdrawals: readonly string[];
}

/** Reads inspection results for officials; the public has a view of its own. */
@Injectable()
export class LookAtResults {
  constructor(
    private readonly work: UnitOfWork,
    private readonly results: ResultStore,
    private readonly people: PersonStore,
    private readonly transitions: TransitionStore,
  ) {}

  list(
    caller: Caller,
    filter: {
      readonly status?: ResultStatus | undefined;
      readonly kind?: Kind | undefined;
      readonly sort: ResultOrder;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ): Promise<Page<ResultFound>> {
    return this.work.read(caller, async (manager) => {
      const unpublishedOf = kindsBeforePublication(caller);
      const withdrawnOf = kindsLedBy(caller);
      const kinds = { unpublishedOf, withdrawnOf };
      const { items, nextCursor } = await this.results.list(manager, { ...filter, ...kinds });
      return { items: await this.withPeople(manager, items), nextCursor };
    });
  }

  /** @throws NOT_FOUND, also for what another department has not published yet */
  get(caller: Caller, id: string): Promise<ResultFound> {
    return this.work.read(caller, async (manager) => {
      const result = await this.results.get(manager, id);
      const { status, kind } = result;
      const kinds = status === 'WITHDRAWN' ? kindsLedBy(caller) : kindsBeforePublication(caller);
      if (status !== 'PUBLISHED' && !kinds.includes(kind)) throw refuse('NOT_FOUND');
      const [found] = await this.withPeople(manager, [result]);
      if (!found) throw new Error(`result ${id} was lost`);
      return found;
    });
  }

  private async withPeople(
    manager: Tx['manager'],
    results: readonly InspectionResult[],
  ): Promise<ResultFound[]> {
    const ids = new Set(results.flatMap(({ publishedBy }) => publishedBy ?? []));
    const names = new Map([[SYSTEM_ID, '系统'], ...(await this.people.listNames(manager, [...ids]))]);
    const signers = await this.results.coSigners(manager, results);
    const taskIds = results.map(({ taskId }) => taskId);
    const overturned = await this.transitions.reasonsOf(manager, 'task', taskIds, 'record');
    const withdrawn = await this.results.listWithdrawn(manager, taskIds);
    const reasons = await this.transitions.reasonsOf(manager, 'task', taskIds, 'withdrawReport');
    return results.map((result) => ({
      result,
      disagreements: overturned.get(result.taskId) ?? [],
      withdrawals: withdrawalsInWords(
        withdrawn.filter(({ taskId, id }) => taskId === result.taskId && id < result.id),
        reasons.get(result.taskId) ?? [],
      ),
      coSignedBy: signers.get(result.taskId) ?? null,
      publishedByName: names.get(result.publishedBy ?? '') ?? null,
    }));
  }
}

/** Each withdrawal has its reason, in the same order. */
function withdrawalsInWords(withdrawn: readonly InspectionResult[], reasons: readonly string[]): string[] {
  return withdrawn.map(({ resultLabel, failures }, i) => {
    const found = failures.map(({ title }) => title).join('、');
    const before = found === '' ? '' : `，撤回前认定不符合：${found}`;
    return `“${resultLabel}”${before}。撤回的理由：${reasons[i] ?? ''}`;
  });
}
