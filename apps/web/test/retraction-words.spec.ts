import {
  afterAsking,
  afterDeclining,
  afterGranting,
  afterTakingBack,
  nextOfRetraction,
  offerInWords,
  retractedInWords,
  retractionsInHistory,
  standInWords,
  supersededInWords,
  stepsInWords,
  waitsForColleague,
} from '../src/features/filings/retractions/retraction-words';
import type { Filing } from '../src/features/filings/queries';
import type { Retraction } from '../src/features/filings/retractions/queries';
import { pendingStepInWords, toCaseInWords } from '../src/features/institutions/pending-step-words';

const filing = (differing: Partial<Filing> = {}): Filing =>
  ({
    regime: 'FILING',
    type: 'CLOSURE',
    prolongs: null,
    authorityName: '示例区民政局',
    institution: { notice: { startsOn: '2026-12-20' } },
    since: { institutionStatus: 'OPERATING', retractedOn: null, inForceOn: null, supersededOn: null },
    ...differing,
  }) as unknown as Filing;
const RETRACTED = filing({
  since: { institutionStatus: 'OPERATING', retractedOn: '2026-12-03' } as Filing['since'],
});

const ASKED: Retraction = {
  id: '1',
  status: 'ASKED',
  statusLabel: '待决定',
  reason: '示例·续租了场地',
  dueOn: '2026-12-07',
  askedAt: '2026-11-30T02:00:00.000Z',
  atWindow: false,
  answer: null,
  endedAt: null,
  askedByName: null,
  endedByName: null,
  availableActions: [],
};
const ended = (status: Retraction['status'], differing: Partial<Retraction> = {}): Retraction => ({
  ...ASKED,
  status,
  statusLabel: status === 'GRANTED' ? '准予撤回' : status === 'DECLINED' ? '不予撤回' : '不再申请撤回',
  endedAt: '2026-12-01T02:00:00.000Z',
  ...differing,
});

const ON = '2026-12-01';
const OPERATOR = { isOperator: true, isLast: true, on: ON };

