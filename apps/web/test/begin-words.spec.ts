import {
  beginInWords,
  openApplication,
  openCase,
  typesToBegin,
  untilThen,
} from '../src/features/filings/begin-words';

describe('what is begun from the page of an institution', () => {
  const filed = { regime: 'FILING', filingEndedAs: null, validUntil: null, status: 'OPERATING' } as const;
  const licensed = { ...filed, regime: 'LICENCE', validUntil: '2031-11-22' } as const;

  it('is the renewal of a licence by that name, and the licence of who has filed', () => {
    expect(beginInWords(licensed, 'INITIAL')).toBe('申请延续');
    expect(beginInWords(filed, 'INITIAL')).toBe('办理许可申请');
    expect(beginInWords({ ...licensed, filingEndedAs: 'REVOKED' }, 'INITIAL')).toBe('办理许可申请');
    expect(beginInWords(licensed, 'CHANGE')).toBe('办理变更许可');
  });

  it('is a suspension of what operates, and its prolonging of what is suspended already', () => {
    expect(beginInWords(filed, 'SUSPENSION')).toBe('办理暂停服务');
    for (const held of [filed, licensed])
      expect(beginInWords({ ...held, status: 'SUSPENDED' }, 'SUSPENSION')).toBe('办理延长暂停服务');
  });

  it('is no licence and no renewal beside one that was asked for and is not decided', () => {
    const line = { type: 'INITIAL', renewal: true, status: 'SUBMITTED' } as const;
    for (const status of ['SUBMITTED', 'RETURNED'] as const)
      expect(openApplication([{ ...line, status }])).toEqual({ ...line, status });
    for (const status of ['DRAFT', 'REFUSED', 'ACCEPTED'] as const)
      expect(openApplication([{ ...line, status }])).toBeUndefined();
    expect(openApplication([{ ...line, renewal: false }])).toEqual({ ...line, renewal: false });
    expect(openApplication([{ ...line, type: 'CHANGE', renewal: false }])).toBeUndefined();
    expect(openCase([line])).toBeUndefined();
    expect(openCase([line, { ...line, type: 'CHANGE', renewal: false, status: 'DRAFT' }])).toMatchObject({
      type: 'CHANGE',
    });
  });

  it('is nothing beside what was begun, which says how something else can be done first', () => {
    const change = { kind: 'ELDERLY_CARE', type: 'CHANGE', regime: 'FILING', renewal: false } as const;
    expect(untilThen({ ...change, status: 'DRAFT' })).toMatch(/^变更备案还没有提交.*删除草稿/);
    expect(untilThen({ ...change, status: 'SUBMITTED' })).toMatch(
      /^变更备案办结以前.*撤回，或者联系受理机关/,
    );
  });

  it('is no renewal of a licence without an end', () => {
    const openFilings = ['INITIAL', 'CHANGE'] as const;
    expect(typesToBegin({ ...licensed, openFilings })).toEqual(openFilings);
    expect(typesToBegin({ ...licensed, validUntil: null, openFilings })).toEqual(['CHANGE']);
    expect(typesToBegin({ ...filed, openFilings })).toEqual(openFilings);
  });
});
