import { headWarnings } from '../src/domain/new-head';
import type { Application } from '../src/domain/application';

const headed = (name: string | null, residentId: string | null) =>
  ({ legalRepresentative: { name, residentId, phone: null } }) as Application;
const WANG = headed('示例·王建国', '610116189001010019');

describe('the head of a change', () => {
  it.each([
    ['the same', WANG, []],
    ['another person', headed('示例·赵新任', '610116189001010027'), []],
    [
      'another name with the number of before',
      headed('示例·赵新任', '610116189001010019'),
      ['HEAD_NUMBER_KEPT'],
    ],
    [
      'another number with the name of before',
      headed('示例·王建国', '610116189001010027'),
      ['HEAD_NAME_KEPT'],
    ],
    ['another name, the number not told yet', headed('示例·赵新任', null), []],
  ])('is looked at where it is %s', (_, now, codes) => {
    expect(headWarnings(WANG, now).map(({ code }) => code)).toEqual(codes);
  });
});
