import { commitmentsInHistory, earlierFiles } from '../src/features/filings/commitments/acts';
import { nextSteps } from '../src/features/filings/owed';
import type { Filing } from '../src/features/filings/queries';
import type { Verification } from '../src/features/filings/verification/queries';

type Commitment = NonNullable<Filing['materials'][number]['commitment']>;

const act = (seq: number, action: string, more: object = {}) => ({
  seq,
  action,
  label: action,
  actorName: '示例·李受理',
  at: `2026-11-2${seq}T02:00:00.000Z`,
  reason: null,
  file: null,
  ...more,
});
const file = (version: number, outcome: string) => ({
  file: { version, fileName: `场地证明${version}.pdf`, size: 1024, outcome },
});

function filing(commitment: Partial<Commitment> | null): Filing {
  const promised = commitment && { dueOn: '2026-12-21', reason: null, acts: [], ...commitment };
  return {
    regime: 'FILING',
    renewal: null,
    ended: null,
    renewalVoid: false,
    type: 'INITIAL',
    status: 'ACCEPTED',
    admission: null,
    admitBy: null,
    materials: [{ code: 'PREMISES_PROOF', name: '托育机构场地证明', commitment: promised }],
  } as unknown as Filing;
}

describe('what a granted case still asks of the applicant', () => {
  it('names what was promised and by when', () => {
    expect(nextSteps(filing({ status: 'OPEN' }))).toEqual([
      '备案已经准予。还有下列事项要办：',
      '您承诺补交“托育机构场地证明”，请最迟在 2026年12月21日补交。',
    ]);
    expect(nextSteps(filing({ status: 'OPEN', reason: '第二页看不清' }))[1]).toBe(
      '您补交的“托育机构场地证明”已退回，请按退回的理由，最迟在 2026年12月21日重新补交。',
    );
    expect(nextSteps({ ...filing({ status: 'OPEN' }), regime: 'LICENCE' }).join('')).not.toContain('备案');
  });

  it('names what was found unfinished after the end until it is reported, and that it is looked at again', () => {
    const closure = { ...filing(null), type: 'CLOSURE' } as Filing;
    const said = (status: 'OPEN' | 'UNSETTLED' | 'REPORTED' | 'SETTLED') =>
      nextSteps(closure, null, { status }).join('');
    expect(said('UNSETTLED')).toContain('请尽快办完，并在“终止后续核实”中报告已完成');
    expect(said('REPORTED')).toContain('等待主管机关再次核实');
    expect(said('OPEN')).not.toMatch(/已完成|再次核实/);
    expect(said('SETTLED')).not.toMatch(/再次核实|还没有办完|退清/);
    expect(said('SETTLED')).toContain('人员安置和费用退还已经完成');
  });

  it('is nothing of what was revoked since', () => {
    const ended = { endedAs: 'REVOKED', endedOn: '2026-12-03' } as const;
    expect(nextSteps({ ...filing({ status: 'OPEN' }), ended })).toEqual([
      expect.stringContaining('备案已撤销'),
    ]);
  });

  it('says that all is done only where nothing is asked', () => {
    expect(nextSteps(filing(null)).join('')).toContain('备案已经完成');
    expect(nextSteps(filing({ status: 'KEPT' })).join('')).toContain('备案已经完成');
    expect(nextSteps(filing({ status: 'HANDED_IN' }))).toEqual([
      expect.stringContaining('备案已经完成'),
      '您补交的“托育机构场地证明”，主管机关正在核实。',
    ]);
  });

  it('names what was found to be other than it was filed, and by when it is put right', () => {
    const verification = (status: 'MISMATCH_FOUND' | 'RECHECK' | 'VERIFIED') => ({
      status,
      ...({ origin: 'ACCEPTANCE', plannedOn: null, dueOn: null } as const),
      correctBy: '2026-12-18',
      visits: [
        {
          facts: [
            { label: '床位数', matches: false },
            { label: '建筑面积', matches: true },
          ],
        },
      ] as unknown as Verification['visits'],
    });
    expect(nextSteps(filing(null), verification('MISMATCH_FOUND'))).toEqual([
      '备案已经准予。还有下列事项要办：',
      '现场核查发现现场情况与填报的内容不一致（床位数），请最迟在 2026年12月18日办理变更；现场情况不对的，改正以后在“现场核查”中报告。',
    ]);
    expect(nextSteps(filing(null), verification('RECHECK')).at(-1)).toContain('等待主管机关复核');
    expect(nextSteps(filing(null), verification('VERIFIED'))).toEqual([
      expect.stringContaining('备案已经完成'),
    ]);
  });

  it('says before the decision who comes when, and that what differs is put right on the spot', () => {
    const open = { ...filing(null), status: 'SUBMITTED' as const };
    const visit = {
      ...({ status: 'OPEN', origin: 'REVIEW', correctBy: null, dueOn: '2026-12-04' } as const),
      visits: [],
    };
    expect(nextSteps(open, { ...visit, plannedOn: null }).at(-1)).toContain('最迟 2026年12月4日到现场核查');
    expect(nextSteps(open, { ...visit, plannedOn: '2026-12-01' }).at(-1)).toContain('将 2026年12月1日到现场');
    const found = { ...visit, plannedOn: null, status: 'MISMATCH_FOUND' as const, correctBy: '2026-12-09' };
    expect(nextSteps(open, found).join()).toContain('请最迟在 2026年12月9日改正，并在“现场核查”中报告');
    expect(nextSteps(open, found).join()).not.toContain('变更');
    expect(nextSteps(open, found).join()).toContain('可以撤回申请');
    const returned = nextSteps({ ...open, status: 'RETURNED' }, found).join();
    expect(returned).toContain('是申请填写有误的，请在补正中改正这一项');
    expect(returned).not.toMatch(/撤回|变更/);
  });

  it('keeps what was returned, with the reason, and each act in the history of the case', () => {
    const acts = [
      act(1, 'handIn', file(1, 'REPLACED')),
      act(2, 'handIn', file(2, 'RETURNED')),
      act(3, 'return', { reason: '第二页看不清' }),
      act(4, 'handIn', file(3, 'CURRENT')),
      act(5, 'confirm'),
    ] as unknown as Commitment['acts'];
    expect(earlierFiles({ acts })).toMatchObject([
      { version: 1, returned: false, reason: null },
      { version: 2, returned: true, reason: '第二页看不清' },
    ]);
    const told = commitmentsInHistory(filing({ status: 'KEPT', acts }));
    expect(told).toHaveLength(5);
    expect(told[2]).toMatchObject({
      label: '告知承诺（托育机构场地证明）：return',
      actor: '示例·李受理',
      reason: '第二页看不清',
    });
  });
});
