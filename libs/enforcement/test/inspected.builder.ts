import type { InspectionItemRow } from '@zhaoguan/contracts';
import type { Institution, NewInstitution } from '@zhaoguan/institutions';
import { ReferenceData } from '@zhaoguan/platform';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type TaskAnswer } from '../../inspections/test/inspection.builder';
import { buildInstitution } from '../../institutions/test/institution.builder';

/** An institution at whose inspection something was found wrong. */
export interface Inspected {
  readonly institution: Institution;
  readonly resultId: string;
  /** Failed finding that rests on a binding clause, severity H. */
  readonly binding: string;
  /** Failed finding that rests on recommended standards only. */
  readonly guidance: string;
}

/** A county after its spot checks: every institution was drawn, inspected and found wrong, by the requests people make. */
export class InspectedCounty {
  readonly parties: Inspected[] = [];
  private constructor(readonly inspections: InspectionBuilder) {}

  static async build(
    app: TestApp,
    officer: TestPerson,
    facts: readonly Partial<NewInstitution>[],
    photo?: Buffer,
  ): Promise<InspectedCounty> {
    const inspections = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 0 });
    const institutions = new Map<string, Institution>();
    for (const one of facts) {
      const institution = await buildInstitution(app.nest, one);
      institutions.set(institution.id, institution);
    }
    const strata = ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 }));
    await inspections.drawn({ itemIds: await itemIds(app), strata, maxLoad: 100 });
    const county = new InspectedCounty(inspections);
    const [member] = inspections.inspectors;
    if (!member) throw new Error('no inspector was made');
    for (const { id, institution } of await inspections.tasksOf(member)) {
      const task = await inspections.start(member, id);
      await inspections.record(
        member,
        task,
        task.items.map(({ code }) => code),
      );
      if (photo) await addPhoto(app, member, task, photo);
      const { resultId } = await inspections.submit(member, id, 'PROBLEMS_PENDING');
      const found = await findingsOf(app, officer, institution.id);
      const target = institutions.get(institution.id);
      if (target && resultId !== null) county.parties.push({ institution: target, resultId, ...found });
    }
    return county;
  }

  /** The next institution that satisfies the condition and that no test has taken. */
  take(condition: (institution: Institution) => boolean = () => true): Inspected {
    const index = this.parties.findIndex(({ institution }) => condition(institution));
    const [party] = index < 0 ? [] : this.parties.splice(index, 1);
    if (!party) throw new Error('the county has no such institution left: build more');
    return party;
  }

  async publish(app: TestApp, resultId: string): Promise<void> {
    const { reviewer } = this.inspections;
    await app.as(reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
  }
}

/** Every failed item with the same photo. */
async function addPhoto(app: TestApp, member: TestPerson, task: TaskAnswer, photo: Buffer): Promise<void> {
  const path = `/api/v1/inspection-tasks/${task.id}`;
  const { body } = await app
    .as(member)
    .post(`${path}/evidence`)
    .attach('file', photo, '现场.jpg')
    .expect(201);
  const findings = task.items.map(({ id }) => ({
    itemId: id,
    outcome: 'FAIL',
    note: '示例·现场发现不符合',
    evidenceIds: [body.id as string],
  }));
  await app.as(member).put(`${path}/findings`).send(findings).expect(200);
}

/** One item on a binding clause and one on recommended standards. */
async function itemIds(app: TestApp): Promise<string[]> {
  const rows = await app.nest.get(ReferenceData).list<InspectionItemRow>('inspection-items');
  const mine = rows.filter((row) => row.kind === 'ELDERLY_CARE');
  const binding = mine.find((row) => !row.guidanceOnly && row.severity === 'H');
  const guidance = mine.find((row) => row.guidanceOnly);
  if (!binding || !guidance) throw new Error('the list of items lacks one of the two sorts');
  return [binding.id, guidance.id];
}

async function findingsOf(app: TestApp, officer: TestPerson, institutionId: string) {
  const answer = await app
    .as(officer)
    .get(`/api/v1/failed-findings?institutionId=${institutionId}`)
    .expect(200);
  const items = answer.body.items as { findingId: string; legalBasis: { binding: boolean }[] }[];
  const idWhere = (binding: boolean): string =>
    items.find((item) => item.legalBasis.some((clause) => clause.binding) === binding)?.findingId ?? '';
  return { binding: idWhere(true), guidance: idWhere(false) };
}
