import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { OUTCOME_LABELS, refuse, type Caller, type Outcome } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, type FieldError } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { disagreements, type Finding } from '../domain/findings';
import type { TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { History } from './history';
import { requireMember } from './own-task';

export interface FindingToRecord {
  readonly itemId: string;
  readonly outcome: Outcome;
  readonly note?: string | null | undefined;
  readonly evidenceIds: readonly string[];
}

/** Records what was found, item by item (记录检查情况); an item recorded before is replaced. */
@Injectable()
export class RecordFindings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly standIns: StandInStore,
    private readonly people: PersonStore,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, STALE_VERSION, INVALID_TRANSITION, INSPECTOR_ABSENT, VALIDATION_FAILED with a pointer for each wrong finding */
  execute(
    caller: Caller,
    id: string,
    version: number | undefined,
    input: readonly FindingToRecord[],
  ): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.getForUpdate(tx, id);
      requireMember(task, caller);
      assertVersionIfGiven(version, task.version);
      const absent = await this.standIns.absentMembers(tx.manager, task, dateInShanghai(tx.at));
      const act = taskProcess.apply(task.status, 'record', task, { actorId: caller.id, absent });
      const findings = toFindings(tx, task, input);
      await this.tasks.saveFindings(tx, id, findings);
      const after = await this.tasks.update(tx, id, { status: act.to });
      const detail = { findings: findings.map(({ itemCode, outcome }) => ({ itemCode, outcome })) };
      const subject = { type: 'task', id, districts: [task.district] } as const;
      const overturned = await this.overturned(tx, task, findings);
      await this.history.record(tx, subject, act, 'task.recorded', detail, overturned);
      await this.tellAuthors(tx, task, findings);
      return after;
    });
  }

  /** In words, for whoever publishes the result: whose finding was replaced by another outcome. */
  private async overturned(
    tx: Tx,
    task: TaskWithFindings,
    findings: readonly Finding[],
  ): Promise<string | undefined> {
    const changes = disagreements(task.findings, findings);
    if (changes.length === 0) return undefined;
    const names = await this.people.listNames(
      tx.manager,
      changes.map(({ earlier }) => earlier.recordedBy),
    );
    const said = changes.map(
      ({ earlier, now }) =>
        `“${now.itemTitle}”由${OUTCOME_LABELS[earlier.outcome]}改为${OUTCOME_LABELS[now.outcome]}` +
        `（原结论由${names.get(earlier.recordedBy) ?? '检查组成员'}记录）`,
    );
    return said.join('；');
  }

  /** Who found otherwise before hears of it: two inspectors who disagree settle it on the spot. */
  private async tellAuthors(tx: Tx, task: TaskWithFindings, findings: readonly Finding[]): Promise<void> {
    const { id: taskId, institutionId } = task;
    for (const { earlier, now } of disagreements(task.findings, findings)) {
      // Who has left the team (替补) has no more to do with the inspection.
      if (!task.assignees.includes(earlier.recordedBy)) continue;
      await tx.emit('task.finding-changed', {
        taskId,
        institutionId,
        itemId: now.itemId,
        itemTitle: now.itemTitle,
        before: earlier.outcome,
        after: now.outcome,
        recordedBy: earlier.recordedBy,
        changedBy: now.recordedBy,
      });
    }
  }
}

/** A finding that was recorded before keeps its id. */
function toFindings(tx: Tx, task: TaskWithFindings, input: readonly FindingToRecord[]): Finding[] {
  const faults = input.flatMap((finding, i) => faultsOf(task, input, finding, i));
  if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
  const items = new Map(task.items.map((item) => [item.id, item]));
  const recorded = new Map(task.findings.map((finding) => [finding.itemId, finding.id]));
  return input.flatMap(({ itemId, outcome, note, evidenceIds }) => {
    const item = items.get(itemId);
    if (!item) return [];
    const { code: itemCode, title: itemTitle, legalBasis, severity } = item;
    const id = recorded.get(itemId) ?? tx.newId();
    return [
      {
        id,
        itemId,
        itemCode,
        itemTitle,
        legalBasis,
        severity,
        outcome,
        // It becomes public with the result.
        note: guarded(note ?? null),
        evidenceIds,
        recordedBy: tx.caller.id,
        recordedAt: tx.at,
      },
    ];
  });
}

function faultsOf(
  task: TaskWithFindings,
  all: readonly FindingToRecord[],
  { itemId, outcome, note, evidenceIds }: FindingToRecord,
  i: number,
): FieldError[] {
  const faults: FieldError[] = [];
  if (!task.items.some((item) => item.id === itemId))
    faults.push({ pointer: `/${i}/itemId`, code: 'UNKNOWN_ITEM' });
  if (all.findIndex((other) => other.itemId === itemId) < i) {
    faults.push({ pointer: `/${i}/itemId`, code: 'DUPLICATE_ENTRY', message: '同一检查项目只能填写一次' });
  }
  if (outcome === 'FAIL' && !note?.trim())
    faults.push({ pointer: `/${i}/note`, code: 'FINDING_NOTE_REQUIRED' });
  evidenceIds.forEach((evidenceId, n) => {
    if (!task.evidence.some(({ id }) => id === evidenceId)) {
      faults.push({ pointer: `/${i}/evidenceIds/${n}`, code: 'UNKNOWN_EVIDENCE' });
    }
  });
  return faults;
}
