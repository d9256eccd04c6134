import type { Kind, PrintedSite } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { PublicReceipt } from '@zhaoguan/publication';

/** What else is printed on the receipt, under the same words, to be compared line by line; nothing for what it does not carry. */
export function printedFacts(
  site: PrintedSite & { readonly kind: Kind; readonly items: readonly { name: string; value: string }[] },
): { name: string; value: string }[] {
  const { kind, uscc, address, legalRepresentative, capacity } = site;
  const own = [
    { name: '统一社会信用代码', value: uscc },
    { name: '地址', value: address },
    { name: '法定代表人（主要负责人）', value: legalRepresentative },
    {
      name: kind === 'CHILDCARE' ? '托位规模' : '养老床位数',
      value: capacity === null ? null : sizeText(site, capacity),
    },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  return [...own, ...site.items];
}

/** What of the page stands on the receipt too, to be compared: no more than this version of it says. */
export function comparedInWords({
  uscc,
  address,
  legalRepresentative,
  capacity,
  items,
}: PrintedSite & { readonly items: readonly { name: string }[] }): string {
  const compared: readonly (readonly [string, unknown])[] = [
    ['名称', true],
    ['类型', true],
    ['信用代码', uscc],
    ['地址', address],
    ['负责人', legalRepresentative],
    ['规模', capacity],
    ...items.map(({ name }): readonly [string, unknown] => [name, true]),
    ['日期', true],
  ];
  return compared.flatMap(([name, value]) => (value === null ? [] : [name])).join('、');
}

/** As the receipt words it. */
function sizeText({ kind, nursingBeds }: PrintedSite & { readonly kind: Kind }, capacity: number): string {
  if (kind === 'CHILDCARE') return `${capacity} 个`;
  return nursingBeds === null ? `${capacity} 张` : `${capacity} 张（其中护理型床位 ${nursingBeds} 张）`;
}

/** 备案日期 of the register where no receipt carries it: the number is of the time before this system, its receipts are of today. */
export function filedBeforeReceipts({ regime, institution, versions }: PublicReceipt): PlainDate | null {
  const filedOn = institution?.filedOn ?? null;
  return regime === 'LICENCE' || versions.some((version) => version.filedOn === filedOn) ? null : filedOn;
}
