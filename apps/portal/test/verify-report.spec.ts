import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcementDigest, computeDraw, portableSm3, verifyBundle, type DrawInput } from '@zhaoguan/draw';
import { progressText, reportLines, verdict } from '../src/verify/verify-report';

const file = join(__dirname, '../../../test/vectors/draw/small.json');
const draw = JSON.parse(readFileSync(file, 'utf8')) as DrawInput;
const bundle = { ...draw, result: computeDraw(draw, portableSm3) };
const own = {
  title: draw.announcement.title,
  announcementSm3: announcementDigest(draw.announcement, portableSm3),
};

describe('the public report of a verification', () => {
  it('has a line for every check of an honest bundle', () => {
    const verification = verifyBundle(bundle, portableSm3);
    expect(verdict(verification, own, undefined)).toEqual({
      passed: true,
      text: '验证通过：这次抽取可以由公布的数据重新算出，结果完全一致。',
    });
    expect(reportLines(verification).map(({ mark, text }) => `${mark} ${text}`)).toEqual([
      '✓ 文件格式：一致',
      '✓ 承诺：一致',
      '✓ 检查对象名单摘要：一致',
      '✓ 检查人员名录摘要：一致',
      '✓ 回避名单摘要：一致',
      '✓ 种子：一致',
      '✓ 每个票号：一致',
      '✓ 抽中名单：一致',
      '✓ 检查人员配对：一致',
      '✓ 结果摘要：一致',
    ]);
  });

  it('shows where an edited bundle differs', () => {
    const verification = verifyBundle(
      { ...bundle, result: { ...bundle.result, resultDigest: '' } },
      portableSm3,
    );
    expect(verdict(verification, own, own)).toEqual({
      passed: false,
      text: '验证未通过：“结果摘要”与重算的不一致（在数据包中的位置：result.resultDigest）。',
    });
    expect(reportLines(verification).at(-1)).toEqual({
      mark: '✗',
      text: `结果摘要：不一致。位置 result.resultDigest，应为 "${bundle.result.resultDigest}"，实为 ""`,
    });
  });

  it('passes the bundle of another draw on no page but its own', () => {
    const verification = verifyBundle(bundle, portableSm3);
    const other = { title: '示例·另一次抽查', announcementSm3: 'f'.repeat(64) };
    const refused = verdict(verification, own, other);
    expect(refused.passed).toBe(false);
    expect(refused.text).toContain(`它属于“${own.title}”，本页是“示例·另一次抽查”`);
    expect(verdict(verification, own, own)).toEqual({
      passed: true,
      text: `验证通过：数据包属于本页的“${own.title}”，抽取可以由公布的数据重新算出，结果完全一致。`,
    });
  });

  it('says which checks could not be made', () => {
    const lines = reportLines(verifyBundle({ ...bundle, nonce: '0'.repeat(64) }, portableSm3));
    expect(lines.map(({ mark }) => mark).join('')).toBe('✓✗––––––––');
    expect(lines[2]!.text).toBe('检查对象名单摘要：未检查（前面的检查没有通过）');
  });

  it('says that nothing could be drawn, as the bundle says', () => {
    const failing = JSON.parse(
      readFileSync(join(__dirname, '../../../test/vectors/draw/infeasible.json'), 'utf8'),
    ) as DrawInput;
    const failure = { target: 'k0014', department: 'civil-affairs' };
    const verification = verifyBundle({ ...failing, failure }, portableSm3);
    expect(verdict(verification, own, undefined).text).toContain('在机构 k0014 处安排不出检查人员');
    const lines = reportLines(verification);
    expect(lines.map(({ mark }) => mark).join('')).toBe('✓✓✓✓✓–––✓–');
    expect(lines[5]!.text).toBe('种子：没有（人员无法安排，没有抽取结果）');
  });

  it('tells progress in percent', () => {
    expect(progressText({ phase: 'tickets', done: 4096, total: 9000 })).toBe('正在重算票号：45%');
    expect(progressText({ phase: 'teams', done: 0, total: 0 })).toBe('正在重算检查人员配对：100%');
  });
});
