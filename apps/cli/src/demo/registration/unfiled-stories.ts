import type { Act, At } from './scene';

const act = (key: string, at: At, run: Act['run']): Act => ({ key, at, run });

interface Clue {
  readonly name: string;
  readonly address: string;
  readonly source: 'PATROL' | 'COMPLAINT';
  readonly foundDaysAgo: number;
  readonly clue: string;
}

/** 登记未备案机构. The day it was found lies before that of the act, whatever holidays lie between. */
const found = (story: string, at: At, { foundDaysAgo, ...facts }: Clue): Act =>
  act(`${story}/unfiled`, at, (scene) => {
    const body = {
      kind: 'ELDERLY_CARE',
      district: '610116',
      township: null,
      uscc: null,
      ...facts,
      foundOn: scene.day(-foundDaysAgo),
    };
    return scene.create('registrar-mz', '/unfiled-sites', body, async () => {
      const sites = await scene.as('registrar-mz').list('/unfiled-sites');
      const kept = sites.find(({ name }) => name === facts.name);
      return kept && String(kept['id']);
    });
  });

/** 督促备案 after a visit. */
const urged = (story: string, at: At, visitedDaysAgo: number, note: string): Act =>
  act(`${story}/urged`, at, async (scene) => {
    const path = `/unfiled-sites/${scene.note(`${story}/unfiled`)}`;
    const { etag } = await scene.as('registrar-mz').get(path);
    const body = { visitedOn: scene.day(-visitedDaysAgo), note };
    await scene.post('registrar-mz', `${path}/urge`, body, etag);
    return 'urged';
  });

/** 未备案机构: one that nobody has gone to yet, one that was urged to file. */
export const UNFILED_STORIES: readonly Act[] = [
  found('alley', [3, '15:00'], {
    name: '示例·巷口老人公寓',
    address: '示例街道巷口12号院内二层',
    source: 'COMPLAINT',
    foundDaysAgo: 14,
    clue: '示例·附近居民反映院内住有老人二十余人，门口没有备案信息。',
  }),
  found('orchard', [22, '10:00'], {
    name: '示例·果园康养小院',
    address: '示例镇果园村3组18号',
    source: 'PATROL',
    foundDaysAgo: 45,
    clue: '示例·巡查时见院内有床位十余张，收住老人，自述正在办理登记。',
  }),
  urged('orchard', [4, '16:00'], 14, '示例·收住老人十一人，已取得登记证书，当面告知备案的材料和期限。'),
];
