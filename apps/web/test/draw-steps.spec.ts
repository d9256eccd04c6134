import { digestsOf } from '../src/features/inspections/draws/announcement';
import { drawSteps } from '../src/features/inspections/draws/draw-steps';

type Standing = Parameters<typeof drawSteps>[0];

const announced: Standing = {
  status: 'ANNOUNCED',
  drawnAt: null,
  outstandingTasks: 0,
  beacon: { confirmedAt: null, timing: { notBefore: '2026-11-22T13:15:00Z', knownAtAnnouncement: 'NO' } },
};
const drawn: Standing = {
  ...announced,
  status: 'DRAWN',
  drawnAt: '2026-11-23T02:00:00Z',
  outstandingTasks: 2,
  beacon: { ...announced.beacon, confirmedAt: '2026-11-23T01:59:00Z' },
};
const acts = [
  { action: 'announce', actorName: '示例·周计划', at: '2026-11-20T02:00:00Z' },
  { action: 'enterBeacon', actorName: '示例·周计划', at: '2026-11-23T01:00:00Z' },
  { action: 'confirmBeacon', actorName: '示例·李复核', at: '2026-11-23T01:59:00Z' },
  { action: 'complete', actorName: '系统', at: '2026-11-23T02:00:00Z' },
];
const states = (draw: Standing) => drawSteps(draw, acts).map(({ state }) => state);

describe('the line of steps of a draw', () => {
  it('waits for the beacon, and says when it can be known', () => {
    expect(states(announced)).toEqual(['done', 'here', 'ahead', 'ahead', 'ahead']);
    expect(drawSteps(announced, acts)[0]?.note).toBe('示例·周计划 2026年11月20日 10:00');
    expect(drawSteps(announced, acts)[1]?.note).toBe('公开随机数最早于2026年11月22日 21:15产生');
  });

  it('awaits nothing of a past issue in a demonstration', () => {
    const timing = { notBefore: '2026-01-01T13:15:00Z', knownAtAnnouncement: 'YES' } as const;
    const past = { ...announced, beacon: { ...announced.beacon, timing } };
    expect(drawSteps(past, acts)[1]?.note).toBe('公开随机数已于2026年1月1日 21:15之后产生');
  });

  it('tells who confirmed the beacon and how many inspections are outstanding', () => {
    const steps = drawSteps(drawn, acts);
    expect(steps.map(({ label, note }) => [label, note])).toEqual([
      ['公告', '示例·周计划 2026年11月20日 10:00'],
      ['公开随机数', '示例·李复核 2026年11月23日 09:59'],
      ['抽取', '系统 2026年11月23日 10:00'],
      ['封存', '还有 2 项检查没有完成'],
      ['公开', undefined],
    ]);
  });

  it.each([
    ['BEACON_ENTERED', ['done', 'here', 'ahead', 'ahead', 'ahead']],
    ['BEACON_CONFIRMED', ['done', 'done', 'here', 'ahead', 'ahead']],
    ['INFEASIBLE', ['done', 'done', 'stopped', 'ahead', 'ahead']],
    ['DRAWN', ['done', 'done', 'done', 'here', 'ahead']],
    ['OPENED', ['done', 'done', 'done', 'done', 'done']],
  ] as const)('%s', (status, expected) => {
    expect(states({ ...drawn, status })).toEqual(expected);
  });

  it('stops where it was thrown away', () => {
    expect(states({ ...announced, status: 'VOIDED' })).toEqual([
      'done',
      'stopped',
      'ahead',
      'ahead',
      'ahead',
    ]);
    expect(states({ ...drawn, status: 'VOIDED', drawnAt: null })).toEqual([
      'done',
      'done',
      'stopped',
      'ahead',
      'ahead',
    ]);
    const discarded = [...acts, { action: 'discard', actorName: '示例·李复核', at: '2026-11-24T02:00:00Z' }];
    expect(drawSteps({ ...drawn, status: 'VOIDED' }, discarded)[3]).toEqual({
      label: '封存',
      state: 'stopped',
      note: '已作废：示例·李复核 2026年11月24日 10:00',
    });
  });
});

describe('the digests of an announcement', () => {
  it('are those of the protocol, with their names', () => {
    expect(digestsOf({ targetsDigest: 'b', commitment: 'a', title: '示例', maxLoad: 2 })).toEqual([
      { name: '承诺（秘密数的摘要）', value: 'a' },
      { name: '检查对象名单摘要', value: 'b' },
    ]);
  });
});
