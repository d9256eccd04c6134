import { LEAD_DEPARTMENT, type Grade, type Kind, type Role } from '@zhaoguan/contracts';
import type { Beacon } from '@zhaoguan/draw';
import type { Institution, NewInstitution } from '@zhaoguan/institutions';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { buildInstitution } from '../../institutions/test/institution.builder';
import type { Inspector, PlanAnswer, TaskAnswer } from './inspection-answers';
import { BEACON_VALUE, nextBeacon, valueFor } from './beacon.builder';

export const SOURCE_URL = 'https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/';

/** Smallest bytes that are a PNG to a reader who looks at the beginning. */
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

export const ALL_GRADES = (['A', 'B', 'C', 'D'] satisfies Grade[]).map((key) => ({
  key,
  basisPoints: 5000,
  minimum: 1,
}));

export type { Inspector, PlanAnswer, TaskAnswer };

/** One county with its officials and inspectors, brought to a state by the same requests that people make. */
export class InspectionBuilder {
  private certificates = 0;
  private readonly values = new Map<string, string>();
  private readonly planners = new Map<string, TestPerson>();
  planner!: TestPerson;
  reviewer!: TestPerson;
  readonly inspectors: Inspector[] = [];
  readonly institutions: Institution[] = [];

  constructor(
    readonly app: TestApp,
    readonly kind: Kind = 'ELDERLY_CARE',
    readonly district = '610116',
    /** Where its officials and inspectors are responsible, when that is not the county as a whole. */
    readonly places: readonly string[] = [district],
  ) {}

  get department(): string {
    return LEAD_DEPARTMENT[this.kind];
  }

  /** Planner, reviewer, inspectors and institutions. */
  async prepare(numbers: { inspectors: number; institutions: number }): Promise<this> {
    this.planner = await this.plannerOf(this.department);
    this.reviewer = await this.official('REVIEWER');
    for (let i = 0; i < numbers.inspectors; i += 1) await this.addInspector();
    for (let i = 0; i < numbers.institutions; i += 1) await this.addInstitution();
    return this;
  }

  /** Somebody of this role here; of the department in charge unless another is named. */
  official(role: Role, department = this.department): Promise<TestPerson> {
    return this.app.person(role, { districts: this.places, departments: [department] });
  }

  /** Who keeps the directory of a department. */
  async plannerOf(department: string): Promise<TestPerson> {
    const planner = this.planners.get(department) ?? (await this.official('PLANNER', department));
    this.planners.set(department, planner);
    return planner;
  }

  async addInspector(facts: { districts?: string[]; department?: string } = {}): Promise<Inspector> {
    this.certificates += 1;
    const { kind, places } = this;
    const department = facts.department ?? this.department;
    const person = await this.official('INSPECTOR', department);
    const certificateNumber = `${places[0]}-${kind === 'ELDERLY_CARE' ? 'YL' : 'TY'}-${String(this.certificates).padStart(4, '0')}`;
    const answer = await this.app
      .as(await this.plannerOf(department))
      .post('/api/v1/inspectors')
      .send({
        personId: person.id,
        certificateNumber,
        department,
        districts: facts.districts ?? this.places,
        validUntil: '2029-12-31',
      })
      .expect(201);
    const inspector = { ...person, inspectorId: answer.body.id as string, certificateNumber };
    this.inspectors.push(inspector);
    return inspector;
  }

  async addInstitution(facts: Partial<NewInstitution> = {}): Promise<Institution> {
    const institution = await buildInstitution(this.app.nest, {
      kind: this.kind,
      district: this.district,
      ...facts,
    });
    this.institutions.push(institution);
    return institution;
  }

  /** Gives somebody a further role, as an administrator would. */
  async addRole(person: TestPerson, role: Role): Promise<void> {
    await this.app.database.query('update access.person set roles = array_append(roles, $1) where id = $2', [
      role,
      person.id,
    ]);
  }

  async recuse(inspector: Inspector, institutionId: string): Promise<string> {
    const answer = await this.app
      .as(this.planner)
      .post(`/api/v1/inspectors/${inspector.inspectorId}/recusals`)
      .send({ institutionId, reason: '近亲属在该机构任职' })
      .expect(201);
    return answer.body.id as string;
  }

  async itemIds(count = 3): Promise<string[]> {
    const answer = await this.app
      .as(this.planner)
      .get(`/api/v1/inspection-items?kind=${this.kind}`)
      .expect(200);
    return (answer.body.items as { id: string }[]).slice(0, count).map(({ id }) => id);
  }

  async planBody(changes: object = {}): Promise<object> {
    return {
      title: `示例·2026年第四季度${this.kind === 'ELDERLY_CARE' ? '养老' : '托育'}机构双随机抽查`,
      year: 2026,
      kind: this.kind,
      districts: this.places,
      itemIds: await this.itemIds(),
      strata: ALL_GRADES,
      demands: [{ department: this.department, inspectors: 2 }],
      maxLoad: 12,
      ...changes,
    };
  }

  async plan(changes: object = {}): Promise<PlanAnswer> {
    const answer = await this.app
      .as(this.planner)
      .post('/api/v1/inspection-plans')
      .send(await this.planBody(changes))
      .expect(201);
    return answer.body as PlanAnswer;
  }

  /** @returns the id of the draw */
  async announce(planId: string, beacon: Beacon = nextBeacon(this.app)): Promise<string> {
    const answer = await this.app
      .as(this.planner)
      .post(`/api/v1/inspection-plans/${planId}/draws`)
      .send({ beacon })
      .expect(202);
    this.values.set(answer.body.id as string, valueFor(beacon));
    return answer.body.id as string;
  }

