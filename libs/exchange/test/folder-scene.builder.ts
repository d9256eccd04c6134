import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { PDF } from '../../filings/test/filing.builder';
import { PartnerScene, type Credential } from './partner-scene.builder';

/** Header and cells of a case of 养老机构 that is right. */
const CASE: Readonly<Record<string, string>> = {
  用户编号: 'u-1',
  申请人姓名: '示例·王建国',
  申请人统一社会信用代码: '526101160000000199',
  机构种类: '养老机构',
  机构名称: '示例·长安颐养院',
  统一社会信用代码: '526101160000000199',
  法人类型: '民办非企业单位（社会服务机构）',
  所在区县: '610116',
  床位数: '120',
  '法定代表人（主要负责人）姓名': '示例·王建国',
  '法定代表人（主要负责人）身份证号': '610116189001010019',
  '法定代表人（主要负责人）电话': '13800000001',
  '材料：备案申请书': '备案申请书.pdf',
  '材料：养老机构登记证书': '登记证书.pdf',
  '材料：承诺书': '承诺书.pdf',
};

/** What those cases name. */
export const MATERIAL_FILES = ['备案申请书.pdf', '登记证书.pdf', '承诺书.pdf'];

/** Cases as a file; each at an address of its own. */
export function casesOf(
  references: readonly string[],
  changes: Readonly<Record<string, string>> = {},
): string {
  const rows = references.map((reference) => ({
    业务编号: reference,
    '住所（服务场所地址）': `陕西省西安市长安区韦曲街道示例路${reference}号`,
    ...CASE,
    ...changes,
  }));
  const header = Object.keys(rows[0] ?? {});
  return [header, ...rows.map((row) => Object.values(row))].map((line) => `${line.join(',')}\r\n`).join('');
}

/** A partner and its folder on the disk. */
export class FolderScene {
  private constructor(
    readonly partners: PartnerScene,
    readonly root: string,
  ) {}

  static async start(): Promise<FolderScene> {
    const root = mkdtempSync(join(tmpdir(), 'zhaoguan-folders-'));
    const partners = await PartnerScene.start({
      env: { EXCHANGE_FOLDER: root },
      now: '2026-11-27T02:00:00Z',
    });
    return new FolderScene(partners, root);
  }

  get app() {
    return this.partners.app;
  }

  /** A partner whose folder is there, with the materials of `casesOf`. */
  async register(folder: string): Promise<Credential> {
    const partner = await this.partners.register({ folder, name: `示例·${folder}` });
    await this.poll();
    for (const name of MATERIAL_FILES) this.lay(folder, 'materials', name, PDF);
    return partner;
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  lay(folder: string, sub: string, name: string, content: string | Buffer): void {
    mkdirSync(this.path(folder, sub), { recursive: true });
    writeFileSync(this.path(folder, sub, name), content);
  }

  list(folder: string, sub: string): string[] {
    return readdirSync(this.path(folder, sub)).sort();
  }

  read(folder: string, sub: string, name: string): string {
    return readFileSync(this.path(folder, sub, name), 'utf8');
  }

  /** Lines of the report on the file that was read last. */
  report(folder: string): string[][] {
    const name = this.list(folder, 'out')
      .filter((each) => each.startsWith('report-'))
      .at(-1);
    return linesOf(this.read(folder, 'out', name ?? '')).slice(1);
  }

  /** One look at all folders, a minute later. */
  async poll(): Promise<void> {
    const { clock } = this.app;
    clock.set(new Date(clock.now().getTime() + 60_000));
    await this.app.nest.get(JobRunner).run('exchange.poll-folders', `poll ${clock.now().toISOString()}`, {});
    await this.app.idle();
  }

  /** Two looks: the first sees a file, the second takes it. */
  async take(): Promise<void> {
    await this.poll();
    await this.poll();
  }

  async standing({ partnerId }: Credential) {
    const { body } = await this.app
      .as(this.partners.administrator)
      .get(`/api/v1/partners/${partnerId}`)
      .expect(200);
    return (body as { folderStanding: Record<string, unknown> }).folderStanding;
  }

  async files({ partnerId }: Credential) {
    const { body } = await this.app
      .as(this.partners.administrator)
      .get(`/api/v1/partners/${partnerId}/files`)
      .expect(200);
    return (body as { items: Record<string, unknown>[] }).items;
  }

  filingsOf({ partnerId }: Credential) {
    return this.app.database.query<{ reference: string; id: string; status: string; round: number }>(
      `select c.reference, f.id, f.status, f.round from exchange.partner_case c
         join filings.filing f on f.id = c.filing_id where c.partner_id = $1 order by c.reference`,
      [partnerId],
    );
  }

  decide(registrar: TestPerson, id: string, act: string, body: object = {}) {
    return this.app.as(registrar).post(`/api/v1/filings/${id}/${act}`).send(body).expect(200);
  }

  async stop(): Promise<void> {
    await this.partners.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Cells of what `csvLine` wrote. */
export function linesOf(text: string): string[][] {
  return text
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));
}
