import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertService } from '@zhaoguan/access';
import { parseRemovalGrounds, type RemovalGroundRow } from '@zhaoguan/contracts';
import { addDays, DomainError, plainDate, type PlainDate } from '@zhaoguan/kernel';
import type { RemovalFile, RemovalStatement } from '../src/domain/removal';
import { assertNewStatement, assertOwnFiles, groundFor, isGroundFor } from '../src/domain/removal-rules';

const on = plainDate('2026-11-20');
const row: RemovalGroundRow = {
  code: 'FALSE_MATERIALS',
  type: 'REVOCATION',
  kind: null,
  label: '提供虚假材料取得备案',
  proof: '原备案材料',
  effectiveFrom: plainDate('2020-01-01'),
  effectiveTo: null,
  basis: { law: '《示例办法》', article: null },
  evidence: 'D',
};

function refusalOf(act: () => unknown): { code: string; fields: string[] } {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError)
      return { code: error.code, fields: (error.fields ?? []).map(({ pointer }) => pointer) };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the ground of a removal', () => {
  const ground = (change: Partial<RemovalGroundRow>, kind: 'ELDERLY_CARE' | 'CHILDCARE' = 'ELDERLY_CARE') =>
    groundFor([{ ...row, ...change }], 'FALSE_MATERIALS', {
      kind,
      regime: 'FILING',
      validUntil: null,
      isRenewalOpen: false,
      on,
    });

  it('is taken as it holds, and tells whether the filing is cancelled or revoked', () => {
    expect(ground({})).toEqual({
      code: 'FALSE_MATERIALS',
      type: 'REVOCATION',
      label: '提供虚假材料取得备案',
      basis: { law: '《示例办法》', article: null },
    });
    expect(ground({ kind: 'CHILDCARE' }, 'CHILDCARE').type).toBe('REVOCATION');
    expect(ground({ effectiveTo: on }).code).toBe('FALSE_MATERIALS');
  });

  it('of a licence is one of its own, and keeps what the law makes follow from it', () => {
    const own = { ...row, regime: 'LICENCE' as const, consequence: '示例·后果。' };
    const held = {
      kind: 'CHILDCARE' as const,
      regime: 'LICENCE' as const,
      validUntil: null,
      isRenewalOpen: true,
      on,
    };
    expect(groundFor([row, own], 'FALSE_MATERIALS', held)).toMatchObject({ consequence: '示例·后果。' });
    expect(groundFor([row, own], 'FALSE_MATERIALS', { ...held, regime: 'FILING' })).not.toHaveProperty(
      'consequence',
    );
  });

  it.each([
    [{ kind: 'CHILDCARE' as const }],
    [{ effectiveFrom: plainDate('2026-11-21') }],
    [{ effectiveTo: plainDate('2026-11-19') }],
    [{ code: 'ANOTHER' }],
    [{ regime: 'LICENCE' as const }],
  ])('is refused when it does not hold: %j', (change) => {
    expect(refusalOf(() => ground(change))).toEqual({ code: 'UNKNOWN_REMOVAL_GROUND', fields: ['/ground'] });
  });
});

describe('a ground that needs the end of a licence', () => {
  const ended = (validUntil: PlainDate | null, isRenewalOpen = false) =>
    groundFor([{ ...row, regime: 'LICENCE', afterExpiry: true }], 'FALSE_MATERIALS', {
      kind: 'ELDERLY_CARE',
      regime: 'LICENCE',
      validUntil,
      isRenewalOpen,
      on,
    });

  it('is one from the day after the last day on', () => {
    expect(ended(addDays(on, -1)).code).toBe('FALSE_MATERIALS');
    for (const day of [on, addDays(on, 1), null])
      expect(refusalOf(() => ended(day))).toEqual({ code: 'LICENCE_STILL_VALID', fields: ['/ground'] });
  });

  it('is none while a renewal that was asked for in time is not decided', () => {
    expect(refusalOf(() => ended(addDays(on, -1), true))).toEqual({
      code: 'LICENCE_RENEWAL_OPEN',
      fields: ['/ground'],
    });
  });
});

describe('the grounds in force', () => {
  const path = join(__dirname, '../../../seeds/reference/removal-grounds.json');
  const { items } = parseRemovalGrounds(JSON.parse(readFileSync(path, 'utf8')));

  it.each([
    ['ELDERLY_CARE', /托育/],
    ['CHILDCARE', /养老|老年人/],
  ] as const)('of %s rest on no rule of the other kind', (kind, ofTheOther) => {
    const held = items.filter((item) => isGroundFor(item, { kind, regime: 'FILING', on }));
    expect(held.map(({ code }) => code)).toContain('FALSE_MATERIALS');
    for (const { code, basis } of held)
      expect([code, basis.law]).toEqual([code, expect.not.stringMatching(ofTheOther)]);
  });
});

