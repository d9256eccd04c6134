import { chineseDate, type PlainDate } from '@zhaoguan/kernel';

/** A material for which a commitment (告知承诺) stands, with its last day. */
export interface Promised {
  readonly name: string;
  readonly dueOn: PlainDate;
}

/** Those that bind: a day have only those that were promised when it was accepted. */
export const boundOf = (
  commitments: readonly { readonly name: string; readonly dueOn: PlainDate | null }[],
): Promised[] => commitments.flatMap(({ name, dueOn }) => (dueOn === null ? [] : [{ name, dueOn }]));

/** What the paper that accepts says of them, as was told before it was promised; empty for none. @law 国办发〔2020〕42号 */
export function promisedInWords(promised: readonly Promised[]): string {
  const owed = promised.map(({ name, dueOn }) => `${name}（最迟${chineseDate(dueOn)}补交）`).join('、');
  return owed === '' ? '' : `下列材料以告知承诺代替，应当按期补交：${owed}。`;
}
