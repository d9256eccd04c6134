import { plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  knownOn,
  namedReceivers,
  receivedBy,
  receiverDoubt,
  successorIn,
  type KnownReceiver,
  type SendingClosure,
} from '../src/domain/receivers';
import type { Destination, ServiceNotice } from '../src/domain/service-notice';

const notice = (more: Partial<ServiceNotice>): ServiceNotice => more as ServiceNotice;

describe('who takes people in', () => {
  it('is each institution that a notice names, with all who go there, and who takes over', () => {
    const placement = fc.record({
      destination: fc.constantFrom<Destination>('OTHER_INSTITUTION', 'HOME', 'HOSPITAL', 'OTHER'),
      people: fc.integer({ min: 1, max: 50 }),
      name: fc.constantFrom(null, '甲院', '乙院', ' '),
    });
    fc.assert(
      fc.property(fc.array(placement), fc.constantFrom(null, '甲院', '丙院'), (placements, successor) => {
        const found = namedReceivers(notice({ placements, successor }));
        expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
        const there = placements.filter(
          ({ destination, name }) => destination === 'OTHER_INSTITUTION' && name?.trim(),
        );
        const sum = (of: readonly { readonly people: number | null }[]) =>
          of.reduce((all, { people }) => all + (people ?? 0), 0);
        expect(sum(found)).toBe(sum(there));
        if (successor !== null) expect(found.map(({ name }) => name)).toContain(successor);
      }),
    );
    expect(namedReceivers(null)).toEqual([]);
  });

  it('is doubted where the register does not know it, knows several, or it cannot take them', () => {
    const known = (more: Partial<KnownReceiver> = {}): KnownReceiver => ({
      institutionId: 'a',
      name: '甲院',
      status: 'OPERATING',
      district: '610116',
      address: '示例路3号',
      stopsAs: null,
      stopsOn: null,
      asks: null,
      capacity: 20,
      regime: 'FILING',
      endedAs: null,
      endedOn: null,
      ...more,
    });
    const doubt = (people: number | null, ...found: KnownReceiver[]) =>
      receiverDoubt({ name: '甲院', people }, found, 'own');
    expect(doubt(6)).toBe('UNKNOWN');
    expect(doubt(6, known({ institutionId: 'own' }))).toBe('ITSELF');
    expect(doubt(6, known(), known({ institutionId: 'b' }))).toBe('SEVERAL');
    expect(doubt(6, known(), known({ institutionId: 'b', status: 'CLOSED' }))).toBeNull();
    expect(doubt(6, known(), known({ institutionId: 'b', endedAs: 'REVOKED' }))).toBeNull();
    expect(doubt(6, known({ stopsAs: 'close', stopsOn: '2026-12-31' }))).toBe('ABOUT_TO_STOP');
    expect(doubt(6, known({ status: 'SUSPENDED', stopsAs: 'close', stopsOn: '2026-12-31' }))).toBe(
      'NOT_OPERATING',
    );
    const held = knownOn(known({ stopsAs: 'close', stopsOn: '2026-12-31' }), plainDate('2026-12-31'));
    expect(held).toMatchObject({ stopsAs: 'close', stopsOn: null });
    expect(doubt(6, held)).toBe('ABOUT_TO_STOP');
    expect(
      knownOn(known({ stopsAs: 'close', stopsOn: '2026-12-31' }), plainDate('2026-12-30')),
    ).toMatchObject({
      stopsOn: '2026-12-31',
    });
    expect(doubt(6, known({ status: 'CLOSED' }))).toBe('NOT_OPERATING');
    expect(doubt(6, known({ endedAs: 'REVOKED' }))).toBe('FILING_ENDED');
    expect(doubt(6, known({ endedAs: 'CANCELLED', status: 'SUSPENDED' }))).toBe('FILING_ENDED');
    expect(doubt(6, known({ endedAs: 'CANCELLED', status: 'CLOSED' }))).toBe('NOT_OPERATING');
    const asks = { as: 'close' as const, from: '2026-12-31', filingId: 'f' };
    expect(doubt(21, known({ asks }))).toBe('ASKS_TO_STOP');
    expect(doubt(6, known({ asks, stopsAs: 'suspend' }))).toBe('ABOUT_TO_STOP');
    expect(doubt(21, known())).toBe('TOO_FEW_PLACES');
    expect(doubt(20, known())).toBeNull();
    expect(doubt(null, known())).toBeNull();
  });

  it('is its successor where exactly one of the name stands in the county', () => {
    const at = (institutionId: string, more: Partial<KnownReceiver> = {}): KnownReceiver => ({
      institutionId,
      name: '甲院',
      status: 'OPERATING',
      district: '610116',
      address: '示例路3号',
      stopsAs: null,
      stopsOn: null,
      asks: null,
      capacity: 20,
      regime: 'FILING',
      endedAs: null,
      endedOn: null,
      ...more,
    });
    const found = (...known: KnownReceiver[]) => successorIn(known, { own: 'own', district: '610116' });
    expect(found(at('a'))).toBe('a');
    expect(found(at('a'), at('own'), at('b', { district: '610113' }))).toBe('a');
    expect(found(at('a', { status: 'SUSPENDED' }))).toBe('a');
    expect(found(at('a', { status: 'CLOSED' }))).toBeNull();
    expect(found(at('a', { endedAs: 'REVOKED' }))).toBeNull();
    expect(found(at('a'), at('b'))).toBeNull();
    expect(found(at('own'))).toBeNull();
    expect(found()).toBeNull();
  });

  it('is told of a closure what concerns it alone: its people as long as it is meant, and that it takes over as it was found when that was granted', () => {
    const closure = (more: Partial<SendingClosure>): SendingClosure => ({
      filingId: 'f',
      ending: 'a',
      name: '乙院',
      endsOn: '2026-12-31',
      called: '甲院',
      people: 10,
      takesOver: true,
      granted: true,
      readable: false,
      ...more,
    });
    expect(receivedBy(closure({}), true)).toEqual({ people: 10, takesOver: true });
    expect(receivedBy(closure({}), false)).toEqual({ people: null, takesOver: true });
    expect(receivedBy(closure({ granted: false }), false)).toBeNull();
    expect(receivedBy(closure({ takesOver: false, people: null }), true)).toBeNull();
  });
});
