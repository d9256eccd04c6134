import type { FormFault } from './field-faults';

/** What is wrong, and the standard or clause that says so: `养老机构床位数不少于 10 张（依据：《养老机构管理办法》（民政部令第66号））`. */
export function citedMessage({ message, basis }: Pick<FormFault, 'message' | 'basis'>): string {
  return basis === null ? message : `${message}（依据：${basis.law}${basis.article ?? ''}）`;
}
