import { STATE_LABELS, stateLabel } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { problemOf } from '../src/http/problem';

describe('a refusal for the state of something', () => {
  const states = Object.entries(STATE_LABELS).flatMap(([process, labels]) =>
    Object.entries(labels).map(([from, label]) => [process, from, label] as const),
  );

  it.each(states)('of %s in %s says %s, while programs keep the code', (process, from, label) => {
    const error = new DomainError('INVALID_TRANSITION', { process, from, allowed: [] });
    expect(problemOf('INVALID_TRANSITION', 't', error)).toMatchObject({
      from,
      allowed: [],
      detail: `当前状态为“${label}”，请刷新后按可办事项办理。`,
    });
  });

  it('has no words for what there is not', () => {
    expect(stateLabel('filing', 'toString')).toBeUndefined();
    expect(stateLabel('constructor', 'name')).toBeUndefined();
  });
});
