import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  disclosureProcess,
  disclosureStatus,
  type DisclosureAction,
  type DisclosureStatus,
} from '../src/domain/disclosure.process';
import { publicWords } from '../src/domain/public-words';

/** Written down a second time: state × action → state afterwards. */
const EXPECTED: Readonly<Record<DisclosureStatus, Partial<Record<DisclosureAction, DisclosureStatus>>>> = {
  UNPUBLISHED: { publish: 'PUBLISHED' },
  PUBLISHED: { correct: 'PUBLISHED', withdraw: 'WITHDRAWN' },
  WITHDRAWN: { publish: 'PUBLISHED' },
};

describe('what the public is told of a filing that does not meet the standards', () => {
  const pairs = disclosureProcess.states.flatMap((state) =>
    disclosureProcess.actionNames.map((action) => [state, action] as const),
  );
  it.each(pairs)('%s, %s', (state, action) => {
    const act = () => disclosureProcess.apply(state, action, undefined, { reason: '理由' });
    const to = EXPECTED[state][action];
    if (to === undefined) expect(act).toThrow('INVALID_TRANSITION');
    else expect(act()).toMatchObject({ from: state, to });
  });

  it.each(['correct', 'withdraw'] as const)('%s needs a reason', (action) => {
    expect(() => disclosureProcess.apply('PUBLISHED', action)).toThrow('REASON_REQUIRED');
  });

  it('stands where its last line leaves it, which is where the acts fold to, whatever people try', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...disclosureProcess.actionNames), { maxLength: 30 }), (tried) => {
        const lines = [];
        for (const action of tried) {
          const state = disclosureStatus(lines);
          if (EXPECTED[state][action] === undefined) continue;
          lines.push(disclosureProcess.apply(state, action, undefined, { reason: '理由' }));
        }
        expect(disclosureStatus(lines)).toBe(disclosureProcess.fold(lines));
      }),
    );
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${disclosureProcess.toMermaid()}\`\`\``);
  });
});

describe('words for the public', () => {
  const OF = {
    names: ['示例·李秀英', '周联络', '买买提·阿不都', null],
    institutionName: '示例·周联络托育中心',
    uscc: '916100000000000518',
  };
  const faultOf = (text: string): string[] => {
    try {
      publicWords(text, OF);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(error.code).toBe('PERSONAL_DATA_IN_PUBLIC_WORDS');
      expect(error.fields[0]?.pointer).toBe('/reason');
      return error.details['found'] as string[];
    }
  };

  it.each([
    '电话一三九一二三四五六七八',
    '身份证610116189001010019不符',
    '身份证 610116 18900101 0019 不符',
    '６１０１１６１８９００１０１００１９',
    '61011618900101001x',
    '请联系13800000001',
    '请联系 138-0000-0001',
    '请联系138/0000/0001',
    '电话029-85290000',
    '电话（029）85290000',
    '账号6222000000000000000',
    '邮箱 a.b@example.test',
    '负责人示例·李秀英没有资格证',
    '买买提•阿不都没有资格证',
    '买买提・阿不都没有资格证',
    '买买提阿不都没有资格证',
    '买买提-阿不都没有资格证',
    '买买提ᆞ阿不都没有资格证',
    '阿不都·买买提没有资格证',
    '阿不都（买买提）没有资格证',
    '电话139x1234x5678',
    '电话l39l2345678',
    '电话139×1234×5678',
    '（买买提）阿不都没有资格证',
    '电话一三九 一二三四 五六七八',
    '电话139一二三四5678',
    '联系人周 联络 提供的材料有误',
  ])('are refused with personal data in them: %s', (text) => {
    expect(faultOf(text)).toHaveLength(1);
  });

  it.each([
    '场地租期不足3年，乳儿班11人只配备2名保育人员（应不少于4名）。',
    '不符合《托育机构设置标准（试行）》（国卫人口发〔2019〕58号）第二十条',
    '2026年11月20日现场核实，建筑面积120.5平方米，2026-11-20、2026-11-21两次。',
    '示例·周联络托育中心（916100000000000518）的场地不合要求',
  ])('are kept where there is none: %s', (text) => {
    expect(faultOf(text)).toEqual([]);
  });

  it('keep their lines', () => {
    expect(publicWords(' 场地租期不足3年。\r\n\n  乳儿班超员。 ', OF)).toBe(
      '场地租期不足3年。\n乳儿班超员。',
    );
  });

  it('never let a mobile number through, however it is broken up', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 9, maxLength: 9 });
    const marks = fc.array(fc.constantFrom('', ' ', '-', '  '), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(fc.constantFrom('3', '5', '7', '8', '9'), digits, marks, (second, rest, between) => {
        const number = ['1', second, ...rest].map((digit, i) => digit + (between[i] ?? '')).join('');
        return faultOf(`请拨打${number}。`).length > 0;
      }),
    );
  });
});