  /** The value that is entered for a draw. */
  valueOf(drawId: string): string {
    return this.values.get(drawId) ?? BEACON_VALUE;
  }

  /** Enters and confirms the beacon and waits for the draw and its tasks. */
  async draw(drawId: string): Promise<void> {
    await this.enterBeacon(drawId);
    await this.confirmBeacon(drawId);
    await this.app.idle();
  }

  async enterBeacon(drawId: string): Promise<void> {
    await this.app
      .as(this.planner)
      .post(`/api/v1/draws/${drawId}/beacon`)
      .send({ value: this.valueOf(drawId), sourceUrl: SOURCE_URL })
      .expect(200);
  }

  /** By another official than the reviewer, who may throw the result away then. */
  async confirmBeacon(drawId: string): Promise<void> {
    await this.app
      .as(await this.official('REVIEWER'))
      .post(`/api/v1/draws/${drawId}/beacon/confirm`)
      .send({ value: this.valueOf(drawId) })
      .expect(202);
  }

  /** Plan, announcement, beacon, draw, tasks. @returns the id of the draw */
  async drawn(changes: object = {}): Promise<string> {
    const drawId = await this.announce((await this.plan(changes)).id);
    await this.draw(drawId);
    return drawId;
  }

  /** Tasks of this inspector that nobody has started. */
  async tasksOf(inspector: TestPerson): Promise<TaskAnswer[]> {
    const answer = await this.app
      .as(inspector)
      .get('/api/v1/inspection-tasks?assignee=me&status=ASSIGNED&limit=100')
      .expect(200);
    return answer.body.items as TaskAnswer[];
  }

  /** A task that nobody has started, with a member of its team; of this draw, if one is named. */
  async someTask(drawId?: string): Promise<{ task: TaskAnswer; member: Inspector }> {
    for (const member of this.inspectors) {
      const task = (await this.tasksOf(member)).find((one) => drawId === undefined || one.drawId === drawId);
      if (task) return { task, member };
    }
    throw new Error('no task was made');
  }

  /** Somebody of the team of a task that is not begun. */
  async memberOf(taskId: string): Promise<Inspector> {
    for (const member of this.inspectors) {
      if ((await this.tasksOf(member)).some(({ id }) => id === taskId)) return member;
    }
    throw new Error(`nobody of the county is sent on task ${taskId}`);
  }

  async start(member: TestPerson, taskId: string): Promise<TaskAnswer> {
    const answer = await this.app.as(member).post(`/api/v1/inspection-tasks/${taskId}/start`).expect(200);
    return answer.body as TaskAnswer;
  }

  /** Every item passes, but for those named by code. */
  async record(member: TestPerson, task: TaskAnswer, failed: readonly string[] = []): Promise<TaskAnswer> {
    const findings = task.items.map(({ id, code }) =>
      failed.includes(code)
        ? { itemId: id, outcome: 'FAIL', note: '示例·现场发现不符合' }
        : { itemId: id, outcome: 'PASS' },
    );
    const answer = await this.app
      .as(member)
      .put(`/api/v1/inspection-tasks/${task.id}/findings`)
      .send(findings)
      .expect(200);
    return answer.body as TaskAnswer;
  }

  async submit(member: TestPerson, taskId: string, result: string): Promise<TaskAnswer> {
    const answer = await this.app
      .as(member)
      .post(`/api/v1/inspection-tasks/${taskId}/submit`)
      .send({ result })
      .expect(200);
    return answer.body as TaskAnswer;
  }

  /** Submits that nobody is there any more, which another member of the team signs as well. */
  async reportGone(member: TestPerson, taskId: string): Promise<void> {
    const other = await this.otherMemberOf(taskId, member);
    await this.start(member, taskId);
    await this.submit(member, taskId, 'CLOSED');
    await this.coSign(other, taskId).expect(200);
  }

  coSign(member: TestPerson, taskId: string) {
    return this.app.as(member).post(`/api/v1/inspection-tasks/${taskId}/co-sign`);
  }

  withdraw(member: TestPerson, taskId: string, reason = '示例·到场核实，机构仍在营业') {
    return this.app.as(member).post(`/api/v1/inspection-tasks/${taskId}/withdraw-report`).send({ reason });
  }

  /** Another one of the team. */
  async otherMemberOf(taskId: string, member: TestPerson): Promise<Inspector> {
    const [task] = await this.app.database.query<{ assignees: string[] }>(
      'select assignees from inspections.task where id = $1',
      [taskId],
    );
    const other = this.inspectors.find(({ id }) => id !== member.id && task?.assignees.includes(id));
    if (!other) throw new Error(`nobody else is sent on task ${taskId}`);
    return other;
  }

  /** Starts, records and submits every task; the first one with a failed item. @returns the submitted tasks */
  async inspectAll(): Promise<TaskAnswer[]> {
    const done: TaskAnswer[] = [];
    for (const member of this.inspectors) {
      for (const { id } of await this.tasksOf(member)) {
        const task = await this.start(member, id);
        const failed = done.length === 0 ? task.items.slice(0, 1).map(({ code }) => code) : [];
        await this.record(member, task, failed);
        done.push(await this.submit(member, id, failed.length > 0 ? 'PROBLEMS_CORRECTED' : 'NO_PROBLEM'));
      }
    }
    return done;
  }
}
