import { childcare, dated, home, type Site, type Until } from './applications';
import { until } from './elderly-stories';
import { FilingActs, type Draft } from './filing-acts';
import type { Act, Scene } from './scene';

const site = (number: number, name: string, head: string, capacity: number): Site => ({
  number,
  name: `示例·${name}`,
  head: `示例·${head}`,
  capacity,
});

function first(
  story: string,
  facts: Site,
  near: Partial<Record<keyof Until, number>> = {},
  promised: Pick<Draft, 'promised'> = {},
): FilingActs {
  const answers = (scene: Scene) => childcare(facts, until(scene, near));
  return new FilingActs(story, { kind: 'CHILDCARE', answers, ...promised });
}

function atHome(story: string, facts: Site, lease = 2000): FilingActs {
  return new FilingActs(story, { kind: 'CHILDCARE', answers: (scene) => home(facts, scene.day(lease)) });
}

function later(story: string, about: string, type: string, answers: (scene: Scene) => object): FilingActs {
  return new FilingActs(story, { kind: 'CHILDCARE', type, about, answers });
}

/** 托育机构. */
function centres(): Act[] {
  const star = first('star', site(21, '启明星托育中心', '韩启明', 60), { foodLicence: 70, insurance: -5 });
  const dolphin = first(
    'dolphin',
    site(22, '小海豚托育中心', '杨海豚', 40),
    {},
    { promised: 'PREMISES_PROOF' },
  );
  const bamboo = first('bamboo', site(23, '小竹笋托育园', '朱竹笋', 40));
  const meadow = first('meadow', site(24, '青草地托育中心', '秦青草', 60));
  const rainbow = first('rainbow', site(25, '彩虹桥托育中心', '尤彩虹', 40));
  const cloud = first('cloud', site(26, '白云朵托育中心', '许白云', 20));
  const acorn = first('acorn', site(27, '小橡果托育园', '何橡果', 20), { lease: 40 });
  const closing = later('acorn-closure', 'acorn', 'CLOSURE', (scene) => ({
    notice: {
      startsOn: scene.day(45),
      reason: '示例·租赁合同到期',
      notifiedOn: scene.day(-10),
      residents: 14,
      placements: [
        { destination: 'OTHER_INSTITUTION', people: 10, name: '示例·启明星托育中心' },
        { destination: 'HOME', people: 4 },
      ],
      refundFen: 960_000,
      refundBy: scene.day(30),
      successor: '示例·启明星托育中心',
      recordsKeptBy: '示例·启明星托育中心档案室',
    },
  }));
  const dates = later('star-dates', 'star', 'CHANGE', (scene) => ({
    servicePhone: '029-85002121',
    particulars: dated(until(scene, { foodLicence: 70, insurance: 6, fireProof: 18 }), 21),
  }));
  return [
    star.draft([160, '09:00']),
    star.submit([160, '09:30']),
    star.accept([156, '15:00']),
    star.rate([155, '10:00'], 2, { level: 'VERY_SATISFIED', reasons: ['EASY_ONLINE'] }),
    star.rate([155, '10:05'], 1, { level: 'SATISFIED', reasons: [] }),
    dates.draft({ minutesAgo: 40 }),
    dates.submit({ minutesAgo: 35 }),
    dates.accept({ minutesAgo: 15 }),
    dolphin.draft([18, '09:00']),
    dolphin.submit([18, '09:30']),
    dolphin.accept([15, '10:00']),
    dolphin.rate([14, '09:00'], 1, { level: 'SATISFIED', reasons: [] }),
    dolphin.rate([14, '09:05'], 2, { level: 'VERY_SATISFIED', reasons: ['CLEAR_GUIDE'] }),
    dolphin.handInPromised([3, '10:30']),
    bamboo.draft([1, '09:00']),
    bamboo.submit([1, '09:30']),
    meadow.draft([8, '09:00']),
    meadow.submit([8, '09:30']),
    meadow.returned(
      [5, '10:00'],
      [
        { pointer: '/institution/servicePhone', message: '请填写对外公布的服务电话' },
        { pointer: '/institution/classes', message: '各班托位之和应与托位数一致' },
      ],
    ),
    meadow.correct([3, '14:00'], {
      servicePhone: '029-85002424',
      address: '陕西省西安市长安区韦曲街道示例幼苗路24号1号楼1层',
    }),
    meadow.submit([2, '09:00'], 'resubmit'),
    meadow.ask([2, '10:00'], 'housing', '请就该房屋的使用性质和结构安全提出意见。', ['PREMISES_PROOF']),
    meadow.ask([2, '10:10'], 'education', '请就该机构与相邻幼儿园共用场地的情况提出意见。', []),
    meadow.answer([1, '11:00'], 'housing', {
      answer: 'DISAGREE',
      reasons: '房屋用途为仓储，应先办理用途变更手续。',
    }),
    rainbow.draft([24, '09:00']),
    rainbow.submit([24, '09:30']),
    rainbow.refuse(
      [20, '10:00'],
      '场地实际租期不足3年，不符合《托育机构设置标准（试行）》的规定；改正以后可以重新备案。',
    ),
    rainbow.disclose([18, '10:00'], '场地实际租期不足3年，不符合《托育机构设置标准（试行）》的规定。'),
    cloud.begin({ minutesAgo: 28 }),
    acorn.draft([140, '09:00']),
    acorn.submit([140, '09:30']),
    acorn.accept([137, '10:00']),
    acorn.rate([136, '09:00'], 1, { level: 'SATISFIED', reasons: [] }),
    acorn.rate([136, '09:05'], 2, { level: 'SATISFIED', reasons: ['QUICK'] }),
    closing.draft([1, '10:00']),
    closing.submit([1, '10:20']),
  ];
}

