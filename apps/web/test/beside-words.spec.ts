import fc from 'fast-check';
import {
  isRunning,
  otherBeforeGrant,
  otherInWords,
  othersOf,
  removalBeforeGrant,
  removalInWords,
} from '../src/features/filings/beside-words';

const REMOVAL = {
  type: 'CANCELLATION',
  regime: 'FILING',
  typeLabel: '注销备案',
  statusLabel: '已告知，待陈述申辩',
  ground: { code: 'STOPPED', label: '已经停止服务，没有办理终止服务备案' },
} as never;
const own = (type: string, renewal: object | null = null) =>
  ({ type, status: 'SUBMITTED', renewal }) as never;
const line = (type: string, status = 'SUBMITTED') =>
  ({ id: type, type, regime: 'LICENCE', renewal: false, status, statusLabel: '审查中' }) as never;

describe('what else is under way about the institution of a case', () => {
  it('is a removal that is not decided, and what was handed in and is not decided, but the case itself', () => {
    const running = ['OPENED', 'PREPARED', 'NOTICED', 'STATED', 'PROPOSED'] as const;
    const over = ['DECIDED', 'DROPPED', 'ANNULLED'] as const;
    expect(running.every((status) => isRunning({ status }))).toBe(true);
    expect(over.some((status) => isRunning({ status }))).toBe(false);
    const lines = [
      line('CHANGE'),
      line('INITIAL', 'DRAFT'),
      line('CLOSURE', 'RETURNED'),
      line('RESUMPTION', 'REFUSED'),
    ];
    expect(othersOf('CHANGE', lines)).toEqual([line('CLOSURE', 'RETURNED')]);
  });

  it('is told with its state and why', () => {
    expect(removalInWords(own('SUSPENSION'), REMOVAL)).toBe(
      '这家机构正在办理注销备案（已告知，待陈述申辩）：已经停止服务，没有办理终止服务备案。',
    );
    expect(removalInWords(own('INITIAL', {}), REMOVAL)).toMatch(/^现有许可正在办理注销备案.*需要的另行启动/);
    expect(otherInWords(line('CHANGE'))).toBe('这家机构的变更许可也在办理（审查中）。');
  });

  it('contradicts every grant but that of an end by the institution itself', () => {
    const revocation = { ...(REMOVAL as object), type: 'REVOCATION' } as never;
    for (const type of ['INITIAL', 'CHANGE', 'SUSPENSION', 'RESUMPTION'])
      expect(removalBeforeGrant(own(type), REMOVAL)).toMatch(/准予本件与它相矛盾/);
    expect(removalBeforeGrant(own('CLOSURE'), REMOVAL)).toBeNull();
    expect(removalBeforeGrant(own('CLOSURE'), revocation)).toMatch(/相矛盾/);
  });

  it('contradicts a grant both ways, where one stops and the other asks for a licence', () => {
    const type = fc.constantFrom('INITIAL', 'CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE');
    fc.assert(
      fc.property(type, type, (one, other) => {
        const said = otherBeforeGrant(own(one), line(other)) !== null;
        expect(said).toBe(otherBeforeGrant(own(other), line(one)) !== null);
        expect(said).toBe(
          [one, other].includes('INITIAL') &&
            [one, other].some((each) => each === 'SUSPENSION' || each === 'CLOSURE'),
        );
      }),
    );
  });
});
