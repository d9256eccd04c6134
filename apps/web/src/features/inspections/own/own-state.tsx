import { dayInWords, instantInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import type { OwnInspectionLine } from './queries';

/** Where the inspection stands, in one word. */
export function OwnState({ inspection: { result } }: { readonly inspection: OwnInspectionLine }) {
  if (!result) return <Mark tone="running">正在检查</Mark>;
  if (result.status === 'PENDING') return <Mark tone="attention">结果待公布</Mark>;
  return <Mark tone="good">结果已公布</Mark>;
}

/** When the public learns of the result. */
export function publicationInWords({ result }: OwnInspectionLine): string {
  if (!result) return '检查结束后公布结果';
  if (result.publishedAt !== null) return `${instantInWords(result.publishedAt)}向社会公布`;
  return `${dayInWords(result.dueOn)}以前向社会公布`;
}
