import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector, type TaskAnswer } from './inspection.builder';

const REASON = '示例·已调离本单位';

/** A drawn inspection with a team of two, of whom `other` is going to be missing. */
export class EmptyPlace {
  private constructor(
    readonly app: TestApp,
    readonly county: InspectionBuilder,
    readonly drawId: string,
    readonly task: TaskAnswer,
    readonly member: Inspector,
    readonly other: Inspector,
  ) {}

  static async build(
    numbers: { inspectors: number; institutions: number },
    plan: Parameters<InspectionBuilder['drawn']>[0] = {},
  ): Promise<EmptyPlace> {
    const app = await TestApp.start();
    const county = await new InspectionBuilder(app).prepare(numbers);
    const drawId = await county.drawn(plan);
    const { task, member } = await county.someTask();
    const other = await county.otherMemberOf(task.id, member);
    return new EmptyPlace(app, county, drawId, task, member, other);
  }

  /** Everybody of the directory who is not in the team. */
  get strangers(): Inspector[] {
    return this.county.inspectors.filter(({ id }) => id !== this.member.id && id !== this.other.id);
  }

  /** As an administrator does it. */
  async account(by: TestPerson, { id }: TestPerson, act: 'disable' | 'enable'): Promise<void> {
    await this.app.as(by).post(`/api/v1/people/${id}/${act}`).expect(200);
  }

  /** As whoever keeps the directory takes an entry out of use, or back. */
  async keep({ inspectorId }: Inspector, active: boolean): Promise<void> {
    const keeper = this.app.as(this.county.planner);
    const url = `/api/v1/inspectors/${inspectorId}`;
    const { headers } = await keeper.get(url).expect(200);
    await keeper
      .patch(url)
      .set('If-Match', headers['etag'] as string)
      .send({ active, reason: REASON })
      .expect(200);
  }

  standIn(by: TestPerson, { certificateNumber }: Inspector, id = this.task.id) {
    return this.app
      .as(by)
      .post(`/api/v1/inspection-tasks/${id}/stand-in`)
      .send({ certificateNumber, reason: REASON });
  }

  callOff(by: TestPerson, id = this.task.id) {
    return this.app.as(by).post(`/api/v1/inspection-tasks/${id}/call-off`).send({ reason: REASON });
  }

  async opened(): Promise<{ absences: { certificateNumber: string; endedAt: string | null }[] }[]> {
    await this.app.as(this.county.planner).post(`/api/v1/draws/${this.drawId}/open`).expect(200);
    return this.standIns();
  }

  async standIns() {
    return (await this.app.http.get(`/api/v1/public/draws/${this.drawId}`).expect(200)).body.standIns;
  }
}
