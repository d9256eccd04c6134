import {
  againInWords,
  awaitedPredecessors,
  awaitedSuccessor,
  closureWords,
  namedInWords,
  recordedInWords,
  takenBackInWords,
  termOfOffice,
} from '../src/features/filings/closures/closure-words';

const OFFICE = {
  name: '示例区民政局',
  contact: { address: '示例路1号', phone: '029-0000 0000' },
};

describe('what is said of a closure that is followed up', () => {
  it('is of old people or of children, by the kind of the institution', () => {
    const open = { status: 'OPEN', endsOn: '2026-12-01', office: OFFICE, reportsOnline: true } as const;
    const said = (kind: 'ELDERLY_CARE' | 'CHILDCARE') => closureWords(open, kind, false, (day) => day);
    expect(said('ELDERLY_CARE')).toContain('核实在住老年人是否');
    expect(said('ELDERLY_CARE')).not.toContain('在托');
    expect(said('CHILDCARE')).toContain('核实在托婴幼儿是否');
  });

  it('tells who has ended what to do, how to report it and whom to ask, with the contact where it is registered', () => {
    const left = { status: 'UNSETTLED', endsOn: '2026-12-01', reportsOnline: true } as const;
    const said = (office: typeof OFFICE | { name: string; contact: null }, isOperator = true) =>
      closureWords({ ...left, office }, 'ELDERLY_CARE', isOperator, (day) => day);
    expect(said(OFFICE)).toContain('全部完成以后报告已完成，由它再次核实');
    expect(said(OFFICE)).toContain('联系示例区民政局（电话：029-0000 0000；地址：示例路1号）。');
    expect(said({ ...OFFICE, contact: null })).toMatch(/联系示例区民政局。$/);
    expect(said(OFFICE, false)).not.toContain('029');
  });

  it('tells the office of what is unfinished whether it will be reported here, or is to be asked for', () => {
    const said = (status: 'UNSETTLED' | 'REPORTED', reportsOnline: boolean) =>
      closureWords(
        { status, endsOn: '2026-12-01', office: OFFICE, reportsOnline },
        'CHILDCARE',
        false,
        (day) => day,
      );
    expect(said('UNSETTLED', true)).toContain('经办人完成以后可以在本件中报告');
    expect(said('UNSETTLED', false)).toContain('没有能够登录的账号');
    expect(said('REPORTED', true)).toContain('经办人报告已经全部完成，请再次核实');
  });

  it('says of a closure that was taken back that nobody looks, and names nobody who takes over', () => {
    const called = {
      status: 'CALLED_OFF',
      endsOn: '2026-12-01',
      office: OFFICE,
      reportsOnline: true,
    } as const;
    for (const isOperator of [true, false])
      expect(closureWords(called, 'CHILDCARE', isOperator, (day) => day)).toBe(
        '终止服务在生效以前已经撤回，或者由以后的备案、许可取代，没有生效，不再核实。',
      );
    const successor = '示例·城西颐养苑';
    expect(awaitedSuccessor([{ status: 'CALLED_OFF', successor, successorWritten: false }])).toBeNull();
  });

  it('says of the term that it is the office’s, and nothing once nothing is left to be done', () => {
    const said = (dueOn: string | null) => termOfOffice({ dueOn, office: OFFICE }, (day) => day);
    expect(said('2026-12-15')).toContain('示例区民政局最迟2026-12-15核实');
    expect(said(null)).toBeNull();
  });

  it('names in the lineage of the one that takes over what is not written yet', () => {
    expect(awaitedPredecessors([])).toBeNull();
    expect(awaitedPredecessors([{ name: '示例·甲院' }, { name: '示例·乙院' }])).toBe(
      '“示例·甲院”、“示例·乙院”终止服务的备案写明由本机构承接，终止后续核实办结以后写入。',
    );
  });

  it('names who takes over until the follow-up is done, and nobody afterwards', () => {
    const successor = '示例·城西颐养苑';
    const said = (status: 'OPEN' | 'UNSETTLED' | 'SETTLED', named: string | null, successorWritten = false) =>
      awaitedSuccessor([{ status, successor: named, successorWritten }]);
    expect(said('OPEN', successor)).toContain(`由“${successor}”承接`);
    expect(said('UNSETTLED', successor)).not.toBeNull();
    expect(said('SETTLED', successor)).toBeNull();
    expect(said('OPEN', null)).toBeNull();
    // Of the same account it is written already.
    expect(said('OPEN', successor, true)).toBeNull();
    expect(awaitedSuccessor([])).toBeNull();
  });

  it('says to the one that takes over who names it, and to its operator alone whom to tell that it is not so', () => {
    const closure = { name: '示例·安居养老院', endsOn: '2026-12-10' };
    const said = (isOperator: boolean) => namedInWords(closure, 'CHILDCARE', isOperator, (day) => day);
    expect(said(false)).toBe(
      '“示例·安居养老院”2026-12-10终止服务的备案写明由本机构承接，待办理机关核实后写入沿革。',
    );
    expect(said(true)).toContain('不属实的，请告诉机构所在地的卫生健康');
  });

  it('says to which day the term goes, by what is left', () => {
    const closure = { dueAgain: { feesLeft: '2027-01-14', peopleLeft: '2026-12-22' } };
    const said = (refunded: 'ALL' | 'NOT_ALL') => againInWords(closure, refunded, (day) => day);
    expect(said('NOT_ALL')).toBe('仍列在待办，期限重新起算，最迟2027-01-14再次核实。');
    expect(said('ALL')).toBe('仍列在待办，期限重新起算，最迟2026-12-22再次核实。');
  });

  it('says of a correction which link it takes back, before and after', () => {
    const [successor, dueOn] = ['示例·城西颐养苑', '2026-12-22'];
    const linked = { successor, successorLinked: true };
    expect(takenBackInWords(linked)[0]).toContain(`承接机构“${successor}”的沿革中`);
    expect(takenBackInWords({ successor, successorLinked: false })).toEqual([]);
    const after = { status: 'UNSETTLED', dueOn, successorLinked: false } as const;
    const said = (before: typeof linked) => recordedInWords(before, after, (day) => day);
    expect(said(linked)).toBe(
      `已记录：尚未完成，继续跟进，最迟2026-12-22再次核实。承接机构“${successor}”的沿革关联已经收回。`,
    );
    expect(said({ successor, successorLinked: false })).not.toContain('收回');
  });
});