describe('the grounds of removals', () => {
  it('each name the provision they rest on', () => {
    const path = join(__dirname, '../../../seeds/reference/removal-grounds.json');
    const { items } = parseRemovalGrounds(JSON.parse(readFileSync(path, 'utf8')));
    const bare = items
      .filter(({ basis }) => basis.article === null)
      .map(({ code, kind }) => `${kind} ${code}`);
    expect(bare).toEqual([]);
  });
});

describe('the service of a notice', () => {
  const served = (
    notice: Partial<Parameters<typeof assertService>[0]>,
    isReadOnline = true,
  ): (() => void) => {
    const whole = { service: 'ONLINE' as const, serviceNote: null, servedOn: on, ...notice };
    return () => assertService(whole, { isReadOnline, paperOn: plainDate('2026-11-19'), on });
  };

  it.each([
    [{}, true],
    [{ service: 'DELIVERED' as const, serviceNote: '当面签收', servedOn: on }, false],
    [{ service: 'DELIVERED' as const, serviceNote: '邮寄', servedOn: plainDate('2026-11-19') }, false],
    [{ service: 'ANNOUNCED' as const, serviceNote: '多次上门没有人' }, false],
  ])('is fine: %j', (notice, isReadOnline) => {
    expect(served(notice, isReadOnline)).not.toThrow();
  });

  it.each([
    [{}, false, 'NO_OPERATOR', '/service'],
    [{ service: 'DELIVERED' as const }, true, 'SERVICE_NOTE_REQUIRED', '/serviceNote'],
    [{ service: 'ANNOUNCED' as const }, true, 'SERVICE_NOTE_REQUIRED', '/serviceNote'],
    [{ service: 'DELIVERED' as const, serviceNote: 'x' }, true, 'SERVICE_NOTE_REQUIRED', '/serviceNote'],
    [{ servedOn: plainDate('2026-11-21') }, true, 'SERVICE_DAY_WRONG', '/servedOn'],
    [{ servedOn: plainDate('2026-11-18') }, true, 'SERVICE_DAY_WRONG', '/servedOn'],
  ])('is refused: %j', (notice, isReadOnline, code, field) => {
    expect(refusalOf(served(notice, isReadOnline))).toEqual({ code, fields: [field] });
  });
});

describe('a statement', () => {
  const said = (text: string, fileIds: string[] = []): RemovalStatement => ({
    id: '019a9d3c-7a00-7000-8000-000000000001',
    nature: 'STATEMENT',
    channel: 'PARTY',
    text,
    madeAt: new Date(0),
    fileIds,
  });
  const file = (id: string, change: Partial<RemovalFile> = {}): RemovalFile => ({
    id,
    purpose: 'STATEMENT',
    name: '材料.pdf',
    size: 10,
    mediaType: 'application/pdf',
    sm3: '0'.repeat(64),
    uploadedBy: 'me',
    uploadedAt: new Date(0),
    ...change,
  });

  it('is new when its words or its files are, however they are spaced', () => {
    expect(() => assertNewStatement([said('材料属实')], said('另有说明'))).not.toThrow();
    expect(() => assertNewStatement([said('材料属实')], said('材料属实', ['a']))).not.toThrow();
    const again = said(' 材料\n属实 ');
    expect(refusalOf(() => assertNewStatement([said('材料属实')], again)).code).toBe('STATEMENT_DUPLICATE');
    const many = Array.from({ length: 20 }, (_, i) => said(`第${i}次`));
    expect(refusalOf(() => assertNewStatement(many, said('再说'))).code).toBe('TOO_MANY_STATEMENTS');
  });

  it('is recorded once by an official as well, be it a statement or that none is made', () => {
    const recorded = { ...said('材料属实'), channel: 'RECORDED' } as const;
    expect(() => assertNewStatement([said('材料属实')], recorded)).not.toThrow();
    expect(refusalOf(() => assertNewStatement([recorded], recorded)).code).toBe('STATEMENT_DUPLICATE');
    const waiver = { ...recorded, nature: 'WAIVER' } as const;
    expect(() => assertNewStatement([recorded], waiver)).not.toThrow();
    expect(refusalOf(() => assertNewStatement([waiver], waiver)).code).toBe('STATEMENT_DUPLICATE');
  });

  it('names files of its own that no other has named, and tells each that is not', () => {
    const files = [
      file('a'),
      file('b', { uploadedBy: 'other' }),
      file('c', { purpose: 'EVIDENCE' }),
      file('d'),
    ];
    expect(() => assertOwnFiles(files, [], ['a', 'd'], 'me')).not.toThrow();
    expect(
      refusalOf(() => assertOwnFiles(files, [said('先前', ['d'])], ['a', 'b', 'c', 'd', 'e'], 'me')),
    ).toEqual({
      code: 'UNKNOWN_STATEMENT_FILE',
      fields: ['/fileIds/1', '/fileIds/2', '/fileIds/3', '/fileIds/4'],
    });
  });
});
