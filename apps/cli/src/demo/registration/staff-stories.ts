import type { Act, At, Scene } from './scene';

/** Days from the first start on which it ends; before it when negative. */
type Ends = number;

interface Credential {
  readonly type: 'PROFESSIONAL' | 'HEALTH' | 'BACKGROUND' | 'TRAINING' | 'EXPERIENCE';
  readonly title: string;
  readonly requirement?: string;
  readonly ends?: Ends;
}

interface Member {
  readonly name: string;
  readonly post: string;
  readonly shows: readonly Credential[];
}

const health = (ends: Ends): Credential => ({ type: 'HEALTH', title: '健康合格证明', ends });
const background = (ends: Ends): Credential => ({ type: 'BACKGROUND', title: '入职查询结果', ends });
const training = (requirement: string): Credential => ({
  type: 'TRAINING',
  title: '岗位培训合格证书',
  requirement,
});
const experience = (title: string): Credential => ({
  type: 'EXPERIENCE',
  title,
  requirement: 'JT_CARER_EXPERIENCE',
});
const licence = (requirement: string, title: string, ends: Ends): Credential => ({
  type: 'PROFESSIONAL',
  title,
  requirement,
  ends,
});

/** Of a 养老机构: in order, expired, missing, due within 30 and within 90 days. */
const ELDERLY_STAFF: readonly Member[] = [
  { name: '示例·周颐年', post: 'HEAD', shows: [] },
  { name: '示例·赵护理', post: 'ELDERLY_CARER', shows: [health(240), training('YL_CARER_TRAINING')] },
  { name: '示例·钱护理', post: 'ELDERLY_CARER', shows: [health(-9), training('YL_CARER_TRAINING')] },
  { name: '示例·孙护理', post: 'ELDERLY_CARER', shows: [health(21), training('YL_CARER_TRAINING')] },
  { name: '示例·李护理', post: 'ELDERLY_CARER', shows: [health(76)] },
  {
    name: '示例·王护士',
    post: 'MEDIC',
    shows: [health(150), licence('YL_MEDIC_LICENCE', '护士执业证书', 62)],
  },
  { name: '示例·刘厨师', post: 'COOK', shows: [health(-31)] },
  {
    name: '示例·陈保安',
    post: 'GUARD',
    shows: [licence('YL_GUARD_CERTIFICATE', '保安员证', 500)],
  },
];

const CHILDCARE_STAFF: readonly Member[] = [
  {
    name: '示例·韩启明',
    post: 'HEAD',
    shows: [health(200), background(190), training('TY_HEAD_TRAINING')],
  },
  {
    name: '示例·张保育',
    post: 'CHILD_CARER',
    shows: [
      health(12),
      background(85),
      licence('TY_CARER_CERTIFICATE', '保育师职业技能等级证书', 900),
      training('TY_CARER_TRAINING'),
    ],
  },
  {
    name: '示例·黄保育',
    post: 'CHILD_CARER',
    shows: [
      health(-3),
      background(-20),
      licence('TY_CARER_CERTIFICATE', '保育师职业技能等级证书', 700),
      training('TY_CARER_TRAINING'),
    ],
  },
  { name: '示例·林保健', post: 'HEALTH_WORKER', shows: [health(130), background(28)] },
];

/** Of a 家庭托育点, by its own rule: one has looked after infants, the other has studied it. */
const HOME_STAFF: readonly Member[] = [
  {
    name: '示例·吕燕子',
    post: 'CHILD_CARER',
    shows: [health(44), background(100), experience('婴幼儿照护经验'), training('JT_CARER_TRAINING')],
  },
  {
    name: '示例·马照护',
    post: 'CHILD_CARER',
    shows: [health(-15), background(100), experience('相关专业背景'), training('JT_CARER_TRAINING')],
  },
];

/** The register of an institution, entered by who keeps it. */
function register(story: string, daysAgo: number, members: readonly Member[]): Act[] {
  return members.flatMap((member, index): Act[] => {
    const key = `${story}/staff-${index + 1}`;
    const at: At = [daysAgo, `11:${String(10 + index * 2).padStart(2, '0')}`];
    return [
      { key, at, run: (scene) => employ(scene, story, member) },
      {
        key: `${key}-shows`,
        at,
        run: (scene) => show(scene, scene.note(key), member, index + 1),
      },
    ];
  });
}

function employ(scene: Scene, story: string, { name, post }: Member): Promise<string> {
  const institutionId = scene.note(`${story}/accept`);
  const facts = { institutionId, name, post, employedOn: scene.day(-500) };
  return scene.create('operator', '/staff', facts, async () => {
    const all = await scene.as('operator').list(`/staff?institutionId=${institutionId}`);
    const found = all.find((each) => each['name'] === name);
    return found && String(found['id']);
  });
}

async function show(scene: Scene, id: string, { shows }: Member, number: number): Promise<string> {
  for (const [index, { ends, ...credential }] of shows.entries()) {
    await scene.post('operator', `/staff/${id}/credentials`, {
      ...credential,
      ...(credential.type === 'EXPERIENCE' ? {} : { number: `SL-2026-${number}${index + 1}` }),
      issuedOn: scene.day(ends === undefined ? -450 : Math.min(ends - 365, -120)),
      ...(ends === undefined ? {} : { validUntil: scene.day(ends) }),
      ...(credential.type === 'BACKGROUND' ? { result: 'CLEAR' } : {}),
    });
  }
  return 'shown';
}

export const STAFF_STORIES: readonly Act[] = [
  ...register('yihe', 70, ELDERLY_STAFF),
  ...register('star', 68, CHILDCARE_STAFF),
  ...register('swallow', 66, HOME_STAFF),
];
