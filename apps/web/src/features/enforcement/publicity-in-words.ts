import type { Schemas } from '@zhaoguan/api-client';

/** Whether, from when and for how long the public reads of a penalty. */
export function publicityInWords({ label, published, months }: Schemas['CasePublicityDto']): string {
  if (!published) return `属于${label}，不向社会公示。`;
  return `属于${label}，作出决定后即向社会公示，公示期 ${months} 个月；完成信用修复的，可以提前结束。`;
}
