import { ApiFailure } from '../src/shared/api/failure';
import {
  isForestalled,
  lastForestalled,
  meanwhileInWords,
  unsentIn,
  type HistoryLine,
} from '../src/features/filings/forestalled';
import type { Filing } from '../src/features/filings/queries';

const refused = (code: string) => new ApiFailure({ code, title: '', traceId: '' } as never, 412);
const act = (status: string, error: Error | null = null) => ({ state: { status, error } }) as never;
const line = (seq: number, action: string, label: string, change: object = {}) =>
  ({
    seq,
    action,
    label,
    actorName: '示例·周经办',
    onBehalf: false,
    at: '2026-11-20T06:05:00Z',
    reason: null,
    ...change,
  }) as HistoryLine;
const FILING = { assistance: null } as Filing;

describe('an act on a filing that came second', () => {
  it('is told by its refusal, until another act is under way or done', () => {
    expect(isForestalled(refused('STALE_VERSION'))).toBe(true);
    expect(isForestalled(refused('INVALID_TRANSITION'))).toBe(true);
    expect(isForestalled(refused('OPINIONS_PENDING'))).toBe(false);
    const late = act('error', refused('STALE_VERSION'));
    expect(lastForestalled([act('success'), late])).toBe(late);
    for (const next of [act('pending'), act('success'), act('error', refused('REASON_REQUIRED'))])
      expect(lastForestalled([late, next])).toBeUndefined();
  });

  it('is told what was done meanwhile, by whom, and nothing that was read before', () => {
    const items = [
      line(1, 'submit', '提交'),
      line(2, 'return', '退回补正', { actorName: '示例·陈受理', reason: '地址不完整' }),
      line(3, 'withdraw', '撤回申请'),
    ];
    expect(meanwhileInWords(items, { seq: 1 }, FILING)).toEqual([
      '示例·陈受理已于2026年11月20日 14:05退回补正（地址不完整）。',
      '申请人（示例·周经办）已于2026年11月20日 14:05撤回申请。',
    ]);
    expect(meanwhileInWords(items, { seq: undefined }, FILING)).toHaveLength(1);
    expect(meanwhileInWords(items, { seq: 3 }, FILING).join('')).toContain('请核对以后再办理');
    const atWindow = [line(2, 'withdraw', '撤回申请', { onBehalf: true })];
    expect(meanwhileInWords(atWindow, { seq: 1 }, { assistance: {} } as Filing)[0]).toMatch(/^窗口代办人/);
  });

  it('keeps what was written for it', () => {
    const remark = { pointer: '/institution/name', message: '名称有误' };
    expect(unsentIn({ reasons: [remark], call: ' 已电话告知 ' })).toEqual([remark, '已电话告知']);
    expect(unsentIn('不符合条件')).toEqual(['不符合条件']);
    expect(unsentIn({ ground: 'NOT_COMPETENT', reason: '示例' })).toEqual(['示例']);
    for (const nothing of [undefined, '', ' ', {}]) expect(unsentIn(nothing)).toEqual([]);
  });
});
