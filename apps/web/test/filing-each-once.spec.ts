import { eachOnce } from '../src/features/filings/form/held-back';

const STARTS = '/institution/notice/startsOn';
const fault = (field: string, why: string) => ({ field, at: STARTS, place: '暂停服务，暂停服务日期', why });

describe('what is not saved', () => {
  it('is counted by the place, with everything that is wrong there in one row', () => {
    const held = [
      fault(STARTS, '不能早于告知的日期'),
      fault(STARTS, '应当提前 60 日'),
      // A fault between two fields holds both back, and is put right at one.
      fault('/institution/notice/notifiedOn', '应当提前 60 日'),
      { field: 'reason', at: 'reason', place: '暂停服务，原因', why: '请用文字写明' },
    ];
    expect(eachOnce(held)).toEqual([
      { at: STARTS, text: '暂停服务，暂停服务日期：不能早于告知的日期；应当提前 60 日' },
      { at: 'reason', text: '暂停服务，原因：请用文字写明' },
    ]);
  });
});
