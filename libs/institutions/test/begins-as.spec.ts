import type { Permission } from '@zhaoguan/contracts';
import { beginsAs } from '../src/domain/begins-as';

const ME = 'me';
const person = (...permissions: Permission[]) => ({ id: ME, permissions: new Set(permissions) });

describe('in which part something is begun for an institution', () => {
  it('is for the own account, also of an official of the office', () => {
    expect(beginsAs(person('filing.file'), ME, false)).toBe('OPERATOR');
    expect(beginsAs(person('filing.assist'), ME, true)).toBe('OPERATOR');
  });

  it('is at the window of its office alone, for who may assist, and for somebody', () => {
    expect(beginsAs(person('filing.assist'), 'another', true)).toBe('WINDOW');
    expect(beginsAs(person('filing.assist'), 'another', false)).toBeNull();
    expect(beginsAs(person('filing.file'), 'another', true)).toBeNull();
    expect(beginsAs(person('filing.assist'), null, true)).toBeNull();
  });
});
