import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, type Kind } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { guideOf, ITEMS } from './guides.builder';

/** What the title of a law that is about one kind alone says. */
const ABOUT: Readonly<Record<Kind, RegExp>> = {
  ELDERLY_CARE: /老年|养老/,
  CHILDCARE: /托育|托儿所|婴幼儿|幼儿园|学前教育|未成年人|人口与计划生育/,
};
const OTHER: Readonly<Record<Kind, Kind>> = { ELDERLY_CARE: 'CHILDCARE', CHILDCARE: 'ELDERLY_CARE' };
const isOf = (kind: Kind, law: string): boolean => ABOUT[kind].test(law) && !ABOUT[OTHER[kind]].test(law);

/** Every text below a key `law`, with the kind of the nearest row around it; undefined outside of such rows. */
function citations(
  value: unknown,
  kind?: string | null,
): { readonly kind: string | null | undefined; readonly law: string }[] {
  if (Array.isArray(value)) return value.flatMap((each) => citations(each, kind));
  if (value === null || typeof value !== 'object') return [];
  const row = value as Record<string, unknown>;
  const nearest = 'kind' in row ? (row['kind'] as string | null) : kind;
  return Object.entries(row).flatMap(([key, each]) =>
    key === 'law' && typeof each === 'string' ? [{ kind: nearest, law: each }] : citations(each, nearest),
  );
}

const seed = (name: string): unknown =>
  (
    JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference', `${name}.json`), 'utf8')) as {
      items: unknown;
    }
  ).items;

describe('the laws of each kind', () => {
  it.each(['terms', 'change-rules', 'removal-grounds', 'materials', 'service-items', 'staff-requirements'])(
    'stand in rows of that kind alone: %s',
    (name) => {
      const cited = citations(seed(name));
      expect(cited.length).toBeGreaterThan(0);
      const misplaced = KINDS.flatMap((kind) =>
        cited.filter((each) => each.kind !== kind && isOf(kind, each.law)),
      );
      expect(misplaced).toEqual([]);
    },
  );

  it.each(['2026-11-28', '2026-11-29', '2026-12-01'])(
    'are cited by no guide of the other kind, wherever it is read (%s)',
    (day) => {
      const misplaced = ITEMS.flatMap(({ code, kind }) =>
        [null, '610116', '330106', '650203', '500152', '310101'].flatMap((district) =>
          citations(guideOf(code, district, plainDate(day)))
            .filter(({ law }) => isOf(OTHER[kind], law))
            .map(({ law }) => `${code} ${String(district)} ${law}`),
        ),
      );
      expect(misplaced).toEqual([]);
    },
  );

  it('are those of childcare where a 托育机构 or 家庭托育点 tells beforehand that it stops', () => {
    for (const code of ['CHILDCARE', 'HOME_CHILDCARE'].flatMap((site) => [
      `${site}_SUSPENSION`,
      `${site}_CLOSURE`,
    ])) {
      const stop = guideOf(code).terms.find((term) => term.code === 'SERVICE_STOP_NOTICE');
      expect(stop).toMatchObject({ kind: 'CHILDCARE', value: 0, basis: { article: '第七条' } });
      expect(stop?.basis.law).toContain('托育机构管理规范');
    }
  });
});
