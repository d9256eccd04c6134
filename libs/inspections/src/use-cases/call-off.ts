import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { TaskWithFindings } from '../domain/task';
import { callOffActionOf, taskProcess } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { ResultStore } from '../store/result.store';
import { StandInStore, type Absence } from '../store/stand-in.store';
import { TaskStore } from '../store/task.store';
import { Authority } from './authority';
import { EmptyPlaces, type EmptyPlace } from './empty-places';
import { History } from './history';
import { LookAtTasks } from './look-at-tasks.query';
import { WithdrawResult } from './withdraw-result';

/**
 * Ends an inspection for which nobody is left (终止检查), so that its draw can be laid open. Before it has begun when a place of
 * the team is empty, afterwards when all are, or when one alone has reported that the institution is gone and nobody else of the
 * team can sign it; and only when nobody could take the place for some working days: whoever takes inspectors out to spare an
 * institution must leave them out for as long, and the record says so.
 */
@Injectable()
export class CallOffTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly tasks: TaskStore,
    private readonly results: ResultStore,
    private readonly standIns: StandInStore,
    private readonly authority: Authority,
    private readonly places: EmptyPlaces,
    private readonly looks: LookAtTasks,
    private readonly withdrawResult: WithdrawResult,
    private readonly reference: ReferenceData,
    private readonly history: History,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION, REASON_REQUIRED, SAME_OFFICIAL,
   *   INSPECTOR_PRESENT, SOMEBODY_CAN_GO, ABSENCE_TOO_SHORT
   */
  async execute(caller: Caller, taskId: string, reason: string): Promise<void> {
    await this.looks.noteAttempt(caller, taskId);
    await this.work.run(caller, async (tx) => {
      const { drawId } = await this.tasks.get(tx.manager, taskId);
      const draw = await this.draws.getForUpdate(tx, drawId);
      await this.authority.requireInCharge(caller, draw);
      const task = await this.tasks.getForUpdate(tx, taskId);
      const all = await this.places.absencesOf(tx, task);
      const missing = task.team.filter(({ personId }) => all.some((one) => one.personId === personId));
      const former = await this.standIns.formerMembers(tx.manager, [taskId]);
      const absent = missing.map(({ personId }) => personId);
      const context = {
        actorId: caller.id,
        reason,
        absent,
        former,
        isPublished: await this.isPublished(tx, task),
      };
      const action = callOffActionOf(task.status);
      // Whether it may end at all, before the random numbers are asked who could go.
      taskProcess.apply(task.status, action, task, context);
      const places: EmptyPlace[] = [];
      // Who has reported has done the part: it is the others' places that nobody can take.
      for (const { certificateNumber: left } of missing.filter(
        ({ personId }) => personId !== task.submittedBy,
      ))
        places.push(await this.places.fill(tx, draw, task, { left, all }));
      const { empty, ...emptyPlace } = await this.emptyOf(tx, task, places);
      const act = taskProcess.apply(task.status, action, task, { ...context, emptyPlace });
      for (const { standIn, absences } of empty)
        await this.standIns.append(tx, task, standIn, { reason, absences });
      if (task.status === 'SUBMITTED') await this.withdrawResult.execute(tx, task, act.to);
      else await this.tasks.update(tx, taskId, { status: act.to });
      const detail = { drawId, left: empty.map(({ standIn }) => standIn.left).join('、') };
      const subject = { type: 'task', id: taskId, districts: [task.district] } as const;
      await this.history.record(tx, subject, act, 'task.called-off', detail, reason);
      await tx.emit(act.emits, { taskId, drawId });
    });
  }

  /** Locked as well: publication and the end of the inspection follow each other. */
  private async isPublished(tx: Tx, { resultId }: TaskWithFindings): Promise<boolean> {
    if (resultId === null) return false;
    return (await this.results.getForUpdate(tx, resultId)).status === 'PUBLISHED';
  }

  /**
   * Which places nobody can take, and since when. A team that has not begun goes whole, so that one such place is enough;
   * what has begun is carried on, or signed, by whoever takes any of them.
   */
  private async emptyOf(tx: Tx, task: TaskWithFindings, places: readonly EmptyPlace[]) {
    const empty = places.filter(({ joining }) => joining === null);
    const isEnough = task.status === 'ASSIGNED' ? empty.length > 0 : empty.length === places.length;
    const absences = (empty.length > 0 ? empty : places).flatMap((place) => place.absences);
    return {
      empty,
      somebodyCanGo: !isEnough,
      longEnoughFrom: await this.longEnoughFrom(absences, task),
      today: dateInShanghai(tx.at),
    };
  }

  private async longEnoughFrom(absences: readonly Absence[], task: TaskWithFindings): Promise<PlainDate> {
    const known = absences.flatMap(({ since }) => (since === null ? [] : [since.getTime()]));
    const latest = dateInShanghai(new Date(Math.max(task.createdAt.getTime(), ...known)));
    return this.reference.dueOn('INSPECTION_CALL_OFF', latest, task);
  }
}
