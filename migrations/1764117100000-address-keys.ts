import { StartError } from '@zhaoguan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** White space of any width, and what nobody sees: the same characters as in the kernel's `addressKey`. */
const UNSEEN = String.raw`[\u0001-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U000f0000-\U0010fffd]`;

/**
 * One site is one site however its address is typed: 长安路88号 with a space, full-width digits or an invisible character
 * was taken for another one. Both unique keys now compare a normalised address.
 */
export class AddressKeys1764117100000 implements MigrationInterface {
  name = 'AddressKeys1764117100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.address_key(address text) returns text
        language sql immutable parallel safe strict
        return regexp_replace(normalize(address, nfkc), '${UNSEEN}', '', 'g');
      comment on function platform.address_key(text) is
        'By what two spellings of one address are known to be the same: without white space, full and half width alike';
      grant execute on function platform.address_key(text) to zhaoguan_app;
    `);
    await refuseTwins(db, 'institutions.institution', `status <> 'CLOSED'`, '名录中', '将重复的一条终止');
    await refuseTwins(
      db,
      'filings.filing',
      `status in ('SUBMITTED', 'RETURNED')`,
      '未办结的备案中',
      '办结其中一件',
    );
    await db.query(`
      alter table institutions.institution
        add column address_key text not null generated always as (platform.address_key(address)) stored;
      comment on column institutions.institution.address_key is 'By what two spellings of the address are known to be the same';
      drop index institutions.institution_site;
      create unique index institution_site on institutions.institution (uscc, district, address_key) where status <> 'CLOSED';

      alter table filings.filing
        add column address_key text generated always as (platform.address_key(address)) stored;
      comment on column filings.filing.address_key is 'By what two spellings of the address are known to be the same';
      drop index filings.filing_open_site;
      create unique index filing_open_site on filings.filing (uscc, district, address_key)
        where status in ('SUBMITTED', 'RETURNED');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index filings.filing_open_site;
      create unique index filing_open_site on filings.filing (uscc, district, address)
        where status in ('SUBMITTED', 'RETURNED');
      alter table filings.filing drop column address_key;
      drop index institutions.institution_site;
      create unique index institution_site on institutions.institution (uscc, district, address) where status <> 'CLOSED';
      alter table institutions.institution drop column address_key;
      drop function platform.address_key(text);
    `);
  }
}

/** A person has to decide which of two rows is the site: the upgrade stops and names them, and has changed nothing. */
async function refuseTwins(
  db: QueryRunner,
  table: string,
  open: string,
  where: string,
  remedy: string,
): Promise<void> {
  const twins: { uscc: string; ids: string }[] = await db.query(
    `select uscc, string_agg(id::text, '、' order by id) as ids from ${table} where ${open}
      group by uscc, district, platform.address_key(address) having count(*) > 1 order by 1 limit 20`,
  );
  if (twins.length === 0) return;
  const list = twins.map(({ uscc, ids }) => `  ${uscc}：${ids}`).join('\n');
  throw new StartError(
    `数据库升级没有进行：${where}有同一代码、同一地址（仅空格或者全角、半角不同）的重复登记。请核对并${remedy}，再重新升级：\n${list}`,
  );
}
