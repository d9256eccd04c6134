import { FixedClock } from '@zhaoguan/kernel';
import { FormDrafts } from '../src/shared/form/form-drafts';

describe('drafts of forms', () => {
  const clock = new FixedClock('2026-11-20T02:00:00Z');

  it('are empty until something is typed, and again when they are discarded', () => {
    const drafts = new FormDrafts(clock);
    expect(drafts.get('a')).toEqual({ value: undefined, savedAt: null, state: 'empty' });
    drafts.set('a', { text: '一' });
    expect(drafts.get('a')).toEqual({ value: { text: '一' }, savedAt: clock.now(), state: 'unsaved' });
    expect(drafts.get('b').state).toBe('empty');
    drafts.discard('a');
    expect(drafts.get('a').state).toBe('empty');
  });

  it('tell those who listen of what changed, and give the same object as long as nothing did', () => {
    const drafts = new FormDrafts(clock);
    let told = 0;
    const leave = drafts.subscribe(() => (told += 1));
    drafts.set('a', 1);
    expect(drafts.get('a')).toBe(drafts.get('a'));
    drafts.discard('b');
    expect(told).toBe(1);
    drafts.discard('a');
    leave();
    drafts.set('a', 2);
    expect(told).toBe(2);
  });
});
