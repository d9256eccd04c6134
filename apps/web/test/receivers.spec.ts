import { doubtsInWords, receiverInWords } from '../src/features/filings/receivers';
import { sentHereForApplicant, sentHereForOffice } from '../src/features/filings/sent-here-words';
import { dayInWords } from '../src/shared/ui/dates';

const known = {
  institutionId: 'a',
  name: '甲院',
  status: 'CLOSED' as const,
  district: '610116',
  address: '示例路3号',
  stopsAs: null,
  stopsOn: null,
  asks: null,
  capacity: 20,
  regime: 'FILING' as const,
  endedAs: null,
  endedOn: null,
};

it('says of each institution that takes people in what the register knows, and repeats what is doubtful', () => {
  const closed = { name: '甲院', people: 6, known: [known], doubt: 'NOT_OPERATING' as const };
  const fine = {
    ...closed,
    name: '乙院',
    known: [{ ...known, name: '乙院', status: 'OPERATING' as const }],
    doubt: null,
  };
  expect(receiverInWords(closed, 'ELDERLY_CARE')).toContain('“甲院”（接收 6 人）：名录中已终止服务');
  expect(receiverInWords(fine, 'CHILDCARE')).toContain('正在服务，共 20 个托位');
  expect(doubtsInWords([closed, fine], 'ELDERLY_CARE')).toHaveLength(1);
  expect(
    receiverInWords({ name: '丙院', people: null, known: [], doubt: 'UNKNOWN' }, 'ELDERLY_CARE'),
  ).toContain('承接机构“丙院”：名录中没有');
});

it('says of one whose filing the authority ended that, and since when, instead of that it serves', () => {
  const ended = {
    ...known,
    status: 'OPERATING' as const,
    endedAs: 'REVOKED' as const,
    endedOn: '2026-12-08',
  };
  const receiver = { name: '甲院', people: 6, known: [ended], doubt: 'FILING_ENDED' as const };
  const [said] = doubtsInWords([receiver], 'ELDERLY_CARE');
  expect(said).toContain('“甲院”（接收 6 人）：名录中备案已撤销（2026年12月8日），请另选接收的机构');
  expect(said).not.toContain('正在服务');
});

it('names all of one name by their addresses, and says of one that it will stop, and when', () => {
  const open = { ...known, status: 'OPERATING' as const };
  const several = {
    name: '甲院',
    people: 6,
    known: [open, { ...open, institutionId: 'b', address: '示例路5号' }],
    doubt: 'SEVERAL' as const,
  };
  expect(receiverInWords(several, 'ELDERLY_CARE')).toContain('有 2 家同名的机构：示例路3号；示例路5号。');
  const stops = { ...open, name: '乙院', stopsAs: 'suspend' as const, stopsOn: '2026-12-02' };
  const renamed = { ...stops, name: '乙新院' };
  expect(receiverInWords({ name: '乙院', people: 6, known: [renamed], doubt: null }, 'CHILDCARE')).toContain(
    '“乙院”（接收 6 人）：名录中现名“乙新院”，',
  );
  const stopping = { name: '乙院', people: 6, known: [stops], doubt: 'ABOUT_TO_STOP' as const };
  expect(doubtsInWords([stopping], 'ELDERLY_CARE')).toEqual([
    expect.stringContaining('名录中将于2026年12月2日暂停服务，请另选接收的机构'),
  ]);
  const waiting = { ...stopping, known: [{ ...stops, stopsOn: null }] };
  expect(doubtsInWords([waiting], 'ELDERLY_CARE')).toEqual([
    expect.stringContaining('名录中已办理暂停服务，尚未生效，请另选接收的机构'),
  ]);
});

it('says of one that has asked to stop that this waits for a decision, and from which day on', () => {
  const asks = { as: 'close' as const, from: '2026-12-31', filingId: 'f' };
  const receiver = { name: '甲院', people: 6, known: [{ ...known, status: 'OPERATING' as const, asks }] };
  expect(doubtsInWords([{ ...receiver, doubt: 'ASKS_TO_STOP' }], 'ELDERLY_CARE')).toEqual([
    '“甲院”（接收 6 人）：已申请自2026年12月31日起终止服务，尚未决定，请与两家核对这些人的去向。',
  ]);
});

it('says to who stops itself who sends people to it, how many and when, and to who decides whether that is granted', () => {
  const closure = {
    name: '乙院',
    endsOn: '2026-12-31',
    people: 10,
    takesOver: true,
    granted: true,
    filingId: null,
  };
  expect(sentHereForApplicant(closure, dayInWords)).toBe(
    '“乙院”已准予自2026年12月31日起终止服务，安置方案写明有 10 人转入本机构，由本机构承接。请先与它商定这些人的去向；已经转入的，写入本件的安置方案。',
  );
  const running = { ...closure, people: null, granted: false, filingId: 'f' };
  expect(sentHereForOffice(running, dayInWords)).toContain(
    '“乙院”已申请自2026年12月31日起终止服务（尚未决定），安置方案写明由本机构承接。请与两家核对',
  );
});
