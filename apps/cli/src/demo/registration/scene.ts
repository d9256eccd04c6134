import type { JobName } from '@zhaoguan/contracts';
import { addDays, type PlainDate } from '@zhaoguan/kernel';
import type { JobRunner } from '@zhaoguan/platform';
import { demoPaper } from '../demo-paper';
import { RefusedCall, type Answer, type HttpClient } from '../http-client';
import type { Background } from './background';
import type { Journal } from './journal';

/** Who acts, by the name of the demo account. */
export type Who = 'operator' | 'registrar-mz' | 'registrar-wj' | 'registrar-wy' | 'adviser' | 'reviewer';

/** Working days before the day of the first start and the hour in Shanghai; or so many minutes before the first start. */
export type At = readonly [daysAgo: number, time: string] | { readonly minutesAgo: number };

/** Something that somebody did before the first start. */
export interface Act {
  /** Story and step, such as `maple/accept`; names what came of it for the acts after it. */
  readonly key: string;
  readonly at: At;
  /** @returns what later acts have to know, mostly an id */
  readonly run: (scene: Scene) => Promise<string>;
}

/** An act that was committed before a kill, and comes again. */
const DONE_BEFORE: readonly unknown[] = ['IDEMPOTENCY_ANSWER_LOST', 'IDEMPOTENCY_KEY_REUSED'];

/** What an act works with: everybody's requests, and what came of the acts before it. Each POST has its effect once. */
export class Scene {
  private posts = 0;

  constructor(
    private readonly act: string,
    private readonly journal: Pick<Journal, 'firstDay' | 'note'>,
    private readonly clients: ReadonlyMap<Who, HttpClient>,
    private readonly jobs: JobRunner,
    private readonly background: Pick<Background, 'settle'>,
  ) {}

  /** Background work of that night, once; when it comes by the queue again it changes nothing. */
  async work(job: JobName, payload: object = {}): Promise<string> {
    await this.jobs.run(job, `demo ${this.act}`, payload);
    return 'worked';
  }

  /** What has been asked of the background so far is done before anything else happens. */
  async settle(): Promise<string> {
    await this.background.settle();
    return 'settled';
  }

  /** A day counted from the first start: before it when negative. */
  day(days: number): PlainDate {
    return addDays(this.journal.firstDay, days);
  }

  note(act: string): string {
    return this.journal.note(act);
  }

  as(who: Who): HttpClient {
    const client = this.clients.get(who);
    if (!client) throw new Error(`${who} has not signed in`);
    return client;
  }

  /** @returns undefined when it was done before and its answer is lost */
  async post(
    who: Who,
    path: string,
    body: object = {},
    etag: string | null = null,
  ): Promise<Answer | undefined> {
    return this.once((key) => this.as(who).post(path, body, etag, key));
  }

  /** @param find the id of what a start before made, when the answer to it is lost */
  async create(
    who: Who,
    path: string,
    body: object,
    find: () => Promise<string | undefined>,
  ): Promise<string> {
    const answer = await this.post(who, path, body);
    const id = answer ? String(answer.body['id']) : await find();
    if (id === undefined) throw new Error(`${this.act} made nothing that can be found`);
    return id;
  }

  async attach(who: Who, path: string, title: string): Promise<string | undefined> {
    const file = await demoPaper(title);
    const answer = await this.once((key) => this.as(who).attach(path, `${title}.pdf`, file, key));
    return answer && String(answer.body['id']);
  }

  private async once(send: (key: string) => Promise<Answer>): Promise<Answer | undefined> {
    this.posts += 1;
    try {
      return await send(`demo ${this.act} ${this.posts}`);
    } catch (error) {
      if (error instanceof RefusedCall && DONE_BEFORE.includes(error.answer.body['code'])) return undefined;
      throw error;
    }
  }
}
