import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One house is written in many ways: with the office of the street (街道办事处, 街办), with traditional signs, with Chinese figures (一号), with
 * or without 号, with a postcode or the country before it. All of them have one key, by which 疑似重复 is pointed out; it refuses nothing.
 */
export class HousesAsOneWritesThem1764901100000 implements MigrationInterface {
  name = 'HousesAsOneWritesThem1764901100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FIGURES);
    await db.query(PLAIN);
    await db.query(keyOf('platform.plain_address(address)', '(?:号|弄|$)', '号$'));
    await db.query(AGAIN);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(keyOf('platform.address_key(address)', '(?:号|弄)', null));
    await db.query(
      `${AGAIN} drop function platform.plain_address(text); drop function platform.house_number(text);`,
    );
  }
}

/** 二 is 2, 十二 is 12, 一百零三 is 103, 二〇六 is 206. */
const FIGURES = `
  create function platform.house_number(figures text) returns text
    language sql immutable strict parallel safe
    return case when figures !~ '[十百]' then translate(figures, '〇零一二两三四五六七八九', '001223456789') else (
      100 * case when figures ~ '百' then coalesce(substring(translate(figures, '一二两三四五六七八九', '1223456789') from '([1-9])百')::integer, 1) else 0 end
      + 10 * case when figures ~ '十' then coalesce(substring(translate(figures, '一二两三四五六七八九', '1223456789') from '([1-9])十')::integer, 1) else 0 end
      + coalesce(substring(translate(figures, '一二两三四五六七八九', '1223456789') from '([1-9])$')::integer, 0))::text end;
  comment on function platform.house_number is 'A number below 1000 in Chinese figures as digits';
  revoke execute on function platform.house_number from public;
  grant execute on function platform.house_number to zhaoguan_app;
`;

const TRADITIONAL = '號長區縣鎮鄉陝東門龍灣廣場樓層莊園橋開發經濟產業後連雲韋';
const SIMPLIFIED = '号长区县镇乡陕东门龙湾广场楼层庄园桥开发经济产业后连云韦';

/** What stands between the parts of an address and says nothing. */
const SILENT = ',、。.;:·';

const FIGURES_OF_HOUSE = '^(.*?)([〇零一二两三四五六七八九十百]+)((?:号|弄).*)$';

/** Signs and words of one meaning are one sign, and what says nothing of the place is left out. A dash between figures is a part of the number. */
const PLAIN = `
  create function platform.plain_address(address text) returns text
    language sql immutable strict parallel safe
    return (
      select case when plain ~ '[〇零一二两三四五六七八九十百](?:号|弄)'
                  then coalesce((select part[1] || platform.house_number(part[2]) || part[3]
                                   from regexp_match(plain, '${FIGURES_OF_HOUSE}') part), plain)
                  else plain end
        from regexp_replace(regexp_replace(replace(replace(replace(
               translate(platform.address_key(address), '${TRADITIONAL}${SILENT}', '${SIMPLIFIED}'),
               '街道办事处', '街道'), '街道办', '街道'), '街办', '街道'),
               '^(?:[0-9]{6}(?=[^0-9]))?(?:中华人民共和国|中国)?', ''),
               '(?<![0-9])[-—0]+(?=[0-9])', '', 'g') plain);
  comment on function platform.plain_address is 'An address as most write it: one spelling for what means one place';
  revoke execute on function platform.plain_address from public;
  grant execute on function platform.plain_address to zhaoguan_app;
`;

const keyOf = (address: string, end: string, dropped: string | null): string => {
  const places = `regexp_replace(regexp_replace(regexp_replace(${address}, '^([^0-9]{2,7}(省|自治区))?([^0-9省]{1,6}市)?', ''),
    '^[^0-9路街巷道村]{1,8}(?<![社小园])(区|县|旗)(?![0-9])', ''), '^[^0-9]{1,10}街道', '')`;
  const house = `substring(${places} from '^[^0-9]{2,}(?:[0-9]+组)?[0-9]+${end}')`;
  return `
    create or replace function platform.site_key(address text) returns text
      language sql immutable strict parallel safe
      return coalesce(${dropped === null ? house : `regexp_replace(${house}, '${dropped}', '')`}, ${address});
  `;
};

/** What is indexed by the key is so by the key of before. */
const AGAIN = 'reindex index institutions.institution_near_site; reindex index filings.submission_near_site;';
