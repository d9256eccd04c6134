import { siteInWords, type Kind } from './kinds';

/** What of an inspection becomes public (检查结果公示). */
export interface PublishedResult {
  readonly institutionName: string;
  readonly kind: Kind;
  readonly siteType: 'HOME' | null;
  readonly districtName: string;
  /** In words: 2026年11月20日. */
  readonly inspectedOn: string;
  readonly agency: string;
  readonly certificateNumbers: readonly string[];
  readonly planTitle: string;
  /** In words, or that it is not published yet. */
  readonly publishedOn: string;
}

export type PublishedFactKey =
  'institution' | 'kind' | 'place' | 'inspectedOn' | 'agency' | 'inspectors' | 'plan' | 'publishedOn';

export interface PublishedFact {
  readonly key: PublishedFactKey;
  readonly name: string;
  readonly text: string;
}

export const publishedResultTitle = (institutionName: string): string => `${institutionName}的检查结果`;

/** The particulars of a published result, in their order: on the public page, and before publication in the console. */
export function publishedResultFacts(result: PublishedResult): readonly PublishedFact[] {
  return [
    { key: 'institution', name: '机构', text: result.institutionName },
    { key: 'kind', name: '机构类型', text: siteInWords(result) },
    { key: 'place', name: '所在地', text: result.districtName },
    { key: 'inspectedOn', name: '检查日期', text: result.inspectedOn },
    { key: 'agency', name: '检查机关', text: result.agency },
    { key: 'inspectors', name: '检查人员', text: result.certificateNumbers.join('、') },
    { key: 'plan', name: '抽查计划', text: result.planTitle },
    { key: 'publishedOn', name: '公布日期', text: result.publishedOn },
  ];
}

export const PUBLISHED_INSPECTORS_NOTE = '检查人员以执法证号公布，可以凭证号向检查机关核实身份。';
export const NOTHING_FAILED = '这次检查没有认定不符合的事项。';

/** Below an item that was found wrong: its number and what it rests on. */
export function failedItemBasis(
  code: string,
  basis: readonly { readonly law: string; readonly article: string | null }[],
): string {
  return `事项 ${code}　依据：${basis.map(({ law, article }) => `${law}${article ?? ''}`).join('；')}`;
}
