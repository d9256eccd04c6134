import { DEMO_CITY } from '../accounts';
import { numberedUscc } from '../demo-codes';
import { dated, elderly, type Site, type Until } from './applications';
import { FilingActs } from './filing-acts';
import type { Act, Scene } from './scene';

/** Its dated items far away, but for what the story is about. */
export const until = (scene: Scene, near: Partial<Record<keyof Until, number>> = {}): Until => ({
  lease: scene.day(near.lease ?? 2000),
  fireProof: scene.day(near.fireProof ?? 700),
  foodLicence: scene.day(near.foodLicence ?? 900),
  insurance: scene.day(near.insurance ?? 300),
});

function first(story: string, site: Site, near: Partial<Record<keyof Until, number>> = {}): FilingActs {
  const answers = (scene: Scene) => elderly(site, until(scene, near));
  return new FilingActs(story, { kind: 'ELDERLY_CARE', answers });
}

/** Another filing about the institution of a story. */
function later(story: string, about: string, type: string, answers: (scene: Scene) => object): FilingActs {
  return new FilingActs(story, { kind: 'ELDERLY_CARE', type, about, answers });
}

const site = (number: number, name: string, head: string, capacity: number, house?: number): Site => ({
  number,
  name: `示例·${name}`,
  head: `示例·${head}`,
  capacity,
  ...(house === undefined ? {} : { house }),
});

/** 养老机构: what was there for long, and what has ended. */
function established(): Act[] {
  const yihe = first('yihe', site(1, '颐和苑养老院', '周颐年', 120), {
    foodLicence: -12,
    insurance: 25,
    fireProof: 80,
  });
  const dates = later('yihe-dates', 'yihe', 'CHANGE', (scene) => ({
    servicePhone: '029-85001101',
    particulars: dated(until(scene, { foodLicence: 9, insurance: 25, fireProof: 80 }), 1),
  }));
  const wanqing = first('wanqing', site(2, '晚晴养老公寓', '吴晚晴', 60), { insurance: 55, lease: 170 });
  const pause = later('wanqing-pause', 'wanqing', 'SUSPENSION', (scene) => ({
    notice: {
      startsOn: scene.day(0),
      endsOn: scene.day(120),
      reason: '示例·更换消防设施，需要停止收住',
      notifiedOn: scene.day(-40),
      residents: 9,
      placements: [
        { destination: 'OTHER_INSTITUTION', people: 6, name: '示例·颐和苑养老院' },
        { destination: 'HOME', people: 3 },
      ],
      refundFen: 860_000,
      refundBy: scene.day(10),
    },
  }));
  const maple = first('maple', site(3, '枫林养老院', '郑枫林', 50));
  const closing = later('maple-closure', 'maple', 'CLOSURE', (scene) => ({
    notice: {
      startsOn: scene.day(-20),
      reason: '示例·租赁合同到期，不再续租',
      notifiedOn: scene.day(-80),
      residents: 12,
      placements: [
        { destination: 'OTHER_INSTITUTION', people: 9, name: '示例·颐和苑养老院' },
        { destination: 'HOME', people: 2 },
        { destination: 'HOSPITAL', people: 1, name: '示例·长安区老年病医院' },
      ],
      refundFen: 1_250_000,
      refundBy: scene.day(-30),
      recordsKeptBy: '示例·颐和苑养老院档案室',
    },
  }));
  return [
    yihe.draft([220, '09:30']),
    yihe.submit([220, '10:05']),
    yihe.accept([217, '15:20']),
    yihe.rate([216, '09:10'], 2, { level: 'VERY_SATISFIED', reasons: ['QUICK', 'CLEAR_ADVICE'] }),
    yihe.visit([209, '16:00'], {}, '床位、房间和消防设施与备案一致。'),
    yihe.rate([219, '09:00'], 1, { level: 'SATISFIED', reasons: ['EASY_ONLINE'] }),
    dates.draft({ minutesAgo: 50 }),
    dates.submit({ minutesAgo: 45 }),
    dates.accept({ minutesAgo: 20 }),
    wanqing.draft([180, '10:00']),
    wanqing.submit([180, '10:30']),
    wanqing.accept([178, '11:00']),
    wanqing.rate([177, '09:00'], 1, { level: 'SATISFIED', reasons: [] }),
    wanqing.rate([177, '09:05'], 2, { level: 'VERY_SATISFIED', reasons: ['QUICK'] }),
    wanqing.visit([170, '16:30'], {}, '与备案一致。'),
    pause.draft([5, '14:00']),
    pause.submit([5, '14:20']),
    pause.accept([4, '10:10']),
    maple.draft([200, '09:00']),
    maple.submit([200, '09:20']),
    maple.accept([197, '10:00']),
    maple.rate([196, '09:00'], 1, { level: 'BASICALLY_SATISFIED', reasons: [] }),
    maple.rate([196, '09:05'], 2, { level: 'SATISFIED', reasons: ['FRIENDLY'] }),
    maple.visit([190, '15:00'], {}, '与备案一致。'),
    closing.draft([45, '09:00']),
    closing.submit([45, '09:30']),
    closing.accept([42, '14:00']),
    // The day after the last one of service.
    { key: 'maple/closed', at: [13, '00:10'], run: (scene) => scene.work('institutions.apply-status-steps') },
    // Within its ten working days, and after the end also where a long holiday lies between.
    closing.settleClosure([6, '15:30'], '12 位老年人均已按安置方案转入或者返家，预收费用已全部退还。'),
  ];
}