describe('what is said of a notice that is taken back before its day', () => {
  const offer = { as: 'APPLICANT', effectiveOn: '2026-12-20', dueOn: '2026-12-07', attended: true } as const;

  it('tells before it is asked for from which day on it would hold and by when it is answered', () => {
    expect(offerInWords(filing(), offer)).toBe(
      '原定2026年12月20日起终止服务，还没有生效。不再需要的，可以申请撤回：今天申请的，示例区民政局最迟2026年12月7日答复；答复以前不生效，准予以后不再执行，需要时另行办理。',
    );
    expect(offerInWords(filing(), { ...offer, as: 'WINDOW' })).toContain('窗口可以代申请人申请撤回');
  });

  it('tells a window with nobody else at once that it cannot ask, and who can', () => {
    const words = offerInWords(filing(), { ...offer, as: 'WINDOW', attended: false });
    expect(words).toContain(
      '还没有生效。代申请人申请的撤回须由本机关其他工作人员决定，现在没有其他可以决定的人员',
    );
    expect(words).toContain('请用自己的账号申请撤回');
    expect(words).not.toContain('窗口可以代申请人申请撤回');
  });

  it('tells the window alone that a colleague decides', () => {
    expect(afterAsking(filing(), offer).join('')).not.toContain('其他工作人员');
    expect(afterAsking(filing(), { ...offer, as: 'WINDOW' }).join('')).toContain('由本机关其他工作人员决定');
  });

  it('tells who grants it that the institution stays as it is, and of a closure that nobody follows it up', () => {
    const closure = afterGranting(filing()).join('');
    expect(closure).toContain('原定2026年12月20日起的终止服务不再执行，机构仍为“在营”');
    expect(closure).toContain('备案回执不再有效，出具《准予撤回告知书》');
    expect(closure).toContain('终止后续核实不再进行');
    const suspension = afterGranting(filing({ type: 'SUSPENSION', regime: 'LICENCE' })).join('');
    expect(suspension).not.toContain('终止后续核实');
    expect(suspension).toContain('登记回执不再有效');
  });

  it('says of each request how it stands, and names the office to who filed it', () => {
    expect(standInWords(filing(), ASKED, OPERATOR)).toContain('示例区民政局最迟2026年12月7日答复');
    expect(standInWords(filing(), ASKED, { ...OPERATOR, isOperator: false })).not.toContain('示例区民政局');
    expect(standInWords(filing(), ended('DECLINED'), OPERATOR)).toContain('仍于2026年12月20日生效');
    expect(standInWords(filing(), ended('GRANTED'), OPERATOR)).toContain('没有生效，不再执行');
    expect(standInWords(filing(), ended('TAKEN_BACK'), OPERATOR)).not.toContain('告知书');
    const late = ended('DECLINED', { endedAt: '2026-12-22T02:00:00.000Z' });
    expect(standInWords(filing(), late, OPERATOR)).toContain(
      '原定的日期（2026年12月20日）已过，2026年12月22日起生效',
    );
    const before = standInWords(filing(), ended('DECLINED'), { ...OPERATOR, isLast: false });
    expect(before).toBe('理由和救济途径见《不予撤回告知书》。');
    expect(standInWords(filing(), ended('LAPSED'), OPERATOR)).toContain('机构已重新备案');
  });

  it('says of a suspension whose whole time has passed that it can only be taken back', () => {
    const notice = { startsOn: '2026-12-20', endsOn: '2027-01-29' };
    const suspension = filing({ type: 'SUSPENSION', institution: { notice } as Filing['institution'] });
    const asked = (on: string) => standInWords(suspension, ASKED, { ...OPERATOR, on });
    expect(asked('2027-01-28')).toContain('答复以前，原定2026年12月20日起的暂停服务不生效');
    expect(asked('2027-01-29')).toContain('没有可以执行的暂停，由办理机关准予撤回');
    expect(afterDeclining(suspension, '2026-12-10')[0]).toBe('暂停服务仍于2026年12月20日生效。');
  });

  it('says of what fell with a later filing or licence that it never came into force', () => {
    const since = {
      institutionStatus: 'OPERATING',
      retractedOn: null,
      inForceOn: null,
      supersededOn: '2026-12-08',
    };
    const fallen = filing({ since: since as Filing['since'] });
    expect(supersededInWords(filing())).toBeNull();
    expect(supersededInWords(fallen)).toContain(
      '2026年12月8日由机构以后的备案或者许可取代：原定2026年12月20日起的终止服务没有生效',
    );
    expect(nextOfRetraction(fallen, undefined, '2026-12-09')).toContain('没有执行，机构的状态不因此改变');
    expect(standInWords(fallen, ended('LAPSED'), OPERATOR)).toContain('或者取得许可');
  });

  it('says to who asks no more that it may be asked again, as long as its day has not come', () => {
    expect(afterTakingBack(filing(), '2026-12-19').join('')).toContain('生效以前可以再次申请撤回');
    const late = afterTakingBack(filing(), '2026-12-20').join('');
    expect(late).toContain('2026年12月20日起生效');
    expect(late).not.toContain('再次申请');
  });

  it('says who and when as far as the reader may know it', () => {
    expect(stepsInWords(ASKED)).toBe('申请于 2026年11月30日 10:00');
    expect(stepsInWords({ ...ASKED, atWindow: true })).toBe('窗口代申请人提出于 2026年11月30日 10:00');
    const inFull = { atWindow: true, askedByName: '示例·李受理', endedByName: '示例·王受理' };
    expect(stepsInWords(ended('GRANTED', inFull))).toBe(
      '示例·李受理在窗口代申请人提出于 2026年11月30日 10:00；示例·王受理答复于 2026年12月1日 10:00',
    );
    expect(stepsInWords(ended('TAKEN_BACK'))).toContain('；不再申请于 2026年12月1日');
  });

  it('says to who asked at the window that a colleague decides, and to nobody else', () => {
    const mine = { ...ASKED, atWindow: true, availableActions: ['takeBack' as const] };
    expect(waitsForColleague(mine, true)).toBe(true);
    expect(waitsForColleague(mine, false)).toBe(false);
    expect(waitsForColleague({ ...mine, availableActions: ['grant'] }, true)).toBe(false);
  });

  it('says at the top and as what comes next that nothing came of it', () => {
    expect(retractedInWords(filing())).toBeNull();
    expect(retractedInWords(RETRACTED)).toContain(
      '2026年12月3日已准予撤回：原定2026年12月20日起的终止服务没有生效',
    );
    expect(nextOfRetraction(RETRACTED, ended('GRANTED'), ON)).toContain('仍需要终止服务的，重新办理');
    expect(nextOfRetraction(filing(), ASKED, ON)).toContain('示例区民政局最迟2026年12月7日答复');
    expect(nextOfRetraction(filing(), ASKED, '2026-12-08')).toContain('答复期限（2026年12月7日）已过');
    expect(nextOfRetraction(filing(), ended('DECLINED'), ON)).toBeNull();
    expect(nextOfRetraction(filing(), undefined, ON)).toBeNull();
  });

  it('stands in the history with the request and its answer, without names that are not the reader’s', () => {
    const declined = ended('DECLINED', { answer: '示例·已全部转出' });
    expect(retractionsInHistory(filing(), [declined])).toMatchObject([
      { label: '申请撤回终止服务', actor: '申请人', reason: '示例·续租了场地' },
      { label: '不予撤回终止服务', actor: '示例区民政局', reason: '示例·已全部转出' },
    ]);
    expect(retractionsInHistory(filing(), [{ ...ASKED, atWindow: true }])).toMatchObject([
      { actor: '窗口代办' },
    ]);
    const byName = { atWindow: true, askedByName: '示例·李受理', endedByName: '示例·李受理' };
    expect(retractionsInHistory(filing(), [ended('TAKEN_BACK', byName)])).toMatchObject([
      { actor: '示例·李受理（窗口代办）' },
      { label: '不再申请撤回终止服务', actor: '示例·李受理（窗口代办）' },
    ]);
    const bySelf = { ...byName, endedByName: '申请人' };
    expect(retractionsInHistory(filing(), [ended('TAKEN_BACK', bySelf)])).toMatchObject([
      {},
      { actor: '申请人' },
    ]);
    const actors = retractionsInHistory(filing(), [ended('TAKEN_BACK'), ended('DECLINED'), ended('LAPSED')]);
    expect(actors.map(({ actor }) => actor)).not.toContain(null);
    expect(retractionsInHistory(filing())).toEqual([]);
  });
});

describe('what is said on the page of the institution of a step that is not in force yet', () => {
  const step = { label: '终止服务', effectiveOn: '2026-12-20', filingId: '1', held: false };

  it('is that it can be taken back, and once that is asked that it does not come into force before the answer', () => {
    expect(pendingStepInWords(step)).toContain('已办结：2026年12月20日起终止服务。');
    expect(pendingStepInWords(step)).toContain('可以在生效以前申请撤回');
    expect(pendingStepInWords({ ...step, held: true })).toContain('已申请撤回，答复以前不生效');
  });

  it('leads whoever may ask for it to its case in their words', () => {
    const rights = { mayFile: false, mayAssist: false };
    expect(toCaseInWords(step, { ...rights, mayFile: true })).toContain('申请撤回');
    expect(toCaseInWords(step, { ...rights, mayAssist: true })).toContain('代申请人申请撤回');
    expect(toCaseInWords(step, rights)).toBe('查看这一件');
    expect(toCaseInWords({ held: true }, rights)).toBe('查看撤回的申请');
  });
});
