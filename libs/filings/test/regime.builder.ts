import type { TestApp } from '@zhaoguan/testing';

/** A law that there is not: 托育机构 of 长安区 are licensed from a day on. */
export const LICENCE_LAW = '《示例托育服务条例》第八条';

/** Enters the regime as the reference data would hold it after a migration. */
export async function licenseFrom(
  app: TestApp,
  effectiveFrom: string,
  more: {
    readonly jurisdiction?: string;
    readonly validYears?: number | null;
    readonly regime?: 'FILING';
    readonly transitionUntil?: null;
  } = {},
): Promise<void> {
  const row = {
    kind: 'CHILDCARE',
    siteType: null,
    jurisdiction: '610116',
    regime: 'LICENCE',
    effectiveFrom,
    transitionUntil: '2027-11-30',
    validYears: 5,
    basis: { law: '《示例托育服务条例》', article: '第八条' },
    evidence: 'M',
    note: null,
    ...more,
  };
  await app.database.query(
    `insert into reference.entry (id, list, key, position, data) values (uuidv7(), 'regimes', $1, 9999, $2)`,
    [`example ${effectiveFrom} ${row.jurisdiction}`, row],
  );
}

/** Filing takes over again from a day on. */
export const fileAgainFrom = (app: TestApp, effectiveFrom: string): Promise<void> =>
  licenseFrom(app, effectiveFrom, { regime: 'FILING', transitionUntil: null, validYears: null });
