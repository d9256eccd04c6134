import {
  findRegime,
  formOfChange,
  findTerm,
  formOfLicence,
  isInForce,
  itemUnder,
  REGIME_WORDS,
  saidOfLicence,
  termOfLicence,
  type ChangeRuleRow,
  type DepartmentRow,
  type DistrictRow,
  type FormDefinition,
  type JurisdictionRow,
  type LegalCitation,
  type MaterialRow,
  type Regime,
  type RegimeRow,
  type ServiceItemRow,
  type TermRow,
} from '@zhaoguan/contracts';
import { formInForce, termsOf, usualFaults, type Settled, type UsualFault } from '@zhaoguan/forms';
import type { PlainDate } from '@zhaoguan/kernel';
import { conditionsUnder } from '../conditions-notice';
import { RECEIPT_TERM } from '../filing.deadlines';
import { formTypeOf, isNotice } from '../filing-types';
import { formUnder } from '../licence';
import { COMMITMENT_CHECK_TERM } from '../commitment';
import { materialsOf } from '../materials';
import { receiptTitle } from '../receipt-title';
import { formInGuide, type GuideForm } from './guide-form';
import { acceptingAuthority, type GuidePlace } from './guide-place';
import { lawsOf, type CitedLaw } from './guide-laws';
import { guideSteps, type GuideSteps } from './guide-steps';

/** The lists from which a guide is written: the same that the forms and the checks are made of. */
export interface GuideReference {
  readonly forms: readonly FormDefinition[];
  readonly materials: readonly MaterialRow[];
  readonly terms: readonly TermRow[];
  readonly regimes: readonly RegimeRow[];
  readonly changeRules: readonly ChangeRuleRow[];
  readonly jurisdictions: readonly JurisdictionRow[];
  readonly departments: readonly DepartmentRow[];
  readonly districts: ReadonlyMap<string, DistrictRow>;
}

export interface GuideWanted {
  readonly item: ServiceItemRow;
  /** County where the site stands; nationwide without. */
  readonly district: string | null;
  readonly on: PlainDate;
  /** What the institution holds, of which the item is about that; without, what the law asks for that day. */
  readonly held?: Regime | undefined;
}

/** A material as the guide lists it. */
export type GuideMaterial = MaterialRow & {
  /** Where a promise (告知承诺) may stand for it: within so many days it comes, and within so many working days it is looked at. */
  readonly promised: { readonly days: number; readonly checkDays: number } | null;
};

/** 办事指南 of one item, in one place, on one day. */
export interface ServiceGuide {
  readonly item: ServiceItemRow;
  /** Whether it is filed or licensed there that day. */
  readonly regime: Regime;
  readonly typeLabel: string;
  readonly on: PlainDate;
  /** The guide for who holds the other, while a filing still stands beside licences (过渡期, to its last day); null where there is one only. */
  readonly other: { readonly held: Regime; readonly until: PlainDate } | null;
  /** Null where no county has been chosen. */
  readonly place: GuidePlace | null;
  /** What the institution must fulfil (基本条件); empty for one that stops, goes on or ends. */
  readonly conditions: readonly string[];
  /** Null where nothing is filed online in this way. */
  readonly form: GuideForm | null;
  /** What a change filing cannot change, with what to do instead. */
  readonly fixed: readonly {
    readonly label: string;
    readonly instead: string;
    readonly basis: LegalCitation;
  }[];
  readonly materials: readonly GuideMaterial[];
  readonly steps: GuideSteps;
  readonly terms: readonly TermRow[];
  /** Papers that are given out (办理结果). */
  readonly outcomes: readonly string[];
  readonly mistakes: readonly UsualFault[];
  readonly remedies: readonly TermRow[];
  readonly laws: readonly CitedLaw[];
}

const NATIONWIDE = '000000';
/** Terms of the ways to object (救济途径). */
const REMEDIES = ['RECONSIDERATION', 'LITIGATION'];

