import { citedMessage, type FormFault } from '@zhaoguan/forms';
import { asTold } from '../src/features/filings/form/told-faults';

const EXPIRED: FormFault = {
  pointer: '/institution/particulars/foodLicenceUntil',
  code: 'FOOD_LICENCE_EXPIRED',
  severity: 'ERROR',
  message: '食品经营许可证已经过期；已换发或者续保的，请填写新的有效期',
  basis: { law: '《中华人民共和国食品安全法》', article: '第三十五条' },
};
const told = (message: string, pointer = EXPIRED.pointer) =>
  asTold([EXPIRED], [{ pointer, code: EXPIRED.code, message }]).map(({ severity }) => severity);

describe('a fault of a form', () => {
  it('hinders nothing where the server only warns of it, also of what lapsed since it was filed', () => {
    expect(told(citedMessage(EXPIRED))).toEqual(['WARNING']);
    expect(told(`${citedMessage(EXPIRED)}（原备案内容，没有变更）`)).toEqual(['WARNING']);
  });

  it('stays one where the server warns of something else', () => {
    expect(told('食品经营许可证即将到期')).toEqual(['ERROR']);
    expect(told(citedMessage(EXPIRED), '/institution/particulars/fireDocumentUntil')).toEqual(['ERROR']);
    expect(asTold([EXPIRED], [])).toEqual([EXPIRED]);
  });
});
