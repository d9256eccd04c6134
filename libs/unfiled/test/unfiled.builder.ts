import type { TestApp, TestPerson } from '@zhaoguan/testing';

/** As somebody on patrol writes it down. */
export const FOUND = {
  kind: 'ELDERLY_CARE',
  district: '610116',
  township: null,
  name: '示例·巷口老人公寓',
  address: '示例路12号院内二层',
  uscc: null,
  source: 'PATROL',
  foundOn: '2026-11-19',
  clue: '示例·院内有床位二十余张，收住老人十余人，未见备案回执',
} as const;

export interface UnfiledAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

export class UnfiledBuilder {
  private houses = 0;

  constructor(private readonly app: TestApp) {}

  /** Each in a house of its own: of one place one clue is open. */
  house(): { readonly address: string } {
    this.houses += 1;
    return { address: `示例路${1000 + this.houses}号院内二层` };
  }

  async found(official: TestPerson, facts: object = {}): Promise<UnfiledAnswer> {
    const { body } = await this.app
      .as(official)
      .post('/api/v1/unfiled-sites')
      .send({ ...FOUND, ...this.house(), ...facts })
      .expect(201);
    return body;
  }

  act(
    official: TestPerson,
    { id, version }: Pick<UnfiledAnswer, 'id' | 'version'>,
    action: string,
    body: object,
  ) {
    return this.app
      .as(official)
      .post(`/api/v1/unfiled-sites/${id}/${action}`)
      .set('if-match', `"${version}"`)
      .send(body);
  }
}
