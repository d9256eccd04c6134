import { beginInWords, typesToBegin } from '../src/features/filings/begin-words';

describe('what is begun from the page of an institution', () => {
  const filed = { regime: 'FILING', filingEndedAs: null, validUntil: null } as const;
  const licensed = { regime: 'LICENCE', filingEndedAs: null, validUntil: '2031-11-22' } as const;

  it('is the renewal of a licence by that name, and the licence of who has filed', () => {
    expect(beginInWords(licensed, 'INITIAL')).toBe('申请延续');
    expect(beginInWords(filed, 'INITIAL')).toBe('办理许可申请');
    expect(beginInWords({ ...licensed, filingEndedAs: 'REVOKED' }, 'INITIAL')).toBe('办理许可申请');
    expect(beginInWords(licensed, 'CHANGE')).toBe('办理变更许可');
  });

  it('is no renewal of a licence without an end', () => {
    const openFilings = ['INITIAL', 'CHANGE'] as const;
    expect(typesToBegin({ ...licensed, openFilings })).toEqual(openFilings);
    expect(typesToBegin({ ...licensed, validUntil: null, openFilings })).toEqual(['CHANGE']);
    expect(typesToBegin({ ...filed, openFilings })).toEqual(openFilings);
  });
});
