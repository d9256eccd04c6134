import { DomainError, usccCheckDigit } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { publicWords } from '../src/domain/public-words';

/** Of another legal person than the institution. */
const CODE = `52610116MJ1391234${usccCheckDigit('52610116MJ1391234')}`;

describe('words for the public', () => {
  const OF = {
    names: ['示例·李秀英', '周联络', '买买提·阿不都', '张平', '陈建国', null],
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
    '电话l39x1234x5678',
    '电话+86139x12345678',
    '电话0086 139x12345678',
    '电话139x12345678',
    '电话13x912345x678',
    '电话1391x234x5678转8',
    '电话139年1234月5678',
    '电话139号1234号5678',
    '2026年139号1234号5678',
    '电话139 1234+5678',
    '电话139幺1234幺5678',
    '电话১৩৯১২৩৪৫৬৭৮',
    '电话١٣٩١٢٣٤٥٦٧٨',
    '电话১৩৯-১২৩৪-৫৬৭৮',
    '电话139х1234х5678',
    '电话139ж12345678',
    '电话139<br>1234<br>5678',
    '电话139<b>1234</b>5678',
    '电话139&nbsp;1234&nbsp;5678',
    '电话1️⃣3️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣',
    '电话1年3月9日1年2月3日4年5月6日7年8',
    '邮箱zhang@qq点com',
    '邮箱zhang@qq 點 com',
    '邮箱zhang＠qq。com',
    '周-联-络没有到场',
    '周*联*络没有到场',
    '周（联络）没有到场',
    '周、联、络没有到场',
    '周1联2络没有到场',
    '陳建國没有到场',
    '陳-建-國没有到场',
    '張平没有到场',
    '张*平没有到场',
    '張 平没有到场',
    '買買提·阿不都没有资格证',
    '张平没有到场',
    '账号6222 0212 3456 7890 128',
    '账号6222-021-234567-890123',
    '卡号：6222 0212 3456 7890 123',
    '身份证 610116 900101 001',
    '电话 029 8529 0000',
    '电话 13 80 00 00 01 1 ，2024.1.1-2026.12.31',
    '2026.11.30 138 0000 0001',
    '证号JY13800000001',
  ])('are refused with personal data in them: %s', (text) => {
    expect(faultOf(text)).toHaveLength(1);
  });

  it.each([
    '场地租期不足3年，乳儿班11人只配备2名保育人员（应不少于4名）。',
    '不符合《托育机构设置标准（试行）》（国卫人口发〔2019〕58号）第二十条',
    '2026年11月20日现场核实，建筑面积120.5平方米，2026-11-20、2026-11-21两次。',
    '示例·周联络托育中心（916100000000000518）的场地不合要求',
    '代码 9161 0000 0000 0005 18 的场地不合要求',
    '2026年11月13日15时30分至17时00分、13日15时30分、17日9时30分两次到场',
    '2026-11-13 15:30-17:30、9:30-11:30两次到场',
    '示例路138号1201、1202室，138号楼1201、1202室',
    '示例小区138号1201—1203',
    '示例街138号1501室2003',
    '每月收取150元、1500元、2000元',
    '押金150元（1500元、2000元）',
    '收托138人，2026年1500人',
    '2025年收托150人、2026年收托180人',
    '第138号、1234号、5678号整改通知',
    '国卫人口发〔2019〕158号、1234号',
    '第150、2025、2026号',
    '婴儿床1500x2000x150毫米，1500×2000×150',
    `举办者代码${CODE}`,
    '建筑面积1380.5平方米，押金130000元，2026年退还150000元',
    '1、3、5、7、9、11、13、15号房间没有窗',
    '咨询12345，投诉举报电话85290000',
    '床位20张，平均每间4张；床位20张（平均）、20张/平均、20张——平均、每张、平整',
    '设施陈旧，建国以前的房屋；设施陈旧、建国、路',
    '记录周、联络员不清',
    '不符合《建筑设计防火规范》GB 50016-2014（2018年版）的规定',
    'GB50016-2014(2018年版)第5.4.4条',
    '有效期2024.01.01-2026.12.31，租期2024.1.30-2026.12.31',
    '2026-11-30 2026-12-01 两次核查',
    '租赁合同2023.12.1—2026.11.30',
    '第3.1.9、3.2.1、3.2.2、3.2.3条',
    '第1.3条、9.1条、2.3条、4.5条、6.7条、8.9条',
    '房间301 302 303 304 305没有外窗',
    '面积分别为 120.5 138.2 96.3 平方米',
    '收费1980-2680-3280元，3000 4000 5000 6000元',
    '食品经营许可证编号JY36101160012345',
    '第610116-000138号',
    '一二三四五六七层均有老年人居室',
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

  const figures = (length: number) =>
    fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length });

  it('never let a mobile number through whose figures stand apart by letters or markup, wherever', () => {
    const gap = fc.constantFrom('', '', 'x', 'XY', 'ж', 'λ', '<br>', '&nbsp;', '×', ' a ', '☎');
    fc.assert(
      fc.property(
        fc.constantFrom('3', '5', '7', '8', '9'),
        figures(9),
        fc.array(gap, { minLength: 10, maxLength: 10 }),
        fc.constantFrom('请拨打', '请在2026年拨打', '+86', '电话（'),
        (second, rest, between, before) => {
          const number = ['1', second, ...rest].map((digit, i) => digit + (between[i] ?? '')).join('');
          // 1500x2000x150 is a bed.
          fc.pre(!/^\d+[05](x|×)\d+[05]\1\d+[05]$/.test(number));
          return faultOf(`${before}${number}。`).length > 0;
        },
      ),
    );
  });

  it('nor one that is said in fours or one by one, with any one or two characters between', () => {
    const gap = fc.constantFrom('年', '月', '号', '然后', '加', '+', '#', '—', '再是', '〇〇', 'の', '，空');
    fc.assert(
      fc.property(
        fc.constantFrom('13', '15', '17', '18', '19'),
        figures(1),
        figures(4),
        figures(4),
        gap,
        gap,
        (two, one, middle, last, a, b) => {
          fc.pre(!/^(?:19|20)/.test(middle.join('')));
          const groups = `${two}${one.join('')}${a}${middle.join('')}${b}${last.join('')}`;
          const single = [...two, ...one, ...middle, ...last].join(a);
          return [groups, single].every((number) => faultOf(`请拨打${number}。`).length > 0);
        },
      ),
    );
  });

  it('keep days, times, addresses, numbers of papers, codes and amounts', () => {
    const upTo = (min: number, max: number) => fc.integer({ min, max });
    const two = (n: number) => String(n).padStart(2, '0');
    const day = fc
      .tuple(upTo(2000, 2099), upTo(1, 12), upTo(1, 31))
      .map(([year, month, date]) => `${year}年${month}月${date}日`);
    const time = fc
      .tuple(upTo(1, 31), upTo(0, 23), upTo(0, 59))
      .map(([date, hour, minute]) => `${date}日${hour}时${two(minute)}分`);
    const address = fc
      .tuple(upTo(1, 9999), upTo(1, 99), upTo(101, 9999))
      .map(([house, block, room]) => `示例路${house}号${block}幢${room}室`);
    const rooms = fc
      .tuple(upTo(1, 999), upTo(1001, 3999), upTo(1001, 3999))
      .map(([house, room, other]) => `示例路${house}号${room}、${other}室`);
    const paper = fc
      .tuple(upTo(2000, 2099), upTo(1, 9999))
      .map(([year, serial]) => `长卫许准〔${year}〕${serial}号`);
    const code = fc
      .tuple(
        fc.constantFrom('9161011', '5261010', '1361010'),
        upTo(0, 9),
        fc.constantFrom('MA', 'MJ', 'MB'),
        upTo(0, 9_999_999),
      )
      .map(([place, county, kind, serial]) => `${place}${county}${kind}${String(serial).padStart(7, '0')}`)
      .map((body) => `${body}${usccCheckDigit(body)}`);
    const amount = upTo(1, 9_999_999).map((yuan) => `${yuan}元`);
    const people = upTo(1, 9_999).map((count) => `${count}人`);
    const thing = fc.oneof(day, time, address, rooms, paper, code, amount, people);
    fc.assert(
      fc.property(
        fc.array(thing, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('、', '，', '；', '和', '至'),
        (things, sign) => {
          expect([things, faultOf(`核实：${things.join(sign)}。`)]).toEqual([things, []]);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
