import { Injectable } from '@nestjs/common';
import {
  departmentLabel,
  LEAD_DEPARTMENT,
  refuse,
  type Caller,
  type DepartmentRow,
  type JurisdictionRow,
  type ResultCategoryRow,
} from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { overruledBy } from '../domain/withdrawn-report';
import { assertVersionIfGiven, ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { failuresOf } from '../domain/findings';
import { certificatesOf, type Task, type TaskWithFindings } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { ResultStore } from '../store/result.store';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { TransitionStore } from '../store/transition.store';
import { History } from './history';
import { requireMember } from './own-task';

/** A member of the team submits the inspection with its result (提交检查结果). */
@Injectable()
export class SubmitTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly results: ResultStore,
    private readonly standIns: StandInStore,
    private readonly transitions: TransitionStore,
    private readonly reference: ReferenceData,
    private readonly history: History,
  ) {}

  /** @throws NOT_FOUND, STALE_VERSION, INVALID_TRANSITION, UNKNOWN_RESULT, FINDINGS_INCOMPLETE, RESULT_CONTRADICTS_FINDINGS, NOT_ENOUGH_TEAM */
  execute(caller: Caller, id: string, version: number | undefined, code: string): Promise<TaskWithFindings> {
    return this.work.run(caller, async (tx) => {
      const task = await this.tasks.getForUpdate(tx, id);
      requireMember(task, caller);
      assertVersionIfGiven(version, task.version);
      const result = await this.categoryOf(code);
      const absent = await this.standIns.absentMembers(tx.manager, task, dateInShanghai(tx.at));
      const present = task.assignees.filter((one) => !absent.includes(one));
      const overruled = overruledBy(await this.transitions.list(tx.manager, 'task', id), present);
      const context = { actorId: caller.id, result, absent, overruled };
      const act = taskProcess.apply(task.status, 'submit', task, context);
      const resultId = tx.newId();
      const after = await this.tasks.update(tx, id, {
        status: act.to,
        submittedAt: tx.at,
        submittedBy: caller.id,
        resultId,
        resultCode: result.code,
      });
      await this.insertResult(tx, resultId, task, result);
      const { institutionId, district } = task;
      const detail = { resultId, institutionId, result: code };
      await this.history.record(
        tx,
        { type: 'task', id, districts: [district] },
        act,
        'task.submitted',
        detail,
      );
      await tx.emit(act.emits, { taskId: id, resultId, institutionId, district, submittedBy: caller.id });
      return after;
    });
  }

  private async categoryOf(code: string): Promise<ResultCategoryRow> {
    const categories = await this.reference.list<ResultCategoryRow>('result-categories');
    const category = categories.find((candidate) => candidate.code === code);
    if (!category) throw refuse('UNKNOWN_RESULT', {}, [{ pointer: '/result', code: 'UNKNOWN_RESULT' }]);
    return category;
  }

  private async insertResult(
    tx: Tx,
    id: string,
    task: TaskWithFindings,
    { code, label }: ResultCategoryRow,
  ): Promise<void> {
    const { planId, planTitle, institutionId, institutionName, kind, district, assignees } = task;
    const today = dateInShanghai(tx.at);
    await this.results.insert(tx, {
      id,
      taskId: task.id,
      planId,
      planTitle,
      institutionId,
      institutionName,
      kind,
      district,
      inspectedOn: dateInShanghai(task.startedAt ?? tx.at),
      resultCode: code,
      resultLabel: label,
      failures: failuresOf(task.findings),
      agency: await this.agencyOf(task),
      certificateNumbers: certificatesOf(task, await this.standIns.listOfTask(tx.manager, task.id)),
      members: assignees,
      dueOn: await this.reference.dueOn('INSPECTION_RESULT_PUBLICATION', today, { kind, district }),
    });
  }

  /** Proper name of the department in charge: of the functional area or the county, else its city or province, else described. */
  private async agencyOf({ kind, district }: Task): Promise<string> {
    const lead = LEAD_DEPARTMENT[kind];
    const rows = await this.reference.list<DepartmentRow>('departments');
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const area = jurisdictions.find(({ townships }) => townships.includes(district))?.code;
    const county = district.slice(0, 6);
    for (const place of [area, county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`]) {
      const row = rows.find(({ jurisdiction, code }) => jurisdiction === place && code === lead);
      if (row) return row.name;
    }
    return `${await this.reference.districtPath(county)}${departmentLabel(lead)}`;
  }
}
