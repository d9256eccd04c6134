import fc from 'fast-check';
import { textsWithNul, visibleText } from '../src/http/visible-text';

describe('what was sent, without what nobody sees', () => {
  it('loses marks of direction and of no width, however deep, and keeps lines and spaces', () => {
    expect(
      visibleText({
        facts: '一\u200b\n二\u202e ',
        list: ['\u2060', { note: '\u2800 \u3000' }],
        count: 3,
        none: null,
      }),
    ).toEqual({ facts: '一\n二 ', list: ['', { note: '' }], count: 3, none: null });
  });

  it('leaves passwords as they were typed', () => {
    const secrets = { password: '\u200bsecret', currentPassword: ' \u2060' };
    expect(visibleText(secrets)).toEqual(secrets);
  });

  it('leaves a text with a NUL as it came, to be refused', () => {
    expect(visibleText({ note: 'a\0\u200b' })).toEqual({ note: 'a\0\u200b' });
  });

  it('says where a NUL stands, but not in passwords', () => {
    const sent = { name: 'a\0', list: ['b', { 'x/y': '\0' }], password: '\0', count: 0, none: null };
    expect(textsWithNul(sent)).toEqual(['/name', '/list/1/x~1y']);
  });

  it('changes nothing twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = visibleText(value);
        expect(visibleText(once)).toEqual(once);
      }),
    );
  });
});
