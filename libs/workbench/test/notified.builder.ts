import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { Cast } from './waiting.builder';

export interface NotificationAnswer {
  readonly id: number;
  readonly type: string;
  readonly typeLabel: string;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly title: string;
  readonly createdAt: string;
  readonly readAt: string | null;
  readonly doneAt: string | null;
}

/** What a person was told, newest first. */
export async function toldTo(app: TestApp, person: TestPerson): Promise<NotificationAnswer[]> {
  const answer = await app.as(person).get('/api/v1/notifications?limit=100').expect(200);
  return answer.body.items as NotificationAnswer[];
}

/** Collects what has been told since it was asked last, e.g. `{ registrar: ['FILING_SUBMITTED'] }`. */
export class Ear {
  private readonly heard = new Map<string, number>();

  constructor(
    private readonly app: TestApp,
    private readonly cast: Cast,
  ) {}

  /** Waits for the jobs first. */
  async listen(): Promise<Record<string, string[]>> {
    await this.app.idle();
    const news: Record<string, string[]> = {};
    for (const [name, person] of Object.entries(this.cast)) {
      const told = await toldTo(this.app, person);
      const fresh = told.filter(({ id }) => id > (this.heard.get(name) ?? 0));
      if (fresh.length > 0) news[name] = fresh.map(({ type }) => type).reverse();
      if (told[0]) this.heard.set(name, told[0].id);
    }
    return news;
  }
}
