import {
  areaOf,
  isInForce,
  REGIME_WORDS,
  saidOfLicence,
  type ChangeRuleRow,
  type Form,
  type JurisdictionRow,
  type Kind,
  type Regime,
} from '@zhaoguan/contracts';
import { changedFields, type ChangedField } from '@zhaoguan/forms';
import type { FieldError, PlainDate } from '@zhaoguan/kernel';
import type { Application } from './application';
import { documentOf, type Review } from './application-review';

/** A field that a change filing leaves as it is, and what to do instead. */
export type FixedField = Pick<ChangeRuleRow, 'pointer' | 'instead' | 'basis'>;

/** What a change filing (变更备案) changes of what was filed, in the order of the form (变更事项). */
export function amendmentsOf(form: Form, base: Application, application: Application): ChangedField[] {
  return changedFields(form, documentOf(base), documentOf(application));
}

/** What a change is asked about: of what kind of institution, and under which law. */
export interface ChangedCase {
  readonly kind: Kind;
  readonly regime: Regime;
}

/** The fields of this kind that are fixed on that day; what the rules say of filing is said of the licence where there is one. */
export function fixedFields(
  rules: readonly ChangeRuleRow[],
  { kind, regime }: ChangedCase,
  on: PlainDate,
): FixedField[] {
  return rules
    .filter((rule) => (rule.kind === null || rule.kind === kind) && isInForce(rule, on))
    .map(({ pointer, instead, basis }) => ({
      pointer,
      instead: regime === 'LICENCE' ? saidOfLicence(instead) : instead,
      basis,
    }));
}

/** A fault for each fixed field that is changed after all. */
export function fixedFaults(
  fixed: readonly FixedField[],
  amendments: readonly ChangedField[],
  regime: Regime,
): FieldError[] {
  return fixed
    .filter(({ pointer }) => amendments.some((change) => change.pointer === pointer))
    .map(({ pointer, instead }) => ({
      pointer,
      code: 'FIXED_ON_CHANGE',
      message: fixedMessage(regime, instead),
    }));
}

const fixedMessage = (regime: Regime, instead: string): string =>
  `${REGIME_WORDS[regime].types.CHANGE}不能改变这一项：${instead}`;

/**
 * A change is accepted by the authority that has the institution (备案机关): a move into the area of another one is filed there
 * for the first time, and nobody slips out of an area by leaving the township out.
 */
export function areaFaults(
  base: Application,
  application: Application,
  jurisdictions: readonly JurisdictionRow[],
  regime: Regime,
): FieldError[] {
  const { authority, held, types } = REGIME_WORDS[regime];
  const pointer = '/institution/township';
  const fault = (instead: string): FieldError[] => [
    { pointer, code: 'FIXED_ON_CHANGE', message: fixedMessage(regime, instead) },
  ];
  if (base.township !== null && application.township === null) {
    return fault(`原${held}的乡镇（街道）不能删去，迁移的，请选择新址所在的乡镇（街道）。`);
  }
  return areaOf(base, jurisdictions) === areaOf(application, jurisdictions)
    ? []
    : fault(
        `新址由另一${authority}管辖的，向新址的${authority}办理${types.INITIAL}；场所没有迁移的，请联系${authority}更正。`,
      );
}

/**
 * What was filed long ago may not meet the rules of today: a change answers for what it changes. What stood so before and
 * is left as it was is told, and hinders nothing.
 */
export function withInherited(
  review: Review,
  base: Review,
  amendments: readonly ChangedField[],
  regime: Regime,
): Review {
  const note = `（原${REGIME_WORDS[regime].held}内容，没有变更）`;
  const isChanged = ({ pointer }: FieldError) =>
    amendments.some((change) => pointer === change.pointer || pointer.startsWith(`${change.pointer}/`));
  const isInherited = (error: FieldError) =>
    !isChanged(error) &&
    base.errors.some(({ pointer, code }) => pointer === error.pointer && code === error.code);
  const inherited = review.errors.filter(isInherited);
  return {
    ...review,
    errors: review.errors.filter((error) => !inherited.includes(error)),
    warnings: [
      ...review.warnings,
      ...inherited.map((error) => ({ ...error, message: (error.message ?? '') + note })),
    ],
  };
}
