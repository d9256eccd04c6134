import type { Kind, PrintedSite } from '@zhaoguan/contracts';

/** What else is printed on the receipt, under the same words, to be compared line by line; nothing for what it does not carry. */
export function printedFacts(site: PrintedSite & { readonly kind: Kind }): { name: string; value: string }[] {
  const { kind, uscc, address, legalRepresentative, capacity } = site;
  return [
    { name: '统一社会信用代码', value: uscc },
    { name: '地址', value: address },
    { name: '法定代表人（主要负责人）', value: legalRepresentative },
    {
      name: kind === 'CHILDCARE' ? '托位规模' : '养老床位数',
      value: capacity === null ? null : sizeText(site, capacity),
    },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

/** As the receipt words it. */
function sizeText({ kind, nursingBeds }: PrintedSite & { readonly kind: Kind }, capacity: number): string {
  if (kind === 'CHILDCARE') return `${capacity} 个`;
  return nursingBeds === null ? `${capacity} 张` : `${capacity} 张（其中护理型床位 ${nursingBeds} 张）`;
}
