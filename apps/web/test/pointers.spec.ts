import { fieldOf } from '../src/shared/form/pointers';

describe('the field that a refusal speaks of', () => {
  const fields = ['name', 'districts', 'legalRepresentative', 'a/b'];
  it.each([
    ['/name', ['name']],
    ['/districts/0', ['districts']],
    ['/legalRepresentative/phone', ['legalRepresentative', 'phone']],
    ['/a~1b', ['a/b']],
    ['/unknown', undefined],
    ['', undefined],
  ])('%s', (pointer, expected) => {
    expect(fieldOf(pointer, fields)).toEqual(expected);
  });
});
