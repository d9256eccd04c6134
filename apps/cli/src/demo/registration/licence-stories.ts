import { childcare, type Site } from './applications';
import { until } from './elderly-stories';
import { FilingActs } from './filing-acts';
import type { Act } from './scene';

const site = (number: number, name: string, head: string, capacity: number): Site => ({
  number,
  name: `示例·${name}`,
  head: `示例·${head}`,
  capacity,
  area: 'LICENCE_DISTRICT',
});

const first = (story: string, facts: Site): FilingActs =>
  new FilingActs(story, {
    kind: 'CHILDCARE',
    answers: (scene) => childcare(facts, until(scene)),
    registrar: 'registrar-wy',
  });

/** 托育机构 of a district where they are licensed since a while: one filed before, one with a licence, two that apply. */
function told(): Act[] {
  const orchid = first('orchid', site(51, '兰草园托育中心', '薛兰草', 40));
  const willow = first('willow', site(52, '垂柳湾托育中心', '雷垂柳', 60));
  const reed = first('reed', site(53, '芦苇荡托育中心', '贺芦苇', 40));
  const heron = first('heron', site(54, '白鹭洲托育园', '倪白鹭', 20));
  return [
    orchid.draft([130, '09:00']),
    orchid.submit([130, '09:30']),
    orchid.accept([127, '10:00']),
    willow.draft([40, '09:00']),
    willow.submit([40, '09:30']),
    willow.admit([38, '10:00']),
    willow.accept([33, '15:00']),
    reed.draft([7, '09:00']),
    reed.submit([7, '09:30']),
    reed.admit([5, '10:00']),
    heron.draft([2, '14:00']),
    heron.submit([2, '14:30']),
  ];
}

export const LICENCE_STORIES: readonly Act[] = told();
