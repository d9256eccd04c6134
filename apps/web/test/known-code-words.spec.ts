import {
  begunInWords,
  knownBeside,
  knownCodeAdvice,
  prefilledInWords,
  unseenInWords,
  takenOverInWords,
  wasBrought,
  ownInWords,
  type OwnOfCode,
} from '../src/features/filings/known-code-words';

const filed: OwnOfCode = {
  id: '00000000-0000-7000-8000-000000000001',
  type: 'INITIAL',
  status: 'ACCEPTED',
  statusLabel: '已备案',
  regime: 'FILING',
  renewal: false,
  name: '示例·枫林新苑养老院',
  on: '2026-11-20',
  institutionStatus: 'OPERATING',
  filingEndedAs: null,
  institutionPassed: false,
  enteredAtWindow: false,
  refusalReason: null,
};
const CHANGE = '从“机构名录”中打开这家机构，办理变更';

describe('a code that is known already', () => {
  it('is told by which case, of when, and what has become of it', () => {
    expect(ownInWords(filed)).toBe('示例·枫林新苑养老院，2026年11月20日，首次备案（已备案）');
    expect(ownInWords({ ...filed, regime: 'LICENCE', renewal: true, statusLabel: '草稿' })).toContain(
      '延续许可（草稿）',
    );
    expect(ownInWords({ ...filed, filingEndedAs: 'REVOKED' })).toContain('（已备案，备案已撤销）');
    expect(
      ownInWords({
        ...filed,
        filingEndedAs: 'REVOKED',
        institutionStatus: null,
        institutionPassed: true,
      }),
    ).toContain('（已备案，备案已撤销，机构现由另一个账号办理）');
    expect(ownInWords({ ...filed, type: 'CLOSURE', institutionStatus: 'CLOSED' })).toContain('机构已终止');
  });

  it('says of a draft that the window began who began it, and when', () => {
    const draft = { ...filed, status: 'DRAFT', statusLabel: '草稿', institutionStatus: null } as const;
    const entered = { ...draft, enteredAtWindow: true };
    expect(ownInWords(entered)).toBe('示例·枫林新苑养老院，窗口2026年11月20日代您起草，首次备案（草稿）');
    expect(ownInWords(entered, true)).toContain('代申请人起草');
    expect(ownInWords({ ...filed, enteredAtWindow: true })).not.toContain('窗口');
    expect(begunInWords([entered], '养老机构', false)).toMatch(/^窗口已经代您.*还没有提交。$/);
    expect(begunInWords([entered, draft], '养老机构', false)).toMatch(/^您已经.*起草过/);
    expect(begunInWords([draft, filed], '养老机构', true)).toMatch(/^申请人已经.*办理过/);
  });

  it('sends to a change only whoever can file one', () => {
    expect(knownCodeAdvice([filed], 'FILING')).toContain(CHANGE);
    expect(knownCodeAdvice([{ ...filed, filingEndedAs: 'REVOKED' }], 'FILING')).not.toContain(CHANGE);
    expect(knownCodeAdvice([{ ...filed, institutionStatus: 'CLOSED' }], 'FILING')).toMatch(
      /^机构已终止服务的，不能再办理变更/,
    );
    // What does not hold for it is left out.
    expect(knownCodeAdvice([{ ...filed, filingEndedAs: 'REVOKED' }], 'FILING')).toBe(
      '备案、许可已被撤销或者注销的，不能再办理变更；继续提供服务的，继续填写这一件。这个代码已经准予过的，法人、负责人和联系人的信息会自动带过来。',
    );
  });

  it('leads back to what was refused, which nobody goes on with and which is filled in nobody twice', () => {
    const refused: OwnOfCode = {
      ...filed,
      status: 'REFUSED',
      statusLabel: '不予备案',
      institutionStatus: null,
    };
    const said = knownCodeAdvice([refused], 'FILING');
    expect(said).toContain('打开那一件，按原来填写的内容重新填报');
    expect(said).not.toContain('正在办理的');
    // In the draft that was begun again nobody is sent round to begin once more.
    const inDraft = knownCodeAdvice([refused], 'FILING', { brought: true, atWindow: false });
    expect(inDraft).toContain('您正在填写的是新的一件：请先对照当时的理由改正');
    expect(inDraft).not.toContain('打开那一件');
    expect(inDraft).toContain('原来填写的内容和上传的材料已经带来');
    const blank = knownCodeAdvice([refused], 'FILING', { brought: false, atWindow: false });
    expect(blank).toContain('您正在填写的是新的一件');
    expect(blank).not.toMatch(/已经带来|自动带过来/);
    expect(knownCodeAdvice([refused, filed], 'FILING', { brought: false, atWindow: false })).toContain(
      '会自动带过来',
    );
    const known = { registered: true, imported: [], own: [refused] };
    expect(knownBeside(known, { type: 'INITIAL', institutionId: filed.id })?.own).toEqual([refused]);
  });

  it('lets whoever has filed go on with the licence that the law asks for', () => {
    const said = knownCodeAdvice([filed], 'LICENCE');
    expect(said).toContain('已经备案的机构申请许可的，继续填写这一件');
    expect(said).not.toContain(CHANGE);
  });

  it('is no news to whom applies from the page of the institution, but for what is not decided yet or was refused', () => {
    const open: OwnOfCode = { ...filed, status: 'SUBMITTED', statusLabel: '待受理', regime: 'LICENCE' };
    const renewed: OwnOfCode = { ...filed, statusLabel: '已许可', regime: 'LICENCE' };
    const known = { registered: true, own: [renewed, open], imported: [] };
    const applied = { type: 'INITIAL', institutionId: filed.id };
    expect(knownBeside(known, applied)).toEqual({ registered: false, imported: [], own: [open] });
    expect(knownBeside({ registered: true, own: [], imported: [] }, applied)).toEqual({
      registered: false,
      imported: [],
      own: [],
    });
    const renewal = { until: '2026-12-25' };
    expect(knownBeside(known, { ...applied, institutionId: null, renewal })?.own).toEqual([open]);
    expect(knownBeside(known, { ...applied, institutionId: null, renewal: null })).toBe(known);
    expect(knownBeside(undefined, applied)).toBeUndefined();
  });
});

