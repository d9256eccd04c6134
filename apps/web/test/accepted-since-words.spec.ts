import {
  acceptedInWords,
  acceptedSince,
  renamedInWords,
} from '../src/features/removals/accepted-since-words';

const CASE = {
  openedAt: '2026-11-20T02:00:00.000Z',
  institutionName: '示例·港湾养老院',
  history: [
    { action: 'propose', at: '2026-11-24T02:00:00.000Z' },
    { action: 'sendBack', at: '2026-11-25T02:00:00.000Z' },
    { action: 'propose', at: '2026-12-01T02:00:00.000Z' },
  ],
} as never;
const line = (type: string, acceptedAt: string | null, retracted = false) =>
  ({
    id: `${type} ${acceptedAt}`,
    type,
    regime: 'FILING',
    prolongs: false,
    renewal: false,
    acceptedAt,
    retracted,
  }) as never;
const BEFORE = '2026-11-19T02:00:00.000Z';
const BETWEEN = '2026-11-30T02:00:00.000Z';
const AFTER = '2026-12-02T02:00:00.000Z';

describe('what was accepted of an institution since its removal was begun', () => {
  it('is what holds, the last first: not what was taken back, nor what is not decided', () => {
    const lines = [
      line('CHANGE', BETWEEN),
      line('INITIAL', BEFORE),
      line('SUSPENSION', AFTER),
      line('CLOSURE', AFTER, true),
      line('RESUMPTION', null),
    ];
    expect(acceptedSince(CASE, lines)).toEqual([line('SUSPENSION', AFTER), line('CHANGE', BETWEEN)]);
  });

  it('is told with its day, what it changes, and whether it came after the case was laid before who decides', () => {
    const change = {
      institution: {},
      since: null,
      amendments: [
        { pointer: '/institution/name', label: '机构名称', old: '示例·港湾养老院', new: '示例·港湾颐养院' },
        { pointer: '/institution/capacity', label: '床位数', old: '1', new: '2' },
      ],
    } as never;
    expect(acceptedInWords(CASE, line('CHANGE', BETWEEN), change)).toBe(
      '启动办理以后，2026年11月30日准予了这家机构的变更备案（机构名称由示例·港湾养老院变更为示例·港湾颐养院、床位数）。请先核对它与本件是否相矛盾；情况已有变化的，退回重新办理。',
    );
    const pause = (inForceOn: string | null) =>
      ({
        institution: { notice: { startsOn: '2027-01-05' } },
        since: { inForceOn },
        amendments: null,
      }) as never;
    expect(acceptedInWords(CASE, line('SUSPENSION', AFTER), pause(null))).toContain(
      '报请决定以后，2026年12月2日准予了这家机构的暂停服务（2027年1月5日起）。',
    );
    expect(acceptedInWords(CASE, line('SUSPENSION', AFTER), pause('2027-01-09'))).toContain(
      '（2027年1月9日起）',
    );
    expect(acceptedInWords(CASE, line('CLOSURE', AFTER), undefined)).toContain('终止服务。请先核对');
  });

  it('names the institution as it is called now', () => {
    expect(renamedInWords(CASE, '示例·港湾养老院')).toBeNull();
    expect(renamedInWords(CASE, '示例·港湾颐养院')).toBe(
      '机构现在的名称是示例·港湾颐养院，本件启动时是示例·港湾养老院。',
    );
  });
});
