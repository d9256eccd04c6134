import type { Kind, PublicityClass, PublicityRow } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { ReferenceData } from '@zhaoguan/platform';

/** Whether and for how long the public reads of a penalty (公示). */
export interface Publicity {
  readonly class: PublicityClass;
  readonly label: string;
  readonly published: boolean;
  /** Longest term in months; it ends earlier only by repair (信用修复). 0 when it is not published. */
  readonly months: number;
}

/** @law 信用修复管理办法（国家发展和改革委员会令第36号） */
export async function publicityOf(
  reference: ReferenceData,
  of: PublicityClass,
  { kind, district }: { readonly kind: Kind; readonly district: string },
  on: PlainDate,
): Promise<Publicity> {
  const header = await reference.header<{ readonly publicity: readonly PublicityRow[] }>('credit-rules');
  const row = header.publicity.find((candidate) => candidate.class === of);
  if (!row) throw new Error(`credit-rules has no publicity class ${of}`);
  const { label, published } = row;
  if (!published) return { class: of, label, published, months: 0 };
  const term = await reference.term(`PUBLICITY_${of}_MAX`, { kind, district, on });
  return { class: of, label, published, months: term.value };
}
