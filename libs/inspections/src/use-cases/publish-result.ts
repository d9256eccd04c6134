import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { resultProcess } from '../domain/result.process';
import type { InspectionResult } from '../domain/task';
import { ResultStore } from '../store/result.store';
import { StandInStore } from '../store/stand-in.store';
import { Authority } from './authority';
import { History } from './history';

const RESULTS_IN_A_BATCH = 200;

/** Publishes an inspection result (公布检查结果): a reviewer, or the clock at the latest on the last day of the term. */
@Injectable()
export class PublishResult {
  constructor(
    private readonly work: UnitOfWork,
    private readonly results: ResultStore,
    private readonly standIns: StandInStore,
    private readonly authority: Authority,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, OWN_INSPECTION, NOT_CO_SIGNED */
  execute(caller: Caller, id: string, version?: number): Promise<InspectionResult> {
    return this.work.run(caller, async (tx) => {
      const result = await this.results.getForUpdate(tx, id);
      await this.authority.requireInCharge(caller, { kind: result.kind, districts: [result.district] });
      assertVersionIfGiven(version, result.version);
      return this.publish(tx, result, await this.results.coSigners(tx.manager, [result]), 'publish');
    });
  }

  /** Publishes every result whose term ends today or has ended, but for those that lack a signature. @returns how many */
  async publishDue(tx: Tx): Promise<number> {
    const today = dateInShanghai(tx.at);
    for (let count = 0; ;) {
      const due = await this.results.listDueForUpdate(tx, today, RESULTS_IN_A_BATCH);
      const signers = await this.results.coSigners(tx.manager, due);
      for (const result of due) await this.publish(tx, result, signers, 'publishDue');
      count += due.length;
      if (due.length < RESULTS_IN_A_BATCH) return count;
    }
  }

  private async publish(
    tx: Tx,
    result: InspectionResult,
    signers: ReadonlyMap<string, string>,
    action: 'publish' | 'publishDue',
  ): Promise<InspectionResult> {
    const { id, taskId, district, institutionId, resultCode, inspectedOn } = result;
    // Who began the inspection and left the team (替补) is not a stranger to it.
    const former = action === 'publish' ? await this.standIns.formerMembers(tx.manager, [taskId]) : [];
    const asked = {
      ...result,
      members: [...result.members, ...former],
      coSignedBy: signers.get(taskId) ?? null,
    };
    const act = resultProcess.apply(result.status, action, asked, { actorId: tx.caller.id });
    const after = await this.results.savePublished(tx, id);
    const subject = { type: 'result', id, districts: [district] } as const;
    await this.history.record(tx, subject, act, 'inspection-result.published', {
      institutionId,
      result: resultCode,
    });
    await tx.emit(act.emits, {
      resultId: id,
      institutionId,
      district,
      result: resultCode,
      inspectedOn,
      failures: result.failures.map(({ itemCode, title, severity }) => ({
        itemCode,
        itemTitle: title,
        severity,
      })),
    });
    return after;
  }
}