/** 养老机构: what waits for somebody today. */
function underWay(): Act[] {
  const newMaple = first('new-maple', site(4, '枫林新苑养老院', '冯新苑', 50, 3), { lease: 85 });
  const quiet = first('quiet', site(5, '静安养老院', '陈静安', 80), { fireProof: 18 });
  const growing = later('quiet-change', 'quiet', 'CHANGE', () => ({ capacity: 96, floorAreaM2: 3360 }));
  const dusk = first('dusk', site(6, '桑榆养护院', '褚桑榆', 90));
  const pine = first('pine', site(7, '青松颐养院', '卫青松', 100));
  const creek = first('creek', site(8, '清溪养老院', '蒋清溪', 70));
  const hill = new FilingActs('hill', {
    kind: 'ELDERLY_CARE',
    answers: (scene) => ({
      ...elderly(site(10, '终南山颐养院', '韩终南', 110), until(scene)),
      uscc: numberedUscc('52', 10, DEMO_CITY),
    }),
  });
  const canteen = first('canteen', site(9, '邻里助餐站', '沈邻里', 20));
  return [
    newMaple.draft([14, '10:00']),
    newMaple.submit([14, '10:20']),
    newMaple.accept([12, '09:45']),
    newMaple.rate([11, '09:00'], 1, { level: 'SATISFIED', reasons: ['CLEAR_GUIDE'] }),
    newMaple.rate([11, '09:05'], 2, { level: 'VERY_SATISFIED', reasons: ['CLEAR_ADVICE'] }),
    quiet.draft([32, '09:00']),
    quiet.submit([32, '09:30']),
    quiet.accept([30, '10:00']),
    quiet.rate([30, '17:10'], 2, { level: 'SATISFIED', reasons: ['FRIENDLY'] }),
    quiet.visit([8, '16:00'], { '/institution/capacity': '96 张' }, '三层新增床位没有办理变更备案。'),
    growing.draft([2, '09:15']),
    growing.submit([2, '09:40']),
    dusk.begin({ minutesAgo: 30 }),
    // Registered with the city, and so filed with it.
    hill.draft({ minutesAgo: 40 }),
    hill.submit({ minutesAgo: 35 }),
    pine.draft([4, '09:00']),
    pine.submit([4, '09:10']),
    pine.ask([4, '11:00'], 'fire', '请就该场所的消防安全条件提出意见。', ['COMMITMENT_LETTER']),
    pine.ask([2, '15:00'], 'market-regulation', '请就该机构食堂的食品安全条件提出意见。', []),
    pine.answer([2, '10:00'], 'fire', { answer: 'AGREE', reasons: '现场消防设施完好，疏散通道畅通。' }),
    pine.remark([2, '15:10'], '消防意见已收到，等市场监管部门答复食堂情况。'),
    creek.draft([7, '09:00']),
    creek.submit([7, '09:20']),
    creek.returned(
      [3, '11:00'],
      [
        { pointer: '/institution/address', message: '住所应写到楼栋和楼层' },
        { pointer: '/materials/REGISTRATION_CERTIFICATE', message: '登记证书看不清发证机关印章，请重新上传' },
      ],
    ),
    creek.rate([3, '15:00'], 2, {
      level: 'VERY_DISSATISFIED',
      reasons: ['UNCLEAR_ADVICE', 'MANY_TRIPS'],
      words: '示例·窗口说材料齐了，网上又退回来',
      contactPhone: '13800000008',
    }),
    canteen.draft([28, '09:00']),
    canteen.submit([28, '09:15']),
    canteen.refuse(
      [25, '10:00'],
      '该场所只提供助餐和日间活动，不提供全日集中住宿服务，不属于养老机构备案范围。',
    ),
    canteen.rate([24, '10:00'], 2, {
      level: 'DISSATISFIED',
      reasons: ['GUIDE_DIFFERS'],
      words: '示例·办事指南没有说明助餐点不用备案',
    }),
  ];
}

export const ELDERLY_STORIES: readonly Act[] = [...established(), ...underWay()];
