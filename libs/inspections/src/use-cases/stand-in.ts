import { Injectable } from '@nestjs/common';
import { departmentLabel, refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { certificatesOf, type TaskWithFindings, type TeamMember } from '../domain/task';
import { requirePublicReason } from '../domain/public-reason';
import { standInActionOf, taskProcess } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { ResultStore } from '../store/result.store';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { Authority } from './authority';
import { EmptyPlaces, type EmptyPlace } from './empty-places';
import { History } from './history';
import { LookAtTasks } from './look-at-tasks.query';

export interface StandInWish {
  /** Of the member who cannot go. */
  readonly certificateNumber: string;
  readonly reason: string;
}

/**
 * Another inspector takes the place of one who cannot go any more (替补检查人员). Who leaves follows from the directory and
 * the accounts, who comes from the random numbers of the draw: nobody chooses either.
 * @law 行政处罚法第四十二条：执法人员不得少于两人
 */
@Injectable()
export class StandInForInspector {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly tasks: TaskStore,
    private readonly results: ResultStore,
    private readonly standIns: StandInStore,
    private readonly authority: Authority,
    private readonly places: EmptyPlaces,
    private readonly looks: LookAtTasks,
    private readonly history: History,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION, REASON_REQUIRED, SAME_OFFICIAL,
   *   INSPECTOR_PRESENT (whether in the team or not: that is a secret), NOT_IN_TEAM, NOT_REPORTED_GONE,
   *   ALREADY_CO_SIGNED, RESULT_PUBLISHED, INFEASIBLE, PERSONAL_DATA_IN_PUBLIC_WORDS
   */
  async execute(caller: Caller, taskId: string, { certificateNumber, reason }: StandInWish): Promise<void> {
    await this.looks.noteAttempt(caller, taskId);
    await this.work.run(caller, async (tx) => {
      const { drawId } = await this.tasks.get(tx.manager, taskId);
      // The draw first, as for a replacement: what counts against the most of one inspector stands still.
      const draw = await this.draws.getForUpdate(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      requirePublicReason(reason);
      const task = await this.tasks.getForUpdate(tx, taskId);
      const result = task.resultId === null ? null : await this.results.getForUpdate(tx, task.resultId);
      const all = await this.places.absencesOf(tx, task);
      const absence = all.find((one) => one.certificateNumber === certificateNumber);
      const act = taskProcess.apply(task.status, standInActionOf(task.status), task, {
        actorId: caller.id,
        reason,
        isPublished: result?.status === 'PUBLISHED',
        absent: absence ? [absence.personId] : [],
        former: await this.standIns.formerMembers(tx.manager, [taskId]),
      });
      const leaving = memberOf(task, certificateNumber);
      const place = await this.places.fill(tx, draw, task, { left: certificateNumber, all });
      const joined = await this.exchange(tx, task, leaving, { ...place, reason });
      const detail = { drawId, left: certificateNumber, joined: joined.certificateNumber };
      const subject = { type: 'task', id: taskId, districts: [task.district] } as const;
      await this.history.record(tx, subject, act, 'task.stood-in', detail, reason);
      await tx.emit('task.stood-in', { taskId, drawId, personId: joined.personId });
    });
  }

  private async exchange(
    tx: Tx,
    task: TaskWithFindings,
    leaving: TeamMember,
    { standIn, joining, absences, reason }: EmptyPlace & { readonly reason: string },
  ): Promise<TeamMember> {
    if (joining === null) {
      const { department } = standIn;
      throw refuse('INFEASIBLE', { department, departmentName: departmentLabel(department) });
    }
    await this.standIns.append(tx, task, standIn, { reason, absences });
    const team = task.team.map((member) => (member === leaving ? joining : member));
    await this.tasks.saveTeam(tx, task.id, team);
    if (task.resultId !== null) {
      const former = await this.standIns.listOfTask(tx.manager, task.id);
      await this.results.saveTeam(tx, task.resultId, team, certificatesOf({ ...task, team }, former));
    }
    return joining;
  }
}

/** @throws NOT_IN_TEAM */
function memberOf({ team }: TaskWithFindings, certificateNumber: string): TeamMember {
  const member = team.find((one) => one.certificateNumber === certificateNumber);
  if (!member) {
    throw refuse('NOT_IN_TEAM', {}, [{ pointer: '/certificateNumber', code: 'NOT_IN_TEAM' }]);
  }
  return member;
}
