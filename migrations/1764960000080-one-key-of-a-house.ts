import { StartError } from '@zhaoguan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 號, a full stop at the end, brackets, 2层 or 1# made another house of the same one: two filings of one site lay open, and what is registered was
 * not found. The key says what is meant; rows whose key is another one now follow, and no other row is written.
 */
export class OneKeyOfAHouse1764960000080 implements MigrationInterface {
  name = 'OneKeyOfAHouse1764960000080';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PLAIN_SIGNS);
    await db.query(KEY);
    await refuseTwins(db, 'institutions.institution', `status <> 'CLOSED'`, '名录中', '将重复的一条终止');
    await refuseTwins(
      db,
      'filings.filing',
      `type = 'INITIAL' and status in ('SUBMITTED', 'RETURNED')`,
      '未办结的备案中',
      '办结其中一件',
      // Of a dwelling two accounts may wait at once (1764960000022): nobody is told of another's.
      `case when application ->> 'siteType' = 'HOME' then applicant_id::text else '' end`,
    );
    await db.query(FOLLOW);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(KEY_BEFORE);
    await db.query(FOLLOW);
    await db.query('drop function platform.plain_signs(text)');
  }
}

const UNSEEN = String.raw`[\u0001-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U000f0000-\U0010fffd]`;

/** Of the digits of other scripts the Basic Multilingual Plane; each script has ten in a row. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];
const SIGNS =
  '號長區縣鎮鄉陝東門龍灣廣場樓層莊園橋開發經濟產業後連雲韋單棟樹馬頭鐵車華興寧陽陰漢溝嶺廟觀學醫養廈壩線環際實驗蘭灘澤鳳麗總組屬馮劉張陳楊趙黃吳鄭‐‒–—―−─━~〜';
const PLAIN =
  '号长区县镇乡陕东门龙湾广场楼层庄园桥开发经济产业后连云韦单栋树马头铁车华兴宁阳阴汉沟岭庙观学医养厦坝线环际实验兰滩泽凤丽总组属冯刘张陈杨赵黄吴郑----------';
const DIGITS = ZEROS.flatMap((zero) =>
  Array.from({ length: 10 }, (_, i) => String.fromCharCode(zero + i)),
).join('');

/** To look whether there is one is much faster than to translate, and most addresses have none. */
const PLAIN_SIGNS = `
  create function platform.plain_signs(address text) returns text
    language sql immutable strict parallel safe
    return case when address ~ '[${SIGNS}${DIGITS}]'
                then translate(address, '${SIGNS}${DIGITS}', '${PLAIN}${'0123456789'.repeat(ZEROS.length)}') else address end;
  comment on function platform.plain_signs(text) is 'Traditional signs, dashes and the digits of other scripts as most write them';
  revoke execute on function platform.plain_signs(text) from public;
  grant execute on function platform.plain_signs(text) to zhaoguan_app;
`;

const SILENT = String.raw`!"''(),./:;?\[\\\]_\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・`;
/** What makes up a number: between two of them a sign parts them (1、2号 is not 12号), anywhere else it says nothing. */
const FIGURE = '-0-9A-Za-z〇零一二三四五六七八九十百千甲乙丙丁';
const CHINESE = '[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';

/** The same as the kernel's addressKey, step by step. */
const BARE = `
  regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(platform.plain_signs(regexp_replace(normalize(address, nfkc), '${UNSEEN}', '', 'g')), '[-${SILENT}]+$', ''),
    '(?<![${FIGURE}${SILENT}])[${SILENT}]+|[${SILENT}]+(?![${FIGURE}${SILENT}])', '', 'g'),
    '(?<=[${FIGURE}])#', '号', 'g'),
    '([路街巷道段村组里弄区园庄])0+(?=[0-9][-0-9${SILENT}]*(?:号|弄))', '\\1', 'g')`;

/** Most addresses are written as their key is: looking takes a fifth of the time. */
const TO_SPELL = `[^0-9A-Za-z一-龥]|[${SIGNS}]|[路街巷道段村组里弄区园庄]0|[楼层Ff](?:[0-9]|$)`;

const KEY = `
  create or replace function platform.address_key(address text) returns text
    language sql immutable parallel safe strict
    return case when address !~ '${TO_SPELL}' then address else (select coalesce((select part[1] || platform.house_number(part[2]) || '楼' || part[3]
                               from regexp_match(bare, '^(|.*[^${FIGURE}])0*([1-9][0-9]?|${CHINESE})(?:楼|层|[Ff])((?:[0-9][^楼层Ff]*)?)$') part), bare)
              from (values (${BARE})) as spelled (bare)) end;
  comment on function platform.address_key(text) is
    'By what two spellings of one address are known to be the same: one writing of its signs and storey, without white space and punctuation';
`;

const KEY_BEFORE = `
  create or replace function platform.address_key(address text) returns text
    language sql immutable parallel safe strict
    return regexp_replace(normalize(address, nfkc), '${UNSEEN}', '', 'g');
  comment on function platform.address_key(text) is
    'By what two spellings of one address are known to be the same: without white space, full and half width alike';
`;

/** A stored key is made anew when its address is written; what is indexed by the key of the function is so by the one of before. */
const FOLLOW = `
  update institutions.institution set address = address where address_key is distinct from platform.address_key(address);
  update filings.filing set address = address where address_key is distinct from platform.address_key(address);
  reindex index institutions.institution_near_site;
  reindex index filings.submission_near_site;
`;

/** A person has to decide which of two rows is the site: the upgrade stops and names them, and has changed nothing. */
async function refuseTwins(
  db: QueryRunner,
  table: string,
  open: string,
  where: string,
  remedy: string,
  apart = `''::text`,
): Promise<void> {
  const twins: { uscc: string; ids: string }[] = await db.query(
    `select uscc, string_agg(id::text, '、' order by id) as ids from ${table} where ${open}
        and uscc in (select uscc from ${table} where ${open} group by uscc, district having count(*) > 1)
      group by uscc, district, platform.address_key(address), ${apart} having count(*) > 1 order by 1 limit 20`,
  );
  if (twins.length === 0) return;
  const list = twins.map(({ uscc, ids }) => `  ${uscc}：${ids}`).join('\n');
  throw new StartError(
    `数据库升级没有进行：${where}有同一代码、同一地址（仅标点、繁简、楼层等写法不同）的重复登记。请核对并${remedy}，再重新升级：\n${list}`,
  );
}
