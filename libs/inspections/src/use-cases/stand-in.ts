import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import type { TaskWithFindings, TeamMember } from '../domain/task';
import { standInActionOf, taskProcess } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { ResultStore } from '../store/result.store';
import { StandInStore } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { Authority } from './authority';
import { History } from './history';
import { NextInspector } from './next-inspector';

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
    private readonly nextInspector: NextInspector,
    private readonly history: History,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, NOT_IN_TEAM, INVALID_TRANSITION, REASON_REQUIRED, SAME_OFFICIAL,
   *   INSPECTOR_PRESENT, NOT_REPORTED_GONE, ALREADY_CO_SIGNED, RESULT_PUBLISHED, INFEASIBLE
   */
  execute(caller: Caller, taskId: string, { certificateNumber, reason }: StandInWish): Promise<void> {
    return this.work.run(caller, async (tx) => {
      const { drawId } = await this.tasks.get(tx.manager, taskId);
      // The draw first, as for a replacement: what counts against the most of one inspector stands still.
      const draw = await this.draws.getForUpdate(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      const task = await this.tasks.getForUpdate(tx, taskId);
      const result = task.resultId === null ? null : await this.results.getForUpdate(tx, task.resultId);
      const leaving = memberOf(task, certificateNumber);
      const absent = await this.standIns.absentOf(tx.manager, drawId, dateInShanghai(tx.at));
      const act = taskProcess.apply(task.status, standInActionOf(task.status), task, {
        actorId: caller.id,
        reason,
        isPublished: result?.status === 'PUBLISHED',
        absent: absent.has(certificateNumber) ? [leaving.personId] : [],
        former: await this.standIns.formerMembers(tx.manager, [taskId]),
      });
      const joined = await this.exchange(tx, draw, task, leaving, { absent, reason });
      const detail = { drawId, left: certificateNumber, joined: joined.certificateNumber };
      const subject = { type: 'task', id: taskId, districts: [task.district] } as const;
      await this.history.record(tx, subject, act, 'task.stood-in', detail, reason);
      await tx.emit('task.stood-in', { taskId, personId: joined.personId });
    });
  }

  private async exchange(
    tx: Tx,
    draw: Draw,
    task: TaskWithFindings,
    leaving: TeamMember,
    { absent, reason }: { readonly absent: ReadonlySet<string>; readonly reason: string },
  ): Promise<TeamMember> {
    const { standIn, joining } = await this.nextInspector.pick(tx, draw, task.institutionId, {
      left: leaving.certificateNumber,
      absent,
    });
    await this.standIns.append(tx, task, standIn, reason);
    const team = task.team.map((member) => (member === leaving ? joining : member));
    await this.tasks.saveTeam(tx, task.id, team);
    if (task.resultId !== null) await this.results.saveTeam(tx, task.resultId, team);
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
