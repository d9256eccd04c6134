import type { ServiceGuide } from '@zhaoguan/filings';
import type { SectionLink } from '../components/contents';

/** The sections of a guide by their anchor, in the order of the page. */
export const GUIDE_SECTIONS = {
  who: '谁可以办、什么时候办',
  where: '到哪里办',
  steps: '怎样办',
  form: '填什么',
  materials: '交什么材料',
  terms: '多久办好',
  outcome: '办理结果',
  mistakes: '常见错误',
  remedies: '有异议、要投诉',
  laws: '依据',
} as const;

/** Those that this guide has: not every item asks for a form, or knows mistakes. */
export function guideSections({ form, mistakes }: Pick<ServiceGuide, 'form' | 'mistakes'>): SectionLink[] {
  return Object.entries(GUIDE_SECTIONS)
    .filter(([id]) => (id !== 'form' || form !== null) && (id !== 'mistakes' || mistakes.length > 0))
    .map(([id, title]) => ({ id, title }));
}
