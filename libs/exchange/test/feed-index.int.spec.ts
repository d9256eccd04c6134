import { rowsReadInAll } from '@zhaoguan/testing';
import { PartnerScene, type Credential } from './partner-scene.builder';

const CASES = 20_000;
/** Two steps a case and partner; a page holds a hundred at most. */
const MOST_ROWS_READ = CASES / 10;

const LOGS = `
  set session_replication_role = replica;
  insert into exchange.partner_case (id, partner_id, reference, content, filing_id, applicant_id, last_seq, created_at)
  select uuidv7(), p.id, 'R' || n, md5(n::text) || md5(p.id::text), uuidv7(), p.id, 2, '2026-05-01'
    from exchange.partner p cross join generate_series(1, ${CASES}) n;
  insert into exchange.change (id, case_id, partner_id, seq, position, event, status, at)
  select uuidv7(), id, partner_id, seq, position, 'filing.submitted', 'SUBMITTED', '2026-05-01'
    from (select c.id, partner_id, seq, row_number() over (partition by partner_id order by seq, c.id) as position
            from exchange.partner_case c cross join generate_series(1, 2) seq
           order by position, partner_id) in_turn;
  insert into exchange.delivery (change_id, case_id, partner_id, seq, state, attempts, next_at, tried_at)
  select id, case_id, partner_id, seq, case position % 997 when 0 then 'DEAD' when 1 then 'PENDING' else 'DELIVERED' end, 1, at, at
    from exchange.change;
  insert into exchange.folder_file (id, partner_id, name, mark, state, seen_at, ended_at)
  select uuidv7(), p.id, n || '.csv', 'x', 'DONE', '2026-05-01', '2026-05-02'
    from exchange.partner p cross join generate_series(1, ${CASES}) n;
  update exchange.partner set last_position = 2 * ${CASES};
  set session_replication_role = default;
`;

describe(`the feed and the logs of a platform with ${CASES} cases`, () => {
  let scene: PartnerScene;
  let partner: Credential;
  beforeAll(async () => {
    scene = await PartnerScene.start({ worker: false });
    partner = await scene.register({ webhookUrl: scene.webhookUrl });
    await scene.register({ name: '示例·另一个平台' });
    await scene.app.database.query(LOGS);
    for (const table of ['partner_case', 'change', 'delivery', 'folder_file'])
      await scene.app.database.query(`vacuum analyze exchange.${table}`);
  }, 120_000);
  afterAll(() => scene.stop());

  it.each(['0', '200', String(2 * CASES - 50), String(2 * CASES)])(
    'is read behind %s without reading the rest',
    async (after) => {
      const request = () => scene.send(partner, 'GET', `/changes?after=${after}`).expect(200);
      expect(await rowsReadInAll(scene.app, scene.administrator, request)).toBeLessThan(MOST_ROWS_READ);
    },
  );

  it.each(['deliveries', 'deliveries?state=DEAD', 'deliveries?state=PENDING', 'files'])(
    'shows a page of %s without reading the rest',
    async (log) => {
      const path = `/api/v1/partners/${partner.partnerId}/${log}`;
      const request = () => scene.app.as(scene.administrator).get(path).expect(200);
      expect(await rowsReadInAll(scene.app, scene.administrator, request)).toBeLessThan(MOST_ROWS_READ);
    },
  );
});
