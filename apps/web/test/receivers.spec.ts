import { doubtsInWords, receiverInWords } from '../src/features/filings/receivers';

const known = { institutionId: 'a', status: 'CLOSED' as const, district: '610116', capacity: 20 };

it('says of each institution that takes people in what the register knows, and repeats what is doubtful', () => {
  const closed = { name: '甲院', people: 6, known: [known], doubt: 'NOT_OPERATING' as const };
  const fine = {
    ...closed,
    name: '乙院',
    known: [{ ...known, status: 'OPERATING' as const }],
    doubt: null,
  };
  expect(receiverInWords(closed, 'ELDERLY_CARE')).toContain('“甲院”（接收 6 人）：名录中已终止服务');
  expect(receiverInWords(fine, 'CHILDCARE')).toContain('正在服务，共 20 个托位');
  expect(doubtsInWords([closed, fine], 'ELDERLY_CARE')).toHaveLength(1);
  expect(
    receiverInWords({ name: '丙院', people: null, known: [], doubt: 'UNKNOWN' }, 'ELDERLY_CARE'),
  ).toContain('承接机构“丙院”：名录中没有');
});
