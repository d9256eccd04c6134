import { divisionOfLevel, type Kind, type ParentDivisions, type RegistryLevel } from '@zhaoguan/contracts';
import { checkUscc, coversDistrict } from '@zhaoguan/kernel';

/** What says whose a first filing is, as far as it is typed. */
export interface FilingToCome {
  readonly kind?: Kind | undefined;
  readonly institution?: {
    readonly uscc?: string | undefined;
    readonly district?: string | undefined;
    readonly particulars?: { readonly registryLevel?: RegistryLevel | undefined } | undefined;
  };
}

/** 养老机构 alone, and of these what is non-profit, files by the level of its registry; the code says what it is. */
export function filesByLevel({ kind, institution }: FilingToCome): boolean {
  const code = checkUscc(institution?.uscc ?? '');
  return (
    kind === 'ELDERLY_CARE' &&
    code.ok &&
    (code.entity === 'PRIVATE_NON_ENTERPRISE' || code.entity === 'PUBLIC_INSTITUTION')
  );
}

/**
 * The division whose window receives it, where that is not the reader's; null where it is, or nothing is known yet. What a functional
 * area (功能区) holds says the server alone.
 */
export function otherWindow(
  about: FilingToCome,
  own: readonly string[],
  divisions: ParentDivisions,
): string | null {
  const { district, particulars } = about.institution ?? {};
  if (district === undefined || !divisions.has(district)) return null;
  const above = filesByLevel(about) ? divisionOfLevel(particulars?.registryLevel, district, divisions) : null;
  if (above !== null) return own.includes(above) ? null : above;
  const isOnlyAbove = !own.includes(district) && own.some((mine) => coversDistrict([mine], district));
  return isOnlyAbove ? district : null;
}

/** As the form rejects what is filled in. */
export interface RejectedMatter {
  readonly values?: FilingToCome;
  readonly errorFields?: readonly { readonly errors: readonly string[] }[];
}

/** Why no account is opened yet: what is not filled in, and nothing else; of what is, why it is not for this window. */
export function whyEarly({ values = {}, errorFields = [] }: RejectedMatter): string {
  const { kind, institution } = values;
  const answers = [
    ['机构类别', kind],
    ['统一社会信用代码', institution?.uscc],
    ['服务场所所在区县', institution?.district],
    ...(filesByLevel(values) ? [['登记管理机关层级', institution?.particulars?.registryLevel]] : []),
  ];
  const lacking = answers.filter(([, answer]) => (answer ?? '') === '').map(([label]) => label);
  return lacking.length > 0
    ? `请先填写下面的${lacking.join('、')}，由本窗口受理的才开立。`
    : `${errorFields.flatMap(({ errors }) => errors).join('；')}。`;
}