/** Writes the guide from the definitions in force that day, so that it cannot say anything else than the checks do. */
export function serviceGuide(
  reference: GuideReference,
  { item: listed, district, on, held }: GuideWanted,
): ServiceGuide {
  const { kind, siteType, filingType: type } = listed;
  const at = district ?? NATIONWIDE;
  const today = findRegime(reference.regimes, { kind, siteType, district: at, on });
  // What an institution tells of itself goes by what it holds, as the case does (regimeHandedIn).
  const isFiled = held === 'FILING' && type !== 'INITIAL';
  const inForce = isFiled ? undefined : today;
  const regime = inForce?.regime ?? 'FILING';
  const item = itemUnder(listed, inForce);
  const licensed = regime === 'LICENCE';
  const termOf = (code: string) => {
    const term = findTerm(reference.terms, { code, kind, district: at, on });
    return term && licensed ? termOfLicence(term) : term;
  };
  const found = (codes: readonly string[]): TermRow[] =>
    codes.map(termOf).filter((term) => term !== undefined);
  const settled = settledBy(item);
  const standing = formInForce(reference.forms, { kind, type: formTypeOf(type), on });
  const form = standing && type === 'CHANGE' ? formOfChange(standing) : standing;
  const checkDays = termOf(COMMITMENT_CHECK_TERM)?.value;
  const materials = materialsOf(reference.materials, { kind, type, regime, siteType, district: at }).map(
    (material): GuideMaterial => {
      const days = material.commitment && termOf(material.commitment.term)?.value;
      const isPromised = days !== undefined && checkDays !== undefined;
      return { ...material, promised: isPromised ? { days, checkDays } : null };
    },
  );
  const mistakes = form
    ? usualFaults(licensed ? formOfLicence(form) : form, settled, numbersOf(form, termOf))
    : [];
  const notice = isNotice(type) ? null : conditionsUnder(regime, kind, siteType, termOf);
  // The notice is annexed to the receipt, but not to that of a stop or its end.
  const terms = found(item.terms).map((term) =>
    notice && term.code === RECEIPT_TERM ? { ...term, name: `${term.name}和基本条件告知书` } : term,
  );
  const fixed = type === 'CHANGE' ? fixedOn(reference, item, { regime, on }) : [];
  return {
    item,
    regime,
    typeLabel: REGIME_WORDS[regime].types[type],
    on,
    other: type === 'INITIAL' ? null : otherThan(regime, today, on),
    place: district === null ? null : acceptingAuthority(reference, kind, district),
    conditions: notice?.conditions ?? [],
    form: form
      ? formInGuide(formUnder(form, { kind, type, regime, siteType }), settled, {
          type,
          siteType,
          on,
          districts: reference.districts,
        })
      : null,
    fixed,
    materials,
    steps: guideSteps(regime, type),
    terms,
    outcomes: [receiptTitle({ kind, type, siteType, regime }), ...(notice ? [notice.title] : [])],
    mistakes,
    remedies: found(REMEDIES),
    laws: lawsOf([
      ...item.basis,
      ...materials.map(({ basis }) => basis),
      ...terms.map(({ basis }) => basis),
      ...fixed.map(({ basis }) => basis),
      ...mistakes.flatMap(({ basis }) => basis ?? []),
    ]),
  };
}

/** What else may be held there that day. */
function otherThan(regime: Regime, today: RegimeRow | undefined, on: PlainDate): ServiceGuide['other'] {
  const until = today?.transitionUntil ?? null;
  if (until === null || until < on) return null;
  return { held: regime === 'FILING' ? 'LICENCE' : 'FILING', until };
}

const SITE_TYPE = '/institution/siteType';

/** What the item says before anything is filled in. */
function settledBy({ siteType }: ServiceItemRow): Settled {
  return new Map([[SITE_TYPE, siteType]]);
}

function numbersOf(
  form: FormDefinition,
  termOf: (code: string) => TermRow | undefined,
): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const code of termsOf(form)) {
    const term = termOf(code);
    if (term) numbers[code] = term.value;
  }
  return numbers;
}

function fixedOn(
  { changeRules, forms }: GuideReference,
  { kind }: ServiceItemRow,
  { regime, on }: { readonly regime: Regime; readonly on: PlainDate },
) {
  const form = formInForce(forms, { kind, type: 'INITIAL', on });
  const labels = new Map(
    form?.steps.flatMap(({ fields }) => fields).map(({ pointer, label }) => [pointer, label]),
  );
  const inWords = (text: string) => (regime === 'LICENCE' ? saidOfLicence(text) : text);
  return changeRules
    .filter((rule) => (rule.kind === null || rule.kind === kind) && isInForce(rule, on))
    .map(({ pointer, instead, basis }) => ({
      label: inWords(labels.get(pointer) ?? pointer),
      instead: inWords(instead),
      basis,
    }));
}
