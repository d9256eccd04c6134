import type { TestApp, TestPerson } from '@zhaoguan/testing';

export interface WorkItemAnswer {
  readonly type: string;
  readonly typeLabel: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly title: string;
  readonly detail: string;
  readonly district: string | null;
  readonly since: string;
  readonly dueOn: string | null;
  readonly urgency: string;
  readonly workingDaysLeft: number | null;
}

export type Cast = Readonly<Record<string, TestPerson>>;

/** What waits for a person, as the console asks for it. */
export async function waitingOf(app: TestApp, person: TestPerson, query = ''): Promise<WorkItemAnswer[]> {
  const answer = await app.as(person).get(`/api/v1/work-items?limit=100${query}`).expect(200);
  return answer.body.items as WorkItemAnswer[];
}

/** For whom of the cast this subject waits, e.g. `{ registrar: 'FILING_TO_DECIDE' }`. */
export async function whomItWaitsFor(
  app: TestApp,
  cast: Cast,
  subjectId: string,
): Promise<Record<string, string>> {
  const waiting: Record<string, string> = {};
  for (const [name, person] of Object.entries(cast)) {
    const mine = (await waitingOf(app, person)).filter(({ subject }) => subject.id === subjectId);
    if (mine.length > 0) waiting[name] = mine.map(({ type }) => type).join(' ');
  }
  return waiting;
}
