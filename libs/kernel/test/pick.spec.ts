import { pick } from '../src';

describe('the named parts of an object', () => {
  it('are given, nothing beside them, and what is missing in it is undefined', () => {
    const row: { id: string; name?: string; secret: string } = { id: '1', secret: 'x' };
    expect(pick(row, ['id', 'name'])).toEqual({ id: '1', name: undefined });
    expect(Object.keys(pick(row, ['id']))).toEqual(['id']);
  });
});