/** 家庭托育点. */
function homes(): Act[] {
  const swallow = atHome('swallow', site(41, '小燕子家庭托育点', '吕燕子', 5), 60);
  const moved = later('swallow-change', 'swallow', 'CHANGE', () => ({ servicePhone: '029-85004141' }));
  const ladybird = atHome('ladybird', site(42, '七星瓢虫家庭托育点', '施七星', 4));
  const clover = atHome('clover', site(43, '三叶草家庭托育点', '张三叶', 3));
  const lantern = atHome('lantern', site(44, '小灯笼家庭托育点', '孔灯笼', 5));
  const sparrow = atHome('sparrow', site(45, '小麻雀家庭托育点', '曹麻雀', 4));
  return [
    swallow.draft([90, '09:00']),
    swallow.submit([90, '09:30']),
    swallow.accept([88, '10:00']),
    swallow.rate([87, '09:00'], 1, { level: 'VERY_SATISFIED', reasons: ['EASY_ONLINE'] }),
    swallow.rate([87, '09:05'], 2, { level: 'VERY_SATISFIED', reasons: ['FRIENDLY'] }),
    moved.draft([50, '09:00']),
    moved.submit([50, '09:20']),
    moved.accept([48, '09:00']),
    moved.rate([47, '09:00'], 1, { level: 'SATISFIED', reasons: [] }),
    moved.rate([47, '09:05'], 2, { level: 'SATISFIED', reasons: ['QUICK'] }),
    ladybird.draft([3, '09:00']),
    ladybird.submit([3, '09:30']),
    clover.draft([6, '09:00']),
    clover.submit([6, '09:30']),
    clover.returned(
      [2, '10:00'],
      [{ pointer: '/materials/STAFF_QUALIFICATION_AND_HEALTH', message: '缺少一名照护人员的健康合格证明' }],
    ),
    lantern.begin({ minutesAgo: 25 }),
    sparrow.draft([34, '09:00']),
    sparrow.submit([34, '09:30']),
    sparrow.refuse([31, '10:00'], '该住宅设在地下一层，不能作为家庭托育点的服务场所。'),
  ];
}

export const CHILDCARE_STORIES: readonly Act[] = [...centres(), ...homes()];
