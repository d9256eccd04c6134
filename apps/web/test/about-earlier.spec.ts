import { aboutEarlier, earlierOpinions } from '../src/features/filings/opinions/about-earlier';

const opinion = (round: number, changedSince: string[]) => ({
  departmentName: '西安市长安区消防救援大队',
  round,
  changedSince,
});

describe('an opinion about an earlier submission', () => {
  it('says of which it speaks and what is different since', () => {
    expect(aboutEarlier(opinion(1, ['住所', '承诺书']))).toBe(
      '针对第 1 次提交，申请人此后改过：住所、承诺书',
    );
    expect(aboutEarlier(opinion(1, []))).toBeNull();
  });

  it('is named before the decision, and no other is', () => {
    expect(earlierOpinions([opinion(2, []), opinion(1, ['住所'])])).toEqual([
      '西安市长安区消防救援大队的意见针对第 1 次提交，申请人此后改过：住所。需要的，请先再次征求意见。',
    ]);
  });
});