it('a draft was begun with what was filled in before where a file is older than it is', () => {
  const draft = (...uploadedAt: (string | null)[]) =>
    ({
      createdAt: '2026-11-20T02:00:00.000Z',
      materials: uploadedAt.map((at) => ({ file: at === null ? null : { uploadedAt: at } })),
    }) as unknown as Parameters<typeof wasBrought>[0];
  expect(wasBrought(draft('2026-11-18T02:00:00.000Z', null))).toBe(true);
  expect(wasBrought(draft(null, '2026-11-20T02:10:00.000Z'))).toBe(false);
  expect(wasBrought(draft())).toBe(false);
});

const SITE = {
  name: '示例·存量养老院',
  district: '610116',
  township: null,
  address: '韦曲街道存量路1号',
  capacity: 80,
  nursingBeds: 30,
  servicePhone: null,
};

describe('what a draft has from the register', () => {
  const draft = { ...SITE, capacity: 90 } as unknown as Parameters<typeof prefilledInWords>[1];

  it('is named for as long as it is as it was brought in', () => {
    expect(prefilledInWords([SITE], draft)).toBe('已按名录预填，请核对：服务场所地址、护理型床位数。');
  });

  it('is nothing where nothing or nobody knows what was brought in', () => {
    expect(prefilledInWords([], draft)).toBeNull();
    expect(prefilledInWords([SITE, SITE], draft)).toBeNull();
    expect(
      prefilledInWords([{ ...SITE, address: '别处', nursingBeds: null, capacity: 1 }], draft),
    ).toBeNull();
  });
});

it('names, of the drafts that the window may not open, those that a colleague began there', () => {
  expect(unseenInWords({ draftsUnseen: 0, draftsOfColleagues: [] })).toBeNull();
  const alone = unseenInWords({ draftsUnseen: 1, draftsOfColleagues: [] });
  expect(alone).toContain('已有 1 份');
  expect(alone).not.toContain('本机关');
  const colleague = { name: '示例·陈窗口', begunOn: '2026-11-20' };
  expect(unseenInWords({ draftsUnseen: 2, draftsOfColleagues: [colleague] })).toContain(
    '其中 1 份由本机关的示例·陈窗口（2026年11月20日）在窗口起草，是同一处场所的，请其继续代填、提交。',
  );
});

describe('what a draft takes from the own institution that has ended there', () => {
  const ended = { ...SITE, name: '示例·旧院', floorAreaM2: 2600 };
  const draft = { ...ended, capacity: 1 } as unknown as Parameters<typeof takenOverInWords>[1];

  it('is named as long as it is still the same', () => {
    expect(takenOverInWords(ended, draft)).toBe(
      '已按您在这里原来办理的“示例·旧院”预填，请核对，有变化的改正：服务场所地址、护理型床位数、建筑面积；其他各步的内容也请逐项核对。',
    );
    expect(
      takenOverInWords({ ...ended, address: null, nursingBeds: null, floorAreaM2: 1 }, draft),
    ).toBeNull();
    expect(takenOverInWords(null, draft)).toBeNull();
  });
});
