import { isSomeNumber, saysSomething, saysWhat } from '@zhaoguan/kernel';

describe('what is typed into a field', () => {
  it.each(['房屋修缮', '示例·停业', 'no heating', '迁址'])('is a reason: %s', (text) => {
    expect(saysSomething(text)).toBe(true);
  });
  it.each(['x', '无', '……', '??', '12', '', ' '])('is no reason: %j', (text) => {
    expect(saysSomething(text)).toBe(false);
  });
  it.each(['PDY60123-461011617D1202', '长消验字〔2026〕第12号', '12'])('is a number: %s', (text) => {
    expect(isSomeNumber(text)).toBe(true);
  });
  it.each(['??', '-', '×', '1', ''])('is no number: %j', (text) => {
    expect(isSomeNumber(text)).toBe(false);
  });
  it.each([
    ['96', true],
    ['二楼', true],
    ['。', false],
    [' ', false],
  ])('%j says what was found: %s', (text, says) => {
    expect(saysWhat(text)).toBe(says);
  });
});
