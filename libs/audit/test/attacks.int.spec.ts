import { LogAttacker, forged, hashOf } from './log-attacker.builder';

const FOREIGN_KEY = '1945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';

describe('the log under attack', () => {
  let app: LogAttacker['app'];
  let logKey: LogAttacker['logKey'];
  let anchor: LogAttacker['anchor'];
  let sql: LogAttacker['sql'];
  let verify: LogAttacker['verify'];
  let at: LogAttacker['at'];
  let after: LogAttacker['after'];
  let forgeEntry: LogAttacker['forgeEntry'];
  let reseal: LogAttacker['reseal'];
  beforeAll(async () => {
    ({ app, logKey, anchor, sql, verify, at, after, forgeEntry, reseal } = await LogAttacker.start());
  });
  afterAll(() => app.stop());

  it('holds before any attack, and after one that was undone', async () => {
    expect(await verify([anchor])).toEqual({ size: 37, checkpoints: 3, waiting: 0 });
    expect(await after(async () => undefined)).toBeUndefined();
  });

  it.each([0, 9, 16, 36])('finds the edited text of entry %i and names it', async (seq) => {
    const message = await after(() =>
      sql('update audit.entry set canonical = $2 where id = $1', [at(seq).id, forged(at(seq))]),
    );
    expect(message).toBe(`第 ${seq} 位的记录 ${at(seq).id} 被改动：内容与封存时的散列不符`);
  });

  it.each([
    ['action', `'filing.refused'`],
    ['at', `'2020-01-01T00:00:00Z'`],
    ['actor_id', `'01930000-0000-7000-8000-000000000001'`],
    ['subject_id', `'another'`],
    ['subject_type', `'case'`],
    ['district', 'null'],
  ])('finds an edited column %s, also a back-dated one', async (column, value) => {
    const message = await after(() =>
      sql(`update audit.entry set ${column} = ${value} where id = $1`, [at(5).id]),
    );
    expect(message).toContain(`第 5 位的记录 ${at(5).id} 被改动`);
  });

  it('finds an entry that agrees with itself but not with the tree', async () => {
    const message = await after(() => forgeEntry(at(12)));
    expect(message).toContain(`第 12 位的记录 ${at(12).id} 被改动`);
  });

  it('finds an entry that was changed together with its leaf', async () => {
    const message = await after(async () => {
      await forgeEntry(at(13));
      await sql('update audit.leaf set leaf_hash = $2 where seq = $1', [13, hashOf(forged(at(13)))]);
    });
    expect(message).toContain(`第 12 至 13 位记录（末条 ${at(13).id}）`);
  });

  it.each([0, 11, 20])(
    'finds a history that was sealed anew from entry %i on, without the key',
    async (seq) => {
      const message = await after(async () => {
        await forgeEntry(at(seq));
        await reseal();
      });
      const [from, to] = seq < 10 ? [0, 9] : seq < 17 ? [10, 16] : [17, 36];
      expect(message).toContain(`第 ${from} 至 ${to} 位（记录 ${at(from).id} 至 ${at(to).id}）`);
      expect(message).toContain('重新封存');
    },
  );

  it('finds heads that were signed with another key', async () => {
    const message = await after(async () => {
      await forgeEntry(at(3));
      await reseal(FOREIGN_KEY);
    });
    expect(message).toContain('第 10 条检查点的签名无效');
    expect(message).toContain(at(0).id);
  });

  it('finds a history sealed anew by the holder of the key only by a head that was kept outside', async () => {
    const attack = async (): Promise<void> => {
      await forgeEntry(at(3));
      await reseal(logKey);
    };
    expect(await after(attack)).toBeUndefined();
    const message = await after(attack, [anchor]);
    expect(message).toContain('与外部保存的第 37 条检查点不符');
    expect(message).toContain(at(36).id);
  });

  it.each([0, 16, 36])('finds that entry %i was deleted', async (seq) => {
    const message = await after(async () => {
      await sql('alter table audit.leaf drop constraint leaf_entry_id_fkey');
      await sql('delete from audit.entry where id = $1', [at(seq).id]);
    });
    expect(message).toBe(`第 ${seq} 位的记录 ${at(seq).id} 被删除`);
  });

  it.each([0, 16])('finds that entry %i was deleted together with its place', async (seq) => {
    const message = await after(async () => {
      await sql('delete from audit.leaf where seq = $1', [seq]);
      await sql('delete from audit.entry where id = $1', [at(seq).id]);
    });
    expect(message).toBe(`第 ${seq} 位记录缺失：下一个位置是 ${seq + 1}`);
  });

  it('finds that the places behind a deleted one were moved up', async () => {
    const message = await after(async () => {
      await sql('delete from audit.leaf where seq = 16');
      await sql('delete from audit.entry where id = $1', [at(16).id]);
      await sql('update audit.leaf set seq = seq - 1 where seq > 16');
    });
    expect(message).toContain(`第 16 至 17 位记录（末条 ${at(18).id}）`);
  });

  it('finds two entries that changed places', async () => {
    const message = await after(async () => {
      await sql('alter table audit.leaf drop constraint leaf_entry_id_key');
      await sql('update audit.leaf set entry_id = $1 where seq = 21', [at(22).id]);
      await sql('update audit.leaf set entry_id = $1 where seq = 22', [at(21).id]);
    });
    expect(message).toContain(`第 21 位的记录 ${at(22).id} 被改动`);
  });

  it('finds a log that was cut off at its end', async () => {
    const message = await after(() => sql('delete from audit.leaf where seq >= 30'));
    expect(message).toContain('日志在第 30 位中断：检查点已承诺 37 条，第 30 至 36 位记录被删除');
  });

  it('finds a log that was cut off together with its heads by the entries that are left', async () => {
    const message = await after(async () => {
      await sql('delete from audit.leaf where seq >= 17');
      await sql('delete from audit.checkpoint where size > 17');
      await sql('delete from audit.node where (position + 1) * (1::bigint << level) > 17');
    });
    expect(message).toContain(`记录 ${at(17).id} 写入后没有排入日志`);
  });

  it('finds a log of which nothing was left behind the cut only by a head that was kept outside', async () => {
    const attack = async (): Promise<void> => {
      await sql('delete from audit.leaf where seq >= 17');
      await sql('delete from audit.checkpoint where size > 17');
      await sql('delete from audit.node where (position + 1) * (1::bigint << level) > 17');
      await sql('delete from audit.entry e where not exists (select from audit.leaf where entry_id = e.id)');
    };
    expect(await after(attack)).toBeUndefined();
    expect(await after(attack, [anchor])).toContain('检查点已承诺 37 条');
  });

  it('finds a log that was emptied', async () => {
    const attack = (): Promise<unknown> =>
      sql('truncate audit.entry, audit.pending, audit.leaf, audit.node, audit.checkpoint');
    expect(await after(attack, [anchor])).toContain('日志在第 0 位中断');
  });

  it('finds an entry that was written past the log', async () => {
    const id = '01930000-0000-7000-8000-000000000001';
    const message = await after(() =>
      sql(
        `insert into audit.entry select $2, at, actor_id, action, subject_type, subject_id, district, canonical, leaf_hash
           from audit.entry where id = $1`,
        [at(4).id, id],
      ),
    );
    expect(message).toBe(`记录 ${id} 写入后没有排入日志，也不在待排队列中`);
  });

  it('finds places that no head covers, as after the newest head was deleted', async () => {
    const message = await after(() => sql('delete from audit.checkpoint where size = 37'));
    expect(message).toContain(`记录 ${at(17).id} 至 ${at(36).id}`);
    expect(message).toContain('没有被任何检查点签名覆盖');
  });

  it.each([
    ['changed', 'update audit.node set hash = sha256(hash) where level = 2 and position = 3'],
    ['deleted', 'delete from audit.node where level = 2 and position = 3'],
  ])('finds a subtree that was %s', async (_what, attack) => {
    expect(await after(() => sql(attack))).toContain(`第 12 至 15 位记录（末条 ${at(15).id}）之上的节点 2/3`);
  });

  it('finds a subtree that belongs to nothing', async () => {
    const message = await after(() => sql(`insert into audit.node values (9, 9, sha256('x'))`));
    expect(message).toBe('日志有 35 个内部节点，37 条记录应有 34 个');
  });

  it('finds a head whose root was edited beside its text', async () => {
    const message = await after(() => sql(`update audit.checkpoint set root = sha256(root) where size = 17`));
    expect(message).toContain('第 17 条检查点登记的根与其签名文本不一致');
  });

  it('refuses a head from outside that this log did not sign', async () => {
    const foreign = anchor.replace('\n37\n', '\n38\n');
    expect(await after(async () => undefined, [foreign])).toContain('不是由本日志的密钥签名的');
  });

  it.each(['entry', 'leaf', 'node', 'checkpoint'])(
    'lets not even the owner change table %s',
    async (table) => {
      const change = {
        entry: 'action = action',
        leaf: 'seq = seq',
        node: 'level = level',
        checkpoint: 'size = size',
      };
      for (const statement of [
        `update audit.${table} set ${change[table as keyof typeof change]}`,
        `delete from audit.${table}`,
        `truncate audit.${table} cascade`,
      ]) {
        await expect(sql(statement)).rejects.toThrow('append-only');
      }
    },
  );
});
